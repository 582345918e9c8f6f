// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linebuffer.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace zalo {

//! Where OpenClaw writes on that day: a name with a date has the day's (docs/logging.md).
[[nodiscard]] QString logFileOfDay(const QString& path, const QDate& day);

//! Reads what is new at the end of a log file, which another program writes, turns and cuts. It
//! reads and parses where it is called: on a worker.
class LogReader
{
public:
    static constexpr qsizetype MaxLines = 200;
    //! Of what was written since, no more is read at once; the older part is skipped.
    static constexpr qint64 MaxTail = 256 << 10;
    //! A longer line is left out.
    static constexpr qsizetype MaxLine = 64 << 10;

    explicit LogReader(QString path);

    //! The newest lines that were not given yet, at most MaxLines. Empty also where there is no
    //! such file, or no ordinary one. `today` tells which file it is.
    [[nodiscard]] QStringList read(const QDate& today);

private:
    QString m_path;
    QString m_open; //!< the file that is being read
    quint64 m_inode = 0;
    qint64 m_offset = 0;
    LineBuffer m_lines { MaxLine };
};

} // namespace zalo
