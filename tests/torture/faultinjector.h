// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "faultplan.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo::torture {

class World;

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

private:
    void next();
    void begin(const Fault& fault);
    void setClock(std::chrono::milliseconds ahead, int lengthMs);
    void stopProcess(qint64 pid, int lengthMs);
    void setFor(const QString& key, const QString& value, int lengthMs);
    //! Runs `action` in so many milliseconds, or in endAll().
    void later(int ms, std::function<void()> action);

    World& m_world;
    QList<Fault> m_plan;
    QTimer m_timer;
    qint64 m_startedMs = 0;
    QMap<QString, int> m_counts;
    QMap<int, std::function<void()>> m_ends;
    int m_lastEnd = 0;
};

} // namespace zalo::torture
