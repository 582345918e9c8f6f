// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "mutations.h"

#include <array>

namespace zalo::fuzz {
namespace {

constexpr qsizetype MaxInput = 64 << 10;
constexpr qsizetype MaxPiece = 256;
constexpr qsizetype MaxChanges = 6;

//! Bytes that parsers care about.
constexpr std::array<char, 24> telling {
    '\0', '\1', '\x7f', '\x80', '\xff', '\xed', '\xc0', '\n', '\r', '\x1b', '"', '\'',
    '\\', '{',  '}',    '[',    ']',    ',',    ':',    '/',  '*',  '-',    '9', 'e'
};

} // namespace

Mutations::Mutations(QList<QByteArray> corpus)
    : m_corpus(std::move(corpus))
{ }

QByteArray Mutations::next()
{
    QByteArray bytes = m_corpus.at(below(m_corpus.size()));
    for (qsizetype left = 1 + below(MaxChanges); left > 0; --left) {
        change(bytes);
    }
    return bytes.first(qMin(bytes.size(), MaxInput));
}

qsizetype Mutations::below(qsizetype bound)
{
    return bound > 0 ? qsizetype(m_random() % quint64(bound)) : 0;
}

QByteArray Mutations::pieceOf(const QByteArray& bytes)
{
    return bytes.mid(below(bytes.size()), 1 + below(MaxPiece));
}

void Mutations::change(QByteArray& bytes)
{
    const qsizetype at = below(bytes.size() + 1);
    const char byte = telling.at(size_t(below(qsizetype(telling.size()))));
    switch (below(8)) {
    case 0:
        bytes.insert(at, byte);
        break;
    case 1:
        bytes.insert(at, 1 + below(MaxPiece), byte);
        break;
    case 2:
        bytes.insert(at, pieceOf(bytes));
        break;
    case 3:
        bytes.insert(at, pieceOf(m_corpus.at(below(m_corpus.size()))));
        break;
    case 4:
        bytes.remove(at, 1 + below(MaxPiece));
        break;
    case 5:
        bytes.truncate(at);
        break;
    case 6:
        bytes.replace(at, 1, QByteArray(1, byte));
        break;
    default:
        if (at < bytes.size()) {
            bytes[at] = char(bytes.at(at) ^ (1 << below(8)));
        }
        break;
    }
}

} // namespace zalo::fuzz
