// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaprocess.h"

#include "platform/descriptor.h"
#include "platform/privatefolder.h"
#include "zca/zcaenvironment.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zalo {
namespace {

//! Runs in the child between fork and exec: system calls only.
void prepareChild(pid_t parent, bool toFile)
{
    // What this program blocks or ignores must reach zca all the same.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : { SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXFSZ }) {
        ::signal(number, SIG_DFL);
    }
    ::setsid();
    ::umask(077); // zca writes credentials with the umask it is given (ZCA.md 1)
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (toFile) {
        ::flock(STDOUT_FILENO, LOCK_SH | LOCK_NB); // kept by whatever inherits it: spoolholder.h
        const rlimit bound { MaxListenerFile, MaxListenerFile };
        ::setrlimit(RLIMIT_FSIZE, &bound);
    }
    if (::getppid() != parent) { // the parent died before that: no signal would come
        ::_exit(1);
    }
}

//! Whether it was this machine that had no room for a process. Qt does not tell what kept it from
//! opening a redirection, so it is looked whether the descriptors are there that a start takes.
bool isMachineFull(const QString& startError)
{
    constexpr size_t needed = 12; // three channels, two pipes of Qt's own, the child's handle
    std::array<Descriptor, needed> free;
    for (Descriptor& each : free) {
        each.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        if (!each.isValid()) {
            return errno == EMFILE || errno == ENFILE;
        }
    }
    const std::array shortages { EAGAIN, ENOMEM };
    return std::any_of(shortages.begin(), shortages.end(), [&startError](int code) {
        return startError.endsWith(qt_error_string(code));
    });
}

} // namespace

ZcaProcess::ZcaProcess(QObject* parent)
    : QObject(parent)
{
    m_killTimer.setSingleShot(true);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::started, this, &ZcaProcess::onStarted);
    connect(&m_process, &QProcess::finished, this, &ZcaProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &ZcaProcess::onError);
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { read(QProcess::StandardOutput); });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { read(QProcess::StandardError); });
    connect(&m_killTimer, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
}

ZcaProcess::~ZcaProcess()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.disconnect(this);
    m_group = m_process.processId();
    signalGroup(SIGKILL);
    m_process.kill(); // where the child has not come to making its group
    m_process.waitForFinished(1'000); // it only has to be reaped
}

void ZcaProcess::start(const ZcaLaunch& launch)
{
    Q_ASSERT(m_state == State::NotRunning || m_state == State::Failed);
    m_launch = launch;
    m_out = LineBuffer(launch.maxLine);
    m_err = LineBuffer(launch.maxLine);
    m_stopWanted = false;
    m_flooded = false;
    m_group = 0;
    m_state = State::Starting;
    if (!launch.workFolder.isEmpty() && !QFileInfo::exists(launch.workFolder)) {
        (void)ensurePrivateFolder(launch.workFolder); // swept away; a start without it would fail
    }
    m_process.setProgram(launch.program);
    m_process.setArguments(launch.arguments);
    m_process.setWorkingDirectory(launch.workFolder);
    m_process.setProcessEnvironment(zcaEnvironment(QProcessEnvironment::systemEnvironment(),
                                                   launch.program, launch.reach, launch.lock));
    m_process.setStandardOutputFile(launch.outputFile, QIODevice::Append);
    m_process.setChildProcessModifier([parent = ::getpid(), toFile = !launch.outputFile.isEmpty()] {
        prepareChild(parent, toFile);
    });
    m_process.start(QIODevice::ReadOnly);
}

void ZcaProcess::stop()
{
    if (m_state == State::Starting) {
        m_stopWanted = true; // its group does not exist yet; onStarted() goes on
        return;
    }
    if (m_state != State::Running) {
        return;
    }
    m_stopWanted = true;
    m_state = State::Stopping;
    signalGroup(SIGTERM);
    m_killTimer.start(m_launch.stopGrace);
}

void ZcaProcess::killFlooding()
{
    m_flooded = true;
    signalGroup(SIGKILL);
}

void ZcaProcess::onStarted()
{
    m_group = m_process.processId();
    m_state = State::Running;
    if (m_stopWanted) {
        stop();
    }
}

void ZcaProcess::onFinished(int code, QProcess::ExitStatus status)
{
    m_killTimer.stop();
    // Whatever the child started in its group goes with it. Its id cannot have been given to
    // another process yet: ids are given in turn.
    signalGroup(SIGKILL);
    read(QProcess::StandardOutput);
    read(QProcess::StandardError);
    if (const QByteArray rest = m_out.takeRest(); !rest.isEmpty()) {
        emit outputLine(rest);
    }
    if (const QByteArray rest = m_err.takeRest(); !rest.isEmpty()) {
        emit errorLine(rest);
    }
    ZcaExit exit;
    exit.stoppedByUs = m_stopWanted;
    exit.flooded = m_flooded;
    // Qt gives the signal's number as the exit code of a crash.
    (status == QProcess::CrashExit ? exit.signal : exit.exitCode) = code;
    m_state = State::NotRunning;
    finish(exit);
}

void ZcaProcess::onError(QProcess::ProcessError error)
{
    // The other errors arrive at onFinished(). Qt reports an unusable output file twice.
    if (error != QProcess::FailedToStart || m_state != State::Starting) {
        return;
    }
    ZcaExit exit;
    exit.startFailed = true;
    exit.stoppedByUs = m_stopWanted;
    exit.startError = m_process.errorString();
    exit.machineFull = isMachineFull(exit.startError);
    m_state = State::Failed;
    finish(exit);
}

void ZcaProcess::read(QProcess::ProcessChannel channel)
{
    const bool isOut = channel == QProcess::StandardOutput;
    const QByteArray chunk =
        isOut ? m_process.readAllStandardOutput() : m_process.readAllStandardError();
    if (m_flooded) {
        return;
    }
    if (!(isOut ? m_launch.output : m_launch.errors).take(chunk.size())) {
        (isOut ? m_out : m_err) = LineBuffer(m_launch.maxLine);
        killFlooding();
        return;
    }
    for (const QByteArray& line : (isOut ? m_out : m_err).feed(chunk)) {
        if (isOut) {
            emit outputLine(line);
        } else {
            emit errorLine(line);
        }
    }
}

void ZcaProcess::signalGroup(int signal)
{
    if (m_group > 0) {
        ::kill(-pid_t(m_group), signal);
    }
}

void ZcaProcess::finish(const ZcaExit& exit)
{
    // Queued: a failure to start may be reported from inside start().
    QMetaObject::invokeMethod(
        this, [this, exit] { emit ended(exit); }, Qt::QueuedConnection);
}

} // namespace zalo
