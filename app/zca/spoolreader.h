// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linebuffer.h"
#include "core/worker.h"
#include "zca/zcamessageparser.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace zalo {

//! Bytes of a spool file: some 50,000 messages. The writer is to begin another one.
inline constexpr qint64 MaxSpool = 64 << 20;

//! Why a line of zca could not be used.
enum class UnusableLine
{
    TooLong,
    CutOff, //!< zca ended in the middle of it
    NotUnderstood
};

//! The reason in English, for the log.
[[nodiscard]] QString unusableLineText(UnusableLine why);

//! Reads the lines of a file while a process writes it. The file outlives a kill of this program,
//! so a line that was written is never lost: the file is removed only after its writer has ended
//! and every line was confirmed. While lines wait to be confirmed in great number, a writer's
//! further ones stay in the file.
class SpoolReader : public QObject
{
    Q_OBJECT

public:
    //! `id` stands in the upper half of every token, so that the readers of one owner share tokens.
    //! `parser` reads the lines, and outlives this.
    SpoolReader(QString path, quint32 id, qsizetype maxLine, Worker& parser,
                QObject* parent = nullptr);

    //! Begins to read, and goes on as the file grows.
    void start();

    //! The writer has ended: reads what is left, then drained() follows. Starts it where needed.
    void finish();

    //! The line of this token is stored elsewhere.
    void confirm(quint64 token);

    [[nodiscard]] const QString& path() const { return m_path; }

signals:
    //! What a line says; what says nothing is left out.
    void line(const zalo::ListenLine& line, quint64 token);
    void dropped(qsizetype count, zalo::UnusableLine why);
    //! The writer lives, and its file is larger than MaxSpool. Once.
    void overgrown();
    void drained(); //!< the writer has ended and every line was given
    void removed(); //!< and confirmed: the file is gone
    void failed(const QString& osError); //!< the file cannot be read; drained() follows

private:
    struct Parsed; //!< what the lines of a chunk say

    void onFileChanged();
    void readChunk();
    [[nodiscard]] bool open();
    void scheduleRead();
    void onParsed(const Parsed& parsed);
    void checkSize();
    void atEnd();
    void removeIfDone();

    QString m_path;
    quint32 m_id;
    quint32 m_lastLine = 0;
    QFile m_file;
    Worker& m_parser;
    QFileSystemWatcher m_watcher;
    QTimer m_poll; //!< only where the watcher cannot watch, or to open it
    std::shared_ptr<LineBuffer> m_lines; //!< the parser's while m_readScheduled
    QSet<quint64> m_unconfirmed;
    bool m_started = false;
    bool m_isPostponed = false; //!< it could not be opened just now
    bool m_readScheduled = false; //!< or under way
    bool m_isOvergrown = false;
    bool m_writerEnded = false;
    bool m_drained = false;
};

} // namespace zalo
