// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "zca/zcarunner.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo {

//! The phone that somebody would hold: it scans the code on show, and after a look at it its owner
//! taps “Log in”.
class DemoPhone : public QObject
{
    Q_OBJECT

public:
    //! `simulator` runs zca-sim and outlives this.
    explicit DemoPhone(ZcaRunner& simulator,
                       std::chrono::milliseconds look = std::chrono::seconds(2),
                       QObject* parent = nullptr);

    //! Scans, then confirms. Does nothing while it is at it.
    void scan();

private:
    void confirm();

    ZcaRunner& m_simulator;
    QTimer m_look;
    bool m_busy = false;
};

} // namespace zalo
