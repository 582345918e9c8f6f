// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/logreader.h"

#include "gatewayhost/logline.h"

#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {

QString logFileOfDay(const QString& path, const QDate& day)
{
    static const QRegularExpression dated(
        u"^(.*/openclaw(?:-[a-z0-9-]+)?-)\\d{4}-\\d{2}-\\d{2}(\\.log)$"_s);
    const auto match = dated.match(path);
    return match.hasMatch()
        ? QString(match.captured(1) + day.toString(Qt::ISODate) + match.captured(2))
        : path;
}

LogReader::LogReader(QString path)
    : m_path(std::move(path))
{ }

QStringList LogReader::read(const QDate& today)
{
    const QString path = logFileOfDay(m_path, today);
    // Neither a pipe nor a device is waited for.
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return {};
    }
    struct stat status
    {
    };
    QFile file;
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)
        || !file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return {};
    }
    const bool isAnother = m_open != path || m_inode != status.st_ino || m_offset > status.st_size;
    if (isAnother) {
        m_open = path;
        m_inode = status.st_ino;
        m_offset = 0;
        m_lines = LineBuffer(MaxLine);
    }
    const qint64 from = std::max<qint64>(m_offset, status.st_size - MaxTail);
    const bool skips = from > m_offset;
    if (skips) {
        m_lines = LineBuffer(MaxLine);
    }
    if (!file.seek(from)) {
        return {};
    }
    const QByteArray bytes = file.read(MaxTail);
    m_offset = from + bytes.size();
    // After a skip the rest of a line whose beginning was not read.
    const qsizetype begin = skips ? bytes.indexOf('\n') + 1 : 0;
    const QList<QByteArray> raw = m_lines.feed(QByteArrayView(bytes).sliced(begin));
    QStringList lines;
    for (const QByteArray& line : raw) {
        if (const QString text = logLine(line); !text.isEmpty()) {
            lines << text;
        }
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - MaxLines));
}

} // namespace zalo
