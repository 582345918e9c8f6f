// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/setupexecutor.h"

#include "core/logging.h"
#include "gatewaysetup/channeledit.h"
#include "gatewaysetup/companionstart.h"
#include "gatewaysetup/connectioncheck.h"
#include "gatewaysetup/setuptexts.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

using Kind = SetupStep::Kind;

Result<QString> quietly(const Result<void>& result)
{
    return result ? Result<QString>(QString()) : tl::unexpected(result.error());
}

} // namespace

SetupExecutor::SetupExecutor(const GatewaySetupOptions& options, const SetupFacts& facts,
                             const SetupPlan& plan, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_facts(facts),
      m_plan(plan),
      m_journal(facts.journal.value_or(SetupJournal())),
      m_journalPath(journalPath(options.stateFolder, facts.config.path))
{ }

void SetupExecutor::start()
{
    next();
}

void SetupExecutor::next()
{
    ++m_step;
    if (m_step >= m_plan.steps.size()) {
        emit finished(m_lastOutcome);
    } else if (!m_plan.steps[m_step].isNeeded) {
        next();
    } else {
        emit stepStarted(m_step);
        run(m_plan.steps[m_step].kind);
    }
}

void SetupExecutor::run(Kind kind)
{
    qCDebug(lcApp).noquote() << "gateway setup:" << setupStepName(kind);
    switch (kind) {
    case Kind::KeepConfig:
        done(quietly(keepConfig()));
        break;
    case Kind::RemoveOther:
    case Kind::UninstallPlugin:
        uninstallPlugin();
        break;
    case Kind::InstallPlugin:
        installPlugin();
        break;
    case Kind::EnableChannel:
        enableChannel();
        break;
    case Kind::StartCompanion:
        startCompanion();
        break;
    case Kind::CheckConnection:
        checkConnection();
        break;
    case Kind::RestoreConfig:
        done(quietly(restoreConfig()).map([this](const QString&) {
            return SetupTexts(m_options.language).undone();
        }));
        break;
    }
}

void SetupExecutor::done(const Result<QString>& outcome)
{
    // Queued: a step that is done at once must not pile up calls, nor outrun its own start.
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            if (!outcome) {
                emit finished(outcome);
                return;
            }
            m_lastOutcome = *outcome;
            emit stepDone(m_step, *outcome);
            next();
        },
        Qt::QueuedConnection);
}

void SetupExecutor::ask(const QStringList& arguments, Timing::ms deadline, Next next)
{
    auto* command = new OpenClawCommand(m_options.timing, this);
    connect(command, &OpenClawCommand::finished, this,
            [this, next = std::move(next)](const Result<OpenClawOutput>& result) {
                result ? next(*result) : done(tl::unexpected(result.error()));
            });
    command->start(m_facts.openclaw.path, m_facts.openclaw.prefix + arguments,
                   openClawEnvironment(m_options.search, m_facts.openclaw), deadline);
}

void SetupExecutor::uninstallPlugin()
{
    ask({ u"plugins"_s, u"uninstall"_s, u"zalouser"_s, u"--force"_s },
        m_options.timing.openclawInstallDeadline, [this](const OpenClawOutput& output) {
            done(output.exitCode == 0 ? Result<QString>(QString())
                                      : failure(ErrorKind::OpenClawFailed, output.lastLine()));
        });
}

void SetupExecutor::installPlugin()
{
    if (const Result<void> room = makeRoom(); !room) {
        done(tl::unexpected(room.error()));
        return;
    }
    ask({ u"plugins"_s, u"install"_s, m_facts.packaged.path, u"--force"_s,
          u"--accept-capabilities"_s },
        m_options.timing.openclawInstallDeadline, [this](const OpenClawOutput& output) {
            output.exitCode == 0 ? done()
                                 : putBack({ ErrorKind::OpenClawFailed, output.lastLine() });
        });
}

//! OpenClaw has rewritten its file by now. The text that people wrote takes its place, with the
//! channel in it.
void SetupExecutor::enableChannel()
{
    const auto written = readConfigFile(m_facts.config.path);
    const auto wanted = written.and_then(
        [this](const ConfigFile& file) { return withChannel(m_facts.base(), file.bytes); });
    const Result<void> result =
        wanted.and_then([this](const QByteArray& bytes) { return replaceBytes(bytes); });
    if (!result) {
        done(tl::unexpected(result.error()));
        return;
    }
    validate(*wanted, true);
}

//! OpenClaw looks at the new text, and is to leave it alone: what it takes for damaged it replaces
//! by its own copy, once.
void SetupExecutor::validate(const QByteArray& wanted, bool mayWriteAgain)
{
    ask({ u"config"_s, u"validate"_s }, m_options.timing.openclawDeadline,
        [this, wanted, mayWriteAgain](const OpenClawOutput& output) {
            if (output.exitCode != 0) {
                putBack({ ErrorKind::ConfigRefused, output.lastLine() });
                return;
            }
            const auto now = readConfigFile(m_facts.config.path);
            if (!now || (now->bytes != wanted && !mayWriteAgain)) {
                done(failure(ErrorKind::ConfigChanged, m_facts.config.path));
                return;
            }
            if (now->bytes != wanted) {
                const Result<void> again = replaceBytes(wanted);
                again ? validate(wanted, false) : done(tl::unexpected(again.error()));
                return;
            }
            if (m_journal.after.isEmpty()
                || m_journal.after == fingerprintOf(m_facts.config.bytes)) {
                m_journal.after = fingerprintOf(wanted);
            }
            done(quietly(writeJournal(m_journalPath, m_journal)));
        });
}

void SetupExecutor::putBack(const Error& why)
{
    const Result<void> back = replaceBytes(m_facts.base());
    done(tl::unexpected(back ? why : back.error()));
}

void SetupExecutor::startCompanion()
{
    auto* start = new CompanionStart(m_options, this);
    connect(start, &CompanionStart::finished, this, [this](bool isRunning) {
        done(isRunning ? Result<QString>(QString()) : failure(ErrorKind::NotRunning));
    });
    start->start();
}

void SetupExecutor::checkConnection()
{
    auto* check = new ConnectionCheck(m_options, m_facts, this);
    connect(check, &ConnectionCheck::finished, this, &SetupExecutor::done);
    check->start();
}

} // namespace zalo
