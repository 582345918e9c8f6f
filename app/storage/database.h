// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QSqlQuery>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <unordered_map>

namespace zalo {

//! What a database of ours is: where, which schema, and how durable a commit is.
struct DatabaseSpec
{
    QString path;
    //! migrations[n] are the statements that bring `PRAGMA user_version` from n to n + 1.
    QList<QStringList> migrations;
    bool durable = true; //!< every commit is synced (synchronous=FULL); else at checkpoints only
    std::chrono::milliseconds busyTimeout { 2000 };
    qint64 maxPages = 0; //!< PRAGMA max_page_count; 0 is unbounded. Tests fill "the disk" with it
};

//! One SQLite file in WAL mode. It never shrinks (no auto_vacuum: it would move pages at each
//! commit, and a VACUUM would hold the thread for long): pages of deleted rows are used again, so
//! that a bound on rows is one on its size. It belongs to the thread that opened it: open, use and
//! close it in jobs of one Worker. Errors are Storage… kinds with the file's path in the detail.
class Database
{
public:
    explicit Database(DatabaseSpec spec);
    ~Database();

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    //! Opens or creates the file (mode 0600, in a folder that exists), checks it where the last end
    //! was not a clean one, and migrates it forward. A file that is read-only, locked, damaged or
    //! newer is left as it was.
    [[nodiscard]] Result<void> open();
    //! Opens a file that another connection of ours keeps open; nothing can be changed by this one.
    [[nodiscard]] Result<void> openToRead();
    void close();
    [[nodiscard]] bool isOpen() const { return !m_connection.isEmpty(); }

    //! Runs a statement with `?` values bound and calls `row` for each row it gives. A null QString
    //! is bound as an empty text, an invalid QVariant as NULL.
    [[nodiscard]] Result<void> each(const QString& sql, const QVariantList& values,
                                    const std::function<void(const QSqlQuery&)>& row);

    //! Runs a statement that changes rows; gives how many.
    [[nodiscard]] Result<int> change(const QString& sql, const QVariantList& values = {});

    //! The first column of the first row, or an invalid QVariant where there is no row.
    [[nodiscard]] Result<QVariant> value(const QString& sql, const QVariantList& values = {});

    //! A transaction that writes: it waits for the lock at its begin, not amid it.
    [[nodiscard]] Result<void> begin();
    //! One that only reads; another program's lock does not concern it.
    [[nodiscard]] Result<void> beginRead();
    [[nodiscard]] Result<void> commit();
    void rollback();

    //! How many transactions were committed since the opening.
    [[nodiscard]] qint64 commits() const { return m_commits; }

    //! Changes DatabaseSpec::maxPages of the open file; 0 is unbounded.
    void setMaxPages(qint64 pages);

private:
    Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);
    Result<void> connectFile(const QString& options);
    Result<void> peekVersion();
    [[nodiscard]] Result<void> checkVersion(int version) const;
    Result<void> prepareFile(bool afterCrash);
    Result<void> migrate();

    DatabaseSpec m_spec;
    QString m_connection; //!< QSqlDatabase's name of it
    std::unordered_map<QString, QSqlQuery> m_queries; //!< by their text, prepared
    qint64 m_commits = 0;
};

} // namespace zalo
