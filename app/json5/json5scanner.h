// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace zalo {

//! The words of a JSON5 text, one after the other. It works on bytes: all that has a meaning is
//! ASCII, but for a few spaces.
class Json5Scanner
{
public:
    //! `text` outlives the scanner.
    explicit Json5Scanner(const QByteArray& text)
        : m_text(text)
    { }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    //! The next byte; 0 at the end.
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    //! The number of the current line, from 1.
    [[nodiscard]] qsizetype line() const { return m_text.left(m_at).count('\n') + 1; }

    //! Goes over `c` where it comes next.
    bool take(char c);
    //! Goes over spaces and comments; false: a comment has no end.
    [[nodiscard]] bool skipSpace();
    //! A member's name: a string, or a word without quotes.
    [[nodiscard]] std::optional<QString> name();
    //! A string, a number or a word (`true`, `null` …).
    [[nodiscard]] std::optional<QJsonValue> scalar();

private:
    [[nodiscard]] qsizetype spaceLength() const;
    [[nodiscard]] std::optional<QString> string();
    [[nodiscard]] bool escape(QByteArray& out);
    [[nodiscard]] QByteArray word();

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

} // namespace zalo
