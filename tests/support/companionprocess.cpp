// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"

#include "simulator.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace zalo::test {
namespace {

constexpr int StartDeadlineMs = 15'000;
constexpr int EndDeadlineMs = 20'000;

CompanionProcess::Answer answerOf(QProcess& process)
{
    if (!process.waitForFinished(EndDeadlineMs)) {
        return {};
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
             QString::fromUtf8(process.readAllStandardOutput()),
             QString::fromUtf8(process.readAllStandardError()) };
}

} // namespace

CompanionProcess::CompanionProcess()
    : environment(QProcessEnvironment::systemEnvironment()),
      program(QStringLiteral(COMPANION_BINARY))
{
    const QDir home(m_home.path());
    environment.insert(u"HOME"_s, m_home.path());
    for (const auto& [name, folder] : { std::pair { u"XDG_CONFIG_HOME"_s, u"config"_s },
                                        std::pair { u"XDG_DATA_HOME"_s, u"data"_s },
                                        std::pair { u"XDG_STATE_HOME"_s, u"state"_s },
                                        std::pair { u"XDG_CACHE_HOME"_s, u"cache"_s },
                                        std::pair { u"XDG_RUNTIME_DIR"_s, u"run"_s } }) {
        home.mkdir(folder);
        environment.insert(name, home.filePath(folder));
    }
    QFile::setPermissions(home.filePath(u"run"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"ZALO_COMPANION_ZCA"_s, Simulator::path());
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    // A test that is killed leaves nobody behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

CompanionProcess::~CompanionProcess()
{
    kill();
}

void CompanionProcess::launch()
{
    m_process.setProcessEnvironment(environment);
    m_process.start(program, { u"--headless"_s });
}

int CompanionProcess::endedWith() const
{
    return m_process.exitStatus() == QProcess::CrashExit ? -m_process.exitCode()
                                                         : m_process.exitCode();
}

void CompanionProcess::speakTo(const QString& path)
{
    m_process.setStandardErrorFile(path, QIODevice::Append);
    m_process.setStandardOutputFile(path, QIODevice::Append);
}

bool CompanionProcess::start()
{
    launch();
    // Standard output says that it runs after the bridge listens.
    return QTest::qWaitFor(
               [this] {
                   return m_process.state() == QProcess::NotRunning
                       || m_process.bytesAvailable() > 0;
               },
               StartDeadlineMs)
        && m_process.state() == QProcess::Running;
}

CompanionProcess::Answer CompanionProcess::startAndEnd()
{
    launch();
    return answerOf(m_process);
}

bool CompanionProcess::hasEnded()
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(EndDeadlineMs);
}

void CompanionProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(EndDeadlineMs);
    }
}

bool CompanionProcess::terminate()
{
    m_process.terminate();
    return hasEnded() && endedWith() == 0;
}

CompanionProcess::Answer CompanionProcess::run(const QStringList& words) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, words);
    return answerOf(process);
}

QJsonObject CompanionProcess::status() const
{
    return QJsonDocument::fromJson(run({ u"status"_s, u"--json"_s }).out.toUtf8()).object();
}

QString CompanionProcess::dataFolder() const
{
    return environment.value(u"XDG_DATA_HOME"_s) + u"/zalo-companion"_s;
}

QString CompanionProcess::runFolder() const
{
    return environment.value(u"XDG_RUNTIME_DIR"_s) + u"/zalo-companion"_s;
}

QString CompanionProcess::bridgePath() const
{
    return environment.value(u"ZALO_COMPANION_SOCKET"_s, runFolder() + u"/bridge.sock"_s);
}

} // namespace zalo::test
