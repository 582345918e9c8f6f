// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/ids.h"

#include <QJsonObject>
#include <QObject>

namespace zalo {

//! One `inbound.deliver`.
struct InboundDelivery
{
    QString profile;
    QString msgId;
    ThreadRef thread;
    int attempt = 1;
    bool isBacklog = false; //!< it was received before the Gateway was there
    QJsonObject params; //!< all parameters of the request, ready to be sent (PROTOCOL.md)
};

//! The way to the Gateway, as the relay sees it.
class GatewayPort
{
public:
    virtual ~GatewayPort() = default;

    //! Hands one message over. `done` is called once, unless `context` dies: with a value after the
    //! Gateway's durable append, with Disconnected where the connection closed before an answer
    //! (no try is counted), with any other error for a failed try.
    virtual void deliver(const InboundDelivery& delivery, QObject* context,
                         Callback<void> done) = 0;
};

} // namespace zalo
