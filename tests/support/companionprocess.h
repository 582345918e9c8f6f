// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace zalo::test {

//! The real program `zalo-companion`, headless, on the simulator, with folders of its own that
//! outlive its restarts.
class CompanionProcess
{
public:
    //! What a command of the terminal printed and ended with.
    struct Answer
    {
        int status = -1;
        QString out;
        QString err;
    };

    CompanionProcess();
    ~CompanionProcess();

    //! Starts it and waits for nothing.
    void launch();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    //! How the last run ended: the status, or minus the signal.
    [[nodiscard]] int endedWith() const;
    //! What it wrote to its log since the last call.
    [[nodiscard]] QByteArray takeLog() { return m_process.readAllStandardError(); }

    //! From the next start on its log goes to a file or FIFO, and takeLog() has nothing.
    void logTo(const QString& path) { m_process.setStandardErrorFile(path); }
    //! As logTo(), and its standard output; start() does not see then that it runs.
    void speakTo(const QString& path);

    //! Starts it; true once its bridge listens.
    [[nodiscard]] bool start();
    //! Starts it where it is expected to end by itself; what it said.
    [[nodiscard]] Answer startAndEnd();
    //! True once the process that start() began is gone.
    [[nodiscard]] bool hasEnded();
    //! SIGKILL, and gone.
    void kill();
    //! SIGTERM; true when it ended with status 0.
    [[nodiscard]] bool terminate();

    //! `zalo-companion <words>`, to its end.
    [[nodiscard]] Answer run(const QStringList& words) const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    //! `status --json`.
    [[nodiscard]] QJsonObject status() const;

    //! Folders and environment; change the environment before start().
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] QString runFolder() const;
    [[nodiscard]] QString bridgePath() const;
    QProcessEnvironment environment;
    QString program; //!< `zalo-companion` as it was built

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace zalo::test
