// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/uicontroller.h"

#include "companion/deliveryservice.h"
#include "companion/pairingservice.h"
#include "companion/snapshotprovider.h"
#include "settings/settings.h"
#include "ui/presenters/accountspresenter.h"
#include "ui/presenters/statuspresenter.h"

#include <QApplication>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool isAnybodyWaiting(const Snapshot& snapshot)
{
    return std::any_of(snapshot.profiles.begin(), snapshot.profiles.end(),
                       [](const ProfileSnapshot& profile) {
                           return profile.waiting.count > 0 || profile.waitingPaused.count > 0;
                       });
}

} // namespace

UiController::UiController(const Companion& companion, Settings& settings, Autostart& autostart,
                           QObject* parent)
    : QObject(parent),
      m_companion(companion),
      m_settings(settings),
      m_autostart(autostart),
      m_tray(companion.activity)
{
    connect(&companion.snapshots, &SnapshotProvider::snapshotChanged, this,
            &UiController::onSnapshot);
    connect(&m_tray, &TrayIcon::presenceChanged, this, &UiController::onTrayChanged);
    connect(&m_tray, &TrayIcon::toggleRequested, this, &UiController::toggle);
    connect(&m_tray, &TrayIcon::quitRequested, this, &UiController::quitRequested);
    connect(&m_tray, &TrayIcon::contactsRequested, this,
            [this] { showPage(MainWindow::Page::Contacts); });
    connect(&m_tray, &TrayIcon::activityRequested, this,
            [this] { showPage(MainWindow::Page::Activity); });
    connect(&m_tray, &TrayIcon::pauseRequested, this,
            [this](bool paused) { m_companion.delivery.setRelayPaused(paused); });
    connect(&m_tray, &TrayIcon::actionRequested, this, &UiController::act);
    connect(&m_tray, &TrayIcon::waitingChatsRequested, this,
            [this] { withWindow([](MainWindow& window) { window.showWaitingChats(); }); });
    connect(&m_tray, &TrayIcon::recentActivityRequested, this,
            [this] { withWindow([](MainWindow& window) { window.showRecentActivity(); }); });
    connectAccounts();
    connectCustomers();
}

//! What is done from the tray without the window.
void UiController::connectCustomers()
{
    connect(&m_tray.requests(), &RequestsMenu::approveRequested, this, [this](const QString& id) {
        m_companion.pairings.approve(id, this, [this](const Result<void>& done) { report(done); });
    });
    connect(&m_tray.requests(), &RequestsMenu::showRequested, this,
            [this] { act({ HealthAction::ShowPairings }); });
    connect(&m_tray.chats(), &RecentChatsMenu::pauseRequested, this,
            [this](const QString& profile, const ThreadRef& thread, bool paused) {
                m_companion.delivery.setThreadPaused(profile, thread, paused, this,
                                                     [this](const Result<void>& done) {
                                                         report(done);
                                                         m_tray.chats().load();
                                                     });
            });
}

void UiController::report(const Result<void>& done)
{
    if (!done) {
        m_notifier.notify(u"tray"_s, tr("That did not work"), errorText(done.error()), {});
    }
}

void UiController::connectAccounts()
{
    const AccountsMenu& menu = m_tray.accounts();
    connect(&menu, &AccountsMenu::openRequested, this, [this](const QString& profile) {
        withWindow([profile](MainWindow& window) { window.showAccount(profile); });
    });
    connect(&menu, &AccountsMenu::logInRequested, this, [this](const QString& profile) {
        withWindow([profile](MainWindow& window) { window.logIn(profile); });
    });
    connect(&menu, &AccountsMenu::reconnectRequested, this, [this](const QString& profile) {
        act({ HealthAction::Reconnect, profile });
    });
    connect(&menu, &AccountsMenu::addRequested, this,
            [this] { withWindow([](MainWindow& window) { window.addAccount(); }); });
}

//! Brings the window to the front and does something there; while the companion starts only the
//! former.
void UiController::withWindow(const std::function<void(MainWindow&)>& task)
{
    raise();
    if (m_isOpen) {
        task(window());
    }
}

void UiController::start(bool hidden, const QString& page)
{
    m_waitsForTray = hidden;
    onSnapshot();
    m_tray.start();
    if (!hidden) {
        raise(page);
    }
}

void UiController::open()
{
    m_isOpen = true;
    m_tray.chats().load();
    present(std::exchange(m_wanted, Wanted::Nothing));
    connect(&m_notifier, &Notifier::balloonRequested, this, &UiController::showBalloon);
    m_notificationRules = std::make_unique<NotificationRules>(m_companion, m_settings, m_notifier);
    connect(m_notificationRules.get(), &NotificationRules::actionRequested, this,
            &UiController::act);
    connect(m_notificationRules.get(), &NotificationRules::revokeRequested, this,
            [this](const QString& gatewayId) {
                withWindow([gatewayId](MainWindow& window) { window.askToRevoke(gatewayId); });
            });
    connect(m_notificationRules.get(), &NotificationRules::windowRequested, this,
            [this] { raise(); });
}

//! Without a notification service; without a tray as well the window's entry in the panel shows it.
void UiController::showBalloon(const QString& title, const QString& text)
{
    if (m_tray.isThere()) {
        m_tray.message(title, text);
    } else if (m_window) {
        QApplication::alert(m_window.get());
    }
}

void UiController::stop()
{
    m_tray.stop();
    if (m_window) {
        m_window->hide();
    }
}

MainWindow& UiController::window()
{
    if (!m_window) {
        m_window = std::make_unique<MainWindow>(m_companion, m_settings, m_autostart);
        connect(m_window.get(), &MainWindow::closeRequested, this, &UiController::onCloseRequested);
        connect(m_window.get(), &MainWindow::quitRequested, this, &UiController::quitRequested);
        connect(m_window.get(), &MainWindow::simulatedScanRequested, this,
                &UiController::simulatedScanRequested);
    }
    return *m_window;
}

//! Shows the window, or remembers how to show it once the companion runs.
void UiController::present(Wanted how)
{
    if (!m_isOpen) {
        m_wanted = how;
        return;
    }
    if (const auto page = std::exchange(m_wantedPage, {})) {
        window().showPage(*page);
    }
    switch (how) {
    case Wanted::Nothing:
        break;
    case Wanted::Minimised:
        window().showMinimized();
        break;
    case Wanted::Front:
        window().raiseToFront();
        break;
    }
}

void UiController::raise(const QString& page)
{
    if (const auto named = MainWindow::pageNamed(page)) {
        m_wantedPage = named;
    }
    m_waitsForTray = false;
    present(Wanted::Front);
}

void UiController::showPage(MainWindow::Page page)
{
    m_wantedPage = page;
    raise();
}

void UiController::act(const StatusAction& action)
{
    // What needs no page and no question is done without the window.
    const bool isDoneAtOnce =
        action.what == HealthAction::Reconnect || action.what == HealthAction::ResumeRelay;
    if (!m_isOpen || !isDoneAtOnce) {
        raise();
    }
    if (m_isOpen) {
        window().act(action);
    }
}

void UiController::onSnapshot()
{
    const Snapshot& now = m_companion.snapshots.snapshot();
    m_tray.show({ presentStatus(now), !now.profiles.isEmpty(), isAnybodyWaiting(now),
                  now.delivery == DeliveryState::Paused });
    m_tray.accounts().setAccounts(presentAccounts(now));
    m_tray.requests().setRequests(now.pairings);
    m_tray.chats().setAccounts(now);
}

//! Without an icon the window is the only access: keep it reachable.
void UiController::onTrayChanged()
{
    if (m_tray.isThere()) {
        m_waitsForTray = false;
        return;
    }
    if (m_tray.isSearching()) {
        return;
    }
    if (!isWindowVisible() || std::exchange(m_waitsForTray, false)) {
        present(Wanted::Minimised);
    }
}

void UiController::onCloseRequested()
{
    if (m_tray.isThere()) {
        window().hide();
    } else {
        explainMinimising();
    }
}

void UiController::explainMinimising()
{
    if (!m_settings.claimTrayHint()) {
        window().showMinimized();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Information, window().windowTitle(),
                                tr("There is no system tray here, so the window is only minimised; "
                                   "messages are still relayed. To quit, press Ctrl+Q."),
                                QMessageBox::Ok, &window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, m_window.get(), [this] { window().showMinimized(); });
    box->open();
}

void UiController::toggle()
{
    if (isWindowVisible() && !m_window->isMinimized() && m_window->isActiveWindow()) {
        m_window->hide();
    } else {
        raise();
    }
}

} // namespace zalo
