// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/ids.h"

#include <algorithm>

namespace zalo {

bool isProfileName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 64 && name.front() != u'-'
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                   || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
           });
}

} // namespace zalo
