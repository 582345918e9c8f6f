// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "outboundtraffic.h"

#include "companionlink.h"
#include "inboundtraffic.h"
#include "world.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds Interval { 300 };
constexpr std::chrono::milliseconds RefusedPause { 500 };
constexpr int Burst = 6;
constexpr int LongEvery = 15; //!< texts of several parts
constexpr int RepeatEvery = 20; //!< keys asked for again though they were answered
constexpr int WordsOfLong = 700;
constexpr int ShortDeadlineMs = 1'500;
constexpr int LongDeadlineMs = 20'000;

//! What an answer means; empty when there was none.
QString answerOf(const RpcReply& reply)
{
    if (reply) {
        return u"sent"_s;
    }
    const RpcError& error = reply.error();
    if (error.kind == u"disconnected") {
        return {};
    }
    if (error.code == -32006) {
        return u"uncertain"_s;
    }
    // Without parts nothing was stored: the key is as good as new.
    return error.data.contains(u"parts") ? u"failed"_s : u"refused"_s;
}

} // namespace

OutboundTraffic::OutboundTraffic(const World& world, CompanionLink& link, quint32 seed,
                                 QObject* parent)
    : QObject(parent),
      m_world(world),
      m_link(link),
      m_random(seed)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &OutboundTraffic::sendNew);
    connect(&m_link, &CompanionLink::opened, this, &OutboundTraffic::askAgain);
}

void OutboundTraffic::start()
{
    m_timer.start();
}

void OutboundTraffic::stop()
{
    m_timer.stop();
}

void OutboundTraffic::burst()
{
    for (int i = 0; i < Burst; ++i) {
        sendNew();
    }
}

void OutboundTraffic::sendNew()
{
    const qsizetype index = m_messages.size();
    static const QStringList threads = InboundTraffic::threads();
    Requested message;
    message.number = int(index) + 1;
    message.key = u"o%1"_s.arg(message.number);
    message.threadId = threads.at(m_random.bounded(int(threads.size())));
    message.timeMs = QDateTime::currentMSecsSinceEpoch();
    message.account = m_world.account();
    QString text = u"mật khẩu o%1"_s.arg(message.number);
    if (m_random.bounded(LongEvery) == 0) {
        QStringList words;
        for (int i = 0; i < WordsOfLong; ++i) {
            words << u"o%1.%2"_s.arg(message.number).arg(i);
        }
        text = words.join(u' ');
    }
    const int deadline = m_random.bounded(4) == 0 ? ShortDeadlineMs : LongDeadlineMs;
    QJsonObject params { { u"threadId"_s, message.threadId },
                         { u"isGroup"_s, message.threadId.startsWith(u'7') },
                         { u"key"_s, message.key },
                         { u"deadlineMs"_s, deadline },
                         { u"text"_s, text } };
    if (!message.account.isEmpty()) { // as the plugin does: a reply to what that one was asked
        params[u"account"_s] = message.account;
    }
    m_params << params;
    m_messages << message;
    m_timesAsked << 0;
    ++m_unanswered;
    ask(index);
    // What was refused is as good as new: it would go out now, after all that was asked since.
    const int older = m_random.bounded(int(index) + 1);
    const bool isRepeat = m_random.bounded(RepeatEvery) == 0;
    if (const QString& answer = m_messages.at(older).answer;
        isRepeat && !answer.isEmpty() && answer != u"refused") {
        ask(older);
    }
}

void OutboundTraffic::ask(qsizetype index)
{
    if (!m_link.isOpen()) {
        return; // askAgain() follows
    }
    ++m_timesAsked[index];
    m_link.request(this, u"message.send"_s, m_params.at(index),
                   [this, index](const RpcReply& reply) { answered(index, answerOf(reply)); });
}

void OutboundTraffic::answered(qsizetype index, const QString& answer)
{
    if (answer.isEmpty()) {
        return;
    }
    if (answer == u"refused" && m_timesAsked.at(index) > 1
        && m_messages.at(index).answer.isEmpty()) {
        // Nothing was stored of this asking. What became of an earlier one, whose answer was lost
        // with a process, is not known until the data file can be read again.
        m_messages[index].isAskedAnew = true;
        QTimer::singleShot(RefusedPause, this, [this, index] { ask(index); });
        return;
    }
    Requested& message = m_messages[index];
    const QString before = std::exchange(message.answer, answer);
    if (before.isEmpty()) {
        --m_unanswered;
    } else if (before != answer && before != u"refused" && answer != u"refused") {
        emit contradicted(
            u"key %1 was answered “%2”, then “%3”"_s.arg(message.key, before, answer));
    } else if (answer == u"refused") {
        message.answer = before; // a full disk cannot take back what was said
    }
}

void OutboundTraffic::askAgain()
{
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        if (m_messages.at(i).answer.isEmpty()) {
            ask(i);
        }
    }
}

} // namespace zalo::torture
