// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace zalo {

//! A yes or no that a person types at the terminal.
class TerminalQuestion : public QObject
{
    Q_OBJECT

public:
    explicit TerminalQuestion(QObject* parent = nullptr);

    //! True where somebody can be asked: standard input is a terminal.
    [[nodiscard]] static bool isPossible();

    //! Asks, and ends in one answered().
    void ask();

signals:
    //! `yes`: it was agreed to; every other answer is a no.
    void answered(bool yes);

private:
    void readAnswer();

    QSocketNotifier m_input;
};

} // namespace zalo
