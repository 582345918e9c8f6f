// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/relayrows.h"

#include <QObject>

namespace zalo {

//! One message for zca to send.
struct OutboundPart
{
    QString profile;
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString text; //!< as OutboundPartRow has it
    QString path; //!< a medium's file
    QString url; //!< a link
    QString account {}; //!< who sends it, Zalo's user id
    QString target {}; //!< Zalo's id of the message that it answers or is about; may be empty
    StyleSpans styles {}; //!< of the text
};

struct SendReceipt
{
    QStringList messageIds; //!< empty: sent, id unknown (zca-cli), or no message at all
};

//! The way to Zalo, as the outbox sees it.
class MessageSender
{
public:
    virtual ~MessageSender() = default;

    //! Sends one message; `done` is called once, unless `context` dies. An error makes the message
    //! failed where possiblySent() of its stageOf() is false; else it is uncertain, and never sent
    //! again by itself.
    virtual void send(const OutboundPart& part, QObject* context, Callback<SendReceipt> done) = 0;

    //! How far a failed send() of this part may have come: BegunInPieces where zca may have cut it.
    [[nodiscard]] virtual SendStage stageOf(const OutboundPart& part) const
    {
        Q_UNUSED(part)
        return SendStage::Begun;
    }

    //! True for what goes over the listener's connection, or needs one of its own: it is sent only
    //! while that is there.
    [[nodiscard]] virtual bool needsConnection(OutboundKind kind, const QString& path) const = 0;

    //! True where the caption goes in one message with the medium; else it is sent as a text.
    [[nodiscard]] virtual bool takesCaption(OutboundKind kind, const QString& path) const = 0;
};

} // namespace zalo
