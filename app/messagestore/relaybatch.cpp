// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relaybatch.h"

#include "storage/database.h"
#include "storage/sqliteerror.h"

namespace zalo {

void RelayBatch::run(Database& database)
{
    error.reset();
    if (const auto begun = database.begin(); !begun) {
        error = begun.error();
        return;
    }
    for (const auto& operation : std::as_const(operations)) {
        error = runOne(database, *operation);
        if (error) {
            break;
        }
    }
    if (!error) {
        if (const auto committed = database.commit(); !committed) {
            error = committed.error();
        }
    }
    if (error) {
        database.rollback();
    }
    commits = database.commits();
}

//! Gives the error that ends the whole batch, if there is one.
std::optional<Error> RelayBatch::runOne(Database& database, RelayOperation& operation)
{
    if (!operation.writes) {
        const std::optional<Error> failed = operation.work(database);
        return failed && concernsWholeFile(*failed) ? failed : std::nullopt;
    }
    if (const auto set = database.change(QStringLiteral("SAVEPOINT operation")); !set) {
        return set.error();
    }
    if (const std::optional<Error> failed = operation.work(database)) {
        // Where SQLite has ended the transaction by itself there is nothing to go back to.
        const auto back = database.change(QStringLiteral("ROLLBACK TO operation"));
        if (!back || concernsWholeFile(*failed)) {
            return failed;
        }
    }
    if (const auto released = database.change(QStringLiteral("RELEASE operation")); !released) {
        return released.error();
    }
    return std::nullopt;
}

} // namespace zalo
