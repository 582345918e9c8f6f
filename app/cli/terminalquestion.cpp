// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/terminalquestion.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

namespace zalo {

TerminalQuestion::TerminalQuestion(QObject* parent)
    : QObject(parent),
      m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_input.setEnabled(false);
    connect(&m_input, &QSocketNotifier::activated, this, &TerminalQuestion::readAnswer);
}

bool TerminalQuestion::isPossible()
{
    return ::isatty(STDIN_FILENO) != 0;
}

void TerminalQuestion::ask()
{
    //: The first letter of “yes” is understood in this language, and y in each.
    QTextStream(stdout) << tr("Do this? [y/N]") << ' ' << Qt::flush;
    m_input.setEnabled(true);
}

void TerminalQuestion::readAnswer()
{
    m_input.setEnabled(false);
    QFile input;
    const bool isOpen = input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered);
    const QString answer =
        isOpen ? QString::fromUtf8(input.readLine()).trimmed().toLower() : QString();
    //: The first letter of “yes”, in small letters.
    emit answered(answer.startsWith(u'y') || answer.startsWith(tr("y")));
}

} // namespace zalo
