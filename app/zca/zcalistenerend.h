// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/statereason.h"
#include "zca/zcaprocess.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace zalo {

//! Why a listener ended. It decides what happens next (session/TRANSITIONS.md).
enum class ListenerCause
{
    Stopped, //!< stop() was called
    Recycle, //!< its connection was to be renewed: start it again at once
    Slept, //!< its connection did not outlive a sleep: start it again at once
    Silent, //!< its connection acknowledged nothing any more
    NetworkDrop, //!< the connection closed (1006 and other codes)
    Closed3000, //!< another program uses this session
    Closed3003, //!< Zalo was opened elsewhere
    Refused, //!< an error before it ever connected: usually a dead cookie, ask `auth status`
    LoginRefused, //!< Zalo refused the login and did not say that the cookie is dead
    Expired, //!< zca says that the cookie is dead
    NotLoggedIn,
    Offline,
    AlreadyOwned, //!< another listener of this machine has the profile
    Flooded, //!< it printed more than it may, and was killed
    Stuck, //!< no sign of life in time; it was stopped
    Unsupported, //!< this zca does not understand how it is called
    StartFailed, //!< the program cannot be run
    Hindered, //!< this machine has no room for it just now, or its spool file cannot be made
    Crashed, //!< ended by a signal that was not ours
    Failed //!< any other end
};

struct ListenerEnd
{
    ListenerCause cause = ListenerCause::Failed;
    std::optional<StateReason> reason; //!< the same for people; none for Stopped
    int closeCode = 0; //!< of the websocket, 0 where there was none
    bool wasConnected = false;
    qint64 lockedBy = 0; //!< the process that has the profile, as zca says; 0: none is named
    std::chrono::milliseconds connectedFor { 0 }; //!< to Zalo's websocket, until that closed
};

//! What was seen of one run of the listener.
struct ListenerFacts
{
    QString program;
    ZcaExit exit;
    std::optional<Error> noSpool; //!< why there is no file for it to write into: it was not started
    std::optional<ListenerCause> stoppedFor; //!< we stopped it for this
    int closeCode = 0;
    bool wasConnected = false;
    bool sawError = false; //!< `Listener error: …`
    QByteArray errors; //!< stderr
};

//! What they mean. Exit 0 is no sign of health (ZCA.md 7): the close code and the messages count
//! first.
[[nodiscard]] ListenerEnd listenerEnd(const ListenerFacts& facts);

} // namespace zalo
