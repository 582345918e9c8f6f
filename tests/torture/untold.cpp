// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "untold.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace zalo::torture {

//! The first message that reached a connection tells that there is one.
QSet<QString> untoldMessages(const QList<QJsonObject>& history, const QList<qint64>& questions)
{
    QSet<QString> ids;
    qint64 connectedMs = std::numeric_limits<qint64>::max();
    for (auto row = history.crbegin(); row != history.crend(); ++row) {
        const qint64 writtenMs = (*row)[u"ts"].toInteger();
        if ((*row)[u"reached"].toBool()) {
            connectedMs = writtenMs;
            continue;
        }
        const auto next = std::lower_bound(questions.cbegin(), questions.cend(), connectedMs);
        const bool isAsked = next != questions.cbegin();
        if (isAsked && *(next - 1) <= writtenMs && !(*row)[u"isGroup"].toBool()) {
            ids.insert((*row)[u"msgId"].toString());
        }
    }
    return ids;
}

} // namespace zalo::torture
