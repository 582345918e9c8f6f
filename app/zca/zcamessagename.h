// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zalo {

//! How Zalo is told which message is meant: by its id and the one that its sender gave it.
struct MessageName
{
    QString msgId;
    QString cliMsgId;

    friend bool operator==(const MessageName&, const MessageName&) = default;
};

//! The names of the messages of `msg recent -j` that `senderId` wrote, or of all where that is
//! empty, newest first (ZCA.md 10). ZcaBroken: no answer of it.
[[nodiscard]] Result<QList<MessageName>> parseRecentNames(const QByteArray& out,
                                                          const QString& senderId);

} // namespace zalo
