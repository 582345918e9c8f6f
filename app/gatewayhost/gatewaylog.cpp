// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewaylog.h"

#include "gatewayhost/logreader.h"

using namespace Qt::StringLiterals;

namespace zalo {

GatewayLog::GatewayLog(const Timing& timing, QObject* parent)
    : QObject(parent),
      m_worker(u"gatewaylog"_s)
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(timing.gatewayLogPoll);
    connect(&m_poll, &QTimer::timeout, this, &GatewayLog::read);
}

GatewayLog::~GatewayLog() = default;

void GatewayLog::follow(const QString& path)
{
    m_poll.stop();
    m_reader = std::make_shared<LogReader>(path);
    emit restarted();
    read();
}

void GatewayLog::stop()
{
    m_poll.stop();
    m_reader.reset();
}

void GatewayLog::read()
{
    m_worker.run(
        this, [reader = m_reader] { return reader->read(QDate::currentDate()); },
        [this, reader = m_reader](const QStringList& lines) {
            if (reader != m_reader) {
                return; // another file, or nobody looks any more
            }
            if (!lines.isEmpty()) {
                emit appended(lines);
            }
            m_poll.start();
        });
}

} // namespace zalo
