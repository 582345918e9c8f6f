// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "core/error.h"
#include "health/finding.h"
#include "settings/settings.h"
#include "ui/presenters/statusview.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace zalo {

class Notifier;
struct PairingRequest;

//! Which changes are worth a notification, and what its button does: whatever comes up that needs
//! somebody, once, unless its kind was switched off; a Gateway that was trusted or awaits approval;
//! and each person who asks whether the bot may answer.
class NotificationRules : public QObject
{
    Q_OBJECT

public:
    //! All references outlive this object.
    NotificationRules(const Companion& companion, Settings& settings, Notifier& notifier,
                      QObject* parent = nullptr);

signals:
    //! The button of a notification was pressed, or one of a person or a Gateway was clicked.
    void actionRequested(const zalo::StatusAction& action);
    //! A Gateway may be another one's than the user's: whether it is to be revoked is asked first.
    void revokeRequested(const QString& gatewayId);
    //! The notification was clicked.
    void windowRequested();

private:
    void connectGateways();
    void onSnapshot();
    void onFindings();
    void onPairings();
    void onSwitched(Settings::Switch which);
    void onActivated(const QString& topic, bool opened);
    void notify(const QString& topic, const Finding& finding);
    void notifyPairing(const PairingRequest& request);
    void report(const QString& topic, const Result<void>& done);

    Companion m_companion;
    Settings& m_settings;
    Notifier& m_notifier;
    QHash<QString, Finding> m_told; //!< what needs somebody now, by topic
    QSet<QString> m_asking; //!< ids of the requests that are there: each is told once
};

} // namespace zalo
