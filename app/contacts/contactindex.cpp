// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactindex.h"

#include "contacts/bytesearch.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <tuple>

namespace zalo {
namespace {

//! How well the entry that ends at `end` matches; its first match is at `at`. A later line may
//! match better than the one that does so first.
ContactIndex::Rank rankFrom(const char* at, const char* end, const QByteArray& needle)
{
    const auto nextLine = [end](const char* from) {
        return static_cast<const char*>(std::memchr(from, '\n', size_t(end - from))) + 1;
    };
    ContactIndex::Rank best = ContactIndex::Rank::Contained;
    const char* line = at[-1] == '\n' ? at : nextLine(at);
    while (end - line > needle.size()) {
        if (std::memcmp(line, needle.constData(), size_t(needle.size())) == 0) {
            if (line[needle.size()] == '\n') {
                return ContactIndex::Rank::Exact;
            }
            best = ContactIndex::Rank::Prefix;
        }
        line = nextLine(line);
    }
    return best;
}

} // namespace

QString ContactIndex::Place::toCursor() const
{
    const QByteArray plain = QByteArray::number(int(rank)) + '\n' + name + '\n' + id;
    return QString::fromLatin1(
        plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool ContactIndex::Place::fromCursor(const QString& cursor, Place* place)
{
    const auto plain = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> lines = plain.decoded.split('\n');
    if (!plain || lines.size() != 3) {
        return false;
    }
    bool isNumber = false;
    const int rank = lines.at(0).toInt(&isNumber);
    if (!isNumber || rank < int(Rank::Exact) || rank > int(Rank::Contained)) {
        return false;
    }
    *place = { Rank(rank), lines.at(1), lines.at(2) };
    return true;
}

void ContactIndex::append(const QString& searchKey)
{
    m_text += searchKey.toUtf8();
    m_text += '\n';
    m_ends.append(m_text.size());
}

void ContactIndex::clear()
{
    m_text = "\n";
    m_ends.clear();
}

ContactIndex::Ranked ContactIndex::ranked(const QString& needle) const
{
    Ranked byRank;
    if (needle.isEmpty()) {
        byRank[0].resize(size());
        std::iota(byRank[0].begin(), byRank[0].end(), 0);
        return byRank;
    }
    const QByteArray bytes = needle.toUtf8();
    const char* const text = m_text.constData();
    const char* const textEnd = text + m_text.size();
    const qsizetype* end = m_ends.constData();
    const char* at = findBytes(text, textEnd, bytes);
    while (at != nullptr) {
        while (text + *end <= at) {
            ++end;
        }
        const Rank rank = rankFrom(at, text + *end, bytes);
        byRank[size_t(rank)].append(int(end - m_ends.constData()));
        at = findBytes(text + *end, textEnd, bytes);
    }
    return byRank;
}

QList<ContactIndex::Hit> ContactIndex::find(const QString& needle) const
{
    const Ranked byRank = ranked(needle);
    QList<Hit> hits;
    hits.reserve(byRank[0].size() + byRank[1].size() + byRank[2].size());
    for (const Rank rank : { Rank::Exact, Rank::Prefix, Rank::Contained }) {
        for (const int entry : byRank[size_t(rank)]) {
            hits.append({ rank, entry });
        }
    }
    return hits;
}

qsizetype ContactIndex::firstAfter(const QList<Hit>& hits, const Place& place) const
{
    const auto isBefore = [this](const Place& wanted, const Hit& hit) {
        return std::tuple(wanted.rank, QByteArrayView(wanted.name), QByteArrayView(wanted.id))
            < std::tuple(hit.rank, firstLine(hit.entry), lastLine(hit.entry));
    };
    return std::upper_bound(hits.cbegin(), hits.cend(), place, isBefore) - hits.cbegin();
}

ContactIndex::Place ContactIndex::placeOf(const Hit& hit) const
{
    return { hit.rank, firstLine(hit.entry).toByteArray(), lastLine(hit.entry).toByteArray() };
}

QString ContactIndex::idOf(qsizetype entry) const
{
    return QString::fromUtf8(lastLine(entry));
}

qsizetype ContactIndex::startOf(qsizetype entry) const
{
    return entry == 0 ? 1 : m_ends.at(entry - 1);
}

QByteArrayView ContactIndex::firstLine(qsizetype entry) const
{
    const qsizetype start = startOf(entry);
    return QByteArrayView(m_text).sliced(start, m_text.indexOf('\n', start) - start);
}

QByteArrayView ContactIndex::lastLine(qsizetype entry) const
{
    const qsizetype end = m_ends.at(entry) - 1;
    const qsizetype start = m_text.lastIndexOf('\n', end - 1) + 1;
    return QByteArrayView(m_text).sliced(start, end - start);
}

} // namespace zalo
