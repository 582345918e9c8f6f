// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace zalo::sim {

//! What a finished process left.
struct Ran
{
    int exitCode = -1; //!< -1 if it crashed or did not end
    QByteArray out;
    QByteArray err;
};

//! For tests: a state folder of its own, and the simulator run in it.
class Simulation
{
public:
    Simulation();

    //! The path of the simulator.
    [[nodiscard]] static QString program();
    [[nodiscard]] QString home() const { return m_folder.path(); }
    //! A path inside the folder.
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    //! Also given to later processes.
    void setEnvironment(const QString& name, const QString& value);

    //! Runs it to its end, at most `seconds`; a process that still runs then is killed.
    Ran run(const QStringList& arguments, int seconds = 20) const;
    //! `zca-sim ctl …`
    Ran ctl(const QStringList& arguments) const;
    //! Starts one that goes on; killed with the pointer.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    //! Waits for the end of a started one.
    static Ran finish(QProcess& process, int seconds = 20);

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace zalo::sim
