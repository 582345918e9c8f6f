// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

//! Every count and size that decides behaviour and that tests or builders may want to change.
struct Limits
{
    // zca commands
    int parallelCommands = 3;

    // profiles
    int profiles = 50; //!< each known one is listened to
    int parallelLogins = 4; //!< each is a process of its own

    // login
    int qrRenewals = 4;

    // listener
    int flapBreaks = 3; //!< so many breaks within Timing::flapWindow are not punished
    int loginRefusals = 8; //!< so many in a row without a reason: a person is told to log in

    // what was missed
    int historyChats = 50; //!< so many direct chats are read, those with the newest messages
    int historyMessages = 200; //!< of each chat, and of each group
    int historyGroups = 20; //!< so many groups, those with the newest messages
    int historyTries = 4; //!< of groups, after each connection

    // inbound
    int deliverTries = 5;
    int mediaTries = 10; //!< of a message's files; some half an hour, with the pauses
    int deliverWindow = 32; //!< deliveries under way at once over all threads

    // outbound
    int parallelSends = 2;
    int sendBurst = 5; //!< so many may go at once after a quiet time
    int maxTextUnits = 2000; //!< UTF-16 units of one message (ZCA.md 6)
    int maxTextStyles = 30; //!< ranges of one message: with more, zca cuts it itself (ZCA.md 10)
};

} // namespace zalo
