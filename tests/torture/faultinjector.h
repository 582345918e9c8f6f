// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "faultplan.h"
#include "world.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo::torture {

//! Lets the misfortunes of a plan happen, each at its time, and ends them.
class FaultInjector : public QObject
{
    Q_OBJECT

public:
    FaultInjector(World& world, QList<Fault> plan, QObject* parent = nullptr);

    void start();
    //! No further ones, and those that last end now.
    void endAll();

    //! How often each kind happened, by its name.
    [[nodiscard]] const QMap<QString, int>& counts() const { return m_counts; }

signals:
    //! From now on the companion may be unable to say anything.
    void companionDisturbed();
    //! Several sends at once are asked for now.
    void sendsWanted();
    //! The next messages to the account come at once.
    void burstWanted();

private:
    using Kind = Fault::Kind;

    void next();
    void begin(const Fault& fault);
    void defineCompanionsFaults();
    void defineGatewaysFaults();
    void defineZalosFaults();
    void defineMachinesFaults();
    void setMood(GatewayMood mood, int lengthMs);
    //! Its faultSetting(), for its length or for one use.
    void set(const Fault& fault);
    void logIn(World::Person person);
    void setClock(std::chrono::milliseconds ahead, int lengthMs);
    void setClockInOutage(std::chrono::milliseconds ahead, int lengthMs);
    void stopProcess(qint64 pid, int lengthMs);
    //! Runs `action` in so many milliseconds, or in endAll().
    void later(int ms, std::function<void()> action);

    World& m_world;
    QList<Fault> m_plan;
    //! What is done for each kind, besides its setting; takes its length in milliseconds.
    QHash<Kind, std::function<void(int)>> m_actions;
    QTimer m_timer;
    qint64 m_startedMs = 0;
    QMap<QString, int> m_counts;
    QMap<int, std::function<void()>> m_ends;
    int m_lastEnd = 0;
};

} // namespace zalo::torture
