// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace zalo::torture {

//! A real companion with one Gateway that it knows: first nothing happens, then 20,000 messages
//! come in, 2,000 go out and 1,000 strangers knock in ten minutes, or their share of a shorter
//! time.
class StressRun : public QObject
{
    Q_OBJECT

public:
    explicit StressRun(std::chrono::milliseconds busy, QObject* parent = nullptr);

    //! False when something does not run.
    [[nodiscard]] bool start();
    //! The figures, a line each.
    [[nodiscard]] QString report() const;
    //! Everything arrived, everything was sent, and the Gateway was never left without an answer.
    [[nodiscard]] bool isClean() const;

signals:
    void finished();

private:
    //! What took how long: milliseconds.
    using Times = QList<double>;

    void beBusy();
    void write();
    void send();
    void ask();
    void measureMemory();
    void finishWhenAtRest();
    [[nodiscard]] int due(int total) const;
    [[nodiscard]] qsizetype arrived() const;

    std::chrono::milliseconds m_busyTime;
    test::Simulator m_sim;
    test::CompanionProcess m_companion;
    test::TestGateway m_gateway;
    QProcess m_knockers;
    QProcess m_writer;
    QTimer m_asking;
    QTimer m_working; //!< while busy
    QTimer m_rest;
    QElapsedTimer m_busy; //!< invalid while it is quiet
    QElapsedTimer m_waiting; //!< since the last message was written
    int m_written = 0;
    int m_sends = 0; //!< asked for
    int m_sent = 0;
    int m_unanswered = 0;
    Times m_quietTimes;
    Times m_busyTimes;
    QList<qint64> m_memory; //!< KiB, once a second while busy
};

} // namespace zalo::torture
