// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companionprocess.h"
#include "simulator.h"

#include <QProcess>

namespace zalo::bench {

//! The real program with windows, signed in at the simulator, with 10,000 friends stored.
class DesktopCompanion
{
public:
    //! Signs in and stores the friends, without windows. False: something of it did not work.
    [[nodiscard]] bool prepare();

    //! Sets `process` up to start it; `words` as on its command line.
    void setUp(QProcess& process, const QStringList& words) const;
    //! True once the account is online.
    [[nodiscard]] bool waitForOnline() const;
    [[nodiscard]] const test::Simulator& simulator() const { return m_simulator; }

    //! Ends `process` as a session's end would, and waits for it.
    static void end(QProcess& process);

private:
    test::Simulator m_simulator;
    test::CompanionProcess m_companion;
};

} // namespace zalo::bench
