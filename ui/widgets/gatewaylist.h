// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/widgets/confirm.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace zalo {

class GatewayService;
class SnapshotProvider;

//! The Gateways that may use this companion, each with its actions.
class GatewayList : public QWidget
{
    Q_OBJECT

public:
    GatewayList(SnapshotProvider& snapshots, GatewayService& gateways, QWidget* parent = nullptr);

    //! Asks whether this Gateway is to be revoked, and does it once that is confirmed; nothing
    //! where it is none of them.
    void askToRevoke(const QString& id);
    //! Replaces the confirmation before a Gateway is revoked, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    //! The user wants to update a Gateway's plugin.
    void updateRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void build(const QList<GatewayInfo>& gateways);
    void addRow(int row, const GatewayInfo& gateway);
    void addRevoke(int row, const GatewayInfo& gateway, const QString& name);
    void report(const Result<void>& done);

    SnapshotProvider& m_snapshots;
    GatewayService& m_gateways;
    QList<GatewayInfo> m_shown;
    bool m_built = false;
    QWidget* m_rows = nullptr;
    QLabel* m_problem;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
