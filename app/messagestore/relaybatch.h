// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace zalo {

class Database;

//! One call to the store on its way through the worker.
struct RelayOperation
{
    bool writes = true;
    bool isQueued = true; //!< kept while the file cannot be written, instead of refused
    QString profile; //!< whose rows it changes; empty: nobody's
    //! On the worker: does the work and keeps its result; false when it failed.
    std::function<std::optional<Error>(Database&)> work;
    //! Back on the caller's thread: gives the result, or `error` instead.
    std::function<void()> answer;
    std::function<void(const Error& error)> fail;
};

//! Calls that are written in one transaction: all of them, or none.
struct RelayBatch
{
    QList<std::shared_ptr<RelayOperation>> operations;
    std::optional<Error> error; //!< why none was written
    qint64 commits = 0; //!< of the database, after this batch

    //! Runs it, on the worker. A call that fails by itself leaves no trace and spares the others.
    void run(Database& database);

private:
    std::optional<Error> runOne(Database& database, RelayOperation& operation);
};

} // namespace zalo
