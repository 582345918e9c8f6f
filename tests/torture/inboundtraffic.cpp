// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "inboundtraffic.h"

#include "world.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds Interval { 300 };
constexpr std::chrono::seconds BatchDeadline { 30 };
constexpr int LargestBatch = 36;
constexpr int LargestWritten = 2; // 1.5 in 300 ms: five a second
constexpr int Strangers = 24;
constexpr int Burst = 200;
constexpr int BurstThreads = 5;
constexpr int BurstSpreadMs = 40; //!< by which Zalo's times differ from the order of the lines

} // namespace

InboundTraffic::InboundTraffic(const World& world, Traffic traffic, quint32 seed, QObject* parent)
    : QObject(parent),
      m_world(world),
      m_traffic(traffic),
      m_random(seed)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &InboundTraffic::writeBatch);
}

QStringList InboundTraffic::threads()
{
    QStringList ids { u"365333052772575247"_s, u"385465029173967793"_s, u"772797855570859122"_s };
    for (int i = 0; i < Strangers; ++i) {
        ids << u"39000000000000%1"_s.arg(i, 4, 10, QLatin1Char('0'));
    }
    return ids;
}

void InboundTraffic::start()
{
    m_timer.start();
}

void InboundTraffic::stop()
{
    m_timer.stop();
}

void InboundTraffic::writeBatch()
{
    if (m_process) {
        return; // the listener is stopped
    }
    m_acknowledged = m_messages.size();
    static const QStringList ids = threads();
    QByteArray lines;
    const bool isBurst = std::exchange(m_isBurst, false);
    m_bursts += isBurst ? 1 : 0;
    const bool isHeard = m_traffic == Traffic::Printed;
    const int count =
        isBurst ? Burst : 1 + m_random.bounded(isHeard ? LargestBatch : LargestWritten);
    const int threads = isBurst ? BurstThreads : int(ids.size());
    for (int i = 0; i < count; ++i) {
        Injected message;
        message.number = int(m_messages.size()) + 1;
        message.threadId = ids.at(m_random.bounded(threads));
        message.timeMs = QDateTime::currentMSecsSinceEpoch();
        QJsonObject json { { u"threadId"_s, message.threadId },
                           { u"content"_s, u"mật khẩu i%1"_s.arg(message.number) } };
        if (isBurst) {
            json[u"ts"_s] = message.timeMs + m_random.bounded(BurstSpreadMs);
            message.burst = m_bursts;
        }
        lines += QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
        m_messages << message;
    }
    m_process = m_world.newSimProcess(this);
    m_process->setArguments({ u"ctl"_s, isHeard ? u"inject"_s : u"write"_s, u"-"_s });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &InboundTraffic::readIds);
    connect(m_process, &QProcess::finished, this, &InboundTraffic::ended);
    QTimer::singleShot(BatchDeadline, m_process, [process = m_process] { process->kill(); });
    m_process->start();
    m_process->write(lines);
    m_process->closeWriteChannel();
}

//! An id is told once the listener's line is out; of written ones, once they are in the history.
void InboundTraffic::readIds()
{
    while (m_process->canReadLine()) {
        Injected& message = m_messages[m_acknowledged++];
        message.msgId = QString::fromLatin1(m_process->readLine().trimmed());
        message.timeMs = QDateTime::currentMSecsSinceEpoch();
        message.account = m_world.account();
    }
}

void InboundTraffic::ended()
{
    readIds();
    m_process->deleteLater();
    m_process = nullptr;
}

} // namespace zalo::torture
