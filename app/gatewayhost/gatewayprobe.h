// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace zalo {

//! Looks whether a Gateway listens on a port of this machine: a connection, and `GET /healthz`.
class GatewayProbe : public QObject
{
    Q_OBJECT

public:
    enum class Answer
    {
        Nobody, //!< nothing listens there
        Gateway,
        Silence, //!< something listens that says nothing in time
        Other //!< something listens that does not answer as a Gateway does
    };

    explicit GatewayProbe(const Timing& timing, QObject* parent = nullptr);

    //! Ends in one answered(), never from inside this call. A look that is under way goes on.
    //! Behind TLS a connection has to do: its certificate is the Gateway's own.
    void look(quint16 port, bool usesTls);

signals:
    void answered(zalo::GatewayProbe::Answer answer);

private:
    void read();
    void end(Answer answer);

    QTcpSocket m_socket;
    QTimer m_deadline;
    bool m_usesTls = false;
    enum class Phase
    {
        Idle,
        Looking,
        Ending
    } m_phase = Phase::Idle;
};

} // namespace zalo
