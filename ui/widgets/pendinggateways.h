// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace zalo {

class GatewayService;
class SnapshotProvider;

//! The Gateways that want to use this companion: one line each, with the two answers. Hidden while
//! there are none.
class PendingGateways : public QWidget
{
    Q_OBJECT

public:
    PendingGateways(SnapshotProvider& snapshots, GatewayService& gateways,
                    QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void build();
    [[nodiscard]] QWidget* buildRow(const GatewayInfo& gateway);
    void report(const Result<void>& done);

    SnapshotProvider& m_snapshots;
    GatewayService& m_gateways;
    QList<GatewayInfo> m_shown;
    QVBoxLayout* m_rows;
    QLabel* m_problem;
};

} // namespace zalo
