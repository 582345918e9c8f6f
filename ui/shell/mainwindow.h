// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "ui/presenters/statusview.h"
#include "ui/widgets/confirm.h"

#include <QMainWindow>

#include <functional>
#include <optional>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace zalo {

class AccountCommands;
class Autostart;
class Settings;
class StatusActionHandler;

//! The main window: a list of pages on the left, one of them shown. Pages are created on demand.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page
    {
        Overview,
        LogIn,
        Contacts,
        Activity,
        Gateway,
        Settings
    };

    //! All references outlive this object; of `companion` the roles do.
    MainWindow(const Companion& companion, Settings& settings, Autostart& autostart);
    ~MainWindow() override;

    //! The page of this name on the command line; nullopt for an unknown name.
    [[nodiscard]] static std::optional<Page> pageNamed(const QString& name);

    void showPage(Page page);
    //! Shows the overview of this account.
    void showAccount(const QString& profile);
    //! Shows the overview, at who asks whether the bot may answer.
    void showPairings();
    //! Shows the Gateways, and asks whether this one is to be revoked.
    void askToRevoke(const QString& gatewayId);
    //! What happened since yesterday evening.
    void showRecentActivity();
    //! The conversations in which somebody waits for an answer.
    void showWaitingChats();
    //! Asks for the name of a further account, then shows its QR code.
    void addAccount();
    //! Shows the login page and begins a login.
    void logIn(const QString& profile);
    //! Runs the action of a status.
    void act(const StatusAction& action);
    //! Replaces the confirmation of risky actions, for tests.
    void setConfirm(Confirm confirm);
    //! Shows the window and brings it to the front.
    void raiseToFront();

signals:
    //! The user closed the window; it is still visible.
    void closeRequested();
    void quitRequested();
    //! Demo only: simulate a phone that scans the code shown.
    void simulatedScanRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry
    {
        Page page;
        QString icon;
        std::function<QWidget*()> make;
        QWidget* widget = nullptr;
    };

    void addPages();
    [[nodiscard]] static QString pageName(Page page);
    void onCurrentChanged(int row);
    void showActivity(const StatusAction& action);
    void drawIcons();
    void retranslate();

    Companion m_companion;
    Settings& m_settings;
    Autostart& m_autostart;
    QList<Entry> m_entries;
    QListWidget* m_navigation;
    QStackedWidget* m_pages;
    QLabel* m_demoLine; //!< shown in a demo
    QAction* m_quit;
    StatusActionHandler* m_actions;
    AccountCommands* m_accounts;
};

} // namespace zalo
