// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;

namespace zalo {

class GatewayHost;
class GatewayLogView;
class GatewaySection;
class GatewayService;
class SnapshotProvider;

//! The Gateway of this machine with its log, and the Gateways that may use this companion.
class GatewayPage : public QWidget
{
    Q_OBJECT

public:
    //! The roles that the page and its sections use.
    struct Roles
    {
        SnapshotProvider& snapshots;
        GatewayService& gateways;
        GatewayHost& host;
    };

    explicit GatewayPage(const Roles& roles, QWidget* parent = nullptr);

    //! As GatewayList::askToRevoke().
    void askToRevoke(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    Roles m_roles;
    QLabel* m_heading;
    GatewaySection* m_gateways;
    GatewayLogView* m_log;
};

} // namespace zalo
