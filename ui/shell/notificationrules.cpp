// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notificationrules.h"

#include "companion/gatewayservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "health/rules.h"
#include "ui/presenters/statuspresenter.h"

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
    const Snapshot& now = m_snapshots.snapshot();
    QHash<QString, Finding> shown;
    for (const Finding& finding : findings(now)) {
        const bool isOfSession = ruleOf(finding.code).kind == FindingKind::Session;
        const QString topic = SessionTopic + finding.profile;
        // Who logs out knows it.
        if (!isOfSession || finding.severity != Severity::ActionRequired
            || finding.profile.isEmpty() || finding.code == FindingCode::LoggedOut
            || shown.contains(topic)) {
            continue;
        }
        const auto before = m_shown.constFind(topic);
        if (before == m_shown.constEnd() || before->code != finding.code) {
            notifySession(topic, finding);
        }
        shown.insert(topic, finding);
    }
    for (auto gone = m_shown.cbegin(); gone != m_shown.cend(); ++gone) {
        if (!shown.contains(gone.key())) {
            m_notifier.withdraw(gone.key());
        }
    }
    m_shown = shown;
}

void NotificationRules::notifySession(const QString& topic, const Finding& finding)
{
    m_notifier.notify(topic, tr("%1: %2").arg(finding.account, findingTitle(finding)),
                      findingDetail(finding), statusActionText(finding.action));
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
    } else if (m_shown.value(topic).action == HealthAction::LogIn) {
        emit logInRequested(subject);
    } else {
        done = m_sessions.reconnect(subject);
    }
    if (!done) {
        m_notifier.notify(topic, tr("That did not work"), errorText(done.error()), {});
    }
}

} // namespace zalo
