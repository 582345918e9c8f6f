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
#include "ui/presenters/pairingview.h"
#include "ui/presenters/statuspresenter.h"
#include "ui/shell/notifier.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString SessionTopic = u"session/"_s;
const QString TakenTopic = u"taken/"_s;
const QString WaitsTopic = u"waits/"_s;
const QString PairingTopic = u"pairing/"_s;

Settings::Switch switchOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Program:
        return Settings::Switch::NotifyProgram;
    case FindingKind::Storage:
        return Settings::Switch::NotifyStorage;
    case FindingKind::Session:
        return Settings::Switch::NotifySession;
    case FindingKind::Gateway:
        return Settings::Switch::NotifyGateway;
    case FindingKind::Delivery:
        return Settings::Switch::NotifyDelivery;
    case FindingKind::Messages:
        return Settings::Switch::NotifyMessages;
    case FindingKind::Pairing:
        return Settings::Switch::PairingNotifications;
    }
    Q_UNREACHABLE();
}

//! Whether it is news that needs somebody: not what passes by itself or was meant.
bool isNews(const Finding& finding)
{
    const bool isToldOtherwise = finding.code == FindingCode::NoAccount // by the window
        || finding.code == FindingCode::LoggedOut // who logs out knows it
        // each of these has a notification of its own
        || finding.code == FindingCode::GatewayAwaitsApproval
        || finding.code == FindingCode::PairingRequested;
    return !isToldOtherwise && finding.severity <= Severity::ActionRequired;
}

//! What a later notification replaces: an account has one session, whatever is wrong with it.
QString topicOf(const Finding& finding)
{
    return ruleOf(finding.code).kind == FindingKind::Session
        ? QString(SessionTopic + finding.profile)
        : findingName(finding.code) + u'/' + finding.profile;
}

} // namespace

NotificationRules::NotificationRules(const Companion& companion, Settings& settings,
                                     Notifier& notifier, QObject* parent)
    : QObject(parent),
      m_companion(companion),
      m_settings(settings),
      m_notifier(notifier)
{
    connect(&companion.snapshots, &SnapshotProvider::snapshotChanged, this,
            &NotificationRules::onSnapshot);
    connect(&settings, &Settings::switched, this, &NotificationRules::onSwitched);
    connect(&m_notifier, &Notifier::activated, this, &NotificationRules::onActivated);
    connectGateways();
    onSnapshot();
}

void NotificationRules::connectGateways()
{
    // Who came in unasked is told of in any case.
    connect(&m_companion.gateways, &GatewayService::gatewayTrustedOnFirstUse, this,
            [this](const QString& id, const QString& label) {
                m_notifier.notify(
                    TakenTopic + id, tr("A Gateway uses this companion now"),
                    tr("“%1” was the first Gateway and is trusted automatically. Not yours?")
                        .arg(label),
                    tr("Revoke…"));
            });
    connect(&m_companion.gateways, &GatewayService::gatewayAwaitsApproval, this,
            [this](const QString& id, const QString& label) {
                if (m_settings.isOn(Settings::Switch::NotifyGateway)) {
                    m_notifier.notify(WaitsTopic + id, tr("A Gateway wants to connect"),
                                      tr("“%1” wants to use this companion.").arg(label),
                                      tr("Approve"));
                }
            });
}

void NotificationRules::onSnapshot()
{
    onFindings();
    onPairings();
}

void NotificationRules::onFindings()
{
    QHash<QString, Finding> now;
    const QList<Finding> all = findings(m_companion.snapshots.snapshot());
    for (const Finding& finding : all) {
        const QString topic = topicOf(finding);
        if (!isNews(finding) || now.contains(topic)) {
            continue;
        }
        const auto before = m_told.constFind(topic);
        if (before == m_told.constEnd() || before->code != finding.code) {
            notify(topic, finding);
        }
        now.insert(topic, finding);
    }
    for (auto gone = m_told.cbegin(); gone != m_told.cend(); ++gone) {
        if (!now.contains(gone.key())) {
            m_notifier.withdraw(gone.key());
        }
    }
    m_told = now;
}

//! What is switched off goes; what is switched on again tells of what comes from now on.
void NotificationRules::onSwitched(Settings::Switch which)
{
    if (m_settings.isOn(which)) {
        return;
    }
    if (which == Settings::Switch::PairingNotifications) {
        for (const QString& request : std::as_const(m_asking)) {
            m_notifier.withdraw(PairingTopic + request);
        }
    }
    for (auto told = m_told.cbegin(); told != m_told.cend(); ++told) {
        if (switchOf(ruleOf(told->code).kind) == which) {
            m_notifier.withdraw(told.key());
        }
    }
}

void NotificationRules::notify(const QString& topic, const Finding& finding)
{
    if (!m_settings.isOn(switchOf(ruleOf(finding.code).kind))) {
        return;
    }
    const QString title = findingTitle(finding);
    m_notifier.notify(topic,
                      finding.account.isEmpty() ? title : tr("%1: %2").arg(finding.account, title),
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
    const QSet<QString> answered = m_asking - asking;
    for (const QString& gone : answered) {
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
        emit actionRequested({ HealthAction::ShowPairings });
    } else if (opened && (topic.startsWith(TakenTopic) || topic.startsWith(WaitsTopic))) {
        emit actionRequested({ HealthAction::ApproveGateways });
    } else if (opened) {
        emit windowRequested();
    } else if (isPairing) {
        m_companion.pairings.approve(
            subject, this, [this, topic](const Result<void>& done) { report(topic, done); });
    } else if (topic.startsWith(TakenTopic)) {
        emit revokeRequested(subject);
    } else if (topic.startsWith(WaitsTopic)) {
        report(topic, m_companion.gateways.approveGateway(subject));
    } else if (const auto action = statusAction(m_told.value(topic));
               action && action->what == HealthAction::Reconnect) {
        report(topic, m_companion.sessions.reconnect(action->profile));
    } else if (action) {
        emit actionRequested(*action);
    }
}

void NotificationRules::report(const QString& topic, const Result<void>& done)
{
    if (!done) {
        m_notifier.notify(topic, tr("That did not work"), errorText(done.error()), {});
    }
}

} // namespace zalo
