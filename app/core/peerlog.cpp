// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/peerlog.h"

namespace zalo {

void PeerLog::note(const QLoggingCategory& category, const QString& line)
{
    if (!m_pace.take()) {
        ++m_leftOut;
        return;
    }
    if (m_leftOut > 0) {
        qCInfo(category) << "lines about other connections that were left out:" << m_leftOut;
        m_leftOut = 0;
    }
    qCInfo(category).noquote() << line;
}

} // namespace zalo
