// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/consolestatus.h"
#include "cli/launchoptions.h"
#include "control/controlserver.h"
#include "localcompanion/localcompanion.h"
#include "platform/singleinstance.h"
#include "platform/unixsignals.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace zalo {

class Demo;

//! The running program: one instance, its companion, and its end.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(const LaunchOptions& options, const LaunchPlaces& places, const Policy& policy = {},
                Clock clock = {}, QObject* parent = nullptr);
    ~Application() override;

    //! Starts everything; ends in one finished() or failed(), now or much later. With windows, an
    //! instance that has some is raised instead, and one without is asked to end first.
    void start();

    //! Ends in order. `byUser`: the Gateway's plugin must not start it again.
    void quit(bool byUser);
    //! In a demo: a phone scans the code on show, and confirms.
    void simulateScan();
    //! The desktop session ends: in order too, but within two seconds.
    void endSession();

signals:
    //! With windows: the companion is there and about to start, its snapshot says so.
    void starting(const zalo::Companion& companion);
    //! With windows: the companion runs.
    void ready();
    //! A second launch wants the window, at `page` where one is named.
    void raiseRequested(const QString& page);
    //! The end has begun: the windows go.
    void ending();
    //! It cannot run, and why. Without windows finished() follows, with them a person reads it
    //! first.
    void failed(const QString& text);
    void finished(zalo::ExitStatus status);

private:
    void run();
    void lookForOwner();
    void askRunningInstance();
    void waitForTheLock(std::chrono::milliseconds patience);
    void onCompanionStarted(const Result<void>& started);
    void end(std::chrono::milliseconds grace);
    void fail(const Error& error);
    [[nodiscard]] QString quitMarker() const;

    LaunchOptions m_options;
    LaunchPlaces m_places;
    Policy m_policy;
    Clock m_clock;
    SingleInstance m_instance;
    UnixSignals m_signals;
    QTimer m_lockRetry;
    QDeadlineTimer m_lockDeadline;
    std::unique_ptr<LocalCompanion> m_companion;
    std::unique_ptr<Demo> m_demo; //!< only in a demo
    std::unique_ptr<ControlServer> m_control;
    std::unique_ptr<ConsoleStatus> m_console;
    std::optional<ResetMode> m_resetMode; //!< done when everything has ended
};

} // namespace zalo
