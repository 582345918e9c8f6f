// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace zalo::sim {

//! Makes SIGTERM and SIGINT end the process with 143 and 130, as the real program does.
void installSignals(bool ignore);

//! The same inside an event loop, so that locks and sockets are tidied up first.
class SignalWatch : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatch(bool ignore);
    ~SignalWatch() override;

private:
    int m_handle = -1;
};

} // namespace zalo::sim
