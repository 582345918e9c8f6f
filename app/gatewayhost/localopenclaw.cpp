// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/localopenclaw.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! Where OpenClaw keeps what it installed (docs/help/environment.md).
QString stateFolder(const OpenClawSearch& search)
{
    const QString home = search.environment.value(u"OPENCLAW_HOME"_s, search.home);
    return search.environment.value(u"OPENCLAW_STATE_DIR"_s, home + u"/.openclaw"_s);
}

} // namespace

LocalOpenClaw::LocalOpenClaw(OpenClawSearch search, const Timing& timing)
    : m_search(std::move(search)),
      m_timing(timing)
{ }

QProcessEnvironment LocalOpenClaw::environmentOf(const OpenClawProgram& program) const
{
    QProcessEnvironment environment = openClawEnvironment(m_search, program);
    // The plugin reads no variable that begins with ZALO_.
    if (const QString socket = m_search.environment.value(u"ZALO_COMPANION_SOCKET"_s);
        !socket.isEmpty()) {
        environment.insert(u"OPENCLAW_ZALOUSER_SOCKET"_s, socket);
    }
    return environment;
}

bool LocalOpenClaw::hasPlugin() const
{
    return locateOpenClaw(m_search)
        && QFileInfo::exists(stateFolder(m_search)
                             + u"/extensions/zalouser/openclaw.plugin.json"_s);
}

void LocalOpenClaw::run(const QStringList& arguments, Timing::ms deadline, QObject* context,
                        Callback<OpenClawOutput> done)
{
    const auto program = locateOpenClaw(m_search);
    if (!program) {
        QMetaObject::invokeMethod(
            context,
            [error = program.error(), done = std::move(done)] { done(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    auto* command = new OpenClawCommand(m_timing, context);
    QObject::connect(command, &OpenClawCommand::finished, context, std::move(done));
    command->start(program->path, program->prefix + arguments, environmentOf(*program), deadline);
}

Result<qint64> LocalOpenClaw::startDetached(const QStringList& arguments)
{
    const auto program = locateOpenClaw(m_search);
    if (!program) {
        return tl::unexpected(program.error());
    }
    QProcess process;
    process.setProgram(program->path);
    process.setArguments(program->prefix + arguments);
    process.setProcessEnvironment(environmentOf(*program));
    process.setWorkingDirectory(m_search.home);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    qint64 pid = 0;
    return process.startDetached(&pid) ? Result<qint64>(pid)
                                       : failure(ErrorKind::OpenClawFailed, process.errorString());
}

} // namespace zalo
