// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/findings.h"

#include "health/rules.h"

#include <algorithm>
#include <tuple>

namespace zalo {
namespace {

//! Who of an account is not told of any finding yet.
struct Unassigned
{
    QString profile;
    WaitingChats waiting;
    WaitingChats paused;
    bool isOverdue = false;
};

QList<Unassigned> everybodyWhoWaits(const Snapshot& snapshot)
{
    QList<Unassigned> all;
    for (const ProfileSnapshot& profile : snapshot.profiles) {
        all.append({ profile.profile, profile.waiting, profile.waitingPaused,
                     profile.isWaitOverdue && profile.waiting.count > 0 });
    }
    return all;
}

//! Tells of a finding those whom it keeps waiting, of those of whom nothing was told before.
void assign(QList<Unassigned>& waiting, Finding& finding)
{
    const Rule& rule = ruleOf(finding.code);
    for (Unassigned& of : waiting) {
        if (!finding.profile.isEmpty() && finding.profile != of.profile) {
            continue;
        }
        WaitingChats& chats = rule.holds == Holds::PausedChats ? of.paused : of.waiting;
        if (chats.count > 0 && rule.holds != Holds::PausedChats && of.isOverdue) {
            finding.severity = std::min(finding.severity, rule.overdue);
        }
        finding.waiting = finding.waiting.plus(std::exchange(chats, {}));
    }
}

bool holdsAnybody(const Finding& finding, const Snapshot& snapshot)
{
    switch (ruleOf(finding.code).holds) {
    case Holds::Nobody:
    case Holds::TheRest: // they are told last
        return false;
    case Holds::Everybody:
    case Holds::PausedChats:
        return true;
    case Holds::WithoutGateway:
        return snapshot.bridgeState != BridgeState::Kind::Connected;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Finding> findings(const Snapshot& snapshot)
{
    QList<Finding> all;
    for (const Rule& rule : healthRules()) {
        for (Finding found : rule.collect(snapshot)) {
            found.code = rule.code;
            found.severity = rule.severity;
            if (found.action == HealthAction::None) {
                found.action = rule.action;
            }
            all.append(std::move(found));
        }
    }
    QList<Unassigned> waiting = everybodyWhoWaits(snapshot);
    for (Finding& finding : all) { // the rules stand in the order of their severity
        if (holdsAnybody(finding, snapshot)) {
            assign(waiting, finding);
        }
    }
    for (Finding& finding : all) {
        if (ruleOf(finding.code).holds == Holds::TheRest) {
            assign(waiting, finding);
        }
    }
    all.removeIf([](const Finding& finding) {
        return ruleOf(finding.code).holds == Holds::TheRest && finding.waiting.count == 0;
    });
    std::stable_sort(all.begin(), all.end(), [](const Finding& left, const Finding& right) {
        return std::tuple(left.severity, left.waiting.count == 0)
            < std::tuple(right.severity, right.waiting.count == 0);
    });
    return all;
}

QList<Finding> findingsOf(const QString& profile, const QList<Finding>& all)
{
    QList<Finding> its;
    std::copy_if(all.begin(), all.end(), std::back_inserter(its), [&](const Finding& finding) {
        return finding.profile.isEmpty() || finding.profile == profile;
    });
    return its;
}

} // namespace zalo
