// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/setupoptions.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace zalo {

//! Starts a companion without windows that outlives us: as the user's service where systemd knows
//! it, else by itself.
class CompanionStart : public QObject
{
    Q_OBJECT

public:
    CompanionStart(const GatewaySetupOptions& options, QObject* parent);

    //! Ends in one finished().
    void start();

signals:
    //! Whether it answers.
    void finished(bool isRunning);

private:
    void startDetached();
    void waitForIt();

    GatewaySetupOptions m_options;
    QTimer m_poll;
    QDeadlineTimer m_deadline;
};

} // namespace zalo
