// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewayprobe.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 MaxAnswer = 8 << 10;

} // namespace

GatewayProbe::GatewayProbe(const Timing& timing, QObject* parent)
    : QObject(parent)
{
    m_socket.setReadBufferSize(MaxAnswer + 1);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(timing.gatewayAnswer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Answer::Silence); });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        if (m_usesTls) {
            end(Answer::Gateway);
            return;
        }
        m_socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &GatewayProbe::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        const bool isRefused = m_socket.error() == QAbstractSocket::ConnectionRefusedError;
        end(isRefused                           ? Answer::Nobody
                : m_socket.bytesAvailable() > 0 ? Answer::Other
                                                : Answer::Silence);
    });
}

void GatewayProbe::look(quint16 port, bool usesTls)
{
    if (m_phase != Phase::Idle) {
        return;
    }
    m_phase = Phase::Looking;
    m_usesTls = usesTls;
    m_deadline.start();
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void GatewayProbe::read()
{
    const QByteArray said = m_socket.peek(MaxAnswer);
    if (said.contains(R"("status":"live")")) {
        end(Answer::Gateway);
    } else if (said.size() >= MaxAnswer) {
        end(Answer::Other);
    }
}

void GatewayProbe::end(Answer answer)
{
    if (m_phase != Phase::Looking) {
        return;
    }
    m_phase = Phase::Ending;
    m_deadline.stop();
    // Queued: a refusal may be told from inside connectToHost().
    QMetaObject::invokeMethod(
        this,
        [this, answer] {
            m_socket.abort();
            m_phase = Phase::Idle;
            emit answered(answer);
        },
        Qt::QueuedConnection);
}

} // namespace zalo
