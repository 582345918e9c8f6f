// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace zalo {

class Database;

//! What is asked of a summary: a profile, and a stretch of time.
struct SummaryQuery
{
    QString profile;
    qint64 fromMs = 0;
    qint64 toMs = 0; //!< not part of it
};

//! What came of the messages of a stretch of time. Each that came in is counted as one of answered,
//! open, failed and unanswered.
struct ActivitySummary
{
    qint64 received = 0; //!< from others
    qint64 answered = 0; //!< the bot took its turn
    qint64 open = 0; //!< they wait, or the bot has them
    qint64 failed = 0; //!< no answer came of them that should have come
    qint64 unanswered = 0; //!< the bot was not to answer, or a person decided so
    qint64 unsent = 0; //!< of those that were to go out: failed, or not certainly sent
    qint64 missedMs = 0; //!< of the time without a confirmed connection

    friend bool operator==(const ActivitySummary&, const ActivitySummary&) = default;
};

namespace activitysummary {

//! Counts by indexes alone: it costs as much as there is in that time, whatever there was before.
[[nodiscard]] Result<ActivitySummary> of(Database& db, const SummaryQuery& query);

} // namespace activitysummary
} // namespace zalo
