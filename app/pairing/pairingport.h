// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/pairingrequest.h"

#include <QList>
#include <QObject>

namespace zalo {

//! The Gateways, as PairingRequests sees them. Every call answers once, unless `context` dies:
//! GatewayAway, PluginLacks, PairingGone, PairingRefused, PairingUnanswered.
class PairingPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The requests that wait at a Gateway, each with what its sender wrote and looks like;
    //! `createdAtMs` is 0 where the Gateway does not say it.
    virtual void list(const QString& gatewayId, QObject* context,
                      Callback<QList<PairingRequest>> done) = 0;
    virtual void approve(const PairingRequest& request, QObject* context, Callback<void> done) = 0;
    virtual void dismiss(const PairingRequest& request, QObject* context, Callback<void> done) = 0;

signals:
    //! A Gateway receives messages from now on, or says that somebody asks.
    void changed(const QString& gatewayId);
    //! It is not connected any more.
    void gone(const QString& gatewayId);
};

} // namespace zalo
