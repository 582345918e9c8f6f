// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <cstdint>

//! What syncwatch knows of the relay's write-ahead log, in a file that both processes map.
struct SyncRecord
{
    //! The log from its beginning up to here would survive a loss of power; what stands behind may
    //! be there, in part, or not at all.
    std::atomic<std::int64_t> syncedEnd;
    std::atomic<std::int64_t> syncs; //!< how many there were
};
