// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "contacts/contactsfiltermodel.h"
#include "contacts/contactsmodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace zalo {

class Avatars;

//! The list of friends and groups with what narrows it: account, search, kind. It keeps the contact
//! that was chosen over every change of the list.
class ContactBrowser : public QWidget
{
    Q_OBJECT

public:
    //! `avatars` outlives the list.
    explicit ContactBrowser(Avatars& avatars, QWidget* parent = nullptr);

    //! What can be chosen from; there is no choice to be seen where it is one.
    void setAccounts(const QList<ProfileSnapshot>& accounts);
    //! The profile of the account that is shown; empty: there is none.
    [[nodiscard]] const QString& profile() const { return m_profile; }

    void setContacts(const ContactList& list);
    //! Why there is nothing new, as a sentence; empty: nothing is wrong.
    void setError(const QString& error);
    void setRefreshing(bool refreshing);

    //! The contact that was chosen; null: none.
    [[nodiscard]] const ListedContactPtr& current() const { return m_current; }

signals:
    //! Another account is shown, whose contacts are to be set.
    void profileChanged();
    //! current() is another one, or its names are.
    void currentChanged();
    //! Somebody chose this group.
    void groupChosen(const QString& groupId);
    void refreshRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void search();
    void choose(const QModelIndex& shown);
    void showCurrent();
    void fillState();

    Avatars& m_avatars;
    ContactsModel m_contacts;
    ContactsFilterModel m_filter;
    QTimer m_typing;
    QString m_profile;
    ListedContactPtr m_current;
    bool m_isUpdating = false; //!< the list is being brought up to date
    QString m_error;

    QComboBox* m_profiles = nullptr;
    QLineEdit* m_search = nullptr;
    QTabBar* m_kinds = nullptr;
    QStackedWidget* m_listOrNote = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_refresh = nullptr;
};

} // namespace zalo
