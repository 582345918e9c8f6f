// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/gatewaysetup.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace zalo {

class GatewayService;
class MutedLabel;
class SetupSteps;

//! Sets up OpenClaw's Gateway, or undoes that: shows each step, and does them once a person agrees.
class SetupDialog : public QDialog
{
    Q_OBJECT

public:
    //! Looks at once.
    SetupDialog(std::unique_ptr<GatewaySetup> setup, GatewaySetup::Goal goal,
                QWidget* parent = nullptr);
    ~SetupDialog() override;

public slots:
    //! Not while it works: a step that is broken off would leave OpenClaw half set up.
    void reject() override;

private:
    void build();
    void retranslate();
    void probe();
    void setPlan(const Result<SetupPlan>& plan);
    void run();
    void report(const Result<QString>& outcome);
    void setBusy(bool busy, const QString& message = {});

    std::unique_ptr<GatewaySetup> m_setup;
    const GatewaySetup::Goal m_goal;
    bool m_isRunning = false;
    int m_step = -1;
    MutedLabel* m_place;
    SetupSteps* m_steps;
    QScrollArea* m_plan = nullptr; //!< place and steps; hidden while there are none
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton* m_do;
    QPushButton* m_close;
};

//! Opens the dialog above `window`, for this companion.
void openSetupDialog(GatewayService& gateways, GatewaySetup::Goal goal, QWidget* window);

} // namespace zalo
