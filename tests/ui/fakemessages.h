// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/activityservice.h"
#include "companion/deliveryservice.h"
#include "companion/messageservice.h"
#include "fakecalls.h"

namespace zalo::test {

inline QString joined(const QList<qint64>& ids)
{
    QStringList texts;
    for (const qint64 id : ids) {
        texts << QString::number(id);
    }
    return texts.join(u',');
}

//! Keeps what it is to send.
class FakeMessages : public MessageService
{
public:
    explicit FakeMessages(FakeCalls& calls)
        : m_calls(calls)
    { }

    QList<OutboundRequest> sent;

    void send(const OutboundRequest& request, QObject*, Callback<OutboundRow> done) override
    {
        m_calls.asked << u"send " + request.thread.id;
        sent << request;
        answer(done);
    }
    void outcome(const QString&, const QString&, QObject*,
                 Callback<std::optional<OutboundRow>> done) override
    {
        done(std::nullopt);
    }
    void sendAgain(qint64 id, QObject*, Callback<OutboundRow> done) override
    {
        m_calls.asked << QStringLiteral("sendAgain %1").arg(id);
        answer(done);
    }
    void settle(const QString&, qint64 id, SendSettlement how, QObject*,
                Callback<bool> done) override
    {
        m_calls.asked << (how == SendSettlement::Arrived ? QStringLiteral("arrived %1")
                                                         : QStringLiteral("dismiss %1"))
                             .arg(id);
        done(true);
    }
    void dismiss(const QString& profile, const QList<qint64>& ids, QObject*,
                 Callback<int> done) override
    {
        m_calls.asked << u"dismissSends " + profile + u' ' + joined(ids);
        done(m_calls.fails ? Result<int>(tl::unexpected(*m_calls.fails)) : int(ids.size()));
    }
    void sendTyping(const QString&, const ThreadRef&, QObject*, Callback<void> done) override
    {
        done(m_calls.answer());
    }

private:
    void answer(const Callback<OutboundRow>& done) const
    {
        done(m_calls.fails ? Result<OutboundRow>(tl::unexpected(*m_calls.fails)) : OutboundRow());
    }

    FakeCalls& m_calls;
};

//! Delivers nothing.
class FakeDelivery : public DeliveryService
{
public:
    explicit FakeDelivery(FakeCalls& calls)
        : m_calls(calls)
    { }

    void recordOutcome(const QString&, const QString&, const QString&, InboundOutcome,
                       const OutcomeReason&, QObject*, Callback<bool> done) override
    {
        done(true);
    }
    void deliverAnyway(const QString&, qint64 seq, QObject*, Callback<bool> done) override
    {
        m_calls.asked << QStringLiteral("deliverAnyway %1").arg(seq);
        done(true);
    }
    void deliverExpired(const QString& profile, QObject*, Callback<int> done) override
    {
        m_calls.asked << u"deliverExpired " + profile;
        done(3);
    }
    void discard(const QString&, qint64 seq, QObject*, Callback<bool> done) override
    {
        m_calls.asked << QStringLiteral("discard %1").arg(seq);
        done(true);
    }
    void dismiss(const QString& profile, const QList<qint64>& seqs, QObject*,
                 Callback<int> done) override
    {
        m_calls.asked << u"dismissTurns " + profile + u' ' + joined(seqs);
        done(m_calls.fails ? Result<int>(tl::unexpected(*m_calls.fails)) : int(seqs.size()));
    }
    void setThreadPaused(const QString&, const ThreadRef& thread, bool paused, QObject*,
                         Callback<void> done) override
    {
        m_calls.asked << (paused ? QStringLiteral("pauseThread ") : QStringLiteral("resumeThread "))
                + thread.id;
        done(m_calls.answer());
    }
    void takeOver(const QString&, const ThreadRef& thread, QObject*, Callback<void> done) override
    {
        m_calls.asked << u"takeOver " + thread.id;
        done(m_calls.answer());
    }
    void setRelayPaused(bool paused) override
    {
        m_calls.asked << (paused ? QStringLiteral("pause") : QStringLiteral("resume"));
    }
    void endCoolDown(const QString& profile) override
    {
        m_calls.asked << u"endCoolDown " + profile;
    }

private:
    FakeCalls& m_calls;
};

//! Answers every question with the page that a test put in.
class FakeActivity : public ActivityService
{
public:
    explicit FakeActivity(FakeCalls& calls)
        : m_calls(calls)
    { }

    ActivityList page;
    ActivityQuery lastQuery;

    void activity(const ActivityQuery& query, QObject*, Callback<ActivityList> done) override
    {
        m_calls.asked << QStringLiteral("activity");
        lastQuery = query;
        done(page);
    }

    ConversationList conversationPage;

    void conversations(const ConversationQuery& query, QObject*,
                       Callback<ConversationList> done) override
    {
        m_calls.asked << (query.onlyPaused ? QStringLiteral("pausedConversations")
                                           : QStringLiteral("conversations"));
        done(conversationPage);
    }

    ActivitySummary sum;
    SummaryQuery lastSummary;

    void summary(const SummaryQuery& query, QObject*, Callback<ActivitySummary> done) override
    {
        m_calls.asked << u"summary " + query.profile;
        lastSummary = query;
        done(sum);
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
