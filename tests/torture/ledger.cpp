// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ledger.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr qint64 ClockAllowance = 10'000;

QString clockText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(u"HH:mm:ss.zzz"_s);
}

QString kindName(Ledger::Kind kind)
{
    switch (kind) {
    case Ledger::Kind::Lost:
        return u"lost"_s;
    case Ledger::Kind::Doubled:
        return u"doubled"_s;
    case Ledger::Kind::OutOfOrder:
        return u"out of order"_s;
    case Ledger::Kind::Misdirected:
        return u"misdirected"_s;
    case Ledger::Kind::DeadLetter:
        return u"dead letters"_s;
    case Ledger::Kind::WrongState:
        return u"wrong states"_s;
    case Ledger::Kind::WrongAnswer:
        return u"wrong answers"_s;
    case Ledger::Kind::WrongTime:
        return u"wrong times"_s;
    case Ledger::Kind::Leaked:
        return u"texts in the log"_s;
    case Ledger::Kind::TwoAtOnce:
        return u"two companions at once"_s;
    case Ledger::Kind::Ended:
        return u"ends by itself"_s;
    }
    Q_UNREACHABLE();
}

//! "mật khẩu i17" → "i17": the first word after the two that must never be in a log.
QString tagOf(const QString& text)
{
    return text.section(u' ', 2, 2);
}

} // namespace

void Ledger::add(Kind kind, const QString& details)
{
    if (isClean()) {
        m_first = kindName(kind) + u": "_s + details;
    }
    m_violations[kind] << details;
}

void Ledger::checkInbound(const QList<QJsonObject>& journal)
{
    const QHash<int, int> bursts = burstsByNumber();
    QSet<int> untold;
    QSet<int> between;
    for (const Injected& message : std::as_const(m_injected)) {
        if (message.isUntold) {
            between.insert(message.number);
        } else if (message.msgId.isEmpty()) {
            untold.insert(message.number);
        }
    }
    QHash<QString, int> last; // delivered of each thread of an account
    QHash<QString, int> newest;
    QHash<int, QJsonObject> seen; // each first delivery
    for (const QJsonObject& entry : journal) {
        const QString thread = entry[u"threadId"].toString();
        const QString msgId = entry[u"msgId"].toString();
        const QString lane = entry[u"account"].toString() + u' ' + thread;
        const int number = tagOf(entry[u"text"].toString()).mid(1).toInt();
        const QString what = u"message %1 (id %2) of thread %3, delivered at %4 (attempt %5, "
                             "backlog %6, as %7's)"_s.arg(number)
                                 .arg(msgId, thread, clockText(entry[u"time"].toInteger()))
                                 .arg(entry[u"attempt"].toInt())
                                 .arg(entry[u"backlog"].toBool())
                                 .arg(entry[u"account"].toString());
        const bool isSameBurst =
            bursts.value(number) != 0 && bursts.value(number) == bursts.value(newest.value(lane));
        const bool isBurstsAgain = bursts.value(number) != 0
            && bursts.value(number) == bursts.value(last.value(lane))
            && isAfterBreak(entry, seen.value(number));
        // Its answer was lost, and what nobody had heard, being older, went before it.
        const bool isNewestAgain =
            number == newest.value(lane) && isAfterBreak(entry, seen.value(number));
        const bool isBetween = between.contains(number) && number < newest.value(lane);
        if (number == last.value(lane) || isBurstsAgain || isNewestAgain
            || isLate(entry, seen.value(number))) {
            ++m_repeated;
        } else if (seen.contains(number)) {
            const QJsonObject& first = seen[number];
            add(Kind::Doubled,
                what
                    + u", by %1 (connected at %2), first at %3 by %4 (connected at %5), after "
                      "message %6, as %7's"_s.arg(entry[u"pid"].toInteger())
                          .arg(clockText(entry[u"connected"].toInteger()),
                               clockText(first[u"time"].toInteger()))
                          .arg(first[u"pid"].toInteger())
                          .arg(clockText(first[u"connected"].toInteger()))
                          .arg(last.value(lane))
                          .arg(first[u"account"].toString()));
        } else if (entry[u"recovered"].toBool() && untold.contains(number)) {
            last[lane] = number; // nobody heard it; the history told it when others had come
        } else if (entry[u"recovered"].toBool() && isBetween) {
            last[lane] = number; // written between the question and the connection
            ++m_late;
        } else if (number < newest.value(lane) && !isSameBurst) {
            add(Kind::OutOfOrder, what + u", after message %1"_s.arg(newest.value(lane)));
        } else {
            last[lane] = number;
            newest[lane] = std::max(newest.value(lane), number);
        }
        if (!seen.contains(number)) {
            seen.insert(number, entry);
        }
    }
    m_delivered = int(seen.size());
    for (const Injected& message : std::as_const(m_injected)) {
        checkDelivery(message, seen.value(message.number));
    }
}

QHash<int, int> Ledger::burstsByNumber() const
{
    QHash<int, int> bursts;
    for (const Injected& message : m_injected) {
        bursts.insert(message.number, message.burst);
    }
    return bursts;
}

//! Whether another process of the Gateway had the message in its hands before the one that took it
//! first: its connection was taken from it, and it did not know yet.
bool Ledger::isLate(const QJsonObject& entry, const QJsonObject& first)
{
    return !first.isEmpty() && entry[u"pid"] != first[u"pid"]
        && entry[u"since"].toInteger() < first[u"time"].toInteger();
}

//! Whether the connection ended after the first delivery, whose answer may have been lost. An older
//! one of a burst may have come meanwhile, and goes before it.
bool Ledger::isAfterBreak(const QJsonObject& entry, const QJsonObject& first)
{
    return !first.isEmpty() && entry[u"connected"].toInteger() > first[u"time"].toInteger();
}

void Ledger::checkDelivery(const Injected& message, const QJsonObject& first)
{
    const QString what = u"message %1 (id %2) of thread %3, printed at %4"_s.arg(message.number)
                             .arg(message.msgId, message.threadId, clockText(message.timeMs));
    if (!message.msgId.isEmpty() && first[u"msgId"].toString() != message.msgId) {
        add(Kind::Lost, what);
    }
    const QString told = first[u"account"].toString();
    if (!told.isEmpty() && !message.account.isEmpty() && told != message.account) {
        add(Kind::Misdirected, u"%1, to %2: delivered as to %3"_s.arg(what, message.account, told));
    }
}

void Ledger::checkOutbound(const QList<QJsonObject>& outbox,
                           const QHash<QString, QJsonObject>& outcomes)
{
    QHash<QString, QStringList> texts; // by tag
    QHash<QString, int> newest; // of each thread of an account
    const QHash<QString, QString> accounts = accountsOfTags();
    const QSet<int> anew = askedAnew();
    for (const QJsonObject& entry : outbox) {
        const QString text = entry[u"text"].toString();
        // Parts of a long text carry the tag in each of their words.
        const QString tag = text.startsWith(u"mật khẩu ") ? tagOf(text) : text.section(u' ', 0, 0);
        const QString message = tag.section(u'.', 0, 0);
        if (texts[message].contains(text)) {
            add(Kind::Doubled,
                u"%1 went out again at %2"_s.arg(message, clockText(entry[u"time"].toInteger())));
        }
        texts[message] << text;
        const QString account = entry[u"account"].toString();
        if (const QString own = accounts.value(message); !own.isEmpty() && own != account) {
            add(Kind::Misdirected,
                u"%1 of %2 went out from %3, at %4"_s.arg(message, own, account,
                                                          clockText(entry[u"time"].toInteger())));
        }
        if (const int number = message.mid(1).toInt();
            message.startsWith(u'o') && !anew.contains(number)) {
            int& last = newest[account + u' ' + entry[u"threadId"].toString()];
            if (number < last) {
                add(Kind::OutOfOrder,
                    u"%1 went out after o%2, at %3"_s.arg(message).arg(last).arg(
                        clockText(entry[u"time"].toInteger())));
            }
            last = std::max(last, number);
        }
    }
    for (const Requested& message : std::as_const(m_requested)) {
        ++m_answers[message.answer];
        const QString tag =
            (message.key.startsWith(u"reply:") ? u'r' : u'o') + QString::number(message.number);
        checkKey(message, outcomes.value(message.key), texts.value(tag));
    }
}

//! From whom each message goes: a reply from whom was written to.
QHash<QString, QString> Ledger::accountsOfTags() const
{
    QHash<QString, QString> accounts;
    for (const Requested& message : m_requested) {
        if (!message.key.startsWith(u"reply:")) {
            accounts.insert(u'o' + QString::number(message.number), message.account);
        }
    }
    for (const Injected& message : m_injected) {
        accounts.insert(u'r' + QString::number(message.number), message.account);
    }
    return accounts;
}

QSet<int> Ledger::askedAnew() const
{
    QSet<int> numbers;
    for (const Requested& message : m_requested) {
        if (message.isAskedAnew) {
            numbers.insert(message.number);
        }
    }
    return numbers;
}

void Ledger::checkKey(const Requested& message, const QJsonObject& outcome,
                      const QStringList& texts)
{
    const QString state = outcome[u"state"].toString();
    const QString what =
        u"key %1 of thread %2, asked at %3: answered “%4”, stored “%5”, %6 at Zalo"_s
            .arg(message.key, message.threadId, clockText(message.timeMs), message.answer, state)
            .arg(texts.size());
    int sent = 0;
    int uncertain = 0;
    const QJsonArray parts = outcome[u"parts"].toArray();
    for (const QJsonValue& part : parts) {
        sent += part[u"state"].toString() == u"sent" ? 1 : 0;
        uncertain += part[u"state"].toString() == u"uncertain" ? 1 : 0;
    }
    const bool refused = message.answer == u"refused" && (state == u"unknown" || state == u"failed")
        && texts.isEmpty();
    const bool final = state == u"sent" || state == u"failed" || state == u"uncertain";
    const bool counts = texts.size() >= sent && texts.size() <= sent + uncertain
        && (state != u"sent" || (uncertain == 0 && sent == parts.size()));
    if (!refused && !(final && state == message.answer && counts)) {
        add(Kind::WrongAnswer, what);
    }
}

void Ledger::checkTimes(const QJsonObject& profile, qint64 startedMs, qint64 nowMs)
{
    const qint64 lastIn = profile[u"lastIn"].toInteger();
    const QString account = profile[u"account"][u"userId"].toString();
    qint64 newest = 0; // of what is known to have been printed, to who is logged in
    for (const Injected& message : std::as_const(m_injected)) {
        if (!message.msgId.isEmpty() && (message.account.isEmpty() || message.account == account)) {
            newest = std::max(newest, message.timeMs);
        }
    }
    if (lastIn > nowMs || lastIn < newest - ClockAllowance) {
        add(Kind::WrongTime,
            u"the last message came at %1, not at %2"_s.arg(clockText(newest), clockText(lastIn)));
    }
    const QJsonArray gaps = profile[u"connectionGaps"].toArray();
    for (const QJsonValue& gap : gaps) {
        const qint64 from = gap[u"from"].toInteger();
        const qint64 to = gap[u"to"].toInteger();
        if (to > 0 && to - from > nowMs - startedMs + ClockAllowance) {
            add(Kind::WrongTime, u"a gap of %1 ms, longer than the run"_s.arg(to - from));
        }
    }
}

QString Ledger::report() const
{
    const auto printed = std::count_if(m_injected.cbegin(), m_injected.cend(),
                                       [](const Injected& one) { return !one.msgId.isEmpty(); });
    QString text = u"inbound   %1 printed, %2 delivered, %3 of them again, %4 late\n"_s.arg(printed)
                       .arg(m_delivered)
                       .arg(m_repeated)
                       .arg(m_late);
    text += u"outbound  %1 keys:"_s.arg(m_requested.size());
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        text += u" %1 %2"_s.arg(it.value()).arg(it.key().isEmpty() ? u"unanswered"_s : it.key());
    }
    text += u'\n';
    for (Kind kind : { Kind::Lost, Kind::Doubled, Kind::OutOfOrder, Kind::Misdirected,
                       Kind::DeadLetter, Kind::WrongState, Kind::WrongAnswer, Kind::WrongTime,
                       Kind::Leaked, Kind::TwoAtOnce, Kind::Ended }) {
        text += u"%1 %2\n"_s.arg(m_violations.value(kind).size(), 5).arg(kindName(kind));
    }
    if (!isClean()) {
        text += u"first violation: "_s + m_first + u'\n';
        for (const QStringList& some : m_violations) {
            text += u"  "_s + some.mid(0, 5).join(u"\n  "_s) + u'\n';
        }
    }
    return text;
}

} // namespace zalo::torture
