// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/spoolreader.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 chunkSize = 256 << 10; //!< between two chunks the event loop gets its turn
constexpr int pollInterval = 250;
constexpr qsizetype MaxUnconfirmed = 10'000;

} // namespace

struct SpoolReader::Parsed
{
    QList<ListenLine> lines;
    qsizetype tooLong = 0;
    qsizetype notUnderstood = 0;

    static Parsed of(const QByteArray& chunk, LineBuffer& buffer)
    {
        Parsed parsed;
        const qsizetype tooLong = buffer.oversized();
        for (const QByteArray& text : buffer.feed(chunk)) {
            ListenLine line = parseListenLine(text);
            if (const auto* noise = std::get_if<ListenNoise>(&line)) {
                parsed.notUnderstood += noise->isJson ? 1 : 0;
            } else {
                parsed.lines.append(std::move(line));
            }
        }
        parsed.tooLong = buffer.oversized() - tooLong;
        return parsed;
    }
};

QString unusableLineText(UnusableLine why)
{
    switch (why) {
    case UnusableLine::TooLong:
        return u"longer than 1 MiB"_s;
    case UnusableLine::CutOff:
        return u"cut off when zca ended"_s;
    case UnusableLine::NotUnderstood:
        return u"not understood"_s;
    }
    Q_UNREACHABLE();
}

SpoolReader::SpoolReader(QString path, quint32 id, qsizetype maxLine, Worker& parser,
                         QObject* parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_id(id),
      m_file(m_path),
      m_parser(parser),
      m_lines(std::make_shared<LineBuffer>(maxLine))
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SpoolReader::onFileChanged);
    connect(&m_poll, &QTimer::timeout, this, &SpoolReader::onFileChanged);
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
    if (!open()) {
        emit failed(m_file.errorString());
    }
    scheduleRead();
}

//! Where no descriptor is free it is tried again.
bool SpoolReader::open()
{
    if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        if (!m_watcher.files().isEmpty()) {
            m_poll.stop();
        }
        return true;
    }
    m_isPostponed = m_file.error() == QFileDevice::ResourceError;
    if (m_isPostponed) {
        m_poll.start(pollInterval);
    }
    return false;
}

void SpoolReader::finish()
{
    m_writerEnded = true;
    start();
    scheduleRead();
}

void SpoolReader::confirm(quint64 token)
{
    const bool isFull = m_unconfirmed.size() >= MaxUnconfirmed;
    m_unconfirmed.remove(token);
    if (isFull) {
        scheduleRead();
    }
    removeIfDone();
}

void SpoolReader::onFileChanged()
{
    checkSize();
    scheduleRead();
}

//! A writer that has ended writes no more: then all is read, so that its end is known.
void SpoolReader::scheduleRead()
{
    const bool mayRead = m_writerEnded || m_unconfirmed.size() < MaxUnconfirmed;
    if (mayRead && !m_readScheduled && !m_drained && m_started) {
        m_readScheduled = true;
        QMetaObject::invokeMethod(this, &SpoolReader::readChunk, Qt::QueuedConnection);
    }
}

//! One chunk at a time is read and parsed: what comes faster waits in the file.
void SpoolReader::readChunk()
{
    // Asked before reading: what was written before the end is in this read or in the next one.
    const bool writerEnded = m_writerEnded;
    if (std::exchange(m_isPostponed, false) && !open() && m_isPostponed) {
        m_readScheduled = false;
        return;
    }
    const QByteArray chunk = m_file.isOpen() ? m_file.read(chunkSize) : QByteArray();
    if (!chunk.isEmpty()) {
        m_parser.run(
            this, [chunk, lines = m_lines] { return Parsed::of(chunk, *lines); },
            [this](const Parsed& parsed) { onParsed(parsed); });
        return;
    }
    m_readScheduled = false;
    checkSize();
    if (writerEnded) {
        atEnd();
    }
}

void SpoolReader::onParsed(const Parsed& parsed)
{
    if (parsed.tooLong > 0) {
        emit dropped(parsed.tooLong, UnusableLine::TooLong);
    }
    if (parsed.notUnderstood > 0) {
        emit dropped(parsed.notUnderstood, UnusableLine::NotUnderstood);
    }
    for (const ListenLine& each : parsed.lines) {
        const quint64 token = quint64(m_id) << 32 | ++m_lastLine;
        m_unconfirmed.insert(token);
        emit line(each, token);
    }
    m_readScheduled = false;
    checkSize();
    scheduleRead();
}

void SpoolReader::checkSize()
{
    if (!m_isOvergrown && !m_writerEnded && m_file.size() > MaxSpool) {
        m_isOvergrown = true;
        emit overgrown();
    }
}

void SpoolReader::atEnd()
{
    m_drained = true;
    m_poll.stop();
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    if (!m_lines->takeRest().isEmpty()) {
        emit dropped(1, UnusableLine::CutOff);
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
