// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "logpipe.h"

#include <QFile>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zalo::test {
namespace {

constexpr char Filler = '\x1a'; //!< in no log

} // namespace

LogPipe::LogPipe(const QString& path)
    : m_path(path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkfifo(name.constData(), S_IRUSR | S_IWUSR) == 0) {
        // For writing too: it is there before the program and outlives it.
        m_file = ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }
}

LogPipe::~LogPipe()
{
    ::close(m_file);
}

QByteArray LogPipe::take()
{
    return m_isClogged ? QByteArray() : std::exchange(m_rest, {}) + readAll();
}

void LogPipe::clog()
{
    if (m_isClogged) {
        return;
    }
    m_rest += readAll();
    m_isClogged = true;
    QByteArray filler(4096, Filler);
    while (!filler.isEmpty()) {
        if (::write(m_file, filler.constData(), size_t(filler.size())) < 0) {
            filler.chop((filler.size() + 1) / 2);
        }
    }
}

void LogPipe::unclog()
{
    m_isClogged = false;
    m_rest += readAll();
    m_rest.replace(Filler, QByteArray());
}

QByteArray LogPipe::readAll()
{
    QByteArray all;
    std::array<char, 65536> piece {};
    for (ssize_t count = 0; (count = ::read(m_file, piece.data(), piece.size())) > 0;) {
        all.append(piece.data(), count);
    }
    return all;
}

} // namespace zalo::test
