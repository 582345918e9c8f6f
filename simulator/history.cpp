// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "history.h"

#include "linefile.h"
#include "messagekind.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto idKey = u"msgId"_s;
const auto arrivalKey = u"arrival"_s;
const auto reachedKey = u"reached"_s;
const auto printedKey = u"printed"_s;
const auto ownKey = u"own"_s;
const auto timeKey = u"ts"_s;

} // namespace

bool History::add(const QJsonObject& message, const Account& account) const
{
    QJsonObject row { { u"account"_s, account.id } };
    for (const char* key :
         { "msgId", "cliMsgId", "threadId", "isGroup", "senderId", "senderName", "ts", "quote" }) {
        if (message.contains(QLatin1String(key))) {
            row[QLatin1String(key)] = message.value(QLatin1String(key));
        }
    }
    const bool isOwn = message.value(ownKey).toBool();
    row[ownKey] = isOwn;
    row[u"toId"_s] = isOwn || message.value(u"isGroup"_s).toBool() ? message.value(u"threadId"_s)
                                                                   : QJsonValue(account.id);
    row[u"msgType"_s] = QString::fromUtf8(kindOf(message)->msgType);
    row[u"content"_s] = QString::fromUtf8(storedContent(message));
    return LineFile::history(m_home).append(row);
}

void History::mark(const QString& msgId, Arrival arrival) const
{
    LineFile::arrivals(m_home).append(
        { { idKey, msgId },
          { arrivalKey, arrival == Arrival::Reached ? reachedKey : printedKey } });
}

QList<QJsonObject> History::rows(const QString& account) const
{
    QSet<QString> reached;
    QSet<QString> printed;
    for (const QJsonObject& mark : LineFile::arrivals(m_home).entries()) {
        (mark.value(arrivalKey).toString() == reachedKey ? reached : printed)
            .insert(mark.value(idKey).toString());
    }
    QList<QJsonObject> out;
    for (QJsonObject row : LineFile::history(m_home).entries()) {
        if (!account.isEmpty() && row.value(u"account"_s).toString() != account) {
            continue;
        }
        const QString id = row.value(idKey).toString();
        row[reachedKey] = reached.contains(id);
        row[printedKey] = printed.contains(id);
        out.append(row);
    }
    std::stable_sort(out.begin(), out.end(), [](const QJsonObject& a, const QJsonObject& b) {
        return a.value(timeKey).toInteger() < b.value(timeKey).toInteger();
    });
    return out;
}

QList<QJsonObject> History::newest(const QString& account, qsizetype count,
                                   const std::function<bool(const QJsonObject&)>& isWanted) const
{
    QList<QJsonObject> out;
    const QList<QJsonObject> all = rows(account);
    for (auto row = all.rbegin(); row != all.rend() && out.size() < count; ++row) {
        if (isWanted(*row)) {
            out.append(*row);
        }
    }
    return out;
}

QJsonObject History::counts(const QString& account) const
{
    qsizetype written = 0;
    qsizetype own = 0;
    qsizetype reached = 0;
    qsizetype printed = 0;
    for (const QJsonObject& row : rows(account)) {
        ++written;
        own += row.value(ownKey).toBool() ? 1 : 0;
        reached += row.value(reachedKey).toBool() ? 1 : 0;
        printed += row.value(printedKey).toBool() ? 1 : 0;
    }
    return { { u"written"_s, written }, { u"own"_s, own },
             { u"reached"_s, reached }, { u"missed"_s, written - own - reached },
             { u"printed"_s, printed }, { u"dropped"_s, reached - printed } };
}

void History::clear() const
{
    LineFile::history(m_home).clear();
    LineFile::arrivals(m_home).clear();
}

} // namespace zalo::sim
