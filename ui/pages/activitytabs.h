// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/activitycommands.h"
#include "ui/pages/conversationspage.h"
#include "ui/pages/messagetexts.h"
#include "ui/presenters/statusview.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace zalo {

class ActivityPage;
class Settings;

//! The activity in two ways: by conversation, and every message in one list.
class ActivityTabs : public QWidget
{
    Q_OBJECT

public:
    //! All outlive the page.
    ActivityTabs(const ConversationsPage::Roles& roles, const ActivityCommands::Roles& commands,
                 Settings& settings, QWidget* parent = nullptr);

    //! The list of all messages, in front from now on.
    ActivityPage& showMessages();
    //! That list with only the lines that the action of a status is about.
    void showOnly(const StatusAction& action);
    //! The conversations of an account in which the bot is paused.
    void showPausedChats(const QString& profile);
    //! The conversations, of all accounts, in which somebody waits for an answer.
    void showWaitingChats();

protected:
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showTexts();

    MessageTexts m_texts;
    QTabBar* m_tabs;
    QToolButton* m_reveal;
    QStackedWidget* m_pages;
    ConversationsPage* m_conversations;
    ActivityPage* m_messages;
};

} // namespace zalo
