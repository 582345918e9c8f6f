// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "zca/spoolreader.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QString>
#include <QStringList>

namespace zalo {

//! The spool files of one profile: those that an earlier run left, and one for each listener since.
//! They are `listen-<profile>-<number>.spool` in a private folder, read in that order, one after
//! the other. The number is the time in ms, or where the clock was set back the next free one.
class SpoolSet : public QObject
{
    Q_OBJECT

public:
    //! `parser` reads the lines, and outlives this.
    SpoolSet(QString folder, QString profile, Worker& parser, QObject* parent = nullptr);

    //! Reads the files that are not known yet: an earlier run left them. A process that still
    //! writes one is ended first.
    void recover();

    //! True while such a file is not read to its end.
    [[nodiscard]] bool isRecovering() const { return !m_left.isEmpty(); }

    //! A new empty file, open only to us, and its reader, which is not started. StorageFull (also
    //! without an inode), StorageReadOnly, StorageIoFailed, MachineFull, FileUnwritable.
    [[nodiscard]] Result<SpoolReader*> addFile();

    //! The line of this token is stored. A file of which all are is removed.
    void confirm(quint64 token);

signals:
    void line(const zalo::ListenLine& line, quint64 token, bool recovered);
    void linesDropped(qsizetype count, zalo::UnusableLine why);
    void recoveredRead(); //!< a left file is read to its end

private:
    void recoverNext();
    [[nodiscard]] QStringList files() const;
    SpoolReader* addReader(const QString& path, bool recovered);

    QString m_folder;
    QString m_profile;
    Worker& m_parser;
    quint32 m_lastId = 0;
    QHash<quint32, SpoolReader*> m_readers;
    QQueue<SpoolReader*>
        m_left; //!< the first one is being read, or waits for the end of who writes it
};

} // namespace zalo
