// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/logline.h"

#include "core/singleline.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxUnits = 1'000;

QString bounded(const QString& text)
{
    // Cut first: what is not shown needs no care.
    const bool isLong = text.size() > MaxUnits;
    const QString line = singleLine(isLong ? text.left(MaxUnits) : text);
    return isLong ? QString(line + u'…') : line;
}

//! The first argument of a logger of a subsystem is its name, as JSON in a text.
QString subsystemOf(const QJsonObject& record)
{
    const QByteArray first = record[u"0"_s].toString().toUtf8();
    return first.startsWith('{')
        ? QJsonDocument::fromJson(first).object()[u"subsystem"_s].toString()
        : QString();
}

} // namespace

QString logLine(const QByteArray& line)
{
    const QJsonObject record = QJsonDocument::fromJson(line).object();
    const QString message = record[u"message"_s].toString();
    if (record.isEmpty() || message.isEmpty()) {
        return bounded(QString::fromUtf8(line.left(MaxUnits * 4)));
    }
    QString text;
    const QDateTime time = QDateTime::fromString(record[u"time"_s].toString(), Qt::ISODateWithMs);
    if (time.isValid()) {
        text += time.toLocalTime().time().toString(u"HH:mm:ss"_s) + u' ';
    }
    const QString level = record[u"_meta"_s][u"logLevelName"_s].toString();
    if (!level.isEmpty() && level != u"INFO") {
        text += level + u' ';
    }
    if (const QString subsystem = subsystemOf(record); !subsystem.isEmpty()) {
        text += subsystem + u": "_s;
    }
    return bounded(text + message);
}

} // namespace zalo
