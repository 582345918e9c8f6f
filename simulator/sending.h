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

    //! Prints the answer in the program's dialect; gives the exit code.
    int answer(const Value& value, qint64 lastId) const;

private:
    //! What the account sends stands in its history as well.
    void remember(const QJsonObject& sent) const;
};

//! `msg send`: gives the exit code.
[[nodiscard]] int sendText(Sending& sending);

//! `msg image`, `video`, `voice` and `upload`.
[[nodiscard]] int sendMedia(Sending& sending);

} // namespace zalo::sim
