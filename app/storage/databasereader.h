// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/worker.h"
#include "storage/database.h"

#include <memory>

namespace zalo {

//! A connection that cannot write, on a thread of its own: a long read holds up no commit, and no
//! commit holds up a read. What it sees was committed when it begins, and does not change meanwhile
//! (https://www.sqlite.org/isolation.html).
class DatabaseReader
{
public:
    //! The file is opened by the first read; it is there by then, with today's schema.
    explicit DatabaseReader(DatabaseSpec spec);
    //! Ends what is being read and closes the file.
    ~DatabaseReader();

    DatabaseReader(const DatabaseReader&) = delete;
    DatabaseReader& operator=(const DatabaseReader&) = delete;

    template <typename T>
    void read(std::function<Result<T>(Database&)> job, QObject* context, Callback<T> done)
    {
        m_worker.run(
            context,
            [database = m_database, job = std::move(job)]() -> Result<T> {
                if (const auto begun = beginOn(*database); !begun) {
                    return tl::unexpected(begun.error());
                }
                Result<T> found = job(*database);
                database->rollback();
                return found;
            },
            [done = std::move(done)](Result<T> found) {
                if (done) {
                    done(std::move(found));
                }
            });
    }

private:
    [[nodiscard]] static Result<void> beginOn(Database& database);

    std::shared_ptr<Database> m_database; //!< used on the worker only
    Worker m_worker;
};

} // namespace zalo
