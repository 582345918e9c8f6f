// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "platform/linewriter.h"

#include <QtGlobal>

#include <functional>

class QString;

namespace zalo {

//! While it lives, Qt's messages and ours go to standard error as single lines, and nobody waits
//! for its reader (LineWriter). One object a process: Qt has one handler of messages.
class LogOutput
{
public:
    LogOutput();
    ~LogOutput();
    Q_DISABLE_COPY_MOVE(LogOutput)

    //! Writes `text` as it is, in its turn.
    void write(const QString& text);
    //! `act` runs in place of the abort() that follows on a fatal message; {}: nothing does.
    void setInsteadOfAbort(std::function<void()> act);
    //! Before the process ends or is replaced without a destructor: LineWriter::drain().
    void drain() { m_lines.drain(); }

private:
    LineWriter m_lines;
    QtMessageHandler m_before;
};

} // namespace zalo
