// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/statusview.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct StatusActions
{
    Q_DECLARE_TR_FUNCTIONS(StatusActions)
};

} // namespace

QString statusIconName(StatusIcon icon)
{
    switch (icon) {
    case StatusIcon::Online:
        return u"tray/online"_s;
    case StatusIcon::Working:
        return u"tray/working"_s;
    case StatusIcon::ActionRequired:
        return u"tray/action-required"_s;
    case StatusIcon::Paused:
        return u"tray/paused"_s;
    case StatusIcon::Off:
        return u"tray/off"_s;
    case StatusIcon::Error:
        return u"tray/error"_s;
    }
    Q_UNREACHABLE();
}

QString statusActionText(HealthAction action)
{
    switch (action) {
    case HealthAction::None:
        return {};
    case HealthAction::LogIn:
        return StatusActions::tr("Log in…");
    case HealthAction::Reconnect:
        return StatusActions::tr("Reconnect");
    case HealthAction::FindZca:
        return StatusActions::tr("Find zca…");
    case HealthAction::ResumeRelay:
        return StatusActions::tr("Resume");
    case HealthAction::EndCoolDown:
        return StatusActions::tr("Resume sending now…");
    case HealthAction::Reset:
        return StatusActions::tr("Start over…");
    case HealthAction::ApproveGateways:
        return StatusActions::tr("Show Gateways…");
    case HealthAction::SetUpGateway:
        return StatusActions::tr("Set up OpenClaw…");
    case HealthAction::StartGateway:
        return StatusActions::tr("Start Gateway…");
    case HealthAction::UpdatePlugin:
        return StatusActions::tr("Update plugin…");
    case HealthAction::ShowActivity:
        return StatusActions::tr("Show messages…");
    case HealthAction::ShowPairings:
        return StatusActions::tr("Show requests…");
    case HealthAction::ShowPausedChats:
        return StatusActions::tr("Show chats…");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
