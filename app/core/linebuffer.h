// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace zalo {

//! Joins chunks of bytes to whole lines, so that a letter split between two chunks is decoded
//! whole. A line longer than the limit is dropped up to its end and counted, never cut into a wrong
//! one.
class LineBuffer
{
public:
    //! `maxLine` in bytes, without the line end.
    explicit LineBuffer(qsizetype maxLine);

    //! Takes a chunk; gives the lines it completed, without `\n` or `\r\n`.
    [[nodiscard]] QList<QByteArray> feed(QByteArrayView chunk);

    //! What came after the last line end, for a stream that has ended. The buffer is empty
    //! afterwards.
    [[nodiscard]] QByteArray takeRest();

    //! Longer or shorter lines from now on.
    void setMaxLine(qsizetype maxLine) { m_maxLine = maxLine; }

    //! How many lines were longer than the limit.
    [[nodiscard]] qsizetype oversized() const { return m_oversized; }

private:
    qsizetype m_maxLine;
    qsizetype m_oversized = 0;
    bool m_skipping = false;
    QByteArray m_rest;
};

} // namespace zalo
