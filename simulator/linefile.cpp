// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "linefile.h"

#include "files.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

LineFile::LineFile(QString path, bool isDurable)
    : m_path(std::move(path)),
      m_isDurable(isDurable)
{ }

LineFile LineFile::outbox(const Home& home)
{
    return { home.path(u"sim/outbox.jsonl"_s), true };
}

LineFile LineFile::journal(const Home& home)
{
    return { home.path(u"sim/journal.jsonl"_s), false };
}

LineFile LineFile::history(const Home& home)
{
    return { home.path(u"sim/history.jsonl"_s), false };
}

LineFile LineFile::arrivals(const Home& home)
{
    return { home.path(u"sim/arrivals.jsonl"_s), false };
}

LineFile LineFile::fetches(const Home& home)
{
    return { home.path(u"sim/fetches.jsonl"_s), false };
}

bool LineFile::append(QJsonObject entry) const
{
    entry[u"time"_s] = QDateTime::currentMSecsSinceEpoch();
    entry[u"pid"_s] = qint64(::getpid());
    const QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
    const int file = ::open(QFile::encodeName(m_path).constData(),
                            O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    // One write, so that lines of several processes never mix.
    const bool isWritten =
        file >= 0 && ::write(file, line.constData(), size_t(line.size())) == line.size();
    if (m_isDurable && (!isWritten || ::fdatasync(file) != 0)) {
        qFatal("%s cannot be written", qPrintable(m_path));
    }
    ::close(file);
    return isWritten;
}

QList<QByteArray> LineFile::lines(const QString& profile) const
{
    QList<QByteArray> out;
    for (const QByteArray& line : readBytes(m_path).split('\n')) {
        if (!line.isEmpty()
            && (profile.isEmpty()
                || QJsonDocument::fromJson(line).object().value(u"profile"_s).toString()
                    == profile)) {
            out.append(line);
        }
    }
    return out;
}

QList<QJsonObject> LineFile::entries() const
{
    QList<QJsonObject> out;
    for (const QByteArray& line : lines()) {
        out.append(QJsonDocument::fromJson(line).object());
    }
    return out;
}

void LineFile::clear() const
{
    QFile::resize(m_path, 0);
}

} // namespace zalo::sim
