// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/alerts.h"
#include "ui/mainwindow.h"
#include "ui/trayicon.h"

#include <QObject>

namespace zalo {

class Companion;

//! Window, tray and notifications together: what is shown where, and when.
class Windows : public QObject
{
    Q_OBJECT

public:
    //! All outlive it.
    Windows(Companion& companion, Preferences& preferences, Autostart& autostart,
            QObject* parent = nullptr);

    //! `hidden`: only the tray, unless there is none. `page`: as raise().
    void start(bool hidden, const QString& page);
    //! Takes everything off the screen.
    void stop();
    //! A second launch, or a click: the window comes to the front, with the page of this name
    //! (MainWindow::pageNamed()) if there is one.
    void raise(const QString& page = {});

signals:
    void quitRequested();

private:
    void showPage(MainWindow::Page page);
    void onSnapshot();
    void onTrayChanged();
    void onCloseRequested();
    void toggle();
    void explainMinimising();

    Companion& m_companion;
    Preferences& m_preferences;
    MainWindow m_window;
    TrayIcon m_tray;
    Alerts m_alerts;
    bool m_waitsForTray = false; //!< started hidden, and no tray has come yet
};

} // namespace zalo
