// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "health/finding.h"
#include "ui/shell/notifier.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace zalo {

class Settings;
struct PairingRequest;

//! Which changes are worth a notification, and what its button does: a Gateway that was trusted or
//! awaits approval, a session that needs action, a person who asks whether the bot may answer.
class NotificationRules : public QObject
{
    Q_OBJECT

public:
    //! All references outlive this object.
    NotificationRules(const Companion& companion, Settings& settings, QObject* parent = nullptr);

signals:
    void logInRequested(const QString& profile);
    //! The notification was clicked.
    void windowRequested();
    //! One of a person who asks was clicked.
    void pairingsRequested();
    void balloonRequested(const QString& title, const QString& text);

private:
    void onSnapshot();
    void onSessions();
    void onPairings();
    void onActivated(const QString& topic, bool opened);
    void notifySession(const QString& topic, const Finding& finding);
    void notifyPairing(const PairingRequest& request);
    void report(const QString& topic, const Result<void>& done);

    Companion m_companion;
    Settings& m_settings;
    Notifier m_notifier;
    QHash<QString, Finding> m_shown; //!< by topic
    QSet<QString> m_asking; //!< ids of the requests that are there: each is told once
};

} // namespace zalo
