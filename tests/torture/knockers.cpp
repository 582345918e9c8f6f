// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "knockers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

//! What the stranger of this number says first.
QByteArray words(int number)
{
    const QJsonObject hello {
        { u"jsonrpc"_s, u"2.0"_s },
        { u"id"_s, 1 },
        { u"method"_s, u"hello"_s },
        { u"params"_s,
          QJsonObject { { u"protocol"_s, QJsonObject { { u"major"_s, 1 }, { u"minor"_s, 0 } } },
                        { u"role"_s, u"gateway"_s },
                        { u"gatewayId"_s, u"stranger-%1"_s.arg(number) },
                        { u"label"_s, u"Stranger %1"_s.arg(number) },
                        { u"plugin"_s, u"0.0.0"_s },
                        { u"nonce"_s, QString::fromLatin1(QByteArray(32, 'x').toBase64()) } } }
    };
    switch (number % 4) {
    case 0:
        return {};
    case 1:
        return QByteArray(60'000, 'x');
    case 2:
        return QByteArray("GET / HTTP/1.1\r\n\r\n");
    default:
        return QJsonDocument(hello).toJson(QJsonDocument::Compact) + '\n';
    }
}

} // namespace

Knockers::Knockers(QString path, int count, std::chrono::milliseconds within, QObject* parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_count(count)
{
    m_timer.setInterval(within / qMax(count, 1));
    connect(&m_timer, &QTimer::timeout, this, &Knockers::knock);
}

void Knockers::start()
{
    m_timer.start();
}

void Knockers::knock()
{
    if (m_knocked == m_count) {
        m_timer.stop();
        return;
    }
    auto* socket = new QLocalSocket(this);
    const QByteArray said = words(m_knocked++);
    connect(socket, &QLocalSocket::connected, socket, [socket, said] { socket->write(said); });
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::errorOccurred, socket, &QObject::deleteLater);
    socket->connectToServer(m_path);
}

} // namespace zalo::torture
