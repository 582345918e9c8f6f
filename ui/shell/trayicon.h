// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/statusview.h"
#include "ui/shell/accountsmenu.h"
#include "ui/shell/recentchatsmenu.h"
#include "ui/shell/requestsmenu.h"

#include <QElapsedTimer>
#include <QMenu>
#include <QObject>
#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace zalo {

//! What the icon shows, and its menu.
struct TrayView
{
    StatusView status {};
    bool hasAccounts = false;
    bool isAnybodyWaiting = false; //!< for an answer
    bool isRelayPaused = false;
};

//! The icon in the system tray: shows a TrayView and forwards clicks. It follows a panel that
//! appears late, disappears or returns.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    //! `activity` outlives it.
    explicit TrayIcon(ActivityService& activity, QObject* parent = nullptr);
    ~TrayIcon() override;

    //! Starts to search for a tray.
    void start();
    //! Removes the icon.
    void stop();

    //! Whether a panel shows the icon.
    [[nodiscard]] bool isThere() const { return m_there; }
    //! Whether the first search is still running.
    [[nodiscard]] bool isSearching() const { return m_searches > 0; }

    void show(const TrayView& view);
    [[nodiscard]] AccountsMenu& accounts() { return m_accounts; }
    [[nodiscard]] RequestsMenu& requests() { return m_requests; }
    [[nodiscard]] RecentChatsMenu& chats() { return m_chats; }
    //! The menu, for tests: where there is no tray nobody can open it.
    [[nodiscard]] const QMenu& menu() const { return m_menu; }
    //! Shows a balloon, for desktops without a notification service.
    void message(const QString& title, const QString& text);

signals:
    void toggleRequested();
    void actionRequested(const zalo::StatusAction& action);
    void waitingChatsRequested();
    void recentActivityRequested();
    void contactsRequested();
    void activityRequested();
    void pauseRequested(bool paused);
    void quitRequested();
    //! The icon appeared or disappeared, or the first search ended.
    void presenceChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void create();
    void refresh();
    void draw();
    void retranslate();

    QMenu m_menu;
    AccountsMenu m_accounts;
    RequestsMenu m_requests;
    RecentChatsMenu m_chats;
    QAction* m_status; //!< how things are
    QAction* m_mend; //!< what mends it; hidden where nothing does
    QAction* m_waiting; //!< shown while somebody waits
    QAction* m_recent; //!< what happened since yesterday evening
    QAction* m_contacts;
    QAction* m_activity;
    QAction* m_pause;
    QAction* m_quit;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QTimer m_searchTimer;
    QElapsedTimer m_lastClick;
    TrayView m_view;
    bool m_there = false;
    int m_searches;
};

} // namespace zalo
