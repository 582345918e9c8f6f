// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"
#include "ui/shell/notifier.h"

#include <QHash>
#include <QObject>

namespace zalo {

class GatewayService;
class SessionService;
class SnapshotProvider;

//! Which changes are worth a notification, and what its button does: a Gateway that was trusted or
//! awaits approval, a session that needs action.
class NotificationRules : public QObject
{
    Q_OBJECT

public:
    //! All references outlive this object.
    NotificationRules(SnapshotProvider& snapshots, SessionService& sessions,
                      GatewayService& gateways, QObject* parent = nullptr);

signals:
    void logInRequested(const QString& profile);
    //! The notification was clicked.
    void windowRequested();
    void balloonRequested(const QString& title, const QString& text);

private:
    void onSnapshot();
    void onActivated(const QString& topic, bool opened);
    void notifySession(const QString& topic, const Finding& finding);

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    GatewayService& m_gateways;
    Notifier m_notifier;
    QHash<QString, Finding> m_shown; //!< by topic
};

} // namespace zalo
