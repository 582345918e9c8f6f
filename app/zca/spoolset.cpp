// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/spoolset.h"

#include "core/logging.h"
#include "platform/descriptor.h"
#include "platform/privatefolder.h"
#include "zca/spoolholder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <cerrno>

#include <fcntl.h>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxLine = 1 << 20;
constexpr int holderPoll = 100; //!< milliseconds

qint64 numberOf(const QString& name)
{
    return name.section(u'-', -1).section(u'.', 0, 0).toLongLong();
}

//! Why no file could be made in the folder.
Error unmade(int code, const QString& folder)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return { ErrorKind::StorageFull, folder };
    case EACCES:
    case EPERM:
    case EROFS:
        return { ErrorKind::StorageReadOnly, folder };
    case EIO:
        return { ErrorKind::StorageIoFailed, folder };
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        return { ErrorKind::MachineFull, qt_error_string(code) };
    default:
        return { ErrorKind::FileUnwritable, u"%1 (%2)"_s.arg(folder, qt_error_string(code)) };
    }
}

} // namespace

SpoolSet::SpoolSet(QString folder, QString profile, Worker& parser, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_profile(std::move(profile)),
      m_parser(parser)
{ }

//! All that are there, the oldest first: by name is by time, for the numbers have 13 digits until
//! the year 2286.
QStringList SpoolSet::files() const
{
    const QRegularExpression ours( // clazy:exclude=use-static-qregularexpression
        u"^listen-%1-\\d+\\.spool$"_s.arg(QRegularExpression::escape(m_profile)));
    return QDir(m_folder).entryList(QDir::Files, QDir::Name).filter(ours);
}

void SpoolSet::recover()
{
    QSet<QString> known;
    for (const SpoolReader* reader : std::as_const(m_readers)) {
        known.insert(reader->path());
    }
    const bool isReading = isRecovering();
    const QStringList names = files();
    for (const QString& name : names) {
        const QString path = m_folder + u'/' + name;
        if (!known.contains(path)) {
            killSpoolHolders(path);
            m_left.enqueue(addReader(path, true));
        }
    }
    if (!isReading) {
        recoverNext();
    }
}

//! One after the other: what an older listener printed is older, however long it takes to read it.
void SpoolSet::recoverNext()
{
    if (m_left.isEmpty()) {
        return;
    }
    SpoolReader* reader = m_left.head();
    connect(reader, &SpoolReader::drained, this, [this] {
        m_left.dequeue();
        recoverNext();
        emit recoveredRead();
    });
    if (!isSpoolLocked(reader->path())) {
        reader->finish();
        return;
    }
    auto* released = new QTimer(reader);
    connect(released, &QTimer::timeout, reader, [reader, released] {
        if (!isSpoolLocked(reader->path())) {
            released->stop();
            reader->finish();
        }
    });
    released->start(holderPoll);
}

Result<SpoolReader*> SpoolSet::addFile()
{
    if (!QFileInfo::exists(m_folder)) {
        (void)ensurePrivateFolder(m_folder); // swept away; what could be lost with it is lost
    }
    const QStringList names = files();
    const qint64 last = names.isEmpty() ? 0 : numberOf(names.last());
    for (qint64 number = qMax(QDateTime::currentMSecsSinceEpoch(), last + 1);; ++number) {
        const QString path =
            u"%1/listen-%2-%3.spool"_s.arg(m_folder, m_profile, QString::number(number));
        const Descriptor file(::open(QFile::encodeName(path).constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (file.isValid()) {
            return addReader(path, false);
        }
        if (errno != EEXIST) {
            return tl::unexpected(unmade(errno, m_folder));
        }
    }
}

void SpoolSet::confirm(quint64 token)
{
    if (SpoolReader* reader = m_readers.value(quint32(token >> 32))) {
        reader->confirm(token);
    }
}

SpoolReader* SpoolSet::addReader(const QString& path, bool recovered)
{
    const quint32 id = ++m_lastId;
    auto* reader = new SpoolReader(path, id, MaxLine, m_parser, this);
    m_readers.insert(id, reader);
    connect(reader, &SpoolReader::line, this,
            [this, recovered](const ListenLine& each, quint64 token) {
                emit line(each, token, recovered);
            });
    connect(reader, &SpoolReader::dropped, this, &SpoolSet::linesDropped);
    connect(reader, &SpoolReader::failed, this, [](const QString& message) {
        qCWarning(lcZca) << "cannot read a spool file:" << message;
    });
    connect(reader, &SpoolReader::removed, this, [this, id, reader] {
        m_readers.remove(id);
        reader->deleteLater();
    });
    return reader;
}

} // namespace zalo
