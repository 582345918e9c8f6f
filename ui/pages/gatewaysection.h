// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace zalo {

class GatewayList;
class GatewayService;
class SnapshotProvider;
class MutedLabel;

//! The Gateways that use this companion or want to, where their keys are stored, and setup.
class GatewaySection : public QWidget
{
    Q_OBJECT

public:
    GatewaySection(SnapshotProvider& snapshots, GatewayService& gateways,
                   QWidget* parent = nullptr);

    //! As GatewayList::askToRevoke().
    void askToRevoke(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    SnapshotProvider& m_snapshots;
    GatewayService& m_gateways;
    QLabel* m_heading;
    MutedLabel* m_text;
    GatewayList* m_list;
    MutedLabel* m_keys;
    QPushButton* m_setUp;
    QPushButton* m_undo;
};

} // namespace zalo
