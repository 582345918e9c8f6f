// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "health/finding.h"

#include "health/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::ActionRequired:
        return u"actionRequired"_s;
    case Severity::Paused:
        return u"paused"_s;
    case Severity::Unavailable:
        return u"unavailable"_s;
    case Severity::Working:
        return u"working"_s;
    }
    Q_UNREACHABLE();
}

QString findingName(FindingCode code)
{
    return QString::fromLatin1(ruleOf(code).name);
}

QString healthActionName(HealthAction action)
{
    switch (action) {
    case HealthAction::None:
        return u"none"_s;
    case HealthAction::LogIn:
        return u"logIn"_s;
    case HealthAction::Reconnect:
        return u"reconnect"_s;
    case HealthAction::FindZca:
        return u"findZca"_s;
    case HealthAction::ResumeRelay:
        return u"resumeRelay"_s;
    case HealthAction::EndCoolDown:
        return u"endCoolDown"_s;
    case HealthAction::Reset:
        return u"reset"_s;
    case HealthAction::ApproveGateways:
        return u"approveGateways"_s;
    case HealthAction::SetUpGateway:
        return u"setUpGateway"_s;
    case HealthAction::StartGateway:
        return u"startGateway"_s;
    case HealthAction::UpdatePlugin:
        return u"updatePlugin"_s;
    case HealthAction::ShowActivity:
        return u"showActivity"_s;
    case HealthAction::ShowPairings:
        return u"showPairings"_s;
    case HealthAction::ShowPausedChats:
        return u"showPausedChats"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
