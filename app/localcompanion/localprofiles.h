// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/profileservice.h"

#include <QString>

namespace zalo {

class CureJournal;
class LocalSessions;
class Outbox;
class ProfileLabels;
class RelayStore;
class Settings;

//! Adds, names and gives up the profiles whose sessions LocalSessions has.
class LocalProfiles : public ProfileService
{
public:
    //! `zcaProfiles`: the folder in which zca has one for each of its profiles. The others outlive
    //! this object.
    LocalProfiles(Settings& settings, ProfileLabels& labels, LocalSessions& sessions,
                  Outbox& outbox, RelayStore& store, CureJournal& cures, QString zcaProfiles);

    [[nodiscard]] Result<QString> addProfile(const QString& label) override;
    [[nodiscard]] Result<void> renameProfile(const QString& profile, const QString& label) override;
    void removeProfile(const QString& profile, bool erases, QObject* context,
                       Callback<void> done) override;
    void discardWaiting(const QString& profile, const QString& account, QObject* context,
                        Callback<int> done) override;

private:
    Settings& m_settings;
    ProfileLabels& m_labels;
    LocalSessions& m_sessions;
    Outbox& m_outbox;
    RelayStore& m_store;
    CureJournal& m_cures;
    QString m_zcaProfiles;
};

} // namespace zalo
