// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/avatarfolder.h"

#include "avatars/picture.h"
#include "core/atomicfile.h"
#include "platform/fileguard.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace zalo {

AvatarFolder::AvatarFolder(QString path, qint64 maxBytes, int edge)
    : m_path(std::move(path)),
      m_maxBytes(maxBytes),
      m_edge(edge)
{ }

Result<QImage> AvatarFolder::find(const QString& address) const
{
    const Result<Descriptor> opened = FileGuard().open(fileOf(address), m_maxBytes);
    QFile file;
    if (!opened || !file.open(opened->get(), QIODevice::ReadOnly)) {
        return failure(ErrorKind::FileUnreadable);
    }
    Result<QImage> image = decodedPicture(file.read(m_maxBytes), m_edge);
    if (image) {
        ::futimens(opened->get(), nullptr); // when it was used last
    }
    return image;
}

Result<QImage> AvatarFolder::take(const QString& address, const QByteArray& bytes)
{
    Result<QImage> image = decodedPicture(bytes, m_edge);
    // A cache: what cannot be stored is loaded again another time.
    if (image && QDir().mkpath(m_path) && writeFileAtomically(fileOf(address), bytes)) {
        if (m_bytes >= 0) {
            m_bytes += bytes.size();
        }
        makeRoom();
    }
    return image;
}

QString AvatarFolder::fileOf(const QString& address) const
{
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
    return m_path + u'/' + QString::fromLatin1(hash.toHex());
}

void AvatarFolder::makeRoom()
{
    if (m_bytes >= 0 && m_bytes <= m_maxBytes) {
        return;
    }
    // Oldest use last.
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files, QDir::Time);
    m_bytes = 0;
    // Down to three quarters, so that this is not done for every picture.
    const bool isFull = [&] {
        qint64 bytes = 0;
        for (const QFileInfo& file : files) {
            bytes += file.size();
        }
        return bytes > m_maxBytes;
    }();
    const qint64 room = isFull ? m_maxBytes / 4 * 3 : m_maxBytes;
    for (const QFileInfo& file : files) {
        if (m_bytes + file.size() > room) {
            QFile::remove(file.filePath());
        } else {
            m_bytes += file.size();
        }
    }
}

} // namespace zalo
