// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcarunner.h"

namespace zalo {
namespace {

//! Whose command it is (zca/zcaarguments.h).
QString profileOf(const QStringList& arguments)
{
    return arguments.value(arguments.indexOf(QLatin1String("--profile")) + 1);
}

} // namespace

ZcaRunner::ZcaRunner(ZcaProgramProvider program, QString workFolder, const Policy& policy,
                     QObject* parent)
    : QObject(parent),
      m_program(std::move(program)),
      m_workFolder(std::move(workFolder)),
      m_policy(policy)
{ }

ZcaRunner::~ZcaRunner() = default;

quint64 ZcaRunner::run(ZcaRequest request, QObject* context, Callback done)
{
    Job job { ++m_lastTicket, std::move(request), context, std::move(done) };
    m_waiting.append(std::move(job));
    postStart();
    return m_lastTicket;
}

bool ZcaRunner::cancel(quint64 ticket)
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting.at(i).ticket == ticket) {
            const Job job = m_waiting.takeAt(i);
            QMetaObject::invokeMethod(
                this, [this, job] { answer(job, failure(ErrorKind::Cancelled)); },
                Qt::QueuedConnection);
            return true;
        }
    }
    if (ZcaCommand* command = m_running.value(ticket)) {
        command->cancel();
    }
    return false;
}

void ZcaRunner::postStart()
{
    if (!m_startPosted) {
        m_startPosted = true;
        QMetaObject::invokeMethod(this, &ZcaRunner::startNext, Qt::QueuedConnection);
    }
}

void ZcaRunner::startNext()
{
    m_startPosted = false;
    // Callbacks may queue and cancel: the list is looked at anew after each start.
    for (qsizetype i = 0; i < m_waiting.size();) {
        if (mustWait(m_waiting.at(i).request)) {
            ++i;
        } else {
            startJob(m_waiting.takeAt(i));
        }
    }
}

void ZcaRunner::startJob(const Job& job)
{
    const Result<ZcaProgram> program = m_program();
    if (!program) {
        QMetaObject::invokeMethod(
            this, [this, job, error = program.error()] { answer(job, tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    auto* command = new ZcaCommand(*program, job.request, m_workFolder, m_policy.stopGrace, this);
    m_running.insert(job.ticket, command);
    ++m_busy[job.request.commandClass];
    if (!job.request.websocketOf.isEmpty()) {
        m_websockets.insert(job.request.websocketOf);
    }
    connect(command, &ZcaCommand::finished, this,
            [this, job, command](const Result<ZcaOutput>& result) {
                m_running.remove(job.ticket);
                --m_busy[job.request.commandClass];
                if (m_websockets.remove(job.request.websocketOf)) {
                    m_freeSince[job.request.websocketOf].start();
                }
                command->deleteLater();
                postStart();
                if (!result && result.error().kind == ErrorKind::Expired) {
                    emit loginDead(profileOf(job.request.arguments));
                }
                answer(job, result);
            });
    command->start();
}

void ZcaRunner::answer(const Job& job, Result<ZcaOutput> result)
{
    if (job.context) {
        job.done(std::move(result));
    }
}

bool ZcaRunner::usesWebsocket(const QString& profile, std::chrono::milliseconds within) const
{
    const QElapsedTimer free = m_freeSince.value(profile);
    return m_websockets.contains(profile) || (free.isValid() && free.elapsed() < within.count());
}

bool ZcaRunner::mustWait(const ZcaRequest& request) const
{
    const int limit = request.commandClass == CommandClass::Send ? m_policy.parallelSends
                                                                 : m_policy.parallelCommands;
    return m_busy.value(request.commandClass) >= limit
        || m_websockets.contains(request.websocketOf);
}

} // namespace zalo
