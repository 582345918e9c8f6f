// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "messagestore/relayrows.h"

#include <QObject>

namespace zalo {

//! One message for zca to send.
struct OutboundPart
{
    QString profile;
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString text; //!< the text, or the caption of what takesCaption(); may be empty then
    QString path; //!< a medium's file
    QString url; //!< a link
};

struct SendReceipt
{
    QStringList messageIds; //!< empty: sent, id unknown (zca-cli)
};

//! The way to Zalo, as the outbox sees it.
class MessageSender
{
public:
    virtual ~MessageSender() = default;

    //! Sends one message; `done` is called once, unless `context` dies. An error that means
    //! *certainly not sent* (see isCertainlyNotSent()) makes the message failed; with every other
    //! one it is uncertain, and never sent again by itself.
    virtual void send(const OutboundPart& part, QObject* context, Reply<SendReceipt> done) = 0;

    //! True where the caption goes in one message with the medium; else it is sent as a text.
    [[nodiscard]] virtual bool takesCaption(OutboundKind kind, const QString& path) const = 0;
};

//! True for kinds with which a sender says that nothing reached Zalo. A sender that cannot be sure
//! answers Uncertain, also where zca was offline in the middle.
[[nodiscard]] bool isCertainlyNotSent(ErrorKind kind);

} // namespace zalo
