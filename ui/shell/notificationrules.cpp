// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notificationrules.h"

#include "companion/gatewayservice.h"
#include "companion/pairingservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "core/singleline.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "health/rules.h"
#include "settings/settings.h"
#include "ui/presenters/pairingview.h"
#include "ui/presenters/statuspresenter.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString SessionTopic = u"session/"_s;
const QString TakenTopic = u"taken/"_s;
const QString WaitsTopic = u"waits/"_s;
const QString PairingTopic = u"pairing/"_s;

} // namespace

NotificationRules::NotificationRules(const Companion& companion, Settings& settings,
                                     QObject* parent)
    : QObject(parent),
      m_companion(companion),
      m_settings(settings)
{
    connect(&companion.snapshots, &SnapshotProvider::snapshotChanged, this,
            &NotificationRules::onSnapshot);
    connect(&companion.gateways, &GatewayService::gatewayTrustedOnFirstUse, this,
            [this](const QString& id, const QString& label) {
                m_notifier.notify(
                    TakenTopic + id, tr("A Gateway uses this companion now"),
                    tr("“%1” was the first Gateway and is trusted automatically. Not yours?")
                        .arg(label),
                    tr("Revoke"));
            });
    connect(&companion.gateways, &GatewayService::gatewayAwaitsApproval, this,
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
    onSessions();
    onPairings();
}

void NotificationRules::onSessions()
{
    const Snapshot& now = m_companion.snapshots.snapshot();
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

void NotificationRules::onPairings()
{
    const QList<PairingRequest>& requests = m_companion.snapshots.snapshot().pairings;
    QSet<QString> asking;
    for (const PairingRequest& request : requests) {
        asking << request.requestId;
        if (!m_asking.contains(request.requestId)
            && m_settings.isOn(Settings::Switch::PairingNotifications)) {
            notifyPairing(request);
        }
    }
    for (const QString& gone : m_asking - asking) {
        m_notifier.withdraw(PairingTopic + gone);
    }
    m_asking = asking;
}

void NotificationRules::notifyPairing(const PairingRequest& request)
{
    const bool showsTexts = m_settings.isOn(Settings::Switch::MessageTexts);
    const QString text = showsTexts ? singleLine(request.text) : QString();
    m_notifier.notify(PairingTopic + request.requestId,
                      tr("%1 asks whether the bot may answer").arg(pairingName(request)),
                      text.isEmpty() ? tr("Nobody has approved this person yet.") : text,
                      tr("Approve"));
}

void NotificationRules::onActivated(const QString& topic, bool opened)
{
    const QString subject = topic.section(u'/', 1);
    const bool isPairing = topic.startsWith(PairingTopic);
    if (opened && isPairing) {
        emit pairingsRequested();
    } else if (opened) {
        emit windowRequested();
    } else if (isPairing) {
        m_companion.pairings.approve(
            subject, this, [this, topic](const Result<void>& done) { report(topic, done); });
    } else if (topic.startsWith(TakenTopic)) {
        report(topic, m_companion.gateways.revokeGateway(subject));
    } else if (topic.startsWith(WaitsTopic)) {
        report(topic, m_companion.gateways.approveGateway(subject));
    } else if (m_shown.value(topic).action == HealthAction::LogIn) {
        emit logInRequested(subject);
    } else {
        report(topic, m_companion.sessions.reconnect(subject));
    }
}

void NotificationRules::report(const QString& topic, const Result<void>& done)
{
    if (!done) {
        m_notifier.notify(topic, tr("That did not work"), errorText(done.error()), {});
    }
}

} // namespace zalo
