// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts.h"

#include <QJsonObject>

namespace zalo::sim {

//! A message as the listener has to print it.
struct Inbound
{
    QByteArray msgId;
    QByteArray line; //!< with the line end
    QString error; //!< why there is no line
};

//! What an inbound message is printed for.
struct InboundContext
{
    const Home& home;
    const Contacts& contacts;
    QString profile;
    bool raw = true; //!< JSON, as with -r
    bool zcaCli = false;
};

//! Completes what `ctl inject` gave to the whole line of a listener (ZCA.md 7): any of threadId,
//! content, isGroup, senderId, senderName, kind, msgId, cliMsgId, ts (ms), mentions, mentionMe,
//! quote, url, file, mediaFails. The README lists them all.
[[nodiscard]] Inbound makeInbound(const InboundContext& context, const QJsonObject& wanted);

} // namespace zalo::sim
