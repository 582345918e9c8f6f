// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relaystore.h"
#include "relay/messagesender.h"
#include "relay/sendpacer.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace zalo {

//! One `message.send` (PROTOCOL.md).
struct OutboundRequest
{
    QString owner; //!< the Gateway's id, or `local`
    QString key; //!< idempotency key
    QString profile;
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString text; //!< the text, or the caption of a medium or link; may be empty then
    QString path;
    QString url;
    std::chrono::milliseconds deadline { 30'000 }; //!< from now; not started by then: never sent
};

//! What of a message is not known to have gone, to be sent anew under another owner and key.
[[nodiscard]] OutboundRequest unsentOf(const OutboundRow& row);

//! Sends messages once: the key is stored before anything starts, the sends of a thread go strictly
//! in order, long texts and captions in parts, and what may or may not have gone is uncertain for
//! good. Each account has a pace (SendPacer), in which every part of a long text counts.
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

    //! Takes up what the last run left in the queue. Call it once the store is open; nothing is
    //! sent before.
    void start();

    //! Sends, or joins the send with the same (owner, key) whatever else it carries. Answered once,
    //! with the final row: sent, failed or uncertain (its `error` says why, its `parts` what went).
    //! An error instead of a row: nothing was stored and nothing is sent.
    //! Failed without a try: TimedOut at the deadline, Paused or SendsTooMany where a pause or the
    //! pace held it until then, RateLimited where a cool-down lasts beyond it. Of a long text the
    //! rest fails so where a pause or a cool-down comes between its parts.
    void send(const OutboundRequest& request, QObject* context, Reply<OutboundRow> done);

    //! What is known of a key; nothing when it was never seen.
    void outcome(const QString& owner, const QString& key, QObject* context,
                 Reply<std::optional<OutboundRow>> done);

    //! How long it takes on average from one message of an account to the next, from now on.
    void setSendInterval(std::chrono::milliseconds interval);

    //! Pauses all sending; what is under way ends. Deadlines go on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    //! Suspends the sends of one profile, for example while nobody is logged in.
    void setSuspended(const QString& profile, bool suspended);
    //! Follows a thread's pause (InboundRelay::setThreadPaused() stores it).
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused);

    [[nodiscard]] Sending sendingState(const QString& profile) const;
    //! When sending goes on by itself, 0 while it runs.
    [[nodiscard]] qint64 coolDownUntilMs(const QString& profile) const;
    //! Ends a cool-down: a person asked for it.
    void endCoolDown(const QString& profile);

    //! How many sends are with zca just now: what an orderly end waits for.
    [[nodiscard]] int underWay() const;

signals:
    void sendingStateChanged(const QString& profile, zalo::Outbox::Sending state, qint64 untilMs);
    //! A message reached its final state.
    void finished(const zalo::OutboundRow& row);

private:
    struct Item
    {
        OutboundRow row; //!< without its parts until it starts
        qint64 deadline = 0; //!< Clock::steadyMs
        bool isQueued = false; //!< stored, not started: the deadline still counts
        bool isStarted = false;
        QList<Reply<OutboundRow>> waiting;
    };
    using ItemPtr = std::shared_ptr<Item>;
    using Key = QPair<QString, QString>; //!< owner, key

    //! A part of a long text that the pace holds back; the one before has gone.
    struct NextPart
    {
        ItemPtr item;
        int ordinal = 0;
    };

    struct ProfileLanes
    {
        QList<NextPart> nextParts;
        std::map<qint64, ItemPtr> queue; //!< by id, which is the order of arrival
        QSet<ThreadRef> busy; //!< threads with a send under way
        QSet<ThreadRef> paused;
        qint64 coolDownUntilMs = 0;
        qint64 coolDownEnd = 0; //!< Clock::steadyMs
        bool isSuspended = false;
    };

    // the queue
    [[nodiscard]] QStringList partTexts(const OutboundRequest& request) const;
    void stored(const ItemPtr& item, const Result<EnqueuedOutbound>& result);
    void answerStored(const ItemPtr& item, const Error& error);
    void queue(const ItemPtr& item);
    void refuseWhatCannotStart(const QString& profile);
    void pump(const QString& profile);
    void pumpNextParts(const QString& profile);
    void pumpAll();
    void onTimeout();
    void armTimer();
    void coolDown(const QString& profile, qint64 untilMs);
    [[nodiscard]] bool isPaused(const OutboundRow& row) const;
    [[nodiscard]] SendPacer& pacerOf(const QString& profile);
    [[nodiscard]] bool mayGo(const QString& profile);
    //! Why a message was not sent by its deadline.
    [[nodiscard]] Error lateness(const OutboundRow& row);

    // one message
    void begin(const ItemPtr& item);
    void startPart(const ItemPtr& item, int ordinal);
    void sendPart(const ItemPtr& item, int ordinal);
    void partEnded(const ItemPtr& item, int ordinal, const Result<SendReceipt>& result);
    void finish(const ItemPtr& item, OutboundState state, const std::optional<Error>& error);
    void close(const ItemPtr& item, const Result<OutboundRow>& answer);

    RelayStore* m_store;
    MessageSender* m_sender;
    Policy m_policy;
    Clock m_clock;
    QHash<Key, ItemPtr> m_open; //!< not final yet
    QHash<QString, ProfileLanes> m_profiles;
    std::map<QString, SendPacer> m_pacers;
    std::multimap<qint64, std::weak_ptr<Item>> m_deadlines;
    QTimer m_timer;
    bool m_started = false;
    bool m_paused = false;
};

} // namespace zalo
