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

class Autostart;
class Settings;
class StatusActionHandler;

//! The window: its pages on the left, one of them shown. A page is made when it is first shown.
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
        Settings
    };

    //! All outlive it; of `companion` the roles.
    MainWindow(const Companion& companion, Settings& settings, Autostart& autostart);
    ~MainWindow() override;

    //! The page that the command line calls so; none for another word.
    [[nodiscard]] static std::optional<Page> pageNamed(const QString& name);

    void showPage(Page page);
    //! Shows the login page and begins a login.
    void logIn(const QString& profile);
    //! Does what a status asks for; `profile` may be empty.
    void act(StatusAction action, const QString& profile);
    //! How something is asked for that has a risk. Tests put in their own answer.
    void setConfirm(Confirm confirm);
    //! Shows the window in front of the others.
    void raiseToFront();

signals:
    //! Somebody closed the window; it is still shown.
    void closeRequested();
    void quitRequested();
    //! In a demo: a phone is to scan the code on show.
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
};

} // namespace zalo
