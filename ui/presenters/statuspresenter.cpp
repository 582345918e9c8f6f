// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/statuspresenter.h"

#include "companion/accountname.h"
#include "health/findings.h"
#include "health/findingtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct StatusPresenter
{
    Q_DECLARE_TR_FUNCTIONS(StatusPresenter)
};

//! How things are with one account: the worst that is its own.
QString accountLine(const ProfileSnapshot& profile, const QList<Finding>& all)
{
    const auto own = std::find_if(all.begin(), all.end(), [&profile](const Finding& finding) {
        return finding.profile == profile.profile;
    });
    return StatusPresenter::tr("%1: %2").arg(
        accountName(profile),
        own == all.end() ? sessionStateText(profile.session.state) : findingTitle(*own));
}

//! The name, what is worst, and a line for each account; nothing twice.
QStringList tooltipFor(const Snapshot& snapshot, const QList<Finding>& all)
{
    QStringList lines { snapshot.mode == RunMode::Demo
                            ? StatusPresenter::tr("Zalo Companion – Demo")
                            : u"Zalo Companion"_s };
    const bool isOfAnAccount = !all.isEmpty() && !all.first().profile.isEmpty();
    if (snapshot.profiles.isEmpty() || (!all.isEmpty() && !isOfAnAccount)) {
        lines << headline(snapshot, all);
    }
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        lines << accountLine(profile, all);
    }
    return lines;
}

StatusView present(const Snapshot& snapshot, const QList<Finding>& all)
{
    StatusView view;
    view.icon = statusIcon(all.isEmpty() ? std::nullopt : std::optional(all.first().severity));
    view.title = headline(snapshot, all);
    if (!all.isEmpty()) {
        view.detail = findingDetail(all.first());
        view.action = statusAction(all.first());
    }
    for (const Finding& finding : all.mid(1)) {
        const bool isNamed = snapshot.profiles.size() > 1 && !finding.account.isEmpty();
        const QString text = findingTitle(finding);
        view.others << StatusLine { statusIcon(finding.severity),
                                    isNamed
                                        ? StatusPresenter::tr("%1: %2").arg(finding.account, text)
                                        : text,
                                    statusAction(finding) };
    }
    view.tooltip = tooltipFor(snapshot, all);
    return view;
}

} // namespace

StatusIcon statusIcon(std::optional<Severity> severity)
{
    if (!severity) {
        return StatusIcon::Online;
    }
    switch (*severity) {
    case Severity::Error:
        return StatusIcon::Error;
    case Severity::ActionRequired:
        return StatusIcon::ActionRequired;
    case Severity::Paused:
        return StatusIcon::Paused;
    case Severity::Unavailable:
        return StatusIcon::Off;
    case Severity::Working:
        return StatusIcon::Working;
    }
    Q_UNREACHABLE();
}

std::optional<StatusAction> statusAction(const Finding& finding)
{
    if (finding.action == HealthAction::None) {
        return {};
    }
    return StatusAction { finding.action, finding.profile, finding.states, finding.part };
}

StatusView presentStatus(const Snapshot& snapshot)
{
    return present(snapshot, findings(snapshot));
}

StatusView presentStatus(const Snapshot& snapshot, const QString& profile)
{
    Snapshot only = snapshot;
    only.profiles.removeIf(
        [&profile](const ProfileSnapshot& candidate) { return candidate.profile != profile; });
    return presentStatus(only);
}

} // namespace zalo
