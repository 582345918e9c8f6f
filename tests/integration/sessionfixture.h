// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"
#include "platform/tcpview.h"
#include "session/sessioncontroller.h"
#include "simulator.h"
#include "zca/zcarunner.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

namespace zalo::test {

//! Everything a session needs, on a Zalo of its own. Times are a twentieth of the real ones.
struct SessionFixture
{
    //! `before`: a command for the simulator.
    explicit SessionFixture(const QStringList& before = {})
    {
        if (!before.isEmpty()) {
            sim.ctl(before);
        }
        policy = Policy().scaled(0.05);
        policy.commandDeadline = std::chrono::seconds(10);
        policy.connectDeadline = std::chrono::seconds(10);
        policy.loginDeadline = std::chrono::seconds(20);
        policy.stopGrace = std::chrono::seconds(2);
        policy.heartbeatDeadline = std::chrono::seconds(20); // a busy machine is no stuck listener
        for (const char* name : { "work", "spool" }) {
            QDir(folder.path()).mkdir(QString::fromLatin1(name));
        }
        program = Simulator::program();
        build();
    }

    //! Makes the session, with the policy and the folders as they are now.
    void build()
    {
        session.reset();
        const QString work = folder.filePath(QStringLiteral("work"));
        runner = std::make_unique<ZcaRunner>([this] { return Result<ZcaProgram>(program); }, work,
                                             policy);
        session = std::make_unique<SessionController>(
            defaultProfile(), *runner,
            SessionFolders { work, folder.filePath(QStringLiteral("spool")), nativeLogins,
                             sim.file({}) },
            policy, Clock(), makeView());
        QObject::connect(session.get(), &SessionController::loginStep, session.get(),
                         [this](const LoginStep& step) { steps << step; });
        QObject::connect(session.get(), &SessionController::statusChanged, session.get(), [this] {
            if (states.isEmpty() || states.last() != state()) {
                states << state();
            }
        });
        QObject::connect(session.get(), &SessionController::stateChanged, session.get(),
                         [this](const SessionChange& change) { changes << change; });
        QObject::connect(session.get(), &SessionController::staleSince, session.get(),
                         [this](qint64 ms, GapCause cause) { gaps << std::pair(ms, cause); });
        QObject::connect(session.get(), &SessionController::verifiedSince, session.get(),
                         [this](qint64 ms) { verifications << ms; });
        QObject::connect(session.get(), &SessionController::message, session.get(),
                         [this](const InboundMessage& message, quint64 token) {
                             texts << message.text;
                             session->confirm(token);
                         });
    }

    void start() { session->setProgram(program); }
    //! Starts it and waits; false when it was not online within 20 s.
    [[nodiscard]] bool comesOnline()
    {
        start();
        return QTest::qWaitFor([this] { return state() == SessionState::Online; }, 20'000);
    }
    [[nodiscard]] SessionState state() const { return session->status().state; }
    //! Why it is not online, in words.
    [[nodiscard]] QString reason() const
    {
        const std::optional<StateReason>& why = session->status().reason;
        return why ? stateReasonText(*why) : QString();
    }
    //! The last change to `state`; empty when there was none. Some states are over before a test
    //! looks.
    [[nodiscard]] std::optional<SessionChange> changeTo(SessionState state) const
    {
        const auto change = std::find_if(changes.rbegin(), changes.rend(),
                                         [state](const auto& one) { return one.state == state; });
        return change == changes.rend() ? std::nullopt : std::optional(*change);
    }
    //! Why it went to `state` the last time, in words.
    [[nodiscard]] QString reasonOf(SessionState state) const
    {
        const std::optional<SessionChange> change = changeTo(state);
        return change && change->reason ? stateReasonText(*change->reason) : QString();
    }
    [[nodiscard]] bool hasStep(LoginStep::Kind kind) const
    {
        return std::any_of(steps.begin(), steps.end(),
                           [kind](const LoginStep& step) { return step.kind == kind; });
    }
    //! The process ids of zca's listeners that run.
    [[nodiscard]] QList<qint64> listeners() const
    {
        const QByteArray status = sim.ctl({ QStringLiteral("status"), QStringLiteral("--json") });
        QList<qint64> pids;
        const QJsonArray processes =
            QJsonDocument::fromJson(status).object()[QLatin1String("processes")].toArray();
        for (const QJsonValue& process : processes) {
            pids << process[QLatin1String("pid")].toInteger();
        }
        return pids;
    }

    Simulator sim;
    QTemporaryDir folder;
    Policy policy;
    ZcaProgram program;
    QString nativeLogins;
    //! What the session knows of its connection; the kernel's view by default.
    std::function<std::unique_ptr<TcpView>()> makeView = [] {
        return std::make_unique<KernelTcpView>();
    };
    std::unique_ptr<ZcaRunner> runner;
    std::unique_ptr<SessionController> session;
    QList<LoginStep> steps;
    QList<SessionState> states; //!< each that differs from the one before
    QList<SessionChange> changes;
    QList<std::pair<qint64, GapCause>> gaps; //!< beginnings, with their causes
    QList<qint64> verifications;
    QStringList texts;
};

} // namespace zalo::test
