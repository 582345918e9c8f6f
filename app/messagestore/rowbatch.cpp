// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/rowbatch.h"

namespace zalo {
namespace {

constexpr qsizetype MaxChanged = 1'000; // rows of one transaction

using RowChange = std::function<Result<bool>(Database&, qint64 id)>;

Result<int> changeEach(Database& db, const QList<qint64>& ids, const RowChange& change)
{
    int changed = 0;
    for (const qint64 id : ids) {
        const Result<bool> done = change(db, id);
        if (!done) {
            return tl::unexpected(done.error());
        }
        changed += *done ? 1 : 0;
    }
    return changed;
}

void changeFrom(CommitQueue& queue, const QString& profile, const QList<qint64>& ids, int changed,
                const RowChange& change, QObject* context, const Callback<int>& done)
{
    queue.write<int>(
        profile,
        [some = ids.first(std::min(ids.size(), MaxChanged)), change](Database& db) {
            return changeEach(db, some, change);
        },
        context,
        [=, &queue, rest = ids.mid(MaxChanged)](const Result<int>& some) {
            if (some && !rest.isEmpty()) {
                changeFrom(queue, profile, rest, changed + *some, change, context, done);
            } else {
                done(some.map([changed](int last) { return changed + last; }));
            }
        });
}

} // namespace

void changeRows(CommitQueue& queue, const QString& profile, const QList<qint64>& ids,
                const RowChange& change, QObject* context, const Callback<int>& done)
{
    changeFrom(queue, profile, ids, 0, change, context, done);
}

} // namespace zalo
