// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcacommand.h"

#include "zca/zcaerrors.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxErrors = 64 << 10;

QString sizeText(qsizetype bytes)
{
    return u"more than %1 MiB"_s.arg(bytes >> 20);
}

} // namespace

ZcaCommand::ZcaCommand(const ZcaProgram& program, ZcaRequest request, const QString& workFolder,
                       std::chrono::milliseconds stopGrace, QObject* parent)
    : QObject(parent),
      m_program(program.path),
      m_request(std::move(request)),
      m_launch { .program = program.path,
                 .arguments = m_request.arguments,
                 .workFolder = workFolder,
                 .outputFile = {},
                 .maxLine = m_request.maxOutput,
                 .output = ByteAllowance(m_request.maxOutput),
                 .stopGrace = stopGrace }
{
    m_deadline.setSingleShot(true);
    connect(&m_process, &ZcaProcess::outputLine, this, &ZcaCommand::onLine);
    connect(&m_process, &ZcaProcess::errorLine, this, [this](const QByteArray& line) {
        if (m_output.err.size() + line.size() < MaxErrors) {
            m_output.err.append(line).append('\n');
        }
    });
    connect(&m_process, &ZcaProcess::ended, this, &ZcaCommand::onEnded);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stopWith({ ErrorKind::TimedOut, u"%1 s"_s.arg(double(m_request.deadline.count()) / 1000) });
    });
}

void ZcaCommand::start()
{
    m_deadline.start(m_request.deadline);
    m_process.start(m_launch);
}

void ZcaCommand::cancel()
{
    stopWith({ ErrorKind::Cancelled, {} });
}

void ZcaCommand::onLine(const QByteArray& line)
{
    m_output.out.append(line).append('\n');
    if (!m_answered && m_request.isAnswer && m_request.isAnswer(line)) {
        m_answered = true;
        m_deadline.stop();
        m_process.stop();
    }
}

void ZcaCommand::stopWith(Error why)
{
    if (m_answered || m_stoppedFor) {
        return; // the first reason counts, and an answer before all
    }
    m_stoppedFor = std::move(why);
    m_process.stop();
}

void ZcaCommand::onEnded(const ZcaExit& exit)
{
    m_deadline.stop();
    const auto fail = [this](const Error& error) {
        emit finished(tl::unexpected(
            m_request.commandClass == CommandClass::Send ? zcaSendError(error) : error));
    };
    if (exit.startFailed) {
        // Not started is certain, for sends too.
        emit finished(tl::unexpected(m_stoppedFor.value_or(zcaStartError(m_program, exit))));
    } else if (m_answered || (exit.exitCode == 0 && exit.signal == 0 && !m_stoppedFor)) {
        emit finished(m_output);
    } else if (m_stoppedFor) {
        fail(*m_stoppedFor);
    } else if (exit.flooded) {
        m_output = {};
        fail({ ErrorKind::OutputTooLarge, sizeText(m_request.maxOutput) });
    } else if (exit.signal != 0) {
        fail({ ErrorKind::ZcaFailed, u"ended by signal %1"_s.arg(exit.signal) });
    } else {
        fail(zcaError(exit.exitCode, m_output.out, m_output.err));
    }
}

} // namespace zalo
