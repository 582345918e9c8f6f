// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/statusactionhandler.h"

#include "companion/dataservice.h"
#include "companion/deliveryservice.h"
#include "companion/sessionservice.h"
#include "ui/pages/setupdialog.h"

#include <QMessageBox>

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
        m_confirm(
            m_window,
            { tr("Send again now?"),
              tr("Zalo asked this account for a pause. Accounts that go on sending may be locked, "
                 "for hours or for good. Waiting is the safe choice."),
              tr("Send again now") },
            [this, profile] { m_companion.delivery.endCoolDown(profile); });
        break;
    case StatusAction::Reset:
        m_confirm(
            m_window,
            { tr("Begin anew"),
              tr("The program starts again with an empty data file. Messages that were taken in "
                 "and not delivered stay in the damaged file, which is kept beside it."),
              tr("Begin anew") },
            [this] { report(m_companion.data.reset(ResetMode::KeepDamaged)); });
        break;
    case StatusAction::ShowActivity:
        emit activityRequested();
        break;
    }
}

void StatusActionHandler::report(const Result<void>& done)
{
    if (done) {
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, m_window->windowTitle(),
                                errorText(done.error()), QMessageBox::Ok, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace zalo
