// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/avatars.h"
#include "ui/widgets/confirm.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace zalo {

class ContactBrowser;
class ContactDetails;
class ContactService;
class MessageService;
class SnapshotProvider;
struct MemberWithRole;

//! Friends and groups: the list, and a pane with the details of the selected one.
class ContactsPage : public QWidget
{
    Q_OBJECT

public:
    //! All references outlive the page. It requests nothing before it is first shown.
    ContactsPage(SnapshotProvider& snapshots, ContactService& contacts, MessageService& messages,
                 QWidget* parent = nullptr);

    //! Replaces the confirmation of a test message, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void followAccounts();
    void loadSoon();
    void load();
    void refresh();
    void showCurrent();
    void loadMembers(const QString& groupId, const QString& cursor,
                     const QList<MemberWithRole>& before);
    [[nodiscard]] bool isCurrent(const QString& id) const;
    void confirmTest();
    void sendTest();

    SnapshotProvider& m_snapshots;
    ContactService& m_contacts;
    MessageService& m_messages;
    Confirm m_confirm = &confirm;
    Avatars m_avatars;
    QTimer m_load;
    bool m_isLoaded = false;
    bool m_isRefreshing = false;
    ContactBrowser* m_browser = nullptr;
    QStackedWidget* m_paneOrNote = nullptr;
    ContactDetails* m_details = nullptr;
    QLabel* m_paneNote = nullptr;
};

} // namespace zalo
