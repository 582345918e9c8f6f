// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulation.h"
#include "zca/zcaprogram.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace zalo::test {

//! One imagined Zalo (simulator/README.md) in a folder of its own. While it lives, every zca-sim
//! that this process starts belongs to it.
class Simulator
{
public:
    Simulator();
    ~Simulator();

    //! Runs `zca-sim ctl …` to its end. An empty array and a warning in the test's log when it
    //! fails.
    QByteArray ctl(const QStringList& arguments) const;
    //! True when the command ended with 0.
    [[nodiscard]] bool ctlSucceeds(const QStringList& arguments) const;

    //! What was sent, oldest first.
    [[nodiscard]] QList<QJsonObject> outbox() const;

    //! When `zca COMMAND` was started, in ms since 1970, oldest first.
    [[nodiscard]] QList<qint64> starts(const QString& command = u"listen"_s) const;

    //! A file in the simulator's folder.
    [[nodiscard]] QString file(const QString& name) const { return m_simulation.path(name); }

    //! Injects one message; gives its id.
    QString inject(const QString& threadId, const QString& text) const;

    //! The simulator as the driver's program, with everything it can do.
    [[nodiscard]] static ZcaProgram program();
    [[nodiscard]] static QString path();

private:
    sim::Simulation m_simulation;
};

} // namespace zalo::test
