// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "stressrun.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::minutes Whole { 10 };
constexpr int Messages = 20'000; // of ten minutes
constexpr int Sends = 2'000;
constexpr int Strangers = 1'000;
constexpr int Threads = 40;
constexpr std::chrono::milliseconds AskEvery { 20 };
constexpr std::chrono::milliseconds WorkEvery { 30 }; // a message, and now and then a send
constexpr std::chrono::seconds MemoryEvery { 1 };
constexpr std::chrono::milliseconds RestPoll { 100 };
constexpr std::chrono::seconds AnswerDeadline { 30 };
constexpr int RestPatienceMs = 120'000;
constexpr int QuietShare = 10; //!< the quiet time is a tenth of the busy one…
constexpr std::chrono::seconds LeastQuiet { 2 };

QString threadOf(int number)
{
    return u"39000000000000%1"_s.arg(number % Threads, 4, 10, QLatin1Char('0'));
}

double quantile(QList<double> times, double share)
{
    if (times.isEmpty()) {
        return 0;
    }
    std::sort(times.begin(), times.end());
    return times.at(qMin(times.size() - 1, qsizetype(double(times.size()) * share)));
}

//! The median of a part of the run, in MiB.
double memoryAt(const QList<qint64>& memory, qsizetype from, qsizetype count)
{
    QList<double> part;
    for (const qint64 kib : memory.mid(from, count)) {
        part << double(kib) / 1024;
    }
    return quantile(part, 0.5);
}

} // namespace

StressRun::StressRun(std::chrono::milliseconds busy, QObject* parent)
    : QObject(parent),
      m_busyTime(busy)
{
    m_companion.program = QStringLiteral(TORTURE_COMPANION); // it sends without a person's pauses
    m_asking.setInterval(AskEvery);
    m_working.setInterval(WorkEvery);
    m_rest.setInterval(RestPoll);
    connect(&m_asking, &QTimer::timeout, this, &StressRun::ask);
    connect(&m_working, &QTimer::timeout, this, &StressRun::write);
    connect(&m_working, &QTimer::timeout, this, &StressRun::send);
    connect(&m_rest, &QTimer::timeout, this, &StressRun::finishWhenAtRest);
}

bool StressRun::start()
{
    m_companion.logTo(QProcess::nullDevice());
    if (!m_sim.ctlSucceeds({ u"login"_s }) || !m_companion.start()
        || !m_gateway.subscribe(m_companion.bridgePath())
        || !m_sim.ctlSucceeds({ u"wait"_s, u"listener"_s })) {
        return false;
    }
    m_asking.start();
    QTimer::singleShot(std::max<std::chrono::milliseconds>(m_busyTime / QuietShare, LeastQuiet),
                       this, &StressRun::beBusy);
    return true;
}

void StressRun::beBusy()
{
    m_busy.start();
    m_working.start();
    // One program writes all of it: the Gateway, whose waiting is measured, starts none meanwhile.
    m_writer.start(test::Simulator::path(), { u"ctl"_s, u"inject"_s, u"-"_s });
    auto* memory = new QTimer(this);
    connect(memory, &QTimer::timeout, this, &StressRun::measureMemory);
    memory->start(MemoryEvery);
    const auto strangers = qMax(1, int(Strangers * m_busyTime / Whole));
    m_knockers.start(QCoreApplication::applicationFilePath(),
                     { u"--knock"_s, m_companion.bridgePath(), u"--strangers"_s,
                       QString::number(strangers), u"--minutes"_s,
                       QString::number(double(m_busyTime.count()) / 60'000) });
}

//! So many of them should have been begun by now.
int StressRun::due(int total) const
{
    const auto elapsed = std::min<std::chrono::milliseconds>(
        std::chrono::milliseconds(m_busy.elapsed()), m_busyTime);
    return int(double(total) * double(elapsed.count())
               / double(std::chrono::milliseconds(Whole).count()));
}

void StressRun::write()
{
    for (const int wanted = due(Messages); m_written < wanted; ++m_written) {
        const QJsonObject json { { u"threadId"_s, threadOf(m_written) },
                                 { u"content"_s, u"tin nhắn %1"_s.arg(m_written) } };
        m_writer.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    }
    if (m_busy.hasExpired(m_busyTime.count())) {
        m_working.stop();
        m_writer.closeWriteChannel();
        m_waiting.start();
        m_rest.start();
    }
}

void StressRun::send()
{
    for (const int wanted = due(Sends); m_sends < wanted; ++m_sends) {
        m_gateway.channel().request(this, u"message.send"_s,
                                    { { u"threadId"_s, threadOf(m_sends) },
                                      { u"isGroup"_s, false },
                                      { u"key"_s, u"stress-%1"_s.arg(m_sends) },
                                      { u"text"_s, u"trả lời %1"_s.arg(m_sends) },
                                      { u"deadlineMs"_s, RestPatienceMs } },
                                    std::chrono::milliseconds(2 * RestPatienceMs),
                                    [this](const RpcReply& reply) { m_sent += reply ? 1 : 0; });
    }
}

//! A question that the companion answers out of its database.
void StressRun::ask()
{
    QElapsedTimer asked;
    asked.start();
    m_gateway.channel().request(this, u"message.outcome"_s, { { u"key"_s, u"nobody's"_s } },
                                AnswerDeadline, [this, asked](const RpcReply& reply) {
                                    const double ms = double(asked.nsecsElapsed()) / 1e6;
                                    (m_busy.isValid() ? m_busyTimes : m_quietTimes) << ms;
                                    m_unanswered += reply ? 0 : 1;
                                });
}

void StressRun::measureMemory()
{
    QFile status(u"/proc/%1/status"_s.arg(m_companion.processId()));
    if (!status.open(QIODevice::ReadOnly)) {
        return;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS:")) {
            m_memory << line.simplified().split(' ').value(1).toLongLong();
        }
    }
}

qsizetype StressRun::arrived() const
{
    QSet<QString> texts;
    for (const QJsonObject& message : m_gateway.delivered) {
        texts << message[u"text"].toString();
    }
    return texts.size();
}

void StressRun::finishWhenAtRest()
{
    const bool isAtRest =
        m_writer.state() == QProcess::NotRunning && arrived() >= m_written && m_sent >= m_sends;
    if (isAtRest || m_waiting.hasExpired(RestPatienceMs)) {
        m_rest.stop();
        m_asking.stop();
        for (QProcess* process : { &m_knockers, &m_writer }) {
            process->kill();
            process->waitForFinished();
        }
        emit finished();
    }
}

bool StressRun::isClean() const
{
    return m_written > 0 && arrived() == m_written && m_sends > 0 && m_sent == m_sends
        && m_unanswered == 0;
}

QString StressRun::report() const
{
    const double quiet = quantile(m_quietTimes, 0.99);
    const double busy = quantile(m_busyTimes, 0.99);
    // The first tenth fills caches and pools.
    const qsizetype tenth = qMax<qsizetype>(1, m_memory.size() / 10);
    const double before = memoryAt(m_memory, tenth, tenth);
    const double after = memoryAt(m_memory, m_memory.size() - tenth, tenth);
    return u"messages: %1 written, %2 arrived\nsends: %3 asked for, %4 sent\n"
           "unanswered questions: %5\n"_s.arg(m_written)
               .arg(arrived())
               .arg(m_sends)
               .arg(m_sent)
               .arg(m_unanswered)
        + u"latency, median: %1 ms quiet, %2 ms busy\n"_s
              .arg(quantile(m_quietTimes, 0.5), 0, 'f', 2)
              .arg(quantile(m_busyTimes, 0.5), 0, 'f', 2)
        + u"latency, p99: %1 ms quiet (%2 questions), %3 ms busy (%4): %5 times (goal 2)\n"_s
              .arg(quiet, 0, 'f', 2)
              .arg(m_quietTimes.size())
              .arg(busy, 0, 'f', 2)
              .arg(m_busyTimes.size())
              .arg(quiet > 0 ? busy / quiet : 0, 0, 'f', 2)
        + u"memory: %1 MiB in the second tenth, %2 MiB in the last: %3 times (goal 1)\n"_s
              .arg(before, 0, 'f', 1)
              .arg(after, 0, 'f', 1)
              .arg(before > 0 ? after / before : 0, 0, 'f', 2);
}

} // namespace zalo::torture
