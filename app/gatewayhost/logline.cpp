// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/logline.h"

#include "core/singleline.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

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

//! The first argument of a logger of a subsystem is its name, as JSON in a text. What commands and
//! runs print comes from none, and may be an agent's answer.
QString subsystemOf(const QJsonObject& record)
{
    const QByteArray first = record[u"0"_s].toString().toUtf8();
    return first.startsWith('{')
        ? QJsonDocument::fromJson(first).object()[u"subsystem"_s].toString()
        : QString();
}

//! In the others there may be what people write (docs/logging.md, "Targeted model transport
//! diagnostics").
bool isForPeople(const QString& level)
{
    static const QStringList shown { u"INFO"_s, u"WARN"_s, u"ERROR"_s, u"FATAL"_s };
    return shown.contains(level);
}

//! OpenClaw masks what it knows to be secret; this is for what others hand to its log.
QString withoutSecrets(QString text)
{
    static const QRegularExpression named(
        u"((?:token|secret|password|passwd|api[_-]?key|authorization|cookie)[\"']?\\s*[:=]\\s*)"
        "(?:(?:bearer|basic)\\s+)?[\"']?[^\\s\"',;&}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression known(u"\\b(?:sk-|ghp_|xox[a-z]-|eyJ)[A-Za-z0-9._-]{8,}|"
                                          "\\bbearer\\s+[A-Za-z0-9._~+/-]{8,}=*"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text.replace(named, u"\\1…"_s).replace(known, u"…"_s);
}

} // namespace

QString logLine(const QByteArray& line)
{
    const QJsonObject record = QJsonDocument::fromJson(line).object();
    const QString message = record[u"message"_s].toString();
    const QString subsystem = subsystemOf(record);
    const QString level = record[u"_meta"_s][u"logLevelName"_s].toString();
    if (message.isEmpty() || subsystem.isEmpty() || !isForPeople(level)) {
        return {};
    }
    QString text;
    const QDateTime time = QDateTime::fromString(record[u"time"_s].toString(), Qt::ISODateWithMs);
    if (time.isValid()) {
        text += time.toLocalTime().time().toString(u"HH:mm:ss"_s) + u' ';
    }
    if (level != u"INFO") {
        text += level + u' ';
    }
    return withoutSecrets(bounded(text + subsystem + u": "_s + message));
}

} // namespace zalo
