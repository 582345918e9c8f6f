// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"

#include <chrono>

namespace zalo {

//! Every time that decides behaviour, in one value that is injected; tests scale it.
struct Timing
{
    using ms = std::chrono::milliseconds;

    // zca commands (ZCA.md 1: it has no deadlines of its own)
    ms probeDeadline { 10'000 };
    ms commandDeadline { 30'000 };
    ms listDeadline { 120'000 };
    ms stopGrace { 3'000 }; //!< between terminate and kill

    ms zcaSearch { 5'000 }; //!< how often a missing zca is looked for

    // login
    ms qrLifetime { 100'000 }; //!< zca's own timer (ZCA.md 3)
    ms loginDeadline { 130'000 }; //!< one attempt, scanned and confirmed
    ms loginPoll { 2'000 }; //!< between two looks at `auth status`, without --qr-path

    // listener
    Backoff::Range reconnect { ms { 500 }, ms { 16'000 }, 0.2 };
    Backoff::Range offlineRetry { ms { 2'000 }, ms { 60'000 }, 0.2 };
    ms provenAfter { 5'000 }; //!< connected this long: a break is tried again at once…
    ms flapWindow { 60'000 }; //!< …unless it is one of many within this (Limits::flapBreaks)
    //! after another program took the connection (3000), before it is asked for once more…
    ms takenRetry { 5'000 };
    ms takenCounts { 60'000 }; //!< …where it is taken within this again, it has come to stay
    //! 3000 so soon after a command of ours that needs a websocket, and that ran beside the
    //! listener, is its doing
    ms ownWebsocket { 2'000 };
    ms websocketPatience { 30'000 }; //!< a listener waits so long for such a command
    //! After a login that Zalo refused. Each try is a login: accounts that log in without end are
    //! locked, and after a refusal for too many requests (221) users report 1 to 24 hours (ZCA.md
    //! 6). Some 13 tries in the first day, 6 in each further one; after 221 `coolDown` comes on
    //! top.
    Backoff::Range loginRetry { ms { 60'000 }, ms { 4 * 3'600'000 }, 0.2 };
    ms heartbeat { 30'000 }; //!< asked of zca
    ms heartbeatDeadline { 75'000 }; //!< silence after which the process counts as stuck
    ms historyDeadline { 30'000 }; //!< for what was missed, before a listener starts
    ms historyMargin { 60'000 }; //!< it is asked so much further back: Zalo's clock is another one
    Backoff::Range historyPace { ms { 3'000 }, ms { 3'000 }, 0.5 }; //!< between two groups
    Backoff::Range historyRetry { ms { 10 * 60'000 }, ms { 4 * 3'600'000 }, 0.2 };
    ms groupActive { 14 * 24 * 3'600'000LL }; //!< groups that are quieter are not asked for
    ms historyReach { 7 * 24 * 3'600'000 }; //!< nothing older is asked for
    ms connectDeadline { 45'000 }; //!< from start until the connection is first verified
    ms closedGrace { 1'000 }; //!< for the last lines of a listener whose connection closed
    ms kernelPoll { 5'000 }; //!< how often the kernel is asked how a connection is
    //! what was sent goes so long without an acknowledgement: it is dead
    ms ackDeadline { 15'000 };
    ms answerDeadline { 10'000 }; //!< as short after a sleep, and after the network came back
    ms renewAfter { 30 * 60'000 }; //!< a connection of which the kernel knows nothing
    ms quietMoment { 60'000 }; //!< so long nothing came or went: it is renewed only then
    //! two profiles with one account that lose it within this took it from each other
    ms quarrel { 10'000 };
    ms sleepCheck { 10'000 }; //!< how often it is looked whether this machine slept
    ms sleepCounts { 5'000 }; //!< a shorter sleep breaks no connection
    ms lastVerifiedInterval { 30'000 }; //!< how often lastVerifiedMs is stored while connected

    // contacts
    ms contactRefresh { 12 * 3'600'000 }; //!< how often friends and groups are asked for
    ms contactPause { 60'000 }; //!< between two questions for them, whatever gave rise to them

    // inbound
    ms orderQuiet { 15 }; //!< a thread without a line for so long: no older message comes
    ms orderHold { 400 }; //!< no message waits longer for older ones of its thread
    ms deliverDeadline { 30'000 };
    Backoff::Range deliverRetry { ms { 1'000 }, ms { 30'000 }, 0.2 };
    //! a message that fails for less, while others are taken now and then, may be well
    ms deliverPatience { 10 * 60'000 };
    ms ownerPause { 15 * 60'000 }; //!< of the bot, where the owner has just written
    ms takeOver { 3'600'000 }; //!< the same, where a person at this machine takes a chat over
    ms waitPatience { 60'000 }; //!< who waits for longer is told of, whatever all seems to be
    ms backlogThreadInterval { 1'000 }; //!< per thread
    ms backlogInterval { 500 }; //!< between two messages of the backlog of all threads together
    ms backlogMaxAge { 24 * 3'600'000 }; //!< older messages expire; people choose another limit
    ms expiryInterval { 60'000 }; //!< how often it is looked for such messages

    ms mediaGrace { 3'600'000 }; //!< a message's files outlive its outcome by it
    ms pruneInterval { 3'600'000 }; //!< how often finished messages beyond their age are deleted
    ms pruneAfterStart { 30'000 }; //!< the first time, once the storage is open
    ms pruneWhenIdle { 1'000 }; //!< how often it is looked whether the storage has nothing to do

    // files of messages and pictures from the web
    ms mediaWait { 15'000 }; //!< so long a message, and its thread, waits for its files
    Backoff::Range mediaRetry { ms { 1'000 }, ms { 10 * 60'000 }, 0.2 };
    ms fetchConnect { 10'000 }; //!< name, connection and TLS
    ms fetchStall { 10'000 }; //!< without a byte
    ms fetchTotal { 120'000 }; //!< one file, redirects included

    // outbound
    ms sendDeadline { 60'000 }; //!< one zca msg command
    ms uploadDeadline { 180'000 }; //!< one that carries a file; openzca itself allows 120 s
    ms sendInterval { 3'000 }; //!< between two messages of an account, on average
    double sendSpread = 0.5; //!< share by which each interval differs: people have no beat
    ms coolDown { 3'600'000 }; //!< after Zalo's 221

    // pairing: people who ask a Gateway whether they may talk to its bot
    ms pairingDeadline { 20'000 }; //!< until a Gateway answers; the plugin asks it for 15 s
    ms pairingLife { 3'600'000 }; //!< of a request, as OpenClaw has it
    //! how often a Gateway with requests is asked whether they are still there: others answer them
    ms pairingRefresh { 60'000 };
    Backoff::Range pairingRetry { ms { 5'000 }, ms { 5 * 60'000 }, 0.2 };

    // bridge
    ms handshakeDeadline { 10'000 };
    ms refusalPause { 1'000 }; //!< before a first wrong proof is told; further ones wait longer
    ms callDeadline { 30'000 };
    ms silenceProbe { 10'000 }; //!< within it a Gateway that was silent answers, or is let go

    ms storageRetry { 5'000 }; //!< a file that cannot be written is tried again this often
    ms storageLockRetry { 250 }; //!< the same, while another program holds it
    ms storageLockPatience { 30'000 }; //!< a lock this long stops nobody, the listener least

    // this machine's sockets
    ms controlIdle { 10 * 60'000 }; //!< so long a terminal waits for a person's answer
    ms reconnectAnswer { 20'000 }; //!< so long a terminal waits for what came of `reconnect`
    ms socketCheck { 30'000 }; //!< how often it is looked whether they are still there
    ms ownerPatience { 5'000 }; //!< until a running instance's control socket answers

    // the Gateway's setup: one `openclaw` command takes seconds, an installation more
    ms openclawDeadline { 60'000 };
    ms openclawInstallDeadline { 300'000 };
    ms companionStart { 15'000 }; //!< until a companion that was started answers
    ms connectionCheck { 20'000 }; //!< until the Gateway's plugin has come
    ms connectionPoll { 250 }; //!< between two looks at either

    // the Gateway of this machine, while somebody looks at its page
    ms gatewayLook { 2'000 }; //!< between two looks whether it runs
    ms gatewayTaskLook { 250 }; //!< the same, while it is started or stopped
    ms gatewayAnswer { 3'000 }; //!< until it answers such a look
    ms gatewayStart { 120'000 }; //!< until one that was started answers; 12 s on an idle machine
    ms gatewayStop { 345'000 }; //!< until it has ended: it lets turns that run end first (330 s)
    ms gatewayLogPoll { 1'000 }; //!< between two looks at its log
    ms controlUiLink { 60'000 }; //!< so long the browser may follow a link to it, once

    // secrets
    ms keychainDeadline { 10'000 };

    // ending
    ms shutdownGrace { 10'000 };

    //! The same with every time multiplied.
    [[nodiscard]] Timing scaled(double factor) const;
};

} // namespace zalo
