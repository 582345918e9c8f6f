// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/companionstart.h"

#include "gatewaysetup/openclawcommand.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace zalo {

CompanionStart::CompanionStart(const GatewaySetupOptions& options, QObject* parent)
    : QObject(parent),
      m_options(options)
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(options.timing.connectionPoll);
    connect(&m_poll, &QTimer::timeout, this, &CompanionStart::waitForIt);
}

void CompanionStart::start()
{
    m_deadline = QDeadlineTimer(m_options.timing.companionStart);
    const QProcessEnvironment& environment = m_options.search.environment;
    // A service has another environment than this terminal: it would not listen where we look.
    if (environment.contains(u"ZALO_COMPANION_SOCKET"_s)
        || environment.contains(u"ZALO_COMPANION_ZCA"_s)) {
        startDetached();
        return;
    }
    auto* command = new OpenClawCommand(m_options.timing, this);
    connect(command, &OpenClawCommand::finished, this,
            [this](const Result<OpenClawOutput>& result) {
                // No systemd, no such unit, or it does not start: the direct way says why.
                result && result->exitCode == 0 ? waitForIt() : startDetached();
            });
    command->start(u"systemctl"_s, { u"--user"_s, u"start"_s, u"zalo-companion.service"_s },
                   environment, m_options.timing.companionStart);
}

void CompanionStart::startDetached()
{
    QProcess companion;
    companion.setProgram(m_options.program);
    companion.setArguments({ u"--headless"_s });
    companion.setProcessEnvironment(m_options.search.environment);
    companion.setWorkingDirectory(u"/"_s);
    companion.setStandardInputFile(QProcess::nullDevice());
    companion.setStandardOutputFile(QProcess::nullDevice());
    companion.setStandardErrorFile(QProcess::nullDevice());
    if (companion.startDetached()) {
        waitForIt();
    } else {
        emit finished(false);
    }
}

void CompanionStart::waitForIt()
{
    m_options.companion(this, [this](const std::optional<QJsonObject>& snapshot) {
        if (snapshot) {
            emit finished(true);
        } else if (m_deadline.hasExpired()) {
            emit finished(false);
        } else {
            m_poll.start();
        }
    });
}

} // namespace zalo
