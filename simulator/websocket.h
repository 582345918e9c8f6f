// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

namespace zalo::sim {

//! The listener's connection to Zalo: a real TCP connection to an end on loopback, which the kernel
//! acknowledges as it does a server's. Nothing is said over it but pings, so that the kernel's view
//! of it moves like that of the real one (ZCA.md 10).
class Websocket : public QObject
{
    Q_OBJECT

public:
    Websocket();
    ~Websocket() override;

    //! Connects, and pings every so many ms from then on. False without a network.
    [[nodiscard]] bool open(int pingInterval);
    void close();

    //! Data cross it now: a message came.
    void stir();

    //! From now on whatever the other end sends is dropped before TCP sees it. Nobody is told.
    void fallSilent();
    [[nodiscard]] bool isSilent() const { return m_isSilent; }

private:
    QTimer m_ping;
    int m_server = -1; //!< accepts nothing: the kernel acknowledges what waits to be accepted
    int m_socket = -1;
    bool m_isSilent = false;
};

} // namespace zalo::sim
