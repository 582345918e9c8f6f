// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/statusactionhandler.h"

#include "companion/dataservice.h"
#include "companion/deliveryservice.h"
#include "companion/sessionservice.h"
#include "ui/pages/setupdialog.h"
#include "ui/widgets/errorbox.h"

namespace zalo {

StatusActionHandler::StatusActionHandler(const Companion& companion, QWidget* window)
    : QObject(window),
      m_companion(companion),
      m_window(window)
{ }

void StatusActionHandler::run(const StatusAction& action)
{
    const QString& profile = action.profile;
    switch (action.what) {
    case HealthAction::None:
        break;
    case HealthAction::LogIn:
        emit logInRequested(profile);
        break;
    case HealthAction::Reconnect:
        report(m_companion.sessions.reconnect(profile.isEmpty() ? defaultProfile() : profile));
        break;
    case HealthAction::FindZca:
        emit settingsRequested();
        break;
    case HealthAction::ApproveGateways:
    case HealthAction::StartGateway:
        emit gatewayRequested();
        break;
    case HealthAction::SetUpGateway:
    case HealthAction::UpdatePlugin:
        openSetupDialog(m_companion.gateways, GatewaySetup::Goal::SetUp, m_window);
        break;
    case HealthAction::ResumeRelay:
        m_companion.delivery.setRelayPaused(false);
        break;
    case HealthAction::EndCoolDown:
        m_confirm(m_window,
                  { tr("Resume sending now?"),
                    tr("Zalo asked this account to pause. Accounts that keep sending may be "
                       "locked, for hours or for good. Waiting is the safe choice."),
                    tr("Resume sending now") },
                  [this, profile] { m_companion.delivery.endCoolDown(profile); });
        break;
    case HealthAction::Reset:
        m_confirm(m_window,
                  { tr("Start over"),
                    tr("The program restarts with a new database. Messages that were received but "
                       "not delivered stay in the damaged one, which is kept beside it."),
                    tr("Start over") },
                  [this] { report(m_companion.data.reset(ResetMode::KeepDamaged)); });
        break;
    case HealthAction::ShowActivity:
    case HealthAction::ShowPausedChats:
        emit activityRequested(action);
        break;
    case HealthAction::ShowPairings:
        emit pairingsRequested();
        break;
    }
}

void StatusActionHandler::report(const Result<void>& done)
{
    if (!done) {
        showError(m_window, errorText(done.error()));
    }
}

} // namespace zalo
