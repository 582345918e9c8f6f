// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/mediakind.h"

#include <QList>
#include <QString>

#include <optional>

namespace zalo {

//! A person named in a message. Positions count UTF-16 units of the text (ZCA.md 7).
struct Mention
{
    QString uid; //!< "-1" is everybody
    int pos = 0;
    int len = 0;

    friend bool operator==(const Mention&, const Mention&) = default;
};

//! The message that another one answers. Every member may be empty.
struct Quote
{
    QString msgId;
    QString senderId;
    QString senderName;
    QString text;
    qint64 timestampMs = 0;

    friend bool operator==(const Quote&, const Quote&) = default;
};

//! A picture, video, voice note or file that came with a message.
struct Media
{
    MediaKind kind = MediaKind::File;
    QString path; //!< where zca saved it; empty where it is still to be fetched
    QString url;
    QString mime;

    friend bool operator==(const Media&, const Media&) = default;
};

//! How a message came to us.
enum class MessageOrigin
{
    Listener,
    EarlierRun, //!< a listener of an earlier run of this program printed it
    History //!< Zalo's history was asked for what nobody heard
};

//! One message as zca printed it. Only `msgId` and `threadId` are always there (ZCA.md 7).
struct InboundMessage
{
    QString msgId;
    QString cliMsgId;
    QString threadId; //!< DM: the sender's user id; group: the group's id
    bool isGroup = false;
    QString threadName; //!< usually empty: look the group up
    QString senderId;
    QString senderName;
    QString text; //!< as its sender wrote it
    qint64 timestampMs = 0; //!< since 1970 UTC
    QString msgType; //!< webchat, chat.photo, …; empty where the dialect does not tell
    QList<Mention> mentions;
    std::optional<Quote> quote;
    QList<Media> media;
    QString toId;
    bool isSelf = false; //!< the account's owner wrote it, elsewhere

    friend bool operator==(const InboundMessage&, const InboundMessage&) = default;
};

} // namespace zalo
