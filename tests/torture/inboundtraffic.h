// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"

#include <QObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTimer>

namespace zalo::torture {

class World;

//! What of the messages has to arrive.
enum class Traffic
{
    Printed, //!< whose line the listener printed: what it does not live to print is gone
    Written //!< all of them, five a second: what reached nobody is in Zalo's history
};

//! People who write to the account: numbered messages in many threads, one batch after the other.
class InboundTraffic : public QObject
{
    Q_OBJECT

public:
    InboundTraffic(const World& world, Traffic traffic, quint32 seed, QObject* parent = nullptr);

    void start();
    void stop();
    //! The next batch is large, of a few threads, and Zalo's times in it are not in order.
    void burst() { m_isBurst = true; }
    //! True while a batch is being printed.
    [[nodiscard]] bool isBusy() const { return m_process != nullptr; }
    [[nodiscard]] const QList<Injected>& messages() const { return m_messages; }
    //! The threads that people write in.
    [[nodiscard]] static QStringList threads();

private:
    void writeBatch();
    void readIds();
    void ended();

    const World& m_world;
    Traffic m_traffic;
    QRandomGenerator m_random;
    QTimer m_timer;
    QProcess* m_process = nullptr;
    bool m_isBurst = false; //!< the next batch
    int m_bursts = 0;
    QList<Injected> m_messages;
    qsizetype m_acknowledged = 0; //!< of m_messages: those before are settled
};

} // namespace zalo::torture
