// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "settings.h"

namespace zalo::sim {

//! stdout and stderr, with what `ctl set` makes go wrong on them.
class Output
{
public:
    explicit Output(Settings& settings)
        : m_settings(settings)
    { }

    //! Collects a one-shot command's answer.
    void out(const QByteArray& text) { m_out += text; }
    void err(const QByteArray& text) { m_err += text; }

    //! Prints what was collected and gives `exitCode` back, unless the process is set to end
    //! otherwise.
    int finish(int exitCode);

    //! Prints at once, for the commands that go on.
    void write(const QByteArray& text);
    void writeError(const QByteArray& text);
    //! Prints a received message's line; this is where a listener dies mid-line, prints 5 MiB
    //! or goes on without end.
    void writeMessage(const QByteArray& line);

    //! Log lines first: as `noise` says, else where `setTalkative(true)` was called (zca-cli).
    void setTalkative(bool talkative) { m_talkative = talkative; }
    [[nodiscard]] bool isNoisy();

    //! Never comes back; signals still end the process.
    [[noreturn]] static void hang();

    //! A pause, for the whole process.
    static void sleep(int milliseconds);

private:
    void emitText(const QByteArray& text);
    void dieHalfway(const QByteArray& text);
    void flood();

    Settings& m_settings;
    QByteArray m_out;
    QByteArray m_err;
    bool m_talkative = false;
};

//! Log lines with ANSI colours, as zca-cli prints before its answer (ZCA.md 9).
[[nodiscard]] QByteArray noise();

} // namespace zalo::sim
