// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notificationrules.h"
#include "ui/shell/trayicon.h"

#include <QObject>

#include <memory>
#include <optional>

namespace zalo {

//! Window, tray and notifications together: what is shown where, and when.
class UiController : public QObject
{
    Q_OBJECT

public:
    //! All outlive it; of `companion` the roles.
    UiController(const Companion& companion, Settings& settings, Autostart& autostart,
                 QObject* parent = nullptr);

    //! Shows the icon, as soon as there is a tray; the window waits for open(). `hidden`: only the
    //! icon, unless there is no tray. `page`: as raise().
    void start(bool hidden, const QString& page);
    //! The companion runs: the window may be seen, and people are told of what happens.
    void open();
    //! Takes everything off the screen.
    void stop();
    //! A second launch, or a click: the window comes to the front, with the page of this name
    //! (MainWindow::pageNamed()) if there is one.
    void raise(const QString& page = {});

signals:
    void quitRequested();
    //! In a demo: a phone is to scan the code on show.
    void simulatedScanRequested();

private:
    enum class Wanted
    {
        Nothing,
        Minimised,
        Front
    };

    [[nodiscard]] MainWindow& window();
    void present(Wanted how);
    void showPage(MainWindow::Page page);
    void act(StatusAction action);
    [[nodiscard]] bool isWindowVisible() const { return m_window && m_window->isVisible(); }
    void onSnapshot();
    void onTrayChanged();
    void onCloseRequested();
    void toggle();
    void explainMinimising();

    Companion m_companion;
    Settings& m_settings;
    Autostart& m_autostart;
    TrayIcon m_tray;
    std::unique_ptr<MainWindow> m_window; //!< made when it is first seen: many live in the tray
    std::unique_ptr<NotificationRules> m_notificationRules;
    Wanted m_wanted = Wanted::Nothing; //!< while the companion starts
    std::optional<MainWindow::Page> m_wantedPage;
    bool m_isOpen = false;
    bool m_waitsForTray = false; //!< started hidden, and no tray has come yet
};

} // namespace zalo
