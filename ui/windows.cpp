// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/windows.h"

#include "companion.h"
#include "ui/preferences.h"

#include <QMessageBox>

namespace zalo {

Windows::Windows(Companion& companion, Preferences& preferences, Autostart& autostart,
                 QObject* parent)
    : QObject(parent),
      m_companion(companion),
      m_preferences(preferences),
      m_window(companion, preferences, autostart),
      m_alerts(companion)
{
    connect(&companion, &Companion::snapshotChanged, this, &Windows::onSnapshot);
    connect(&m_window, &MainWindow::closeRequested, this, &Windows::onCloseRequested);
    connect(&m_window, &MainWindow::quitRequested, this, &Windows::quitRequested);
    connect(&m_tray, &TrayIcon::presenceChanged, this, &Windows::onTrayChanged);
    connect(&m_tray, &TrayIcon::toggleRequested, this, &Windows::toggle);
    connect(&m_tray, &TrayIcon::quitRequested, this, &Windows::quitRequested);
    connect(&m_tray, &TrayIcon::contactsRequested, this,
            [this] { showPage(MainWindow::Page::Contacts); });
    connect(&m_tray, &TrayIcon::activityRequested, this,
            [this] { showPage(MainWindow::Page::Activity); });
    connect(&m_tray, &TrayIcon::pauseRequested, this,
            [this](bool paused) { m_companion.setRelayPaused(paused); });
    connect(&m_tray, &TrayIcon::actionRequested, this, [this](StatusAction action) {
        const QString profile = presentStatus(m_companion.snapshot()).profile;
        if (action == StatusAction::LogIn) {
            raise();
        }
        m_window.act(action, profile);
    });
    connect(&m_alerts, &Alerts::logInRequested, this, [this](const QString& profile) {
        raise();
        m_window.logIn(profile);
    });
    connect(&m_alerts, &Alerts::windowRequested, this, [this] { raise(); });
    connect(&m_alerts, &Alerts::balloon, &m_tray, &TrayIcon::message);
}

void Windows::start(bool hidden, const QString& page)
{
    m_waitsForTray = hidden;
    onSnapshot();
    m_tray.start();
    if (!hidden) {
        raise(page);
    }
}

void Windows::stop()
{
    m_tray.stop();
    m_window.hide();
}

void Windows::raise(const QString& page)
{
    if (const auto named = MainWindow::pageNamed(page)) {
        m_window.showPage(*named);
    }
    m_waitsForTray = false;
    m_window.raiseToFront();
}

void Windows::showPage(MainWindow::Page page)
{
    m_window.showPage(page);
    raise();
}

void Windows::onSnapshot()
{
    const Snapshot& now = m_companion.snapshot();
    m_tray.show(presentStatus(now), now.delivery == DeliveryState::Paused);
}

//! Without an icon the window is the only way in: it must be somewhere.
void Windows::onTrayChanged()
{
    if (m_tray.isThere()) {
        m_waitsForTray = false;
        return;
    }
    if (m_tray.isSearching()) {
        return;
    }
    if (!m_window.isVisible() || std::exchange(m_waitsForTray, false)) {
        m_window.showMinimized();
    }
}

void Windows::onCloseRequested()
{
    if (m_tray.isThere()) {
        m_window.hide();
    } else {
        explainMinimising();
    }
}

void Windows::explainMinimising()
{
    if (!m_preferences.takeTrayHint()) {
        m_window.showMinimized();
        return;
    }
    auto* box = new QMessageBox(
        QMessageBox::Information, m_window.windowTitle(),
        tr("There is no system tray here, so the window is only minimised: messages go on being "
           "relayed. To end the program, press Ctrl+Q."),
        QMessageBox::Ok, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, &m_window, [this] { m_window.showMinimized(); });
    box->open();
}

void Windows::toggle()
{
    if (m_window.isVisible() && !m_window.isMinimized() && m_window.isActiveWindow()) {
        m_window.hide();
    } else {
        raise();
    }
}

} // namespace zalo
