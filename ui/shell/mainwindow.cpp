// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/mainwindow.h"

#include "companion/snapshotprovider.h"
#include "settings/settings.h"
#include "ui/pages/accountcommands.h"
#include "ui/pages/activitytabs.h"
#include "ui/pages/contactspage.h"
#include "ui/pages/gatewaypage.h"
#include "ui/pages/loginpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/pairingpanel.h"
#include "ui/pages/recentactivity.h"
#include "ui/pages/settingspage.h"
#include "ui/shell/navigationdelegate.h"
#include "ui/shell/statusactionhandler.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize StartSize { 860, 620 };
constexpr QSize SmallestSize { 720, 480 };
constexpr QSize IconSize { 20, 20 };
constexpr int RowHeight = 36;
constexpr int NavigationPadding = 56;
constexpr int DemoLineMargin = 6;

} // namespace

MainWindow::MainWindow(const Companion& companion, Settings& settings, Autostart& autostart)
    : m_companion(companion),
      m_settings(settings),
      m_autostart(autostart),
      m_navigation(new QListWidget(this)),
      m_pages(new QStackedWidget(this)),
      m_demoLine(new MutedLabel(this)),
      m_quit(new QAction(this)),
      m_actions(new StatusActionHandler(companion, this)),
      m_accounts(
          new AccountCommands(companion.snapshots, companion.sessions, companion.profiles, this))
{
    addPages();
    m_navigation->setObjectName(u"navigation"_s);
    m_navigation->setFrameShape(QFrame::NoFrame);
    m_navigation->setIconSize(IconSize);
    m_navigation->setItemDelegate(new NavigationDelegate(m_navigation));
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->addWidget(m_pages, 1);
    column->addWidget(m_demoLine);
    m_demoLine->setObjectName(u"demoLine"_s);
    m_demoLine->setAlignment(Qt::AlignCenter);
    m_demoLine->setContentsMargins(DemoLineMargin, DemoLineMargin, DemoLineMargin, DemoLineMargin);
    m_demoLine->setVisible(companion.snapshots.snapshot().mode == RunMode::Demo);
    row->addWidget(m_navigation);
    row->addLayout(column, 1);
    setCentralWidget(content);
    m_quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    addAction(m_quit);
    connect(m_quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions, &StatusActionHandler::logInRequested, this, &MainWindow::logIn);
    connect(m_accounts, &AccountCommands::added, this, &MainWindow::logIn);
    connect(m_actions, &StatusActionHandler::settingsRequested, this,
            [this] { showPage(Page::Settings); });
    connect(m_actions, &StatusActionHandler::gatewayRequested, this,
            [this] { showPage(Page::Gateway); });
    connect(m_actions, &StatusActionHandler::pairingsRequested, this, &MainWindow::showPairings);
    connect(m_actions, &StatusActionHandler::activityRequested, this, &MainWindow::showActivity);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &MainWindow::onCurrentChanged);
    setMinimumSize(SmallestSize);
    if (!restoreGeometry(settings.windowGeometry())) {
        resize(StartSize);
    }
    retranslate();
    m_navigation->setCurrentRow(0);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    m_entries
        << Entry { Page::Overview, u"page/overview"_s,
                   [this]() -> QWidget* {
                       auto* page =
                           new OverviewPage(m_companion.snapshots, m_companion.contacts,
                                            m_companion.profiles, m_companion.gateways, m_pages);
                       page->setRequests(new PairingPanel(
                           { m_companion.snapshots, m_companion.contacts, m_companion.pairings },
                           m_settings, page));
                       page->setRecentActivity(new RecentActivity(m_companion.activity, page));
                       connect(page, &OverviewPage::actionRequested, this, &MainWindow::act);
                       connect(page, &OverviewPage::addAccountRequested, m_accounts,
                               &AccountCommands::add);
                       connect(page, &OverviewPage::renameAccountRequested, m_accounts,
                               &AccountCommands::rename);
                       connect(page, &OverviewPage::removeAccountRequested, m_accounts,
                               &AccountCommands::remove);
                       return page;
                   } }
        << Entry { Page::LogIn, u"page/login"_s,
                   [this]() -> QWidget* {
                       auto* page = new LoginPage(m_companion.snapshots, m_companion.sessions,
                                                  m_settings, m_pages);
                       connect(page, &LoginPage::overviewRequested, this,
                               [this] { showPage(Page::Overview); });
                       connect(page, &LoginPage::simulatedScanRequested, this,
                               &MainWindow::simulatedScanRequested);
                       return page;
                   } }
        << Entry { Page::Contacts, u"page/contacts"_s,
                   [this]() -> QWidget* {
                       return new ContactsPage(m_companion.snapshots, m_companion.contacts,
                                               m_companion.messages, m_pages);
                   } }
        << Entry { Page::Activity, u"page/activity"_s,
                   [this]() -> QWidget* {
                       return new ActivityTabs({ m_companion.snapshots, m_companion.activity,
                                                 m_companion.contacts, m_companion.delivery },
                                               { m_companion.messages, m_companion.delivery,
                                                 m_companion.cures, m_companion.pairings },
                                               m_settings, m_pages);
                   } }
        << Entry { Page::Gateway, u"node/gateway"_s,
                   [this]() -> QWidget* {
                       return new GatewayPage(
                           { m_companion.snapshots, m_companion.gateways, m_companion.gatewayHost },
                           m_pages);
                   } }
        << Entry { Page::Settings, u"page/settings"_s, [this]() -> QWidget* {
                      return new SettingsPage(
                          { m_companion.snapshots, m_companion.settings, m_companion.data },
                          m_settings, m_autostart, m_pages);
                  } };
    for (int i = 0; i < m_entries.size(); ++i) {
        auto* item = new QListWidgetItem(m_navigation);
        item->setSizeHint({ 0, RowHeight });
        m_pages->addWidget(new QWidget(m_pages));
        auto* shortcut = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, i] { m_navigation->setCurrentRow(i); });
    }
}

QString MainWindow::pageName(Page page)
{
    switch (page) {
    case Page::Overview:
        return tr("Overview");
    case Page::LogIn:
        return tr("Log in");
    case Page::Contacts:
        return tr("Contacts");
    case Page::Activity:
        return tr("Activity");
    case Page::Gateway:
        return tr("Gateway");
    case Page::Settings:
        return tr("Settings");
    }
    Q_UNREACHABLE();
}

std::optional<MainWindow::Page> MainWindow::pageNamed(const QString& name)
{
    static const QHash<QString, Page> pages {
        { u"overview"_s, Page::Overview }, { u"login"_s, Page::LogIn },
        { u"contacts"_s, Page::Contacts }, { u"activity"_s, Page::Activity },
        { u"gateway"_s, Page::Gateway },   { u"settings"_s, Page::Settings },
    };
    const auto found = pages.constFind(name);
    return found == pages.cend() ? std::nullopt : std::optional(*found);
}

void MainWindow::onCurrentChanged(int row)
{
    if (row < 0) {
        return;
    }
    Entry& entry = m_entries[row];
    if (!entry.widget) {
        entry.widget = entry.make();
        QWidget* placeholder = m_pages->widget(row);
        m_pages->insertWidget(row, entry.widget);
        m_pages->removeWidget(placeholder);
        placeholder->deleteLater();
    }
    m_pages->setCurrentWidget(entry.widget);
}

void MainWindow::showPage(Page page)
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].page == page) {
            m_navigation->setCurrentRow(row);
        }
    }
}

void MainWindow::showAccount(const QString& profile)
{
    showPage(Page::Overview);
    static_cast<OverviewPage*>(m_pages->currentWidget())->showAccount(profile);
}

void MainWindow::showPairings()
{
    showPage(Page::Overview);
    static_cast<OverviewPage*>(m_pages->currentWidget())->showRequests();
}

void MainWindow::askToRevoke(const QString& gatewayId)
{
    showPage(Page::Gateway);
    static_cast<GatewayPage*>(m_pages->currentWidget())->askToRevoke(gatewayId);
}

void MainWindow::showRecentActivity()
{
    showPage(Page::Overview);
    static_cast<OverviewPage*>(m_pages->currentWidget())->showRecentActivity();
}

void MainWindow::showWaitingChats()
{
    showPage(Page::Activity);
    static_cast<ActivityTabs*>(m_pages->currentWidget())->showWaitingChats();
}

void MainWindow::showActivity(const StatusAction& action)
{
    showPage(Page::Activity);
    auto* tabs = static_cast<ActivityTabs*>(m_pages->currentWidget());
    if (action.what == HealthAction::ShowPausedChats) {
        tabs->showPausedChats(action.profile);
    } else {
        tabs->showOnly(action);
    }
}

void MainWindow::addAccount()
{
    m_accounts->add();
}

void MainWindow::logIn(const QString& profile)
{
    showPage(Page::LogIn);
    static_cast<LoginPage*>(m_pages->currentWidget())->begin(profile);
}

void MainWindow::act(const StatusAction& action)
{
    m_actions->run(action);
}

void MainWindow::setConfirm(Confirm confirm)
{
    m_actions->setConfirm(std::move(confirm));
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setWindowGeometry(saveGeometry());
    // What closing does depends on the tray, which is unknown here.
    event->ignore();
    emit closeRequested();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawIcons();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::drawIcons()
{
    for (int row = 0; row < m_entries.size(); ++row) {
        m_navigation->item(row)->setIcon(tintedIcon(m_entries[row].icon,
                                                    palette().color(QPalette::Text),
                                                    palette().color(QPalette::HighlightedText)));
    }
}

void MainWindow::retranslate()
{
    // Qt appends the program's name to any other title.
    setWindowTitle(m_companion.snapshots.snapshot().mode == RunMode::Demo ? tr("Demo")
                                                                          : u"Zalo Companion"_s);
    m_navigation->setAccessibleName(tr("Pages"));
    m_demoLine->setText(tr("Demo: all people and messages are made up. Nothing reaches Zalo."));
    m_quit->setText(tr("Quit"));
    for (int row = 0; row < m_entries.size(); ++row) {
        m_navigation->item(row)->setText(pageName(m_entries[row].page));
    }
    int widest = 0;
    for (int row = 0; row < m_entries.size(); ++row) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(m_navigation->item(row)->text()));
    }
    m_navigation->setFixedWidth(IconSize.width() + widest + NavigationPadding);
    drawIcons();
}

} // namespace zalo
