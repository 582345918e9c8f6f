// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/commitbatch.h"

#include "storage/database.h"
#include "storage/sqliteerror.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {

void CommitBatch::run(Database& database)
{
    error.reset();
    if (const auto begun = hasWrites() ? database.begin() : database.beginRead(); !begun) {
        error = begun.error();
        return;
    }
    for (const auto& job : std::as_const(jobs)) {
        error = runOne(database, *job);
        if (error) {
            break;
        }
    }
    digests.clear();
    for (const auto& job : std::as_const(jobs)) {
        if (!error && !job->topic.isEmpty() && !digests.contains(job->topic)) {
            digests.insert(job->topic, digest ? digest(database, job->topic) : QVariant());
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

bool CommitBatch::hasWrites() const
{
    return isTrial
        || std::any_of(jobs.cbegin(), jobs.cend(), [](const auto& job) { return job->writes; });
}

//! Gives the error that ends the whole batch, if there is one.
std::optional<Error> CommitBatch::runOne(Database& database, CommitJob& job)
{
    if (!job.writes) {
        const std::optional<Error> failed = job.work(database);
        return failed && concernsWholeFile(*failed) ? failed : std::nullopt;
    }
    if (const auto set = database.change(u"SAVEPOINT job"_s); !set) {
        return set.error();
    }
    if (const std::optional<Error> failed = job.work(database)) {
        // Where SQLite has ended the transaction by itself there is nothing to go back to.
        const auto back = database.change(u"ROLLBACK TO job"_s);
        if (!back || concernsWholeFile(*failed)) {
            return failed;
        }
    }
    if (const auto released = database.change(u"RELEASE job"_s); !released) {
        return released.error();
    }
    return std::nullopt;
}

} // namespace zalo
