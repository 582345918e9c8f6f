// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/trayicon.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QEvent>
#include <QSystemTrayIcon>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace zalo {
namespace {

// A panel that starts with the session appears within seconds; one that is started manually or
// restarted after a crash is found at the slower interval.
constexpr auto FirstInterval = 500ms;
constexpr auto LaterInterval = 3s;
constexpr int FirstSearches = 50;
constexpr qint64 DebounceMs = 150;

//! Wayland only has the D-Bus tray, and Qt caches its first answer: query it once there is one.
bool mayAskQt()
{
    if (QGuiApplication::platformName() != u"wayland") {
        return true;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected()
        && bus.interface()->isServiceRegistered(u"org.kde.StatusNotifierWatcher"_s);
}

} // namespace

TrayIcon::TrayIcon(ActivityService& activity, QObject* parent)
    : QObject(parent),
      m_chats(activity),
      m_status(m_menu.addAction(QString())),
      m_mend(m_menu.addAction(QString())),
      m_waiting((m_menu.addSeparator(), m_menu.addAction(QString()))),
      m_recent((m_menu.addMenu(m_requests.menu()), m_menu.addAction(QString()))),
      m_contacts((m_menu.addSeparator(), m_menu.addAction(QString()))),
      m_activity(m_menu.addAction(QString())),
      m_pause((m_menu.addSeparator(), m_menu.addAction(QString()))),
      m_quit((m_menu.addMenu(m_chats.menu()), m_menu.addSeparator(), m_menu.addAction(QString()))),
      m_searches(FirstSearches)
{
    m_pause->setCheckable(true);
    m_menu.insertMenu(m_contacts, m_accounts.menu());
    connect(m_status, &QAction::triggered, this, &TrayIcon::toggleRequested);
    connect(m_mend, &QAction::triggered, this, [this] {
        if (m_view.status.action) {
            emit actionRequested(*m_view.status.action);
        }
    });
    connect(m_waiting, &QAction::triggered, this, &TrayIcon::waitingChatsRequested);
    connect(m_recent, &QAction::triggered, this, &TrayIcon::recentActivityRequested);
    connect(m_contacts, &QAction::triggered, this, &TrayIcon::contactsRequested);
    connect(m_activity, &QAction::triggered, this, &TrayIcon::activityRequested);
    connect(m_pause, &QAction::triggered, this, &TrayIcon::pauseRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(&m_searchTimer, &QTimer::timeout, this, &TrayIcon::search);
    retranslate();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::start()
{
    qApp->installEventFilter(this);
    m_searchTimer.start(FirstInterval);
    search();
}

void TrayIcon::stop()
{
    m_searchTimer.stop();
    m_icon.reset();
    m_there = false;
}

void TrayIcon::search()
{
    const bool there = mayAskQt() && QSystemTrayIcon::isSystemTrayAvailable();
    const bool wasSearching = isSearching();
    m_searches = there ? 0 : std::max(0, m_searches - 1);
    if (!isSearching()) {
        m_searchTimer.start(LaterInterval);
    }
    if (there == m_there) {
        if (wasSearching && !isSearching()) {
            emit presenceChanged();
        }
        return;
    }
    m_there = there;
    if (there) {
        create();
    } else {
        m_icon.reset();
    }
    emit presenceChanged();
}

//! Creates a new icon each time: one that lost its panel does not always find the next.
void TrayIcon::create()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                const bool click =
                    reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick;
                // A double click arrives as two or three clicks: debounce, or the window flickers.
                if (!click || (m_lastClick.isValid() && m_lastClick.elapsed() < DebounceMs)) {
                    return;
                }
                m_lastClick.start();
                emit toggleRequested();
            });
    refresh();
    draw();
    m_icon->show();
}

void TrayIcon::show(const TrayView& view)
{
    const bool isOther = view.status.icon != m_view.status.icon;
    m_view = view;
    refresh();
    if (isOther) {
        draw();
    }
}

void TrayIcon::message(const QString& title, const QString& text)
{
    if (m_icon) {
        m_icon->showMessage(title, text, m_icon->icon());
    }
}

void TrayIcon::refresh()
{
    const StatusView& status = m_view.status;
    m_status->setText(status.title);
    // Who asks has a list of their own below.
    m_mend->setVisible(status.action && status.action->what != HealthAction::ShowPairings);
    m_mend->setText(status.action ? statusActionText(status.action->what) : QString());
    m_waiting->setVisible(m_view.isAnybodyWaiting);
    m_recent->setVisible(m_view.hasAccounts);
    m_pause->setChecked(m_view.isRelayPaused);
    if (m_icon) {
        m_icon->setToolTip(status.tooltip.join(u'\n'));
    }
}

void TrayIcon::draw()
{
    if (m_icon) {
        // Its colours work on light and dark panels: the panel's theme cannot be queried.
        m_icon->setIcon(tintedIcon(statusIconName(m_view.status.icon), Qt::gray));
    }
}

bool TrayIcon::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    return QObject::eventFilter(watched, event);
}

void TrayIcon::retranslate()
{
    m_accounts.retranslate();
    m_requests.retranslate();
    m_chats.retranslate();
    m_waiting->setText(tr("Who is waiting…"));
    m_recent->setText(tr("Since yesterday evening…"));
    m_contacts->setText(tr("Contacts…"));
    m_activity->setText(tr("Activity…"));
    m_pause->setText(tr("Pause the bot"));
    m_quit->setText(tr("Quit"));
}

} // namespace zalo
