// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/logoutput.h"

#include "core/singleline.h"

#include <QString>

#include <mutex>
#include <unistd.h>

namespace zalo {
namespace {

// Qt's handler is a plain function, called by any thread.
std::mutex mutex;
LineWriter* lines = nullptr;
std::function<void()> insteadOfAbort;

void toLog(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString text = qFormatLogMessage(type, context, message);
    if (text.isNull()) {
        return; // QT_MESSAGE_PATTERN leaves it out
    }
    const QByteArray line = singleLine(text).toLocal8Bit();
    const std::lock_guard lock(mutex);
    if (!lines) {
        return;
    }
    lines->write(line);
    if (type == QtFatalMsg) { // Qt aborts next
        lines->drain();
        if (insteadOfAbort) {
            insteadOfAbort();
        }
    }
}

} // namespace

LogOutput::LogOutput()
    : m_lines(STDERR_FILENO, "zalo.app: lines of this log that nobody read: %1"),
      m_before(qInstallMessageHandler(toLog))
{
    const std::lock_guard lock(mutex);
    lines = &m_lines;
}

LogOutput::~LogOutput()
{
    qInstallMessageHandler(m_before);
    const std::lock_guard lock(mutex);
    lines = nullptr;
    insteadOfAbort = {};
}

void LogOutput::setInsteadOfAbort(std::function<void()> act)
{
    const std::lock_guard lock(mutex);
    insteadOfAbort = std::move(act);
}

void LogOutput::write(const QString& text)
{
    m_lines.write(text.toLocal8Bit());
}

} // namespace zalo
