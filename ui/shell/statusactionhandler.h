// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "core/error.h"
#include "ui/presenters/statusview.h"
#include "ui/widgets/confirm.h"

#include <QObject>

namespace zalo {

//! Runs the action of a status: calls the companion, or requests a page of the window.
class StatusActionHandler : public QObject
{
    Q_OBJECT

public:
    //! `window` owns this object; questions and errors are shown above it. The roles outlive it.
    StatusActionHandler(const Companion& companion, QWidget* window);

    void run(const StatusAction& action);
    //! Replaces the confirmation of risky actions, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

signals:
    void logInRequested(const QString& profile);
    void settingsRequested();
    void gatewayRequested();
    void pairingsRequested();
    //! The lines of the activity that the action is about, or the chats in which the bot is paused.
    void activityRequested(const zalo::StatusAction& action);

private:
    void report(const Result<void>& done);

    Companion m_companion;
    QWidget* m_window;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
