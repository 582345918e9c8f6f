// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace zalo {

class Database;

//! One job of a CommitQueue on its way through the worker.
struct CommitJob
{
    bool writes = true;
    bool isQueued = true; //!< kept while the file cannot be written, instead of refused
    QString topic; //!< whose rows it changes; empty: nobody's
    //! On the worker: does the work and keeps its result; gives the error when it failed.
    std::function<std::optional<Error>(Database&)> work;
    //! Back on the caller's thread: gives the result, or `error` instead.
    std::function<void()> answer;
    std::function<void(const Error& error)> fail;
};

//! What is told of a topic when its rows changed. Read in the transaction that changed them.
using CommitDigest = std::function<QVariant(Database&, const QString& topic)>;

//! Jobs that are written in one transaction: all of them, or none.
struct CommitBatch
{
    QList<std::shared_ptr<CommitJob>> jobs;
    bool isTrial = false; //!< finds out whether the file can be written, whatever the jobs do
    CommitDigest digest; //!< may be empty
    QHash<QString, QVariant> digests; //!< of each topic, where there is a digest
    std::optional<Error> error; //!< why none was written
    qint64 commits = 0; //!< of the database, after this batch

    //! Runs it, on the worker. A job that fails by itself leaves no trace and spares the others.
    void run(Database& database);
    //! It takes the right to write.
    [[nodiscard]] bool hasWrites() const;

private:
    static std::optional<Error> runOne(Database& database, CommitJob& job);
};

} // namespace zalo
