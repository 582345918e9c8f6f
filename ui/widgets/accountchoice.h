// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>
#include <QHash>

namespace zalo {

struct Snapshot;

//! Of which account something is shown: all, or one of several. It is hidden where there is one.
class AccountChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit AccountChoice(QWidget* parent = nullptr);

    //! Offers the accounts of `now`; the choice stays where it can.
    void setAccounts(const Snapshot& now);
    //! The chosen account's profile; empty: all.
    [[nodiscard]] QString profile() const;
    //! The accounts' names by their profiles; empty where there is one account only.
    [[nodiscard]] const QHash<QString, QString>& names() const { return m_names; }

signals:
    //! Another account was chosen, or the chosen one has gone.
    void profileChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QHash<QString, QString> m_names;
};

} // namespace zalo
