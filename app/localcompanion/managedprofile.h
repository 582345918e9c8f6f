// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "contacts/contactrefresher.h"
#include "localcompanion/connectionhistory.h"
#include "localcompanion/messageintake.h"
#include "localcompanion/missedtime.h"
#include "localcompanion/threadpauses.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "session/sessioncontroller.h"

#include <QObject>
#include <QTimer>

namespace zalo {

class ContactUpkeep;

//! The parts that all accounts share; they outlive every ManagedProfile.
struct ProfileParts
{
    ZcaRunner& runner;
    RelayStore& relayStore;
    InboundRelay& relay;
    Outbox& outbox;
    ContactStore& contacts;
    ContactRefresher& refresher;
    ContactUpkeep& upkeep;
    const Settings& settings;
};

//! One profile in the companion's care: its session joined to the relay and the contacts, and its
//! part of the snapshot.
class ManagedProfile : public QObject
{
    Q_OBJECT

public:
    ManagedProfile(const QString& profile, ProfileParts parts, SessionFolders folders,
                   const Policy& policy, const Clock& clock, QObject* parent = nullptr);

    //! Reads what is stored of the profile; ready() follows. The session starts with setProgram().
    void start();
    //! What is stored of it has been read: whose it was.
    [[nodiscard]] bool isReady() const { return m_isReady; }

    [[nodiscard]] SessionController& session() { return m_session; }
    [[nodiscard]] const SessionController& session() const { return m_session; }
    [[nodiscard]] ProfileSnapshot snapshot() const;

    //! True while a command of this account has a chance: somebody is logged in.
    [[nodiscard]] bool isLoggedIn() const;
    //! Why commands of this account cannot work.
    [[nodiscard]] Error loginError() const;

    //! Who was last verified in the profile, Zalo's user id; empty: nobody yet.
    [[nodiscard]] const QString& lastAccount() const { return m_lastAccount; }

    //! As SessionController::startLogin(); the one who was last verified is expected, or anybody.
    [[nodiscard]] Result<QString> startLogin(const ZcaProgram& program, OtherPerson other);
    //! As SessionController::logout(), and forgets the contacts.
    void logout(QObject* context, Callback<void> done);

signals:
    void ready();
    void changed();
    //! It is certain who is logged in: session().account().
    void verified();

private:
    void onAccountChanged();
    void onCertaintyChanged();
    void claim(const Account& account);
    void followUpkeep();
    void readConnections();
    void storeVerifiedTime();
    [[nodiscard]] Moment lastVerified() const;
    void recordChange(const SessionChange& change);

    ProfileParts m_parts;
    Clock m_clock;
    SessionController m_session;
    MissedTime m_missed;
    ConnectionHistory m_connections;
    ThreadPauses m_threadPauses;
    MessageIntake m_intake;
    QString m_lastAccount;
    qint64 m_storedVerifiedMs = 0;
    Moment m_connected; //!< the open gap ends then, once it is known whose it is; 0: it has
    ProfileTally m_tally; //!< as of the last commit
    QTimer m_verifiedTimer;
    bool m_isReady = false;
};

} // namespace zalo
