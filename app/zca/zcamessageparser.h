// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inboundmessage.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace zalo {

//! A line of the listener that says nothing to us: log lines, and JSON we do not know.
struct ListenNoise
{
    bool isJson = false; //!< it was an object all the same: worth a warning
};

//! `Connected to Zalo websocket.`
struct ListenConnected
{
};

//! `Listener closed (3003)`
struct ListenClosed
{
    int code = 0;
};

//! A lifecycle line of `--supervised`.
struct ListenLifecycle
{
    enum class Event
    {
        SessionId,
        Connected,
        Heartbeat,
        Error,
        Closed,
        Unknown
    };
    Event event = Event::Unknown;
    int code = 0; //!< of Closed
};

using ListenLine =
    std::variant<ListenNoise, ListenConnected, ListenClosed, ListenLifecycle, InboundMessage>;

//! Reads one whole line of `listen --raw`, in both dialects (ZCA.md 7).
[[nodiscard]] ListenLine parseListenLine(const QByteArray& line);

} // namespace zalo
