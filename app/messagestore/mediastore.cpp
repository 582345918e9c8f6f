// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/mediastore.h"

#include "core/logging.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace zalo::mediastore {
namespace {

constexpr int MaxFiles = 4;

enum class CopyResult
{
    Kept,
    Missing,
    Left //!< it is there, but cannot become ours
};

//! What an error means that keeping met. Only a full disk is a matter of all messages; anything
//! else is this file's.
Result<CopyResult> copyResultOf(int error, const QString& path)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return failure(ErrorKind::StorageFull, path);
    default:
        qCWarning(lcRelay) << "a file of a message stays where zca put it:" << ::strerror(error);
        return CopyResult::Left;
    }
}

//! True where a file can be read to its end.
bool isReadable(int file)
{
    std::array<char, 64 * 1024> bytes {};
    ::lseek(file, 0, SEEK_SET);
    ssize_t count = 0;
    while ((count = ::read(file, bytes.data(), bytes.size())) > 0) { }
    return count == 0;
}

//! 0, or the error's number.
int sync(const QByteArray& path)
{
    const Descriptor entry(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return entry.isValid() && ::fsync(entry.get()) == 0 ? 0 : errno;
}

int copyAll(int from, int to)
{
    std::array<char, 64 * 1024> bytes {};
    for (;;) {
        const ssize_t count = ::read(from, bytes.data(), bytes.size());
        if (count <= 0) {
            return count == 0 ? 0 : errno;
        }
        for (ssize_t done = 0; done < count;) {
            const ssize_t written = ::write(to, bytes.data() + done, size_t(count - done));
            if (written < 0) {
                return errno;
            }
            done += written;
        }
    }
}

//! Under another name until it is whole, and on the disk.
int copy(int from, const QByteArray& to)
{
    const QByteArray part = to + ".part";
    const Descriptor file(
        ::open(part.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    int error = file.isValid() ? copyAll(from, file.get()) : errno;
    if (error == 0 && ::fsync(file.get()) != 0) {
        error = errno;
    }
    if (error == 0 && ::rename(part.constData(), to.constData()) != 0) {
        error = errno;
    }
    if (error != 0 && file.isValid()) {
        ::unlink(part.constData());
    }
    return error;
}

Result<CopyResult> keepFile(const FileGuard& guard, const QString& from, const QString& to)
{
    const QByteArray target = QFile::encodeName(to);
    // There already: a try before this one ended between the file and its row.
    if (::access(target.constData(), F_OK) != 0) {
        const Result<Descriptor> opened = guard.open(from, std::numeric_limits<qint64>::max());
        if (!opened) {
            return CopyResult::Missing;
        }
        const Descriptor& file = *opened;
        struct stat facts
        {
        };
        if (::fstat(file.get(), &facts) != 0) {
            return CopyResult::Missing;
        }
        if (facts.st_size > MaxBytes) {
            return CopyResult::Left;
        }
        if (const int error = copy(file.get(), target)) {
            return isReadable(file.get()) ? copyResultOf(error, to) : CopyResult::Missing;
        }
    } else {
        // Its age counts from now on: whoever tidies up must not take it from the row to come.
        ::chmod(target.constData(), 0600);
    }
    const int error = sync(target);
    return error == 0 ? CopyResult::Kept : copyResultOf(error, to);
}

//! Makes the folder of a profile, and makes it last.
int makeFolder(const QByteArray& path)
{
    if (::mkdir(path.constData(), 0700) != 0) {
        return errno == EEXIST ? 0 : errno;
    }
    return sync(path.left(path.lastIndexOf('/')));
}

//! Reversible and safe as the name of a file, whatever the id.
QString nameOf(const QString& msgId)
{
    return QString::fromLatin1(msgId.toUtf8().toPercentEncoding({}, "-._~"));
}

//! Of a message's medium, but for the ending. `place` tells messages of one id apart.
QString fileName(const QString& msgId, const QString& place, int medium)
{
    return u"%1-%2_%3"_s.arg(nameOf(msgId), place, QString::number(medium));
}

QString endingOf(const QString& path)
{
    static const QRegularExpression ending(u"\\.[A-Za-z0-9]{1,8}\\z"_s);
    return ending.match(path).captured().toLower();
}

//! The URL's, or that of the name that a file's message has for its text.
QString endingOf(const QJsonObject& entry, const QString& text)
{
    const QString ending = endingOf(QUrl(entry.value(u"url").toString()).path());
    const bool isNamed =
        ending.isEmpty() && entry.value(u"kind").toString() == mediaKindName(MediaKind::File);
    return isNamed ? endingOf(text) : ending;
}

bool isToBeFetched(const QJsonObject& entry)
{
    return entry.value(u"path").toString().isEmpty() && !entry.value(u"missing").toBool()
        && !entry.value(u"url").toString().isEmpty();
}

} // namespace

bool hasFiles(const QJsonObject& payload)
{
    const QJsonArray media = payload.value(u"media").toArray();
    return std::any_of(media.begin(), media.end(), [](const QJsonValue& entry) {
        return !entry[u"path"].toString().isEmpty();
    });
}

bool wantsFetching(const QJsonObject& payload)
{
    const QJsonArray media = payload.value(u"media").toArray();
    return std::any_of(media.begin(), media.end(),
                       [](const QJsonValue& entry) { return isToBeFetched(entry.toObject()); });
}

QJsonObject withoutGone(const QJsonObject& payload)
{
    QJsonObject left = payload;
    QJsonArray media = payload.value(u"media").toArray();
    for (auto entry : media) {
        QJsonObject medium = entry.toObject();
        const QString path = medium.value(u"path").toString();
        if (!path.isEmpty() && !QFile::exists(path)) {
            medium.remove(u"path"_s);
            if (medium.value(u"url").toString().isEmpty()) {
                medium[u"missing"_s] = true;
            }
            entry = medium;
        }
    }
    if (!media.isEmpty()) {
        left[u"media"_s] = media;
    }
    return left;
}

Result<QList<Target>> targets(const QString& folder, const InboundRow& row)
{
    const QString own = folder + u'/' + row.profile;
    if (const int error = makeFolder(QFile::encodeName(own))) {
        const bool isFull = error == ENOSPC || error == EDQUOT;
        return failure(isFull ? ErrorKind::StorageFull : ErrorKind::FileUnwritable, own);
    }
    QList<Target> targets;
    const QJsonArray media = row.payload.value(u"media").toArray();
    for (int i = 0; i < media.size() && targets.size() < MaxFiles; ++i) {
        const QJsonObject entry = media.at(i).toObject();
        if (isToBeFetched(entry)) {
            // By the row too: two threads may have messages of the same id.
            const QString name = fileName(row.msgId, QString::number(row.seq), i);
            targets.append(
                { i, entry.value(u"url").toString(),
                  own + u'/' + name + endingOf(entry, row.payload.value(u"text").toString()) });
        }
    }
    return targets;
}

Result<QJsonObject> keep(const QString& folder, const FileGuard& guard, const InboundRow& row)
{
    QJsonObject payload = row.payload;
    QJsonArray media = payload.value(u"media").toArray();
    const QString own = folder + u'/' + row.profile;
    bool isReady = false;
    for (int i = 0; i < qMin(media.size(), qsizetype(MaxFiles)); ++i) {
        QJsonObject entry = media.at(i).toObject();
        const QString from = entry.value(u"path").toString();
        if (from.isEmpty()) {
            continue;
        }
        if (!std::exchange(isReady, true)) {
            if (const int error = makeFolder(QFile::encodeName(own))) {
                return copyResultOf(error, own).map([&payload](CopyResult) { return payload; });
            }
        }
        // By the thread too: two threads may have messages of the same id.
        const QString name = fileName(row.msgId, nameOf(row.thread.id), i);
        const QString to = own + u'/' + name + endingOf(from);
        const Result<CopyResult> copied = keepFile(guard, from, to);
        if (!copied) {
            return tl::unexpected(copied.error());
        }
        if (*copied == CopyResult::Kept) {
            entry[u"path"_s] = to;
        } else if (*copied == CopyResult::Missing) {
            entry.remove(u"path"_s);
            entry[u"missing"_s] = true;
        }
        media[i] = entry;
    }
    if (isReady) {
        if (const int error = sync(QFile::encodeName(own))) {
            return copyResultOf(error, own).map([&payload](CopyResult) { return payload; });
        }
        payload[u"media"_s] = media;
    }
    return payload;
}

void remove(const File& file)
{
    const QFileInfo now(file.path);
    if (now.metadataChangeTime().toMSecsSinceEpoch() == file.sinceMs) {
        QFile::remove(file.path);
    }
}

QList<File> list(const QString& folder)
{
    QList<File> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo file = entries.nextFileInfo();
        const QByteArray name = file.fileName().section(u'-', 0, -2).toUtf8();
        files.append({ file.filePath(), file.dir().dirName(),
                       QString::fromUtf8(QByteArray::fromPercentEncoding(name)),
                       file.metadataChangeTime().toMSecsSinceEpoch() });
    }
    return files;
}

} // namespace zalo::mediastore
