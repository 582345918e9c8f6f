// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/sessionservice.h"
#include "companion/snapshot.h"
#include "localcompanion/managedprofile.h"
#include "localcompanion/sessiongate.h"
#include "localcompanion/sharedaccounts.h"
#include "zca/zcatool.h"

#include <optional>

namespace zalo {

class Settings;

//! The profiles in the companion's care: it adds them, gives them the zca that is used, and stops
//! them while nothing can be stored.
class LocalSessions : public SessionService, public SessionGate
{
    Q_OBJECT

public:
    //! `settings` and `zca` outlive it, and the parts too.
    LocalSessions(Settings& settings, ZcaTool& zca, ProfileParts parts, SessionFolders folders,
                  const Policy& policy, Clock clock, QObject* parent = nullptr);
    ~LocalSessions() override;

    //! The database is open: the profiles in the settings are added. Before, they are only noted.
    void start();
    //! Without a place to store messages nobody listens; nothing: there is one again.
    void setStorageError(const std::optional<Error>& error);
    //! The machine woke from sleep.
    void wake();
    //! A network came: what waits to connect again does so now.
    void retryNow();
    //! Zalo just took something of this profile: its session works.
    void markAlive(const QString& profile);

    [[nodiscard]] QList<ProfileSnapshot> snapshots() const;
    //! Ends what adopt() began: the session stops, the contacts are erased. BadRequest for a
    //! profile that is not here.
    [[nodiscard]] Result<void> release(const QString& profile);
    //! Every session, for an orderly end.
    [[nodiscard]] QList<SessionController*> sessions() const;

    [[nodiscard]] Result<void> adopt(const QString& profile) override;
    [[nodiscard]] Result<QString> startLogin(const QString& profile, OtherPerson other) override;
    bool acceptLogin(const QString& loginId) override;
    bool cancelLogin(const QString& loginId) override;
    void logout(const QString& profile, QObject* context, Callback<void> done) override;
    [[nodiscard]] Result<void> reconnect(const QString& profile) override;
    void account(const QString& profile, QObject* context, Callback<Account> done) override;
    void ensureReady(const QString& profile, QObject* context, Callback<void> done) override;

signals:
    //! A profile was added while the program runs.
    void adopted(const QString& profile);
    //! snapshots() has changed.
    void changed();

private:
    [[nodiscard]] ManagedProfile* find(const QString& profile) const;
    void add(const QString& profile);
    void reconnectLater(const QString& profile);
    void useProgram(ManagedProfile& service);
    void useProgramEverywhere();
    [[nodiscard]] Result<void> readiness(const QString& profile);

    Settings& m_settings;
    ZcaTool& m_zca;
    ProfileParts m_parts;
    SessionFolders m_folders;
    Policy m_policy;
    Clock m_clock;
    ManagedProfiles m_profiles;
    SharedAccounts m_accounts;
    std::optional<Error> m_storageError;
    bool m_isStarted = false;
};

} // namespace zalo
