// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "world.h"

#include "bridge/handshake.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::seconds SteerDeadline { 10 };

//! The letter of /proc/PID/stat; a space when there is no such process.
char processState(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) {
        return ' ';
    }
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1).append(' ').at(0);
}

} // namespace

World::World()
    : m_machine(m_folder.filePath(u"machine"_s)),
      m_key(randomBytes32())
{
    m_companion.program = QStringLiteral(TORTURE_COMPANION);
    m_companion.environment.insert(QString::fromLatin1(FalseMachine::Variable),
                                   m_folder.filePath(u"machine"_s));
    m_gateway.setProcessChannelMode(QProcess::ForwardedChannels);
    // A test that is killed leaves nobody behind.
    m_gateway.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

World::~World()
{
    killGateway();
    killCompanion();
    disk.unmount();
}

bool World::start()
{
    const QString data = m_companion.environment.value(u"XDG_DATA_HOME"_s);
    [[maybe_unused]] const bool mounted = disk.mount(data);
    if (!m_sim.ctlSucceeds({ u"login"_s })) {
        return false;
    }
    m_companionWanted = true;
    if (!m_companion.start()) {
        return false;
    }
    startGateway();
    return m_sim.ctlSucceeds({ u"wait"_s, u"listener"_s });
}

void World::startCompanion()
{
    m_companionWanted = true;
    if (!m_companion.isRunning()) {
        m_companion.launch();
    }
}

void World::killCompanion()
{
    m_companionWanted = false;
    m_companion.kill();
}

void World::reconnect()
{
    auto* process = new QProcess(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->setProcessEnvironment(m_companion.environment);
    process->start(QStringLiteral(ZALO_COMPANION), { u"reconnect"_s });
}

void World::startGateway()
{
    m_gatewayWanted = true;
    if (m_gateway.state() == QProcess::NotRunning) {
        m_gateway.start(
            QStringLiteral(TORTURE_GATEWAY),
            { bridgePath(), journalPath(), gatewayId(), QString::fromLatin1(m_key.toHex()) });
    }
}

void World::killGateway()
{
    m_gatewayWanted = false;
    if (m_gateway.state() != QProcess::NotRunning) {
        m_gateway.kill();
        m_gateway.waitForFinished();
    }
}

QProcess* World::newSimProcess(QObject* parent) const
{
    auto* process = new QProcess(parent);
    process->setProgram(test::Simulator::path());
    return process;
}

void World::set(const QString& assignment)
{
    m_settings << assignment;
    setNext();
}

void World::setNext()
{
    if (m_setting || m_settings.isEmpty()) {
        return;
    }
    m_setting = true;
    QProcess* process = newSimProcess(this);
    connect(process, &QProcess::finished, this, [this, process] {
        process->deleteLater();
        m_setting = false;
        setNext();
    });
    const QString assignment = m_settings.takeFirst();
    process->setArguments(assignment.isEmpty() ? QStringList { u"ctl"_s, u"reset"_s }
                                               : QStringList { u"ctl"_s, u"set"_s, assignment });
    process->start();
}

void World::steer(const QStringList& words)
{
    QProcess* process = newSimProcess(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QTimer::singleShot(SteerDeadline, process, [process] { process->kill(); });
    process->setArguments(QStringList { u"ctl"_s } + words);
    process->start();
}

qint64 World::listenerPid() const
{
    static const QRegularExpression name(u"^listen\\.default\\.(\\d+)\\.sock$"_s);
    const QDir control(qEnvironmentVariable("ZCA_SIM_HOME") + u"/control"_s);
    const QStringList files = control.entryList(QDir::AllEntries | QDir::System);
    for (const QString& file : files) {
        const auto match = name.match(file);
        const qint64 pid = match.captured(1).toLongLong();
        if (match.hasMatch() && !QByteArray(" ZX").contains(processState(pid))) {
            return pid;
        }
    }
    return 0;
}

World::Truth World::truth() const
{
    const qint64 pid = listenerPid();
    const QString ready =
        qEnvironmentVariable("ZCA_SIM_HOME") + u"/control/listen.default.%1.ready"_s.arg(pid);
    if (pid == 0 || !QFile::exists(ready)) {
        return Truth::None;
    }
    return processState(pid) == 'T' ? Truth::Stopped : Truth::Connected;
}

} // namespace zalo::torture
