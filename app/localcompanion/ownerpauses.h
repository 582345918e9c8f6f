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

//! Pauses the bot for a while in a thread of one profile in which the account's owner has just
//! written: a person has taken it over. What a person paused or resumed holds.
class OwnerPauses : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive it.
    OwnerPauses(QString profile, RelayStore& store, InboundRelay& relay, Outbox& outbox,
                const Settings& settings, const Policy& policy, Clock clock,
                QObject* parent = nullptr);

    //! Takes up the pauses of an earlier run; those that are over end.
    void start() { endDue(); }
    //! The owner wrote there then, by Zalo's clock.
    void onOwnMessage(const LaneKey& lane, qint64 writtenMs);

private:
    void endDue();
    void follow(const LaneKey& lane, bool isPaused);
    void arm(qint64 untilMs);

    QString m_profile;
    RelayStore& m_store;
    InboundRelay& m_relay;
    Outbox& m_outbox;
    const Settings& m_settings;
    Policy m_policy;
    Clock m_clock;
    QTimer m_next; //!< until the first pause ends
};

} // namespace zalo
