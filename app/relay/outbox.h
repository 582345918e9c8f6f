// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relaystore.h"
#include "relay/outboundrequest.h"
#include "relay/partsender.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Sends messages once: the key is stored before anything starts, the sends of a thread go strictly
//! in order, long texts and captions in parts, and what may or may not have gone is uncertain for
//! good. Each account has a pace (SendPacer), in which every part of a long text counts.
// Large: whatever holds sends up is reported to it by a method of its own.
class Outbox : public QObject
{
    Q_OBJECT

public:
    enum class Sending
    {
        Running,
        CoolDown
    };
    Q_ENUM(Sending)

    //! `store` and `sender` outlive the outbox.
    Outbox(RelayStore* store, MessageSender* sender, Policy policy, Clock clock = {},
           QObject* parent = nullptr);
    ~Outbox() override;

    //! Restores what the last run left in the queue. Call it once the store is open; nothing is
    //! sent before.
    void start();

    //! `userId`, called `name`, is logged in in `profile`, as was verified: its messages go from
    //! now on, and so do those that it has in other profiles. Those of another account wait, and
    //! end with AccountChanged at their deadlines. Call it after AccountStore::claim().
    void setAccount(const QString& profile, const QString& userId, const QString& name);
    //! `userId` was the last one in `profile` in an earlier run: until setAccount() what is to be
    //! sent there is taken for theirs. So it never goes out as another person's.
    void presumeAccount(const QString& profile, const QString& userId);
    //! Nobody knows just now who is logged in: nothing is sent before setAccount().
    void setAccountUnknown(const QString& profile);
    //! What an account has queued in a profile ends as cancelled.
    void discard(const QString& profile, const QString& account);

    //! Sends, or joins the send with the same (owner, key) whatever else it carries. Answered once,
    //! with the final row: sent, failed or uncertain (its `error` says why, its `parts` what went).
    //! An error instead of a row: nothing was stored and nothing is sent.
    //! Failed without a try: TimedOut at the deadline, Paused or SendsTooMany where a pause or the
    //! pace kept it until then, RateLimited where a cool-down lasts beyond it. Of a long text the
    //! rest fails so where a pause or a cool-down comes between its parts.
    void send(const OutboundRequest& request, QObject* context, Callback<OutboundRow> done);

    //! What is known of a key; nothing when it was never seen.
    void outcome(const QString& owner, const QString& key, QObject* context,
                 Callback<std::optional<OutboundRow>> done);

    //! How long it takes on average from one message of an account to the next, from now on.
    void setSendInterval(std::chrono::milliseconds interval);

    //! Pauses all sending; what is under way ends. Deadlines go on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_queue.isPaused(); }
    //! Suspends the sends of one profile, for example while nobody is logged in.
    void setSuspended(const QString& profile, bool suspended);
    //! Whether the profile's listener is connected: files go only then (MessageSender).
    void setConnected(const QString& profile, bool connected);
    //! Follows a thread's pause (InboundRelay::setThreadPaused() stores it).
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused);

    [[nodiscard]] Sending sendingState(const QString& profile) const;
    //! When sending goes on by itself, 0 while it runs.
    [[nodiscard]] qint64 coolDownUntilMs(const QString& profile) const;
    //! Ends a cool-down: a person asked for it.
    void endCoolDown(const QString& profile);

    //! How many sends are with zca just now.
    [[nodiscard]] int underWay() const { return m_queue.underWay(); }
    //! The program ends: nothing is begun any more, and what zca was not started for stays queued.
    //! idle() follows, once.
    void end();

signals:
    //! What was under way at end() has ended.
    void idle();
    void sendingStateChanged(const QString& profile, zalo::Outbox::Sending state, qint64 untilMs);

private:
    using Key = QPair<QString, QString>; //!< owner, key

    void restore(const QList<OutboundRow>& rows);
    void onStored(const PendingSendPtr& send, const Result<EnqueuedOutbound>& result);
    void answerStored(const PendingSendPtr& send, const Error& error);
    void queue(const PendingSendPtr& send);
    void fail(const PendingSendPtr& send, const Error& error);
    void refuseHopeless(const QString& profile);
    void pump(const QString& profile);
    void pumpAll();
    void onTimeout();
    void armTimer();
    void loadAccount(const QString& profile, const QString& account);
    void coolDown(const QString& profile, qint64 untilMs);
    void close(const PendingSendPtr& send, const Result<OutboundRow>& answer);

    RelayStore* m_store;
    MessageSender* m_sender;
    Policy m_policy;
    Clock m_clock;
    QHash<Key, PendingSendPtr> m_open; //!< not final yet
    SendQueue m_queue;
    PartSender m_parts;
    QTimer m_timer;
    bool m_isEnding = false; //!< and something is still under way
};

} // namespace zalo
