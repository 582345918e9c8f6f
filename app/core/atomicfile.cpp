// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/atomicfile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace zalo {

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes,
                                 QFile::Permissions rights)
{
    // A link is followed, for people keep settings elsewhere: never to a device, whose name a
    // privileged process would give to a file.
    if (const QFileInfo there(path); there.isSymLink() && there.exists() && !there.isFile()) {
        return failure(ErrorKind::FileUnwritable, path);
    }
    QSaveFile file(path);
    // Closed to others, where it is to be, before the first byte is in it.
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(rights)
        && file.write(bytes) == bytes.size() && file.flush() && file.commit();
    return isWritten ? Result<void>() : failure(ErrorKind::FileUnwritable, path);
}

} // namespace zalo
