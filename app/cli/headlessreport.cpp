// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/headlessreport.h"

#include "companion/companion.h"
#include "cli/statustext.h"

#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString sessionLine(const ProfileSnapshot& profile)
{
    const QString name = profile.account ? profile.account->displayName : profile.profile;
    QString line = name + u": "_s + sessionStateText(profile.session.state) + u'.';
    if (profile.session.reason) {
        line += u' ' + errorText(*profile.session.reason);
    } else if (const QString next = nextStepText(profile.session.nextStep);
               !next.isEmpty() && profile.session.nextStep != NextStep::Wait) {
        line += u' ' + next;
    }
    return line;
}

} // namespace

HeadlessReport::HeadlessReport(Companion& companion, QObject* parent)
    : QObject(parent),
      m_companion(companion)
{
    const Snapshot& now = companion.snapshot();
    say(u"start"_s,
        (now.mode == u"demo"
             ? tr("Zalo Companion %1 is running as a demo, on simulated data. Stop it with Ctrl+C.")
             : tr("Zalo Companion %1 is running. Stop it with Ctrl+C, or with “zalo-companion "
                  "quit”."))
            .arg(now.version));
    report();
    connect(&companion, &Companion::snapshotChanged, this, &HeadlessReport::report);
    connect(&companion, &Companion::gatewayTaken, this,
            [this](const QString& id, const QString& label) {
                say(u"gateway "_s + id,
                    tr("The Gateway “%1” uses this companion from now on. If it is not yours: "
                       "zalo-companion gateways revoke %2")
                        .arg(label, id));
            });
    connect(&companion, &Companion::gatewayWaits, this,
            [this](const QString& id, const QString& label) {
                say(u"gateway "_s + id,
                    tr("The Gateway “%1” asks to use this companion. If it is yours: "
                       "zalo-companion gateways approve %2")
                        .arg(label, id));
            });
}

void HeadlessReport::report()
{
    const Snapshot& now = m_companion.snapshot();
    if (now.zcaError) {
        say(u"zca"_s, errorText(*now.zcaError));
    } else if (!now.zcaPath.isEmpty()) {
        say(u"zca"_s, tr("zca %1 at %2").arg(now.zcaVersion, now.zcaPath));
        if (now.profiles.isEmpty() && now.mode != u"demo") {
            say(u"next"_s, tr("No account yet. %1").arg(nextStepText(NextStep::LogIn)));
        }
    }
    if (now.storageError) {
        const QString text = errorText(*now.storageError);
        say(u"storage"_s,
            now.delivery == DeliveryState::StorageDamaged ? text + u'\n' + beginAnewText() : text);
    }
    for (const ProfileSnapshot& profile : now.profiles) {
        if (profile.session.state != SessionState::NoCli) { // said above, once for all accounts
            say(u"profile "_s + profile.profile, sessionLine(profile));
        }
    }
}

void HeadlessReport::say(const QString& topic, const QString& text)
{
    if (m_said.value(topic) == text) {
        return;
    }
    m_said.insert(topic, text);
    QTextStream(stdout) << text << '\n' << Qt::flush;
}

} // namespace zalo
