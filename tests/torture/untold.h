// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace zalo::torture {

//! Of the simulator's history the ids of direct messages that were written between the last
//! question to it and the connection that followed: neither of the two tells them, the next
//! question does. `questions`: when they began, oldest first.
[[nodiscard]] QSet<QString> untoldMessages(const QList<QJsonObject>& history,
                                           const QList<qint64>& questions);

} // namespace zalo::torture
