// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>
#include <QHash>

namespace zalo {

struct Snapshot;

//! Of which account something is: one of several, or all of them where that is offered too. It is
//! hidden where there is one account only.
class AccountChoice : public QComboBox
{
    Q_OBJECT

public:
    enum class Offer
    {
        AllOrOne,
        One
    };
    explicit AccountChoice(Offer offer = Offer::AllOrOne, QWidget* parent = nullptr);

    //! Offers the accounts of `now`; the choice stays where it can.
    void setAccounts(const Snapshot& now);
    //! The chosen account's profile; empty: all, or there are none.
    [[nodiscard]] QString profile() const;
    //! Chooses it, where it is offered, without telling.
    void setProfile(const QString& profile);
    //! The accounts' names by their profiles; empty where there is one account only.
    [[nodiscard]] const QHash<QString, QString>& names() const { return m_names; }

signals:
    //! Another account was chosen, or the chosen one has gone.
    void profileChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    int m_firstAccount; //!< its row
    QHash<QString, QString> m_names;
};

} // namespace zalo
