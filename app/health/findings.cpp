// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/findings.h"

#include "health/rules.h"

#include <algorithm>

namespace zalo {

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
    return all; // the rules stand in the order of their severity
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
