// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QObject>

class QWidget;

namespace zalo {

class ProfileService;
class SessionService;
class SnapshotProvider;

//! What a person does with accounts as a whole: adds, names and removes them.
class AccountCommands : public QObject
{
    Q_OBJECT

public:
    //! The services outlive it. Its dialogs open above `window`.
    AccountCommands(SnapshotProvider& snapshots, SessionService& sessions, ProfileService& profiles,
                    QWidget* window);

    void add();
    void rename(const QString& profile);
    void remove(const QString& profile);

signals:
    //! There is a further account: it waits for its login.
    void added(const QString& profile);

private:
    void removeNow(const QString& profile, bool erases);
    void report(const Result<void>& done);

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    ProfileService& m_profiles;
    QWidget* m_window;
};

} // namespace zalo
