// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/accountspresenter.h"

#include <QWidget>

class QAction;
class QComboBox;
class QPushButton;

namespace zalo {

//! Chooses one of several accounts by its name and state, and offers what can be done with
//! accounts. The list is hidden while there is one account only, all of it while there is none.
class AccountSwitcher : public QWidget
{
    Q_OBJECT

public:
    explicit AccountSwitcher(QWidget* parent = nullptr);

    //! `current`: the profile that is shown.
    void setAccounts(const QList<AccountView>& accounts, const QString& current);

signals:
    void chosen(const QString& profile);
    void addRequested();
    // Of the account that is shown:
    void renameRequested();
    void removeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void drawIcons();
    void retranslate();

    QList<AccountView> m_accounts;
    QString m_current;
    QComboBox* m_list;
    QPushButton* m_manage;
    QAction* m_rename;
    QAction* m_remove;
    QAction* m_add;
};

} // namespace zalo
