// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/linebuffer.h"

namespace zalo {

LineBuffer::LineBuffer(qsizetype maxLine)
    : m_maxLine(maxLine)
{ }

QList<QByteArray> LineBuffer::feed(QByteArrayView chunk)
{
    QList<QByteArray> lines;
    while (!chunk.isEmpty()) {
        const qsizetype end = chunk.indexOf('\n');
        const QByteArrayView piece = end < 0 ? chunk : chunk.first(end);
        if (!m_skipping) {
            m_rest.append(piece);
            // One byte more than the limit may still be the '\r' of a line end.
            if (m_rest.size() > m_maxLine + 1) {
                m_skipping = true;
                ++m_oversized;
                m_rest = {};
            }
        }
        if (end < 0) {
            break;
        }
        if (!m_skipping) {
            if (m_rest.endsWith('\r')) {
                m_rest.chop(1);
            }
            if (m_rest.size() > m_maxLine) {
                ++m_oversized;
            } else {
                lines.append(m_rest);
            }
        }
        m_rest.clear();
        m_skipping = false;
        chunk = chunk.sliced(end + 1);
    }
    return lines;
}

QByteArray LineBuffer::takeRest()
{
    m_skipping = false;
    return std::exchange(m_rest, {});
}

} // namespace zalo
