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

QString statusActionText(StatusAction action)
{
    switch (action) {
    case StatusAction::LogIn:
        return StatusActions::tr("Log in…");
    case StatusAction::Reconnect:
        return StatusActions::tr("Reconnect");
    case StatusAction::FindZca:
        return StatusActions::tr("Find zca…");
    case StatusAction::ResumeRelay:
        return StatusActions::tr("Resume relay");
    case StatusAction::EndCoolDown:
        return StatusActions::tr("Resume sending now…");
    case StatusAction::Reset:
        return StatusActions::tr("Start over…");
    case StatusAction::ApproveGateways:
        return StatusActions::tr("Show Gateways…");
    case StatusAction::SetUpGateway:
        return StatusActions::tr("Set up OpenClaw…");
    case StatusAction::UpdatePlugin:
        return StatusActions::tr("Update plugin…");
    case StatusAction::ShowActivity:
        return StatusActions::tr("Show messages…");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
