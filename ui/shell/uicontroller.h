// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notificationrules.h"
#include "ui/shell/notifier.h"
#include "ui/shell/trayicon.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace zalo {

//! Coordinates window, tray and notifications: what is shown where, and when.
class UiController : public QObject
{
    Q_OBJECT

public:
    //! All references outlive this object; of `companion` the roles do.
    UiController(const Companion& companion, Settings& settings, Autostart& autostart,
                 QObject* parent = nullptr);

    //! Shows the icon as soon as there is a tray; the window waits for open(). `hidden`: only the
    //! icon, unless there is no tray. `page`: as in raise().
    void start(bool hidden, const QString& page);
    //! The companion runs: from now on the window may be shown, and notifications are sent.
    void open();
    //! Hides everything.
    void stop();
    //! Brings the window to the front, on a second launch or a click, with the page of this name
    //! (MainWindow::pageNamed()) if there is one.
    void raise(const QString& page = {});

signals:
    void quitRequested();
    //! Demo only: simulate a phone that scans the code shown.
    void simulatedScanRequested();

private:
    enum class Wanted
    {
        Nothing,
        Minimised,
        Front
    };

    void connectAccounts();
    void connectCustomers();
    void report(const Result<void>& done);
    void withWindow(const std::function<void(MainWindow&)>& task);
    [[nodiscard]] MainWindow& window();
    void present(Wanted how);
    void showPage(MainWindow::Page page);
    void act(const StatusAction& action);
    [[nodiscard]] bool isWindowVisible() const { return m_window && m_window->isVisible(); }
    void onSnapshot();
    void onTrayChanged();
    void onCloseRequested();
    void toggle();
    void explainMinimising();
    void showBalloon(const QString& title, const QString& text);

    Companion m_companion;
    Settings& m_settings;
    Autostart& m_autostart;
    TrayIcon m_tray;
    std::unique_ptr<MainWindow>
        m_window; //!< created when first shown: many users only see the tray
    Notifier m_notifier;
    std::unique_ptr<NotificationRules> m_notificationRules;
    Wanted m_wanted = Wanted::Nothing; //!< while the companion starts
    std::optional<MainWindow::Page> m_wantedPage;
    bool m_isOpen = false;
    bool m_waitsForTray = false; //!< started hidden, no tray found yet
};

} // namespace zalo
