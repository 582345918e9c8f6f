// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHashFunctions>
#include <QString>

namespace zalo {

//! A Zalo conversation. DM: the other person's user id; group: the group's id (ZCA.md 7).
//! Ids are decimal strings of 18 to 19 digits and stay strings: a double cannot hold them.
struct ThreadRef
{
    QString id;
    bool isGroup = false;

    friend bool operator==(const ThreadRef&, const ThreadRef&) = default;
};

inline size_t qHash(const ThreadRef& thread, size_t seed = 0)
{
    return qHashMulti(seed, thread.id, thread.isGroup);
}

//! True for a name that `zca --profile` takes: `^[A-Za-z0-9_-]+$` (ZCA.md 1), at most 64
//! characters, and no `-` first: it would be an option.
[[nodiscard]] bool isProfileName(QStringView name);

//! The name by which desktops know the program: of its menu entry, its icon and its windows
//! (packaging/CMakeLists.txt).
[[nodiscard]] inline QString applicationId()
{
    using namespace Qt::StringLiterals;
    return u"io.github.zalo_companion.ZaloCompanion"_s;
}

//! The profile that is meant where none is named.
[[nodiscard]] inline QString defaultProfile()
{
    using namespace Qt::StringLiterals;
    return u"default"_s;
}

} // namespace zalo
