// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/database.h"

#include "storage/databasefile.h"
#include "storage/sqliteerror.h"

#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

// Each statement when it is prepared; their values never.
Q_LOGGING_CATEGORY(lcSql, "zalo.sql", QtInfoMsg)

QString newConnectionName()
{
    static std::atomic<int> count = 0;
    return u"zalo-%1"_s.arg(++count);
}

} // namespace

Database::Database(DatabaseSpec spec)
    : m_spec(std::move(spec))
{ }

Database::~Database()
{
    close();
}

Result<void> Database::open()
{
    close();
    const Result<DatabaseFile> file = inspectDatabaseFile(m_spec.path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    // A newer version's file is not opened at all: SQLite would write its log back into it.
    Result<void> opened = checkVersion(file->version);
    if (!opened) {
        return opened;
    }
    if (file->isNew) {
        opened = createDatabaseFile(m_spec.path);
    } else if (file->hasLog) {
        opened = peekVersion();
    }
    if (opened) {
        opened = connectFile({});
    }
    if (opened) {
        opened = prepareFile(file->hasLog);
    }
    if (!opened) {
        close();
    }
    return opened;
}

Result<void> Database::openToRead()
{
    close();
    auto opened = connectFile(u";QSQLITE_OPEN_READONLY"_s);
    if (opened) {
        // Pages that are read are read once, mostly: a small cache does (in KiB).
        for (const QString& setting :
             { u"PRAGMA temp_store=MEMORY"_s, u"PRAGMA cache_size=-512"_s }) {
            if (opened) {
                opened = value(setting).map([](const QVariant&) {});
            }
        }
    }
    if (!opened) {
        close();
    }
    return opened;
}

void Database::close()
{
    m_queries.clear();
    if (!m_connection.isEmpty()) {
        QSqlDatabase::removeDatabase(m_connection);
        m_connection.clear();
    }
}

Result<void> Database::connectFile(const QString& options)
{
    m_connection = newConnectionName();
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    connection.setDatabaseName(m_spec.path);
    connection.setConnectOptions(
        u"QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(m_spec.busyTimeout.count()).arg(options));
    if (!connection.open()) {
        return tl::unexpected(sqliteError(connection.lastError(), m_spec.path));
    }
    return {};
}

//! The version as the log knows it, by a connection that cannot change the file.
Result<void> Database::peekVersion()
{
    if (const auto opened = connectFile(u";QSQLITE_OPEN_READONLY"_s); !opened) {
        return opened;
    }
    const Result<QVariant> version = value(u"PRAGMA user_version"_s);
    close();
    if (!version) {
        return tl::unexpected(version.error());
    }
    return checkVersion(version->toInt());
}

Result<void> Database::checkVersion(int version) const
{
    if (version < 0) {
        return failure(ErrorKind::StorageDamaged, m_spec.path);
    }
    return version > m_spec.migrations.size() ? failure(ErrorKind::StorageNewer, m_spec.path)
                                              : Result<void>();
}

Result<void> Database::prepareFile(bool afterCrash)
{
    // The first read finds out about locks, and about a file shorter than its header says.
    if (const auto version = value(u"PRAGMA user_version"_s); !version) {
        return tl::unexpected(version.error());
    }
    if (const auto tables = value(u"SELECT count(*) FROM sqlite_schema"_s); !tables) {
        return tl::unexpected(tables.error());
    }
    if (afterCrash) {
        const auto check = value(u"PRAGMA quick_check(1)"_s);
        if (!check) {
            return tl::unexpected(check.error());
        }
        if (check->toString() != QLatin1String("ok")) {
            return failure(ErrorKind::StorageDamaged, m_spec.path);
        }
    }
    const QStringList settings {
        u"PRAGMA journal_mode=WAL"_s,
        m_spec.durable ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=NORMAL"_s,
        u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        // In KiB: the inner pages of each index and what one batch touches. What a history costs in
        // memory is bounded by it.
        u"PRAGMA cache_size=-512"_s,
        // Deleted messages and contacts are gone from the file too.
        u"PRAGMA secure_delete=ON"_s,
        // A log that once grew large is cut again after its checkpoint.
        u"PRAGMA journal_size_limit=8388608"_s,
    };
    for (const QString& setting : settings) {
        if (const auto done = value(setting); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (m_spec.maxPages > 0) {
        setMaxPages(m_spec.maxPages);
    }
    return migrate();
}

Result<void> Database::migrate()
{
    const auto version = value(u"PRAGMA user_version"_s);
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (const auto possible = checkVersion(version->toInt()); !possible) {
        return possible;
    }
    for (int from = version->toInt(); from < m_spec.migrations.size(); ++from) {
        if (const auto begun = begin(); !begun) {
            return begun;
        }
        QStringList statements = m_spec.migrations.at(from);
        statements << u"PRAGMA user_version=%1"_s.arg(from + 1);
        for (const QString& statement : std::as_const(statements)) {
            if (const auto done = value(statement); !done) {
                rollback();
                // The file is not what its version says.
                return concernsWholeFile(done.error())
                    ? tl::unexpected(done.error())
                    : failure(ErrorKind::StorageDamaged, m_spec.path);
            }
        }
        if (const auto committed = commit(); !committed) {
            rollback();
            return committed;
        }
    }
    m_queries.clear();
    return {};
}

Result<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values)
{
    auto found = m_queries.find(sql);
    if (found == m_queries.end()) {
        qCDebug(lcSql).noquote() << sql;
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.prepare(sql)) {
            return tl::unexpected(sqliteError(query.lastError(), m_spec.path));
        }
        found = m_queries.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    query.finish();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant& given = values.at(i);
        // Qt takes a null QString for NULL; to us it is an empty text.
        query.bindValue(int(i),
                        given.typeId() == QMetaType::QString && given.toString().isNull()
                            ? QVariant(QLatin1String(""))
                            : given);
    }
    if (!query.exec()) {
        const Error error = sqliteError(query.lastError(), m_spec.path);
        query.finish();
        return tl::unexpected(error);
    }
    return &query;
}

Result<int> Database::change(const QString& sql, const QVariantList& values)
{
    return run(sql, values).map([](QSqlQuery* query) {
        const int rows = query->numRowsAffected();
        query->finish();
        return rows;
    });
}

Result<QVariant> Database::value(const QString& sql, const QVariantList& values)
{
    return run(sql, values).map([](QSqlQuery* query) {
        const QVariant first = query->next() ? query->value(0) : QVariant();
        query->finish();
        return first;
    });
}

Result<void> Database::each(const QString& sql, const QVariantList& values,
                            const std::function<void(const QSqlQuery&)>& row)
{
    const Result<QSqlQuery*> query = run(sql, values);
    if (!query) {
        return tl::unexpected(query.error());
    }
    while ((*query)->next()) {
        row(**query);
    }
    const QSqlError ended = (*query)->lastError();
    (*query)->finish();
    if (ended.isValid()) {
        return tl::unexpected(sqliteError(ended, m_spec.path));
    }
    return {};
}

Result<void> Database::begin()
{
    return change(u"BEGIN IMMEDIATE"_s).map([](int) {});
}

Result<void> Database::beginRead()
{
    return change(u"BEGIN"_s).map([](int) {});
}

Result<void> Database::commit()
{
    return change(u"COMMIT"_s).map([this](int) { ++m_commits; });
}

void Database::rollback()
{
    // It fails where SQLite rolled back by itself already, for example on a full disk.
    (void)change(u"ROLLBACK"_s);
}

void Database::setMaxPages(qint64 pages)
{
    (void)value(u"PRAGMA max_page_count=%1"_s.arg(pages > 0 ? pages : 0xFFFFFFFELL));
}

} // namespace zalo
