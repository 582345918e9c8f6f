// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/errorcode.h"

#include "core/errorentry.h"

namespace zalo {

QString storedErrorKind(ErrorKind kind)
{
    return QString::fromLatin1(errorEntry(kind).storedName);
}

ErrorKind errorKindFromStored(const QString& name)
{
    for (int value = 0; value < int(ErrorKind::Internal); ++value) {
        if (name == QLatin1String(errorEntry(ErrorKind(value)).storedName)) {
            return ErrorKind(value);
        }
    }
    return ErrorKind::Internal;
}

} // namespace zalo
