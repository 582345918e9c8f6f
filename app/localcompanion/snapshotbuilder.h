// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshotprovider.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace zalo {

//! Builds the snapshot from what each part says of itself, once for all changes of one turn of the
//! event loop, and reports it where it became another one.
class SnapshotBuilder : public SnapshotProvider
{
    Q_OBJECT

public:
    //! Writes the part's share of the snapshot, all of it: what it wrote before may still be there.
    using Section = std::function<void(Snapshot&)>;

    //! `fixed`: what never changes while the program runs.
    explicit SnapshotBuilder(Snapshot fixed, QObject* parent = nullptr);

    void addSection(Section section);

    //! Builds it soon: a part has changed.
    void rebuildSoon();
    //! Builds it now, for a caller who reads it next.
    void rebuild();

    [[nodiscard]] const Snapshot& snapshot() const override { return m_snapshot; }

private:
    Snapshot m_snapshot; //!< changes only in rebuild(), which reports it
    std::vector<Section> m_sections;
    QTimer m_rebuild;
};

} // namespace zalo
