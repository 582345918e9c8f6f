// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace zalo::sim {

inline QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

//! The JSON objects among the lines.
inline QList<QJsonObject> objectsIn(const QByteArray& out)
{
    QList<QJsonObject> list;
    for (const QByteArray& line : out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty()) {
            list.append(object);
        }
    }
    return list;
}

//! The received messages among a listener's lines.
inline QList<QJsonObject> messagesIn(const QByteArray& out)
{
    QList<QJsonObject> list;
    for (const QJsonObject& object : objectsIn(out)) {
        if (object.contains(QLatin1String("msgId"))) {
            list.append(object);
        }
    }
    return list;
}

inline QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace zalo::sim
