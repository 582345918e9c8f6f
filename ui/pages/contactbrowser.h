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

//! The list of friends and groups with its filters: account, search, kind. It keeps the selected
//! contact over every change of the list.
class ContactBrowser : public QWidget
{
    Q_OBJECT

public:
    //! `avatars` outlives this widget.
    explicit ContactBrowser(Avatars& avatars, QWidget* parent = nullptr);

    //! Sets the accounts to choose from; a single one is not offered.
    void setAccounts(const QList<ProfileSnapshot>& accounts);
    //! The profile of the account shown; empty: there is none.
    [[nodiscard]] const QString& profile() const { return m_profile; }

    void setContacts(const ContactList& list);
    //! Shows why the list could not be updated, as a sentence; empty: no error.
    void setError(const QString& error);
    void setRefreshing(bool refreshing);

    //! The selected contact; null: none.
    [[nodiscard]] const ListedContactPtr& current() const { return m_current; }

signals:
    //! Another account is shown; setContacts() is expected.
    void profileChanged();
    //! current() or its data changed.
    void currentChanged();
    //! The user selected this group.
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
    bool m_isUpdating = false; //!< the list is being updated
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
