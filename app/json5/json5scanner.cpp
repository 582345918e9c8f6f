// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "json5/json5scanner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool isWordByte(char c)
{
    const auto byte = uchar(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
        || (byte >= 'a' && byte <= 'z') || byte == '_' || byte == '$';
}

bool isLineEnd(const QByteArray& text, qsizetype at)
{
    return text[at] == '\n' || text[at] == '\r' || text.mid(at, 3) == "\xe2\x80\xa8"
        || text.mid(at, 3) == "\xe2\x80\xa9";
}

std::optional<QJsonValue> number(QByteArray word)
{
    const QByteArray whole = word;
    const bool isNegative = word.startsWith('-');
    if (isNegative || word.startsWith('+')) {
        word.remove(0, 1);
    }
    if (word == "Infinity" || word == "NaN") {
        return QString::fromLatin1(whole);
    }
    if (word.isEmpty() || (!(word[0] >= '0' && word[0] <= '9') && word[0] != '.')) {
        return std::nullopt;
    }
    bool isNumber = false;
    const bool isHex = word.startsWith("0x") || word.startsWith("0X");
    const double value =
        isHex ? double(word.mid(2).toULongLong(&isNumber, 16)) : word.toDouble(&isNumber);
    return isNumber ? std::optional(QJsonValue(isNegative ? -value : value)) : std::nullopt;
}

} // namespace

bool Json5Scanner::take(char c)
{
    const bool isNext = !atEnd() && peek() == c;
    m_at += isNext;
    return isNext;
}

//! Of the space that comes next, in bytes; 0: none.
qsizetype Json5Scanner::spaceLength() const
{
    // The spaces of Unicode that JSON5 knows, in UTF-8, the byte order mark among them.
    static constexpr std::array wide { "\xc2\xa0",     "\xef\xbb\xbf", "\xe1\x9a\x80",
                                       "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf",
                                       "\xe2\x81\x9f", "\xe3\x80\x80" };
    if (atEnd()) {
        return 0;
    }
    const char next = peek();
    if (next == ' ' || (next >= '\t' && next <= '\r')) {
        return 1;
    }
    for (const char* space : wide) {
        if (QByteArrayView(m_text).sliced(m_at).startsWith(space)) {
            return qsizetype(qstrlen(space));
        }
    }
    const bool isTypographic =
        next == '\xe2' && peek(1) == '\x80' && uchar(peek(2)) >= 0x80 && uchar(peek(2)) <= 0x8a;
    return isTypographic ? 3 : 0;
}

bool Json5Scanner::skipSpace()
{
    for (;;) {
        if (const qsizetype length = spaceLength()) {
            m_at += length;
        } else if (peek() == '/' && peek(1) == '/') {
            while (!atEnd() && !isLineEnd(m_text, m_at)) {
                ++m_at;
            }
        } else if (peek() == '/' && peek(1) == '*') {
            const qsizetype close = m_text.indexOf("*/", m_at + 2);
            if (close < 0) {
                return false;
            }
            m_at = close + 2;
        } else {
            return true;
        }
    }
}

std::optional<QString> Json5Scanner::name()
{
    if (peek() == '"' || peek() == '\'') {
        return string();
    }
    const QByteArray found = word();
    return found.isEmpty() || (found[0] >= '0' && found[0] <= '9')
        ? std::nullopt
        : std::optional(QString::fromUtf8(found));
}

std::optional<QJsonValue> Json5Scanner::scalar()
{
    if (peek() == '"' || peek() == '\'') {
        const auto text = string();
        return text ? std::optional(QJsonValue(*text)) : std::nullopt;
    }
    const qsizetype begin = m_at;
    while (spaceLength() == 0
           && (isWordByte(peek()) || peek() == '+' || peek() == '-' || peek() == '.')) {
        ++m_at;
    }
    const QByteArray found = m_text.mid(begin, m_at - begin);
    if (found == "true" || found == "false") {
        return found == "true";
    }
    return found == "null" ? std::optional(QJsonValue()) : number(found);
}

std::optional<QString> Json5Scanner::string()
{
    const char quote = peek();
    QByteArray out;
    for (++m_at; !atEnd(); ++m_at) {
        const char next = peek();
        if (next == quote) {
            ++m_at;
            return QString::fromUtf8(out);
        }
        if (next == '\n' || next == '\r') {
            return std::nullopt;
        }
        if (next != '\\') {
            out += next;
        } else if (!escape(out)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

//! At a backslash; ends at the escape's last byte.
bool Json5Scanner::escape(QByteArray& out)
{
    const char kind = peek(1);
    ++m_at;
    if (kind == 'u' || kind == 'x') {
        // Both halves of a pair go to one decoding, which is why units are gathered first.
        QString units;
        const int digits = kind == 'u' ? 4 : 2;
        for (;;) {
            bool isHex = false;
            const ushort unit = m_text.mid(m_at + 1, digits).toUShort(&isHex, 16);
            if (!isHex || m_at + digits >= m_text.size()) {
                return false;
            }
            units += QChar(unit);
            m_at += digits;
            if (!QChar::isHighSurrogate(unit) || peek(1) != '\\' || peek(2) != 'u') {
                out += units.toUtf8();
                return true;
            }
            m_at += 2;
        }
    }
    static const QByteArray letters = "bfnrtv0";
    static const QByteArray meanings("\b\f\n\r\t\v\0", 7);
    if (const qsizetype index = letters.indexOf(kind); index >= 0) {
        out += meanings[index];
    } else if (kind == '\r' && peek(1) == '\n') {
        ++m_at; // the string goes on in the next line
    } else if (kind != '\n' && kind != '\r') {
        out += kind;
    }
    return !atEnd();
}

QByteArray Json5Scanner::word()
{
    const qsizetype begin = m_at;
    while (isWordByte(peek()) && spaceLength() == 0) {
        ++m_at;
    }
    return m_text.mid(begin, m_at - begin);
}

} // namespace zalo
