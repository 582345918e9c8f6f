// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/inboundmessage.h"

#include <QObject>
#include <QString>

namespace zalo {

class ContactUpkeep;
class InboundRelay;
class MissedTime;
class ThreadPauses;
class SessionController;
struct InboundRow;

//! The way of one profile's messages from its session into the store: whose they are, which of them
//! the owner wrote, and what follows once they are stored.
class MessageIntake : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive it. It takes what `session` gives from now on.
    MessageIntake(SessionController& session, InboundRelay& relay, ContactUpkeep& upkeep,
                  MissedTime& missed, ThreadPauses& pauses, Clock clock, QObject* parent = nullptr);

    //! Whom an earlier run verified last.
    void setEarlierAccount(const QString& account);
    //! Who was verified last.
    void setLastAccount(const QString& account) { m_lastAccount = account; }

private:
    void ingest(const InboundMessage& message, quint64 token, MessageOrigin origin);
    [[nodiscard]] QString accountOf(const InboundMessage& message, MessageOrigin origin) const;
    [[nodiscard]] InboundRow rowOf(const InboundMessage& message, MessageOrigin origin) const;
    void onStored(const Result<bool>& stored, quint64 token, const QString& msgId);

    SessionController& m_session;
    InboundRelay& m_relay;
    ContactUpkeep& m_upkeep;
    MissedTime& m_missed;
    ThreadPauses& m_pauses;
    Clock m_clock;
    QString m_lastAccount;
    QString m_earlierAccount;
};

} // namespace zalo
