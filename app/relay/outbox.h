// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "relay/messagesender.h"
#include "relay/relaystore.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! One `message.send` (PROTOCOL.md).
struct OutboundRequest
{
    QString owner; //!< the Gateway's id, or `local`
    QString key; //!< idempotency key
    QString profile;
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString text; //!< the text, or a medium's caption
    QString path;
    QString url;
    std::chrono::milliseconds deadline { 30'000 }; //!< from now; not started by then: never sent
};

//! Sends messages once: the key is stored before anything starts, the sends of a thread go strictly
//! in order, long texts in parts, and what may or may not have gone is uncertain for good.
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

    //! Takes up what the last run left in the queue. Call it once, after the store was opened.
    void start();

    //! Sends, or joins the send with the same (owner, key) whatever else it carries. Answered once,
    //! with the final row: sent, failed or uncertain (its `error` says why, its `parts` what went).
    //! An error instead of a row: nothing was stored and nothing is sent.
    void send(const OutboundRequest& request, QObject* context, Reply<OutboundRow> done);

    //! What is known of a key; nothing when it was never seen.
    void outcome(const QString& owner, const QString& key, QObject* context,
                 Reply<std::optional<OutboundRow>> done);

    //! Pauses all sending; what is under way ends. Deadlines go on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    //! Holds one profile back, for example while nobody is logged in.
    void setHeld(const QString& profile, bool held);
    //! Follows a thread's pause (InboundRelay::setThreadPaused() stores it).
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused);

    [[nodiscard]] Sending sendingState(const QString& profile) const;
    //! When sending goes on by itself, 0 while it runs.
    [[nodiscard]] qint64 coolDownUntilMs(const QString& profile) const;
    //! Ends a cool-down: a person asked for it.
    void endCoolDown(const QString& profile);

signals:
    void sendingStateChanged(const QString& profile, zalo::Outbox::Sending state, qint64 untilMs);
    //! A message reached its final state.
    void finished(const zalo::OutboundRow& row);

private:
    RelayStore* m_store;
    MessageSender* m_sender;
    Policy m_policy;
    Clock m_clock;
    bool m_paused = false;
};

} // namespace zalo
