// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactsfiltermodel.h"
#include "contacts/contactsmodel.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/confirm.h"

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

class ContactService;
class MessageService;
class SnapshotProvider;
struct MemberWithRole;
class ContactDetails;

//! Friends and groups: search, list, and a pane about the one that is chosen.
class ContactsPage : public QWidget
{
    Q_OBJECT

public:
    //! `companion` outlives the page. Nothing is asked for before it is first shown.
    ContactsPage(SnapshotProvider& snapshots, ContactService& contacts, MessageService& messages,
                 QWidget* parent = nullptr);

    //! How a test message is confirmed.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildBrowser();
    void connectParts();
    void retranslate();
    void followProfiles();
    void loadSoon();
    void load();
    void setContacts(const ContactList& list);
    void refresh();
    void search();
    void choose(const QModelIndex& shown);
    void showCurrent();
    void loadMembers(const QString& groupId, const QString& cursor,
                     const QList<MemberWithRole>& before);
    void fillState();
    void confirmTest();
    void sendTest();

    SnapshotProvider& m_snapshots;
    ContactService& m_contactService;
    MessageService& m_messages;
    Confirm m_confirm = &confirm;
    Avatars m_avatars;
    ContactsModel m_contacts;
    ContactsFilterModel m_filter;
    QTimer m_typing;
    QTimer m_load;

    QString m_profile;
    QString m_currentId; //!< of the contact in the pane
    bool m_isCurrentGroup = false;
    bool m_isUpdating = false; //!< the list is being brought up to date
    bool m_isLoaded = false;
    QString m_error; //!< why there is nothing new

    QComboBox* m_profiles = nullptr;
    QLineEdit* m_search = nullptr;
    QTabBar* m_kinds = nullptr;
    QStackedWidget* m_listOrNote = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_refresh = nullptr;
    QStackedWidget* m_paneOrNote = nullptr;
    ContactDetails* m_details = nullptr;
    QLabel* m_paneNote = nullptr;
};

} // namespace zalo
