// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linebuffer.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace zalo {

//! Reads the lines of a file while a process writes it. The file outlives a kill of this program,
//! so a line that was written is never lost: the file is removed only after its writer has ended
//! and every line was confirmed.
class SpoolReader : public QObject
{
    Q_OBJECT

public:
    //! `id` stands in the upper half of every token, so that the readers of one owner share tokens.
    SpoolReader(QString path, quint32 id, qsizetype maxLine, QObject* parent = nullptr);

    //! Begins to read, and goes on as the file grows.
    void start();

    //! The writer has ended: reads what is left, then drained() follows. Starts it where needed.
    void finish();

    //! The line of this token is stored elsewhere.
    void confirm(quint64 token);

    [[nodiscard]] const QString& path() const { return m_path; }

signals:
    void line(const QByteArray& line, quint64 token);
    void dropped(qsizetype oversized, bool halfLine); //!< lines that cannot be used
    void drained(); //!< the writer has ended and every line was given
    void removed(); //!< and confirmed: the file is gone
    void failed(const QString& osError); //!< the file cannot be read; drained() follows

private:
    void readChunk();
    void scheduleRead();
    void emitLine(const QByteArray& text);
    void atEnd();
    void removeIfDone();

    QString m_path;
    quint32 m_id;
    quint32 m_lastLine = 0;
    QFile m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_poll; //!< only where the watcher cannot watch
    LineBuffer m_lines;
    QSet<quint64> m_unconfirmed;
    bool m_started = false;
    bool m_readScheduled = false;
    bool m_writerEnded = false;
    bool m_drained = false;
};

} // namespace zalo
