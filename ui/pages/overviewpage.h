// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/statusview.h"
#include "ui/widgets/avatars.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace zalo {

class AccountSwitcher;
class AvatarLabel;
class ChainView;
class ContactService;
class FactGrid;
class GatewayService;
class SnapshotProvider;
class HistoryTable;
class MutedLabel;
class PairingPanel;
class ProfileService;
class RecentActivity;
class StatusCard;
class WaitingAccounts;

//! The current state at a glance: the account, the next step, the message path, pending messages,
//! connection gaps and the history of the connection.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    OverviewPage(SnapshotProvider& snapshots, ContactService& contacts, ProfileService& profiles,
                 GatewayService& gateways, QWidget* parent = nullptr);

    //! Shows this account, where there is one of this name.
    void showAccount(const QString& profile);
    //! Puts who asks below the status, and owns it.
    void setRequests(PairingPanel* panel);
    //! Brings it into view, with the keyboard.
    void showRequests();
    //! Puts what happened lately below the figures of now, and owns it.
    void setRecentActivity(RecentActivity* panel);
    //! Brings it into view.
    void showRecentActivity();

signals:
    void addAccountRequested();
    void renameAccountRequested(const QString& profile);
    void removeAccountRequested(const QString& profile);
    void actionRequested(const zalo::StatusAction& action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(GatewayService& gateways);
    [[nodiscard]] QWidget* buildAccount();
    [[nodiscard]] QWidget* buildBacklog();
    void refresh();
    void refreshAvatar();
    void refreshFacts(const ProfileSnapshot& profile);
    void refreshBacklog(const BacklogProgress& backlog);
    void refreshPauses(const QList<ThreadPause>& pauses);
    void discardWaiting(const QString& userId);
    void refreshGaps(const QList<ConnectionGap>& gaps);
    void refreshHistory(const QList<SessionChange>& history);
    void retranslate();

    SnapshotProvider& m_snapshots;
    ProfileService& m_profiles;
    Avatars m_avatars;
    QString m_profile; //!< the account that is shown
    AccountSwitcher* m_accounts = nullptr;
    AvatarLabel* m_avatar = nullptr;
    QLabel* m_name = nullptr;
    MutedLabel* m_zaloName = nullptr; //!< shown where the name is a person's own
    QLabel* m_id = nullptr;
    QPushButton* m_copyId = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_column = nullptr;
    StatusCard* m_status = nullptr;
    PairingPanel* m_requests = nullptr; //!< setRequests()
    ChainView* m_chain = nullptr;
    QWidget* m_backlog = nullptr; //!< shown while what waited is delivered
    QLabel* m_backlogText = nullptr;
    QProgressBar* m_backlogBar = nullptr;
    QLabel* m_pauses = nullptr; //!< shown while the bot is paused somewhere
    WaitingAccounts* m_waiting = nullptr;
    FactGrid* m_facts = nullptr;
    RecentActivity* m_recent = nullptr; //!< setRecentActivity()
    HistoryTable* m_gaps = nullptr;
    HistoryTable* m_history = nullptr;
    // What the tables show in the current language.
    std::optional<QList<ConnectionGap>> m_shownGaps;
    std::optional<QList<SessionChange>> m_shownHistory;
};

} // namespace zalo
