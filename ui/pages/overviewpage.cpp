// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/overviewpage.h"

#include "activity/activitytext.h"
#include "companion/accountname.h"
#include "companion/pausestext.h"
#include "companion/profileservice.h"
#include "companion/snapshotprovider.h"
#include "core/timetext.h"
#include "ui/pages/pairingpanel.h"
#include "ui/pages/recentactivity.h"
#include "ui/presenters/accountspresenter.h"
#include "ui/presenters/chainpresenter.h"
#include "ui/presenters/statuspresenter.h"
#include "ui/widgets/accountswitcher.h"
#include "ui/widgets/avatarlabel.h"
#include "ui/widgets/chainview.h"
#include "ui/widgets/errorbox.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/historytable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/pendinggateways.h"
#include "ui/widgets/statuscard.h"
#include "ui/widgets/waitingaccounts.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int Margin = 24;
constexpr int Section = 22;
constexpr int AvatarSide = 48;
constexpr int FactCount = 6;

//! Why, in few words; empty where the state says it already.
QString causeText(const SessionChange& change)
{
    static const std::pair<SessionState, ErrorKind> sameText[] {
        { SessionState::NoCli, ErrorKind::ZcaMissing },
        { SessionState::NeedsLogin, ErrorKind::NotLoggedIn },
        { SessionState::Kicked, ErrorKind::Kicked },
        { SessionState::Duplicate, ErrorKind::Duplicate },
        { SessionState::Expired, ErrorKind::Expired },
        { SessionState::Offline, ErrorKind::Offline },
    };
    if (!change.reason) {
        return {};
    }
    const std::optional<ErrorKind> kind = errorKindOf(change.reason);
    const bool isSame = std::any_of(std::begin(sameText), std::end(sameText), [&](const auto& one) {
        return one.first == change.state && one.second == kind;
    });
    return isSame ? QString() : gapCauseText(gapCauseOf(*change.reason));
}

} // namespace

OverviewPage::OverviewPage(SnapshotProvider& snapshots, ContactService& contacts,
                           ProfileService& profiles, GatewayService& gateways, QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_profiles(profiles),
      m_avatars(contacts)
{
    build(gateways);
    retranslate();
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &OverviewPage::refresh);
    connect(&m_avatars, &Avatars::changed, this, &OverviewPage::refreshAvatar);
    connect(m_accounts, &AccountSwitcher::chosen, this, &OverviewPage::showAccount);
    connect(m_accounts, &AccountSwitcher::addRequested, this, &OverviewPage::addAccountRequested);
    connect(m_accounts, &AccountSwitcher::renameRequested, this,
            [this] { emit renameAccountRequested(m_profile); });
    connect(m_accounts, &AccountSwitcher::removeRequested, this,
            [this] { emit removeAccountRequested(m_profile); });
    connect(m_copyId, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_id->text()); });
    connect(m_waiting, &WaitingAccounts::discardRequested, this, &OverviewPage::discardWaiting);
    connect(m_status, &StatusCard::actionRequested, this, [this](StatusAction action) {
        if (action.profile.isEmpty()) {
            action.profile = m_profile;
        }
        emit actionRequested(action);
    });
}

void OverviewPage::build(GatewayService& gateways)
{
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(Margin, Margin, Margin, Margin);
    m_column->setSpacing(Section);
    m_column->addWidget(buildAccount());
    m_status = new StatusCard(content);
    m_column->addWidget(m_status);
    m_column->addWidget(new PendingGateways(m_snapshots, gateways, content));
    m_chain = new ChainView(content);
    m_chain->setObjectName(u"chain"_s);
    m_column->addWidget(m_chain);
    m_column->addWidget(buildBacklog());
    m_pauses = new QLabel(content);
    m_pauses->setObjectName(u"pauses"_s);
    m_pauses->setWordWrap(true);
    makeSelectable(m_pauses);
    m_column->addWidget(m_pauses);
    m_facts = new FactGrid(FactCount, content);
    m_column->addWidget(m_facts);
    m_waiting = new WaitingAccounts(content);
    m_column->addWidget(m_waiting);
    m_gaps = new HistoryTable(u"gaps"_s, content);
    m_column->addWidget(m_gaps);
    m_history = new HistoryTable(u"history"_s, content);
    m_column->addWidget(m_history);
    m_column->addStretch();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = scrolled(content, this);
    outer->addWidget(m_scroll);
}

QWidget* OverviewPage::buildAccount()
{
    auto* account = new QWidget(this);
    m_avatar = new AvatarLabel(AvatarSide, account);
    m_name = headingLabel(account);
    m_name->setTextFormat(Qt::PlainText);
    m_id = new MutedLabel(account);
    m_id->setWordWrap(false);
    m_copyId = new QPushButton(account);
    m_copyId->setFlat(true);
    m_zaloName = new MutedLabel(account);
    m_zaloName->setObjectName(u"zaloName"_s);
    m_accounts = new AccountSwitcher(account);
    auto* idRow = new QHBoxLayout;
    idRow->setSpacing(6);
    idRow->addWidget(m_id);
    idRow->addWidget(m_copyId);
    idRow->addStretch();
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_zaloName);
    names->addLayout(idRow);
    auto* row = new QHBoxLayout(account);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_avatar, 0, Qt::AlignVCenter);
    row->addLayout(names, 1);
    row->addWidget(m_accounts, 0, Qt::AlignTop);
    return account;
}

QWidget* OverviewPage::buildBacklog()
{
    m_backlog = new QWidget(this);
    m_backlogText = new QLabel(m_backlog);
    m_backlogText->setObjectName(u"backlogText"_s);
    m_backlogBar = new QProgressBar(m_backlog);
    m_backlogBar->setTextVisible(false);
    auto* column = new QVBoxLayout(m_backlog);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_backlogText);
    column->addWidget(m_backlogBar);
    return m_backlog;
}

void OverviewPage::showAccount(const QString& profile)
{
    m_profile = profile;
    refresh();
}

void OverviewPage::setRequests(PairingPanel* panel)
{
    m_requests = panel;
    m_column->insertWidget(m_column->indexOf(m_status) + 1, panel);
}

void OverviewPage::setRecentActivity(RecentActivity* panel)
{
    m_recent = panel;
    m_column->insertWidget(m_column->indexOf(m_facts) + 1, panel);
    refresh();
}

//! All of it: the last line of a page that scrolls is easily missed.
void OverviewPage::showRecentActivity()
{
    // A page that has just been made has no size yet.
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_recent); }, Qt::QueuedConnection);
}

void OverviewPage::showRequests()
{
    m_scroll->ensureWidgetVisible(m_requests);
    m_requests->focusFirst();
}

void OverviewPage::refresh()
{
    const Snapshot& now = m_snapshots.snapshot();
    if (!now.find(m_profile)) {
        m_profile = now.profiles.isEmpty() ? QString() : now.profiles.first().profile;
    }
    m_accounts->setAccounts(presentAccounts(now), m_profile);
    const ProfileSnapshot* found = now.find(m_profile);
    const ProfileSnapshot profile = found ? *found : ProfileSnapshot();
    const bool known = profile.account.has_value();
    refreshAvatar();
    m_name->setText(found ? accountName(profile) : tr("No account yet"));
    m_zaloName->setText(known ? profile.account->displayName : QString());
    m_zaloName->setVisible(known && !profile.label.isEmpty());
    m_id->setText(known ? profile.account->userId : QString());
    m_id->setVisible(known);
    m_copyId->setVisible(known);
    m_status->setStatus(found ? presentStatus(now, m_profile) : presentStatus(now));
    m_chain->setNodes(presentChain(now, m_profile));
    refreshBacklog(profile.backlog);
    refreshPauses(profile.pauses);
    refreshFacts(profile);
    if (m_recent) {
        m_recent->setProfile(found ? m_profile : QString());
    }
    m_waiting->setAccounts(profile.otherAccounts);
    refreshGaps(profile.gaps);
    refreshHistory(profile.history);
}

void OverviewPage::refreshAvatar()
{
    const ProfileSnapshot* profile = m_snapshots.snapshot().find(m_profile);
    const std::optional<Account> account = profile ? profile->account : std::nullopt;
    m_avatar->setPerson(account ? account->userId : QString(),
                        profile ? accountName(*profile) : QString());
    m_avatar->setPicture(account && !account->avatar.isEmpty() ? m_avatars.picture(
                             { account->userId, account->displayName, account->avatar }, AvatarSide,
                             devicePixelRatioF())
                                                               : QPixmap());
}

void OverviewPage::refreshFacts(const ProfileSnapshot& profile)
{
    const QLocale locale;
    const auto when = [](qint64 ms) { return ms > 0 ? timeText(ms) : tr("none yet"); };
    m_facts->setValues({
        locale.toString(profile.queue.inboundWaiting),
        locale.toString(profile.queue.outboundWaiting),
        when(profile.lastInMs),
        locale.toString(profile.queue.inboundDead),
        locale.toString(profile.queue.outboundUncertain),
        when(profile.lastOutMs),
    });
}

void OverviewPage::refreshBacklog(const BacklogProgress& backlog)
{
    m_backlog->setVisible(backlog.total > 0);
    if (backlog.total > 0) {
        const QLocale locale;
        m_backlogText->setText(
            tr("Delivering pending messages: %1 of %2")
                .arg(locale.toString(backlog.done), locale.toString(backlog.total)));
        m_backlogBar->setMaximum(backlog.total);
        m_backlogBar->setValue(backlog.done);
        m_backlogBar->setAccessibleName(m_backlogText->text());
    }
}

void OverviewPage::refreshPauses(const QList<ThreadPause>& pauses)
{
    m_pauses->setVisible(!pauses.isEmpty());
    m_pauses->setText(pauses.isEmpty() ? QString()
                                       : pausesText(int(pauses.size()), pauses.first().untilMs));
}

void OverviewPage::discardWaiting(const QString& userId)
{
    m_profiles.discardWaiting(m_profile, userId, this, [this](const Result<int>& done) {
        if (!done) {
            showError(this, errorText(done.error()));
        }
    });
}

void OverviewPage::refreshGaps(const QList<ConnectionGap>& gaps)
{
    if (m_shownGaps == gaps) {
        return;
    }
    m_shownGaps = gaps;
    m_gaps->setNote(
        gaps.isEmpty()
            ? tr("None recorded.")
            : tr("Zalo repeats nothing by itself. Where zca can, messages of these times are asked "
                 "of its history; others are only on your phone."));
    QList<HistoryTable::Row> rows;
    for (auto gap = gaps.crbegin(); gap != gaps.crend(); ++gap) {
        rows << HistoryTable::Row {
            { timeText(gap->fromMs), gap->toMs > 0 ? timeText(gap->toMs) : tr("still open"),
              gapCauseText(gap->cause),
              gap->toMs > 0 ? gapRecoveryText(gap->recovery, gap->recovered) : QString() },
            {}
        };
    }
    m_gaps->setRows(rows);
}

void OverviewPage::refreshHistory(const QList<SessionChange>& history)
{
    if (m_shownHistory == history) {
        return;
    }
    m_shownHistory = history;
    m_history->setNote(history.isEmpty() ? tr("Nothing yet.") : QString());
    QList<HistoryTable::Row> rows;
    for (auto change = history.crbegin(); change != history.crend(); ++change) {
        rows << HistoryTable::Row { { timeText(change->atMs), sessionStateText(change->state),
                                      causeText(*change) },
                                    change->reason ? stateReasonText(*change->reason) : QString() };
    }
    m_history->setRows(rows);
}

void OverviewPage::retranslate()
{
    m_facts->setNames({ tr("To be delivered"), tr("To be sent"), tr("Last message in"),
                        tr("Could not be delivered"), tr("Possibly sent"),
                        tr("Last message out") });
    m_chain->setToolTip(tr("Last confirmed: when Zalo last answered on this connection."));
    m_copyId->setText(tr("Copy ID"));
    m_copyId->setAccessibleName(tr("Copy the account's ID"));
    m_gaps->setHeader(tr("Missed time"), { tr("From"), tr("To"), tr("Why"), tr("Messages") });
    m_shownGaps.reset();
    m_history->setHeader(tr("What happened"), { tr("When"), tr("Connection"), tr("Why") });
    m_shownHistory.reset();
    refresh();
}

void OverviewPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
