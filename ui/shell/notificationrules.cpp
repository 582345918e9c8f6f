// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notificationrules.h"

#include "companion/gatewayservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "ui/presenters/accounttext.h"
#include "ui/presenters/statusview.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString SessionTopic = u"session/"_s;
const QString TakenTopic = u"taken/"_s;
const QString WaitsTopic = u"waits/"_s;

} // namespace

NotificationRules::NotificationRules(SnapshotProvider& snapshots, SessionService& sessions,
                                     GatewayService& gateways, QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_gateways(gateways)
{
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &NotificationRules::onSnapshot);
    connect(&gateways, &GatewayService::gatewayTrustedOnFirstUse, this,
            [this](const QString& id, const QString& label) {
                m_notifier.notify(
                    TakenTopic + id, tr("A Gateway uses this companion now"),
                    tr("“%1” was the first Gateway and is trusted automatically. Not yours?")
                        .arg(label),
                    tr("Revoke"));
            });
    connect(&gateways, &GatewayService::gatewayAwaitsApproval, this,
            [this](const QString& id, const QString& label) {
                m_notifier.notify(WaitsTopic + id, tr("A Gateway wants to connect"),
                                  tr("“%1” wants to use this companion.").arg(label),
                                  tr("Approve"));
            });
    connect(&m_notifier, &Notifier::activated, this, &NotificationRules::onActivated);
    connect(&m_notifier, &Notifier::balloonRequested, this, &NotificationRules::balloonRequested);
    onSnapshot();
}

void NotificationRules::onSnapshot()
{
    for (const ProfileSnapshot& profile : m_snapshots.snapshot().profiles) {
        const SessionState state = profile.session.state;
        const auto known = m_states.constFind(profile.profile);
        if (known == m_states.constEnd() || *known != state) {
            m_states.insert(profile.profile, state);
            notifySession(profile);
        }
    }
}

void NotificationRules::notifySession(const ProfileSnapshot& profile)
{
    const SessionState state = profile.session.state;
    const QString topic = SessionTopic + profile.profile;
    const QString title = tr("%1: %2").arg(accountName(profile), sessionStateText(state));
    const QString detail = sessionDetail(profile.session);
    switch (state) {
    case SessionState::Kicked:
    case SessionState::Duplicate:
        m_notifier.notify(topic, title, detail, statusActionText(StatusAction::Reconnect));
        break;
    case SessionState::Expired:
        m_notifier.notify(topic, title, detail, statusActionText(StatusAction::LogIn));
        break;
    case SessionState::NoCli:
    case SessionState::NeedsLogin:
    case SessionState::LoggingIn:
    case SessionState::Connecting:
    case SessionState::Online:
    case SessionState::Reconnecting:
    case SessionState::Offline:
    case SessionState::Error:
        m_notifier.withdraw(topic);
        break;
    }
}

void NotificationRules::onActivated(const QString& topic, bool opened)
{
    const QString subject = topic.section(u'/', 1);
    Result<void> done;
    if (opened) {
        emit windowRequested();
    } else if (topic.startsWith(TakenTopic)) {
        done = m_gateways.revokeGateway(subject);
    } else if (topic.startsWith(WaitsTopic)) {
        done = m_gateways.approveGateway(subject);
    } else if (m_states.value(subject) == SessionState::Expired) {
        emit logInRequested(subject);
    } else {
        done = m_sessions.reconnect(subject);
    }
    if (!done) {
        m_notifier.notify(topic, tr("That did not work"), errorText(done.error()), {});
    }
}

} // namespace zalo
