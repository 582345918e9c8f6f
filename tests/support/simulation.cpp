// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulation.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// Ends with its pointer, without QProcess's warning.
class Child : public QProcess
{
public:
    ~Child() override
    {
        if (state() != NotRunning) {
            kill();
            waitForFinished();
        }
    }
};

} // namespace

Simulation::Simulation()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    setEnvironment(u"ZCA_SIM_HOME"_s, home());
    setEnvironment(u"OPENZCA_QR_AUTO_OPEN"_s, u"0"_s);
    m_environment.remove(u"OPENZCA_PROFILE"_s);
    m_environment.remove(u"ZCA_PROFILE"_s);
}

QString Simulation::program()
{
    return QStringLiteral(ZCA_SIM_PATH);
}

void Simulation::setEnvironment(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

Ran Simulation::run(const QStringList& arguments, int seconds) const
{
    return finish(*start(arguments), seconds);
}

Ran Simulation::ctl(const QStringList& arguments) const
{
    return run(QStringList(u"ctl"_s) + arguments);
}

std::unique_ptr<QProcess> Simulation::start(const QStringList& arguments) const
{
    auto process = std::make_unique<Child>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(home());
    process->start(program(), arguments, QIODevice::ReadOnly);
    process->waitForStarted();
    return process;
}

Ran Simulation::finish(QProcess& process, int seconds)
{
    const bool ended =
        process.state() == QProcess::NotRunning || process.waitForFinished(seconds * 1000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool normal = ended && process.exitStatus() == QProcess::NormalExit;
    return { normal ? process.exitCode() : -1, process.readAllStandardOutput(),
             process.readAllStandardError() };
}

} // namespace zalo::sim
