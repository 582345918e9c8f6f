// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/accountsmenu.h"

#include "ui/theme/icons.h"

namespace zalo {

AccountsMenu::AccountsMenu(QObject* parent)
    : QObject(parent)
{
    retranslate();
}

void AccountsMenu::setAccounts(const QList<AccountView>& accounts)
{
    if (m_accounts != accounts) {
        m_accounts = accounts;
        fill();
    }
}

void AccountsMenu::retranslate()
{
    m_menu.setTitle(tr("Accounts"));
    fill();
}

void AccountsMenu::fill()
{
    const auto before = m_menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    m_menu.clear();
    for (QMenu* actions : before) {
        actions->deleteLater();
    }
    for (const AccountView& account : std::as_const(m_accounts)) {
        addAccount(account);
    }
    if (!m_accounts.isEmpty()) {
        m_menu.addSeparator();
    }
    connect(m_menu.addAction(tr("Add account…")), &QAction::triggered, this,
            &AccountsMenu::addRequested, Qt::QueuedConnection);
}

//! Queued: what follows may change the accounts, and with them this menu.
void AccountsMenu::addAccount(const AccountView& account)
{
    QString line = accountLine(account);
    line.replace(u'&', QStringLiteral("&&")); // no shortcut
    QMenu* actions = m_menu.addMenu(tintedIcon(statusIconName(account.icon), Qt::gray), line);
    const auto offer = [this, actions, profile = account.profile](
                           const QString& text, void (AccountsMenu::*request)(const QString&)) {
        connect(
            actions->addAction(text), &QAction::triggered, this,
            [this, profile, request] { emit(this->*request)(profile); }, Qt::QueuedConnection);
    };
    offer(tr("Open"), &AccountsMenu::openRequested);
    switch (account.cure) {
    case AccountView::Cure::LogIn:
        offer(tr("Log in…"), &AccountsMenu::logInRequested);
        break;
    case AccountView::Cure::Reconnect:
        offer(tr("Reconnect"), &AccountsMenu::reconnectRequested);
        break;
    case AccountView::Cure::None:
        break;
    }
}

} // namespace zalo
