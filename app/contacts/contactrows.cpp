// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactrows.h"

using namespace Qt::StringLiterals;

namespace zalo {

QString roleName(MemberRole role)
{
    switch (role) {
    case MemberRole::Creator:
        return u"creator"_s;
    case MemberRole::Admin:
        return u"admin"_s;
    case MemberRole::Member:
        return u"member"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
