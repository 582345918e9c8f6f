// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactrows.h"

namespace zalo {

QString roleName(MemberRole role)
{
    switch (role) {
    case MemberRole::Creator:
        return QStringLiteral("creator");
    case MemberRole::Admin:
        return QStringLiteral("admin");
    case MemberRole::Member:
        return QStringLiteral("member");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
