// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QObject>

namespace zalo {

//! What is true about the companion, and when it changes.
class SnapshotProvider : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const Snapshot& snapshot() const = 0;

signals:
    void snapshotChanged();
};

} // namespace zalo
