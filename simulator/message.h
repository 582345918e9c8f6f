// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts.h"

#include <QJsonObject>

namespace zalo::sim {

//! A message as Zalo carries it.
struct Message
{
    QJsonObject fields; //!< what was wanted, complete
    QString error; //!< why there is none
};

//! Completes what `ctl write` gave: threadId, isGroup, senderId, senderName, msgId, cliMsgId, ts
//! (ms), for a text content and mentions. `own: true` is one of the account's own, written on its
//! phone. The README lists what can be wanted.
[[nodiscard]] Message completeMessage(const Home& home, const Contacts& contacts,
                                      const QJsonObject& wanted);

} // namespace zalo::sim
