// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/chatview.h"
#include "ui/shell/traysubmenu.h"

#include <QTimer>

namespace zalo {

class ActivityService;

//! The latest conversations in the tray's menu, ticked where the bot is paused.
class RecentChatsMenu : public TraySubmenu
{
    Q_OBJECT

public:
    //! `activity` outlives it.
    explicit RecentChatsMenu(ActivityService& activity, QObject* parent = nullptr);

    //! Whose conversations there are.
    void setAccounts(const Snapshot& snapshot);
    //! Reads the conversations now; whenever they change it happens by itself.
    void load();
    void retranslate();

signals:
    void pauseRequested(const QString& profile, const zalo::ThreadRef& thread, bool paused);

protected:
    void fill(QMenu& menu) override;

private:
    void present();

    ActivityService& m_activity;
    Snapshot m_snapshot;
    QList<Conversation> m_conversations;
    QList<ChatView> m_chats; //!< as they are listed
    QTimer m_soon; //!< many messages at once are one change
};

} // namespace zalo
