// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace zalo {

class GatewayService;
class SnapshotProvider;

//! The Gateways that use this companion or want to, each with its actions.
class GatewayList : public QWidget
{
    Q_OBJECT

public:
    GatewayList(SnapshotProvider& snapshots, GatewayService& gateways, QWidget* parent = nullptr);

signals:
    //! The user wants to update a Gateway's plugin.
    void updateRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void build(const QList<GatewayInfo>& gateways);
    void addRow(int row, const GatewayInfo& gateway);
    void report(const Result<void>& done);

    SnapshotProvider& m_snapshots;
    GatewayService& m_gateways;
    QList<GatewayInfo> m_shown;
    bool m_built = false;
    QWidget* m_rows = nullptr;
    QLabel* m_problem;
};

} // namespace zalo
