// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>

namespace zalo {

//! The search keys of one list in one block of memory, in the order of the list: fast enough to be
//! searched anew for every letter typed.
class ContactIndex
{
public:
    //! How well an entry matches; the better one is smaller.
    enum class Rank
    {
        Exact,
        Prefix,
        Contained
    };

    //! A place in the order of a result, for the next page.
    struct Place
    {
        Rank rank = Rank::Exact;
        QByteArray name; //!< folded
        QByteArray id;

        [[nodiscard]] QString toCursor() const;
        //! False for a text that is no cursor.
        [[nodiscard]] static bool fromCursor(const QString& cursor, Place* place);
    };

    struct Hit
    {
        Rank rank = Rank::Contained;
        qsizetype entry = 0;
    };

    //! Adds an entry with its searchKey(); in order of folded name, then id.
    void append(const QString& searchKey);
    void clear();
    [[nodiscard]] qsizetype size() const { return m_ends.size(); }

    //! Entries of each rank, in the list's order.
    using Ranked = std::array<QList<int>, 3>;

    //! As find(), without a list of all.
    [[nodiscard]] Ranked ranked(const QString& needle) const;

    //! All entries that contain `needle`: exact before prefix before contained, within that in the
    //! list's order. An empty needle finds all, as exact.
    [[nodiscard]] QList<Hit> find(const QString& needle) const;

    //! The first of `hits` that comes after `place`.
    [[nodiscard]] qsizetype firstAfter(const QList<Hit>& hits, const Place& place) const;
    [[nodiscard]] Place placeOf(const Hit& hit) const;
    [[nodiscard]] QString idOf(qsizetype entry) const;

private:
    [[nodiscard]] qsizetype startOf(qsizetype entry) const;
    [[nodiscard]] QByteArrayView firstLine(qsizetype entry) const;
    [[nodiscard]] QByteArrayView lastLine(qsizetype entry) const;

    QByteArray m_text { "\n" }; //!< every line has a line end before and after it
    QList<qsizetype> m_ends; //!< where each entry ends: behind its last line end
};

} // namespace zalo
