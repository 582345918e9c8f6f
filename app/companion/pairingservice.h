// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QObject>

namespace zalo {

//! Answers to the snapshot's pairing requests. Every call answers once, unless `context` dies, and
//! only when the Gateway has said what it did. Until then the request's step says what is asked.
//! PairingGone (also where there is no such request), PairingUnderWay, GatewayAway, PluginLacks,
//! PairingRefused, PairingUnanswered.
class PairingService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Lets the person talk to the bot, and has the Gateway tell them.
    virtual void approve(const QString& requestId, QObject* context, Callback<void> done) = 0;
    //! Removes the request. Nobody is told, and whoever writes again asks again.
    virtual void dismiss(const QString& requestId, QObject* context, Callback<void> done) = 0;
    //! When this person was approved here, ms since 1970 UTC; 0: not since the start.
    [[nodiscard]] virtual qint64 approvedMs(const QString& profile,
                                            const QString& senderId) const = 0;
};

} // namespace zalo
