// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/grouphistory.h"

#include "core/logging.h"
#include "session/historyreach.h"
#include "zca/zcaarguments.h"
#include "zca/zcahistoryparser.h"
#include "zca/zcarunner.h"

#include <algorithm>

namespace zalo {

GroupHistory::GroupHistory(QString profile, ZcaRunner& runner, const Policy& policy, Clock clock,
                           QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_pace(policy.historyPace),
      m_retry(policy.historyRetry)
{
    for (QTimer* timer : { &m_next, &m_patience, &m_again }) {
        timer->setSingleShot(true);
    }
    connect(&m_next, &QTimer::timeout, this, &GroupHistory::askNext);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { release([](const QString&) { return true; }); });
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_isWanted = true;
        emit wanted();
    });
}

void GroupHistory::missedSince(qint64 ms)
{
    m_sinceMs = m_sinceMs > 0 ? std::min(m_sinceMs, ms) : ms;
    if (m_isAsking) {
        m_isComplete = false;
    }
}

void GroupHistory::retryLater()
{
    if (m_hasBegun && !m_isAsking && !m_isWanted && !m_again.isActive()) {
        m_again.start(m_retry.next());
    }
}

void GroupHistory::begin()
{
    m_hasBegun = true;
    if (!isMissed()) {
        return;
    }
    if (const qint64 wait = m_notBefore - m_clock.steadyMs(); wait > 0) {
        m_again.start(std::chrono::milliseconds(wait));
        emit finished(false);
        return;
    }
    if (m_notBefore == 0) {
        m_retry.reset();
    }
    m_isWanted = true;
    m_patience.start(m_policy.historyDeadline);
    emit wanted();
}

void GroupHistory::ask(const QStringList& groups)
{
    if (!std::exchange(m_isWanted, false) || m_isAsking) {
        return;
    }
    m_isAsking = true;
    m_isComplete = true;
    m_groups = groups.mid(0, m_policy.historyGroups);
    for (const Held& held : std::as_const(m_held)) { // somebody writes there just now
        if (m_groups.removeOne(held.message.threadId)) {
            m_groups.prepend(held.message.threadId);
        }
    }
    release([this](const QString& group) { return !m_groups.contains(group); });
    askNext();
}

void GroupHistory::stop(bool isTaken)
{
    if (isTaken && m_isAsking) {
        m_notBefore = m_clock.steadyMs() + m_retry.next().count();
    }
    m_next.stop();
    m_again.stop();
    m_hasBegun = false;
    m_isWanted = false;
    m_isAsking = false;
    m_groups.clear();
    m_current.clear();
    ++m_question;
    if (const quint64 ticket = std::exchange(m_ticket, 0)) {
        m_runner.cancel(ticket);
    }
    m_patience.stop();
    release([](const QString&) { return true; });
}

bool GroupHistory::hold(const InboundMessage& message, quint64 token)
{
    const QString& group = message.threadId;
    if (!message.isGroup || !m_patience.isActive()
        || !(m_isWanted || group == m_current || m_groups.contains(group))) {
        return false;
    }
    m_held.append({ message, token });
    if (m_groups.removeOne(group)) {
        m_groups.prepend(group);
    }
    return true;
}

void GroupHistory::askNext()
{
    if (m_groups.isEmpty()) {
        finish();
        return;
    }
    m_current = m_groups.takeFirst();
    // Where Zalo does not answer it otherwise, zca opens a connection of its own.
    m_ticket = m_runner.ask(
        { .arguments = zcaargs::recent(m_profile, m_current, m_policy.historyMessages),
          .deadline = m_policy.commandDeadline,
          .commandClass = CommandClass::Query,
          .isAnswer = {},
          .websocketOf = m_profile,
          .maxOutput = MaxListAnswer },
        this, &parseHistory,
        [this, question = ++m_question](const Result<QList<InboundMessage>>& messages) {
            if (question != m_question) {
                return; // stopped meanwhile
            }
            onAnswered(messages);
        });
}

void GroupHistory::onAnswered(const Result<QList<InboundMessage>>& messages)
{
    m_ticket = 0;
    if (!messages) {
        qCWarning(lcSession).noquote()
            << m_profile
            << "history of a group:" << errorText(messages.error(), TextLanguage::English);
        m_isComplete = false;
    } else {
        const qint64 from = historyFromMs(m_sinceMs, m_clock, m_policy);
        for (const InboundMessage& each : *messages) {
            if (each.isGroup && each.threadId == m_current && each.timestampMs >= from) {
                emit message(each);
            }
        }
    }
    const QString read = std::exchange(m_current, {});
    release([&read](const QString& group) { return group == read; });
    if (m_groups.isEmpty()) {
        finish();
    } else {
        m_next.start(m_pace.next());
    }
}

void GroupHistory::finish()
{
    m_isAsking = false;
    m_patience.stop();
    release([](const QString&) { return true; });
    if (m_isComplete) {
        m_sinceMs = 0;
        m_notBefore = 0;
        m_retry.reset();
    } else if (m_retry.failures() < m_policy.historyTries) {
        m_again.start(m_retry.next());
    }
    emit finished(m_isComplete);
}

//! Hands on what waited for groups of which nothing older is expected any more, in its order.
void GroupHistory::release(const std::function<bool(const QString& group)>& isOver)
{
    QList<Held> over;
    QList<Held> rest;
    for (const Held& held : std::as_const(m_held)) {
        (isOver(held.message.threadId) ? over : rest).append(held);
    }
    m_held = rest;
    for (const Held& held : std::as_const(over)) {
        emit released(held.message, held.token);
    }
}

} // namespace zalo
