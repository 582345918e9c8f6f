// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/accountcommands.h"

#include "companion/profileservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "ui/pages/accountdialogs.h"
#include "ui/widgets/errorbox.h"

#include <QWidget>

namespace zalo {

AccountCommands::AccountCommands(SnapshotProvider& snapshots, SessionService& sessions,
                                 ProfileService& profiles, QWidget* window)
    : QObject(window),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_profiles(profiles),
      m_window(window)
{ }

void AccountCommands::add()
{
    auto* dialog = new AccountNameDialog(AccountNameDialog::Purpose::Add, {}, m_window);
    connect(dialog, &AccountNameDialog::named, this, [this](const QString& name) {
        const Result<QString> profile = m_profiles.addProfile(name);
        if (profile) {
            emit added(*profile);
        } else {
            showError(m_window, errorText(profile.error()));
        }
    });
    dialog->open();
}

void AccountCommands::rename(const QString& profile)
{
    const ProfileSnapshot* account = m_snapshots.snapshot().find(profile);
    if (!account) {
        return;
    }
    auto* dialog =
        new AccountNameDialog(AccountNameDialog::Purpose::Rename, account->label, m_window);
    connect(dialog, &AccountNameDialog::named, this, [this, profile](const QString& name) {
        report(m_profiles.renameProfile(profile, name));
    });
    dialog->open();
}

void AccountCommands::remove(const QString& profile)
{
    const ProfileSnapshot* account = m_snapshots.snapshot().find(profile);
    if (!account) {
        return;
    }
    auto* dialog = new RemoveAccountDialog(*account, m_window);
    connect(dialog, &RemoveAccountDialog::agreed, this,
            [this, profile](bool erases) { removeNow(profile, erases); });
    dialog->open();
}

//! Where nobody is logged in, or there is no zca, there is nothing to log out of.
void AccountCommands::removeNow(const QString& profile, bool erases)
{
    m_sessions.logout(profile, this, [this, profile, erases](const Result<void>&) {
        m_profiles.removeProfile(profile, erases, this,
                                 [this](const Result<void>& done) { report(done); });
    });
}

void AccountCommands::report(const Result<void>& done)
{
    if (!done) {
        showError(m_window, errorText(done.error()));
    }
}

} // namespace zalo
