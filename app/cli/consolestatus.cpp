// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/consolestatus.h"

#include "cli/statustext.h"
#include "companion/gatewayservice.h"
#include "companion/snapshotprovider.h"
#include "core/singleline.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "health/rules.h"

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString sessionLine(const ProfileSnapshot& profile)
{
    const QString name = !profile.label.isEmpty() ? profile.label
        : profile.account                         ? profile.account->displayName
                                                  : QString();
    QString line = (name.isEmpty() ? profile.profile : name) + u": "_s
        + sessionStateText(profile.session.state) + u'.';
    if (profile.session.reason) {
        line += u' ' + stateReasonText(*profile.session.reason);
    } else if (const QString next = nextStepText(profile.session.nextStep);
               !next.isEmpty() && profile.session.nextStep != NextStep::Wait) {
        line += u' ' + next;
    }
    return line;
}

//! False for what passes in a moment, and for what lines of their own tell.
bool isToldHere(const Finding& finding)
{
    switch (ruleOf(finding.code).kind) {
    case FindingKind::Program:
    case FindingKind::Storage:
    case FindingKind::Session:
        return false;
    case FindingKind::Gateway:
    case FindingKind::Delivery:
    case FindingKind::Messages:
    case FindingKind::Pairing:
        return finding.severity != Severity::Working
            && finding.code != FindingCode::GatewayAwaitsApproval;
    }
    Q_UNREACHABLE();
}

} // namespace

ConsoleStatus::ConsoleStatus(SnapshotProvider& snapshots, GatewayService& gateways, QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_lines(STDOUT_FILENO, tr("Lines that nobody read: %1").toLocal8Bit())
{
    const Snapshot& now = snapshots.snapshot();
    print(
        u"start"_s,
        (now.mode == RunMode::Demo
             ? tr("Zalo Companion %1 is running as a demo, on simulated data. Stop it with Ctrl+C.")
             : tr("Zalo Companion %1 is running. Stop it with Ctrl+C, or with “zalo-companion "
                  "quit”."))
            .arg(now.version));
    report();
    connect(&snapshots, &SnapshotProvider::snapshotChanged, this, &ConsoleStatus::report);
    connect(&gateways, &GatewayService::gatewayTrustedOnFirstUse, this,
            [this](const QString& id, const QString& label) {
                print(u"gateway "_s + id,
                      tr("The Gateway “%1” uses this companion from now on. If it is not yours: "
                         "zalo-companion gateways revoke %2")
                          .arg(label, id));
            });
}

void ConsoleStatus::report()
{
    const Snapshot& now = m_snapshots.snapshot();
    if (now.zcaError) {
        print(u"zca"_s, errorText(*now.zcaError));
    } else if (!now.zcaPath.isEmpty()) {
        print(u"zca"_s, tr("zca %1 at %2").arg(now.zcaVersion, now.zcaPath));
        if (now.profiles.isEmpty() && now.mode != RunMode::Demo) {
            print(u"next"_s, tr("No account yet. %1").arg(nextStepText(NextStep::LogIn)));
        }
    }
    if (now.storageError) {
        const QString text = errorText(*now.storageError);
        print(u"storage"_s,
              now.delivery == DeliveryState::StorageDamaged ? text + u'\n' + damagedDataText()
                                                            : text);
    }
    for (const GatewayInfo& gateway : now.gateways) {
        if (!gateway.approved) {
            print(u"gateway "_s + gateway.id,
                  tr("The Gateway “%1” asks to use this companion. If it is yours: "
                     "zalo-companion gateways approve %2")
                      .arg(gateway.label, gateway.id));
        }
    }
    reportHealth();
    for (const ProfileSnapshot& profile : now.profiles) {
        if (profile.session.state != SessionState::NoCli) { // said above, once for all accounts
            print(u"profile "_s + profile.profile, sessionLine(profile));
        }
    }
}

//! What the other lines do not tell: each when it comes up, and when all of it is over.
void ConsoleStatus::reportHealth()
{
    const QList<Finding> all = findings(m_snapshots.snapshot());
    QStringList current;
    for (const Finding& finding : all) {
        if (!isToldHere(finding)) {
            continue;
        }
        current << findingName(finding.code) + u' ' + finding.profile;
        if (!m_findings.contains(current.last())) {
            const QString text = findingTitle(finding) + u". "_s + findingDetail(finding);
            m_lines.write(
                singleLine(finding.account.isEmpty() ? text : finding.account + u": "_s + text)
                    .toLocal8Bit());
        }
    }
    if (all.isEmpty() && !m_findings.isEmpty()) {
        m_lines.write(tr("Nothing keeps messages from being answered any more.").toLocal8Bit());
    }
    m_findings = current;
}

void ConsoleStatus::print(const QString& topic, const QString& text)
{
    if (m_printed.value(topic) == text) {
        return;
    }
    m_printed.insert(topic, text);
    m_lines.write(singleLine(text).toLocal8Bit());
}

} // namespace zalo
