// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/snapshotbuilder.h"

namespace zalo {

SnapshotBuilder::SnapshotBuilder(Snapshot fixed, QObject* parent)
    : SnapshotProvider(parent),
      m_snapshot(std::move(fixed))
{
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &SnapshotBuilder::rebuild);
}

void SnapshotBuilder::addSection(Section section)
{
    m_sections.push_back(std::move(section));
}

void SnapshotBuilder::rebuildSoon()
{
    if (!m_rebuild.isActive()) {
        m_rebuild.start();
    }
}

void SnapshotBuilder::rebuild()
{
    m_rebuild.stop();
    Snapshot next = m_snapshot;
    for (const Section& section : m_sections) {
        section(next);
    }
    if (next != m_snapshot) {
        m_snapshot = next;
        emit snapshotChanged();
    }
}

} // namespace zalo
