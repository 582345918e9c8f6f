// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/spoolreader.h"

namespace zalo {
namespace {

constexpr qint64 chunkSize = 256 << 10; //!< between two chunks the event loop gets its turn
constexpr int pollInterval = 250;

} // namespace

SpoolReader::SpoolReader(QString path, quint32 id, qsizetype maxLine, QObject* parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_id(id),
      m_file(m_path),
      m_lines(maxLine)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SpoolReader::scheduleRead);
    connect(&m_poll, &QTimer::timeout, this, &SpoolReader::scheduleRead);
}

void SpoolReader::start()
{
    if (m_started) {
        return;
    }
    m_started = true;
    // Watched before the first read: what is written in between is reported.
    if (!m_writerEnded && !m_watcher.addPath(m_path)) {
        m_poll.start(pollInterval); // no inotify instance left
    }
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        emit failed(m_file.errorString());
    }
    scheduleRead();
}

void SpoolReader::finish()
{
    m_writerEnded = true;
    start();
    scheduleRead();
}

void SpoolReader::confirm(quint64 token)
{
    m_unconfirmed.remove(token);
    removeIfDone();
}

void SpoolReader::scheduleRead()
{
    if (!m_readScheduled && !m_drained && m_started) {
        m_readScheduled = true;
        QMetaObject::invokeMethod(this, &SpoolReader::readChunk, Qt::QueuedConnection);
    }
}

void SpoolReader::readChunk()
{
    m_readScheduled = false;
    // Asked before reading: what was written before the end is in this read or in the next one.
    const bool writerEnded = m_writerEnded;
    const QByteArray chunk = m_file.isOpen() ? m_file.read(chunkSize) : QByteArray();
    const qsizetype oversized = m_lines.oversized();
    for (const QByteArray& text : m_lines.feed(chunk)) {
        emitLine(text);
    }
    if (m_lines.oversized() > oversized) {
        emit dropped(m_lines.oversized() - oversized, false);
    }
    if (!chunk.isEmpty()) {
        scheduleRead();
    } else if (writerEnded) {
        atEnd();
    }
}

void SpoolReader::emitLine(const QByteArray& text)
{
    const quint64 token = quint64(m_id) << 32 | ++m_lastLine;
    m_unconfirmed.insert(token);
    emit line(text, token);
}

void SpoolReader::atEnd()
{
    m_drained = true;
    m_poll.stop();
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    if (!m_lines.takeRest().isEmpty()) {
        emit dropped(0, true);
    }
    emit drained();
    removeIfDone();
}

void SpoolReader::removeIfDone()
{
    if (m_drained && m_unconfirmed.isEmpty() && m_file.isOpen()) {
        m_file.close();
        QFile::remove(m_path);
        emit removed();
    }
}

} // namespace zalo
