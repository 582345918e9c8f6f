// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/widgets/confirm.h"

#include <QWidget>

class QVBoxLayout;

namespace zalo {

//! Accounts that were logged in in a profile before, and for which something still waits: one line
//! each, with a button that gives up on it. Hidden while there are none.
class WaitingAccounts : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingAccounts(QWidget* parent = nullptr);

    void setAccounts(const QList<WaitingAccount>& accounts);
    //! Who asks before discardRequested().
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! A person agreed that what waits for this account is given up.
    void discardRequested(const QString& userId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildRow(const WaitingAccount& account);
    void ask(const WaitingAccount& account);

    Confirm m_confirm = confirm;
    QVBoxLayout* m_rows;
    QList<WaitingAccount> m_accounts;
};

} // namespace zalo
