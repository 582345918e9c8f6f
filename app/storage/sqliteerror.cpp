// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/sqliteerror.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

// https://www.sqlite.org/rescode.html; the low byte of an extended code is the primary one.
enum Primary
{
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Io = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    NotADatabase = 26
};
constexpr int IoErrorShmSize = Io | (19 << 8); // the file of shared memory could not grow

} // namespace

Error sqliteError(int code, const QString& message, const QString& path)
{
    if (code == IoErrorShmSize) {
        return { ErrorKind::StorageFull, path };
    }
    switch (code & 0xff) {
    case Permission:
    case ReadOnly:
        return { ErrorKind::StorageReadOnly, path };
    case Busy:
    case Locked:
    case Protocol:
        return { ErrorKind::StorageLocked, path };
    case Corrupt:
    case NotADatabase:
        return { ErrorKind::StorageDamaged, path };
    case Full:
        return { ErrorKind::StorageFull, path };
    case Io:
        return { ErrorKind::StorageIoFailed,
                 u"%1 (%2, %3)"_s.arg(path, message.simplified()).arg(code) };
    default:
        return { ErrorKind::StorageFailed,
                 u"%1 (%2, %3)"_s.arg(path, message.simplified()).arg(code) };
    }
}

Error sqliteError(const QSqlError& error, const QString& path)
{
    return sqliteError(error.nativeErrorCode().toInt(), error.databaseText(), path);
}

bool concernsWholeFile(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::StorageReadOnly:
    case ErrorKind::StorageLocked:
    case ErrorKind::StorageDamaged:
    case ErrorKind::StorageFull:
    case ErrorKind::StorageIoFailed:
        return true;
    default:
        return false;
    }
}

} // namespace zalo
