// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo {

//! The hosts that may be asked: each name of the list with everything below it.
class HostList
{
public:
    //! Zalo's own hosts that hold what people send, and their pictures. Seen in messages: photos,
    //! voice and avatars `*.zdn.vn` and `*.zadn.vn`, files `*.dlfl.vn` (which redirects to
    //! `*.flchat.vn` and from there to a near one), videos and some files `*.dlmd.me`.
    [[nodiscard]] static QStringList zalosOwn();

    //! Entries as in add().
    HostList()
        : HostList(zalosOwn())
    { }
    explicit HostList(const QStringList& entries);

    //! Takes those of `entries` in that are host names.
    void add(const QStringList& entries);

    //! Whether `host`, as a URL names it, is in the list. Addresses in any spelling never are, nor
    //! are names that end in a dot or hold anything but a-z, 0-9 and hyphens.
    [[nodiscard]] bool allows(const QString& host) const;

    //! True for a host name of at least two parts.
    [[nodiscard]] static bool isEntry(const QString& text);

private:
    QStringList m_entries; //!< in small letters
};

} // namespace zalo
