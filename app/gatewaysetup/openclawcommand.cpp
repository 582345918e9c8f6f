// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/openclawcommand.h"

#include "core/singleline.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxLineUnits = 300;
constexpr std::chrono::milliseconds ReapWithin { 1'000 };

} // namespace

QString OpenClawOutput::lastLine() const
{
    for (const QByteArray& bytes : { err, out }) {
        const QStringList lines = QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts);
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            if (const QString text = singleLine(*line); !text.isEmpty()) {
                return text.left(MaxLineUnits);
            }
        }
    }
    return u"exit status %1"_s.arg(exitCode);
}

OpenClawCommand::OpenClawCommand(const Timing& timing, QObject* parent)
    : QObject(parent)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_deadline.setSingleShot(true);
    m_kill.setSingleShot(true);
    m_kill.setInterval(timing.stopGrace);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_isLate = true;
        m_process.terminate();
        m_kill.start();
    });
    connect(&m_kill, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (m_isLate) {
            end(failure(ErrorKind::TimedOut, m_process.arguments().join(u' ')));
            return;
        }
        end(OpenClawOutput { status == QProcess::NormalExit ? code : 128 + code,
                             m_process.readAllStandardOutput(), m_process.readAllStandardError() });
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(failure(ErrorKind::OpenClawFailed, m_process.errorString()));
        }
    });
}

OpenClawCommand::~OpenClawCommand()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.disconnect(this);
        m_process.kill();
        m_process.waitForFinished(int(ReapWithin.count())); // it only has to be reaped
    }
}

void OpenClawCommand::start(const QString& program, const QStringList& arguments,
                            const QProcessEnvironment& environment, Timing::ms deadline)
{
    m_process.setProcessEnvironment(environment);
    m_deadline.start(deadline);
    m_process.start(program, arguments);
}

void OpenClawCommand::end(const Result<OpenClawOutput>& result)
{
    m_deadline.stop();
    m_kill.stop();
    // Queued: a failure to start may be told from inside start().
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            deleteLater();
            emit finished(result);
        },
        Qt::QueuedConnection);
}

} // namespace zalo
