// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshotprovider.h"

namespace zalo::test {

//! Shows the snapshot that a test puts in.
class FakeSnapshots : public SnapshotProvider
{
public:
    Snapshot now;

    //! Shows `snapshot` from now on.
    void show(const Snapshot& snapshot)
    {
        now = snapshot;
        emit snapshotChanged();
    }

    [[nodiscard]] const Snapshot& snapshot() const override { return now; }
};

} // namespace zalo::test
