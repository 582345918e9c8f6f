// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "context.h"
#include "value.h"

#include <QJsonObject>

namespace zalo::sim {

//! One `msg …` that sends: the outbox, the history, the answer.
struct Sending
{
    Context& context;
    Session session;
    QString threadId;
    bool isGroup = false;

    //! Sends one message; gives its id. `more`: what its line in the outbox has besides.
    qint64 send(const QString& kind, const QString& text, QJsonObject more = {}) const;

    //! Writes a line of the outbox for what is no message: a reaction, a recall.
    void note(const QString& kind, QJsonObject more) const;

    //! Prints the answer in the program's dialect; gives the exit code.
    int answer(const Value& value, qint64 lastId) const;

private:
    //! Appends to the outbox; gives the whole line.
    QJsonObject line(const QString& kind, QJsonObject more) const;
    //! What the account sends stands in its history as well.
    void remember(const QJsonObject& sent) const;
};

//! `msg send`: gives the exit code.
[[nodiscard]] int sendText(Sending& sending);

//! `msg sticker`.
[[nodiscard]] int sendSticker(Sending& sending);

//! `msg react`.
[[nodiscard]] int react(Sending& sending);

//! `msg undo`.
[[nodiscard]] int recall(Sending& sending);

//! `msg image`, `video`, `voice` and `upload`.
[[nodiscard]] int sendMedia(Sending& sending);

} // namespace zalo::sim
