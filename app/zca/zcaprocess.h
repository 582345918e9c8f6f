// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/byteallowance.h"
#include "core/linebuffer.h"
#include "zca/zcaenvironment.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace zalo {

//! What to run, and where.
struct ZcaLaunch
{
    QString program;
    QStringList arguments;
    //! A private folder: zca writes files into its current one (ZCA.md 3). Made where it is gone.
    QString workFolder;
    QString outputFile; //!< standard output goes there and not to outputLine(); empty: to us
    qsizetype maxLine = 1 << 20; //!< bytes; longer lines are dropped and counted
    //! A process that prints more is killed. The first holds for outputLine(): what goes to a file
    //! is bounded by MaxListenerFile.
    ByteAllowance output { 1 << 20 };
    ByteAllowance errors { 4 << 20 };
    std::chrono::milliseconds stopGrace { 3'000 };
    ZcaReach reach = ZcaReach::Anything;
    ZcaLock lock = ZcaLock::Respected;
};

//! No file that a zca with an outputFile writes gets larger (bytes): the kernel ends it. That is
//! for the time when nobody here can look; far above what any file of zca needs.
inline constexpr quint64 MaxListenerFile = quint64(1) << 30;

//! How a process ended.
struct ZcaExit
{
    int exitCode = 0;
    int signal = 0; //!< the signal that ended it, 0 if none did
    bool startFailed = false;
    bool machineFull = false; //!< that is why: for want of descriptors, processes or memory
    bool stoppedByUs = false;
    bool flooded = false; //!< it was killed, for it printed more than it may
    QString startError; //!< the operating system's message, when startFailed
};

//! One process of zca, never through a shell, in a session and process group of its own, with umask
//! 077 and /dev/null as input. The group is stopped as a whole, and the kernel kills the process
//! when this program dies. Use it from the main thread: the kernel ties that to the thread.
class ZcaProcess : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        NotRunning,
        Starting,
        Running,
        Stopping,
        Failed
    };
    Q_ENUM(State)

    explicit ZcaProcess(QObject* parent = nullptr);
    ~ZcaProcess() override; //!< kills the group

    //! Starts it; only in NotRunning or Failed. One ended() follows, never from inside this call.
    void start(const ZcaLaunch& launch);

    //! SIGTERM to the group, after the grace SIGKILL. Does nothing when nothing runs.
    void stop();

    //! SIGKILL to the group at once: it prints without end, and time to end in is time to print.
    //! Does nothing when nothing runs.
    void killFlooding();

    [[nodiscard]] State state() const { return m_state; }
    //! Of the last process that ran, 0 before.
    [[nodiscard]] qint64 processId() const { return m_group; }

signals:
    void outputLine(const QByteArray& line); //!< stdout, bytes without the line end
    void errorLine(const QByteArray& line); //!< stderr
    void ended(const zalo::ZcaExit& exit); //!< once for every start()

private:
    void onStarted();
    void onFinished(int code, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void read(QProcess::ProcessChannel channel);
    void signalGroup(int signal);
    void finish(const ZcaExit& exit);

    QProcess m_process;
    QTimer m_killTimer;
    ZcaLaunch m_launch;
    LineBuffer m_out { 0 };
    LineBuffer m_err { 0 };
    State m_state = State::NotRunning;
    bool m_stopWanted = false;
    bool m_flooded = false;
    qint64 m_group = 0; //!< the child's pid, which is its group's id too
};

} // namespace zalo
