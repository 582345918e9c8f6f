// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/relayrows.h"

#include <QObject>

namespace zalo {

//! The way to the Gateway, as the relay sees it.
class GatewayPort
{
public:
    virtual ~GatewayPort() = default;

    //! Hands one message over; `isBacklog`: it waited for the Gateway. `done` is called once,
    //! unless `context` dies: with a value after the Gateway's durable append, with Disconnected
    //! where the connection closed before an answer (no try is counted), with any other error for a
    //! failed try.
    virtual void deliver(const InboundRow& row, bool isBacklog, QObject* context,
                         Callback<void> done) = 0;
};

} // namespace zalo
