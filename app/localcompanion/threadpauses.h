// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relayrows.h"

#include <QObject>
#include <QTimer>

namespace zalo {

class InboundRelay;
class Outbox;
class RelayStore;
class Settings;

//! Keeps the pauses of the bot in the threads of one profile, and ends those that have an end. One
//! begins by itself where the account's owner has just written; what a person at this machine
//! paused for longer, or without an end, holds.
class ThreadPauses : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive it.
    ThreadPauses(QString profile, RelayStore& store, InboundRelay& relay, Outbox& outbox,
                 const Settings& settings, const Policy& policy, Clock clock,
                 QObject* parent = nullptr);

    //! Takes up the pauses of an earlier run; those that are over end.
    void start() { endDue(); }
    //! Whose pauses current() gives.
    void setAccount(const QString& account);
    //! The owner wrote there then, by Zalo's clock.
    void onOwnMessage(const LaneKey& lane, qint64 writtenMs);

    //! Where the bot is paused, by whomever; those that end by themselves first, the next one to
    //! end before the others.
    [[nodiscard]] const QList<ThreadPause>& current() const { return m_current; }

signals:
    //! current() became another.
    void changed();

private:
    void endDue();
    void read();
    void follow(const LaneKey& lane, bool isPaused);
    void arm(qint64 untilMs);

    QString m_profile;
    QString m_account;
    RelayStore& m_store;
    InboundRelay& m_relay;
    Outbox& m_outbox;
    const Settings& m_settings;
    Policy m_policy;
    Clock m_clock;
    QList<ThreadPause> m_current;
    QTimer m_next; //!< until the first pause ends
};

} // namespace zalo
