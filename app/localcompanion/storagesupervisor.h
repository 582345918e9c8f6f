// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactstore.h"
#include "core/clock.h"
#include "core/policy.h"
#include "messagestore/relaystore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace zalo {

class Settings;

//! Opens what is stored, tries again where that could not be done, reports whether messages can be
//! stored, and deletes what has been kept long enough.
class StorageSupervisor : public QObject
{
    Q_OBJECT

public:
    //! All outlive it. `contactsPath`: the file of `contacts`.
    StorageSupervisor(RelayStore& relayStore, ContactStore& contacts, const QString& contactsPath,
                      const Settings& settings, const Policy& policy, Clock clock,
                      QObject* parent = nullptr);

    //! Opens the relay's database. An error: the program cannot run. What a person can mend is no
    //! error; error() says it then. start() comes next.
    void open(QObject* context, Callback<void> done);
    //! What was opened is used from now on: opened() follows, at once or when it could be opened.
    void start();

    //! Why nothing can be stored just now; nothing: it can.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    //! When error() last changed, ms since 1970; 0: not since the start.
    [[nodiscard]] qint64 sinceMs() const { return m_sinceMs; }

    //! Deletes what is older than the settings say, a bounded number at a time, so that messages
    //! on their way need not wait. It happens by itself soon after the start and every hour, when
    //! the storage has nothing else to do.
    void prune();

signals:
    //! The databases are open; once.
    void opened();
    void errorChanged();

private:
    void reopenLater(const Error& error);
    void retryOpening();
    void onRecovery(const RelayRecovery& recovery);
    void openContacts();
    void onStorageState(CommitQueue::State state, const Error& error);
    void pruneWhenIdle();

    RelayStore& m_relayStore;
    ContactStore& m_contacts;
    QString m_contactsPath;
    const Settings& m_settings;
    Policy m_policy;
    Clock m_clock;
    QTimer m_prune; //!< to the next time that something may have to go
    QElapsedTimer m_pruneDue; //!< since that time came
    QTimer m_reopen; //!< runs where the database could not be opened
    std::optional<RelayRecovery> m_recovery; //!< between open() and start()
    std::optional<Error> m_error;
    qint64 m_sinceMs = 0;
};

} // namespace zalo
