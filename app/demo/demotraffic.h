// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoscript.h"
#include "zca/zcarunner.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! Messages that come by themselves while the account is connected: the script once, then one of it
//! now and then.
class DemoTraffic : public QObject
{
    Q_OBJECT

public:
    //! `simulator` runs zca-sim and outlives this. `rarely` is the pause before each message once
    //! all were told.
    DemoTraffic(ZcaRunner& simulator, QList<DemoMessage> script,
                std::chrono::milliseconds rarely = std::chrono::minutes(15),
                QObject* parent = nullptr);

    //! What is written while nobody is connected is lost at Zalo, so nobody writes then.
    void setConnected(bool connected);

private:
    void wait();
    void writeNext();

    ZcaRunner& m_simulator;
    QList<DemoMessage> m_script;
    std::chrono::milliseconds m_rarely;
    QTimer m_pause { this };
    qsizetype m_sent = 0;
    bool m_connected = false;
};

} // namespace zalo
