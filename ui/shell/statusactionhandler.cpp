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

void StatusActionHandler::run(StatusAction action, const QString& profile)
{
    switch (action) {
    case StatusAction::LogIn:
        emit logInRequested(profile);
        break;
    case StatusAction::Reconnect:
        report(m_companion.sessions.reconnect(profile.isEmpty() ? defaultProfile() : profile));
        break;
    case StatusAction::FindZca:
    case StatusAction::ApproveGateways:
        emit settingsRequested();
        break;
    case StatusAction::SetUpGateway:
    case StatusAction::UpdatePlugin:
        openSetupDialog(m_companion.gateways, GatewaySetup::Goal::SetUp, m_window);
        break;
    case StatusAction::ResumeRelay:
        m_companion.delivery.setRelayPaused(false);
        break;
    case StatusAction::EndCoolDown:
        m_confirm(m_window,
                  { tr("Resume sending now?"),
                    tr("Zalo asked this account to pause. Accounts that keep sending may be "
                       "locked, for hours or for good. Waiting is the safe choice."),
                    tr("Resume sending now") },
                  [this, profile] { m_companion.delivery.endCoolDown(profile); });
        break;
    case StatusAction::Reset:
        m_confirm(m_window,
                  { tr("Start over"),
                    tr("The program restarts with a new database. Messages that were received but "
                       "not delivered stay in the damaged one, which is kept beside it."),
                    tr("Start over") },
                  [this] { report(m_companion.data.reset(ResetMode::KeepDamaged)); });
        break;
    case StatusAction::ShowActivity:
        emit activityRequested();
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
