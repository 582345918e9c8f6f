// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "control/controlserver.h"
#include "control/headlessreport.h"
#include "launchoptions.h"
#include "localcompanion.h"
#include "platform/singleinstance.h"
#include "platform/unixsignals.h"

#include <QObject>

#include <memory>

namespace zalo {

//! The running program: one instance, its companion, and its end.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(const LaunchOptions& options, const LaunchPlaces& places,
                QObject* parent = nullptr);
    ~Application() override;

    //! Starts everything; ends in one finished(), now or much later.
    void start();

signals:
    void finished(zalo::ExitStatus status);

private:
    void onCompanionStarted(const Result<void>& started);
    void end(bool byUser);
    void fail(const Error& error);
    [[nodiscard]] QString quitMarker() const;

    LaunchOptions m_options;
    LaunchPlaces m_places;
    SingleInstance m_instance;
    UnixSignals m_signals;
    std::unique_ptr<LocalCompanion> m_companion;
    std::unique_ptr<ControlServer> m_control;
    std::unique_ptr<HeadlessReport> m_report;
};

} // namespace zalo
