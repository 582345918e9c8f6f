// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "world.h"

#include "bridge/handshake.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::seconds SteerDeadline { 10 };
constexpr std::chrono::milliseconds ListenersEnd { 50 }; //!< how often it is looked for
constexpr qint64 BeginningMs = 3'000; //!< until it hears signals, on a busy machine
constexpr int QuitPatienceMs = 20'000; //!< Timing::shutdownGrace, and some for a busy machine

QString nameOf(World::Person person)
{
    return person == World::Person::First ? u"Nguyễn Minh Anh"_s : u"Trần Quốc Bảo"_s;
}

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
      m_log(m_folder.filePath(u"log"_s)),
      m_database(m_companion.dataFolder() + u"/relay.sqlite"_s),
      m_second(m_companion),
      m_key(randomBytes32())
{
    m_companion.logTo(m_log.path());
    m_companion.program = QStringLiteral(TORTURE_COMPANION);
    m_companion.environment.insert(QString::fromLatin1(FalseMachine::Variable),
                                   m_folder.filePath(u"machine"_s));
    for (QProcess* gateway : { &m_gateway, &m_rival }) {
        gateway->setProcessChannelMode(QProcess::ForwardedChannels);
        // A test that is killed leaves nobody behind.
        gateway->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
}

World::~World()
{
    killRival();
    killGateway();
    killCompanion();
    m_database.release();
    disk.unmount();
}

bool World::start()
{
    const QString data = m_companion.environment.value(u"XDG_DATA_HOME"_s);
    [[maybe_unused]] const bool mounted = disk.mount(data);
    m_account = QString::fromLatin1(m_sim.ctl({ u"login"_s, nameOf(m_person) }).trimmed());
    if (m_account.isEmpty()) {
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
    if (m_loggingIn || m_quitting.isValid()) {
        return; // started at the end of it
    }
    m_companionWanted = true;
    if (!m_companion.isRunning()) {
        m_database.onLaunched();
        m_launched.start();
        m_companion.launch();
    }
}

void World::killCompanion()
{
    m_companionWanted = false;
    m_quitting.invalidate();
    m_second.kill(); // it may come up as soon as there is no other
    m_companion.kill();
}

void World::quitCompanion()
{
    if (m_companionWanted && m_companion.isRunning()) {
        m_companionWanted = false;
        m_quitting.start();
        m_quitAfterMs = m_launched.isValid() ? m_launched.elapsed() : BeginningMs;
        m_second.kill();
        ::kill(pid_t(m_companion.processId()), SIGTERM);
    }
}

//! It may not hear signals yet when it is asked to end: then it is ended.
bool World::hasJustBegun() const
{
    return m_companion.endedWith() == -SIGTERM && m_quitAfterMs < BeginningMs;
}

bool World::isCompanionStopped() const
{
    return m_companion.isRunning() && processState(m_companion.processId()) == 'T';
}

QString World::checkQuit()
{
    if (!m_quitting.isValid()) {
        return {};
    }
    QString wrong;
    if (m_companion.isRunning()) {
        if (!m_quitting.hasExpired(QuitPatienceMs)) {
            return {};
        }
        wrong = u"it has not within %1 ms"_s.arg(m_quitting.elapsed());
        m_companion.kill();
    } else if (m_companion.endedWith() != 0 && !hasJustBegun()) {
        wrong = u"it ended with %1"_s.arg(m_companion.endedWith());
    }
    m_quitting.invalidate();
    startCompanion();
    return wrong;
}

void World::logIn(Person person)
{
    killCompanion();
    m_person = person;
    if (!m_loggingIn) {
        m_loggingIn = true;
        logInNow();
    }
}

void World::logInNow()
{
    if (truth() != Truth::None) {
        QTimer::singleShot(ListenersEnd, this, &World::logInNow);
        return;
    }
    QProcess* process = newSimProcess(this);
    connect(process, &QProcess::finished, this, [this, process, person = m_person] {
        process->deleteLater();
        if (person != m_person) {
            logInNow();
            return;
        }
        m_account = QString::fromLatin1(process->readAllStandardOutput().trimmed());
        m_isAccountListening = false;
        m_loggingIn = false;
        startCompanion();
    });
    process->setArguments({ u"ctl"_s, u"login"_s, nameOf(m_person) });
    process->start();
}

QString World::account() const
{
    if (!m_loggingIn && !m_isAccountListening) {
        m_isAccountListening = truth() == Truth::Connected;
    }
    return m_loggingIn || !m_isAccountListening ? QString() : m_account;
}

void World::reconnect(const std::function<void()>& done)
{
    auto* process = new QProcess(this);
    connect(process, &QProcess::finished, this, [process, done] {
        process->deleteLater();
        if (done) {
            done();
        }
    });
    process->setProcessEnvironment(m_companion.environment);
    process->start(QStringLiteral(ZALO_COMPANION), { u"reconnect"_s });
}

void World::launch(QProcess& gateway)
{
    if (gateway.state() == QProcess::NotRunning) {
        gateway.start(QStringLiteral(TORTURE_GATEWAY),
                      { bridgePath(), journalPath(), m_folder.filePath(u"mood"_s), gatewayId(),
                        QString::fromLatin1(m_key.toHex()) });
    }
}

void World::endProcess(QProcess& process)
{
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
}

void World::startGateway()
{
    m_gatewayWanted = true;
    launch(m_gateway);
}

void World::killGateway()
{
    m_gatewayWanted = false;
    endProcess(m_gateway);
}

void World::startRival()
{
    launch(m_rival);
}

void World::setGatewayMood(GatewayMood mood)
{
    m_mood = mood;
    m_mayDie = m_mayDie || mood == GatewayMood::DiesAfterTaking;
    [[maybe_unused]] const bool isTold = writeGatewayMood(m_folder.filePath(u"mood"_s), mood);
}

bool World::hasGatewayEnded()
{
    if (!m_gatewayWanted || m_gateway.state() != QProcess::NotRunning) {
        return false;
    }
    if (m_mayDie) { // its mood may have ended while it died
        setGatewayMood(GatewayMood::Well);
        m_mayDie = false;
        startGateway();
        return false;
    }
    return true;
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

QList<QJsonObject> World::history() const
{
    QList<QJsonObject> rows;
    for (const QByteArray& line : m_sim.ctl({ u"history"_s }).split('\n')) {
        if (!line.isEmpty()) {
            rows << QJsonDocument::fromJson(line).object();
        }
    }
    return rows;
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
