// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/conversationmodel.h"
#include "ui/widgets/avatars.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace zalo {

class AccountChoice;
class ActivityService;
class ContactService;
class ConversationDelegate;
class ConversationPane;
class DeliveryService;
class SnapshotProvider;

//! Who wrote with the accounts, the newest first, and beside it the chosen conversation.
class ConversationsPage : public QWidget
{
    Q_OBJECT

public:
    //! The roles outlive the page. It requests nothing before it is first shown.
    struct Roles
    {
        SnapshotProvider& snapshots;
        ActivityService& activity;
        ContactService& contacts;
        DeliveryService& delivery;
    };
    explicit ConversationsPage(const Roles& roles, QWidget* parent = nullptr);

    void setTextDisplay(TextDisplay display);
    //! Lists these conversations of this account; of all where it is empty.
    void showOnly(ConversationChoice choice, const QString& profile);

signals:
    //! All that is known of a conversation's messages is wanted.
    void detailsRequested(const QString& threadId, const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildList();
    void connectParts();
    void retranslate();
    void filter();
    void refresh();
    void showCurrent();
    void showAccounts();
    void showWhy();
    void fillState();

    Roles m_roles;
    Avatars m_avatars;
    ConversationModel m_model;
    QTimer m_typing;
    QString m_error;
    bool m_isShown = false; //!< has been shown before
    bool m_isStale = false; //!< changed while it was hidden

    QLineEdit* m_search = nullptr;
    QComboBox* m_choice = nullptr;
    AccountChoice* m_account = nullptr;
    QLabel* m_why = nullptr; //!< shown with those who wait
    QStackedWidget* m_listOrNote = nullptr;
    QListView* m_list = nullptr;
    ConversationDelegate* m_delegate = nullptr;
    QLabel* m_note = nullptr;
    QStackedWidget* m_paneOrNote = nullptr;
    ConversationPane* m_pane = nullptr;
    QLabel* m_paneNote = nullptr;
};

} // namespace zalo
