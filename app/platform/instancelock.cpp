// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/instancelock.h"

#include "core/atomicfile.h"
#include "core/plainfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QString lockFile(const QString& folder)
{
    return folder + u'/' + InstanceLock::fileName();
}

QString recordFile(const QString& folder)
{
    return folder + u"/instance.json"_s;
}

struct flock wholeFile()
{
    struct flock lock
    {
    };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

//! Somebody may have deleted or replaced the file between opening and locking it.
bool isStillThere(int fd, const QString& path)
{
    struct stat opened
    {
    };
    struct stat named
    {
    };
    return ::fstat(fd, &opened) == 0 && ::lstat(QFile::encodeName(path).constData(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

InstanceOwner readRecord(const QString& folder)
{
    const auto bytes = readPlainFile(recordFile(folder)).value_or(std::nullopt);
    const QJsonObject record = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    if (record.isEmpty()) { // none, or one that says nothing
        return { 0, {}, InstanceLock::socketBesideData(folder) };
    }
    return { record[u"pid"].toInteger(), record[u"host"].toString(),
             record[u"controlSocket"].toString() };
}

} // namespace

QString InstanceOwner::text() const
{
    return u"%1 @ %2, %3"_s.arg(pid).arg(host, controlSocket);
}

InstanceLock::InstanceLock(const QString& dataFolder)
    : m_folder(dataFolder)
{ }

Result<void> InstanceLock::acquire()
{
    const QString path = lockFile(m_folder);
    Descriptor file;
    do {
        file.reset(::open(QFile::encodeName(path).constData(),
                          O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
        if (!file.isValid()) {
            return failure(ErrorKind::FileUnwritable, path);
        }
        struct flock lock = wholeFile();
        if (::fcntl(file.get(), F_OFD_SETLK, &lock) != 0) {
            return errno == EAGAIN || errno == EACCES
                ? failure(ErrorKind::AlreadyRunning, QString::number(readRecord(m_folder).pid))
                : failure(ErrorKind::LockUnsupported, m_folder);
        }
    } while (!isStillThere(file.get(), path));
    // What an earlier owner wrote leads nowhere, or to a process that has taken its number.
    QFile::remove(recordFile(m_folder));
    m_file = std::move(file);
    return {};
}

Result<void> InstanceLock::announce(const QString& controlSocket)
{
    const QJsonObject record { { u"pid"_s, qint64(::getpid()) },
                               { u"host"_s, QSysInfo::machineHostName() },
                               { u"controlSocket"_s, controlSocket } };
    return writeFileAtomically(recordFile(m_folder), QJsonDocument(record).toJson());
}

void InstanceLock::release()
{
    if (m_file.isValid()) {
        QFile::remove(recordFile(m_folder));
    }
    m_file.reset();
}

std::optional<InstanceOwner> InstanceLock::owner(const QString& dataFolder)
{
    const Descriptor file(::open(QFile::encodeName(lockFile(dataFolder)).constData(),
                                 O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct flock lock = wholeFile();
    if (!file.isValid() || ::fcntl(file.get(), F_OFD_GETLK, &lock) != 0 || lock.l_type == F_UNLCK) {
        return std::nullopt;
    }
    return readRecord(dataFolder);
}

bool InstanceLock::isLeftBehind(const QString& dataFolder)
{
    const std::optional<InstanceOwner> named = owner(dataFolder);
    return named && named->pid > 0 && named->host == QSysInfo::machineHostName()
        && ::kill(pid_t(named->pid), 0) != 0 && errno == ESRCH;
}

QString InstanceLock::socketBesideData(const QString& dataFolder)
{
    return dataFolder + u"/instance.sock"_s;
}

QString InstanceLock::fileName()
{
    return u"instance.lock"_s;
}

} // namespace zalo
