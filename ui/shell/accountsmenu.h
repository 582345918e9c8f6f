// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/accountspresenter.h"

#include <QMenu>
#include <QObject>

namespace zalo {

//! The accounts in the tray's menu, each with its state and what can be done about it.
class AccountsMenu : public QObject
{
    Q_OBJECT

public:
    explicit AccountsMenu(QObject* parent = nullptr);

    [[nodiscard]] QMenu* menu() { return &m_menu; }
    void setAccounts(const QList<AccountView>& accounts);
    void retranslate();

signals:
    void openRequested(const QString& profile);
    void logInRequested(const QString& profile);
    void reconnectRequested(const QString& profile);
    void addRequested();

private:
    void fill();
    void addAccount(const AccountView& account);

    QMenu m_menu;
    QList<AccountView> m_accounts;
};

} // namespace zalo
