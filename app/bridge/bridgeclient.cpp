// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeclient.h"

#include "platform/privatesocket.h"

#include <QJsonArray>
#include <QLocalSocket>

namespace zalo {

using namespace Qt::StringLiterals;

BridgeClient::BridgeClient(const BridgePeer& peer, const QByteArray& key, const Timing& timing,
                           QObject* parent)
    : QObject(parent),
      m_peer(peer),
      m_key(key),
      m_timing(timing),
      m_socket(new QLocalSocket),
      m_channel(m_socket)
{ }

void BridgeClient::open(const QString& path, QObject* context, Opened opened)
{
    m_context = context;
    m_opened = std::move(opened);
    Result<Descriptor> made = connectPrivately(path);
    if (made) {
        m_socket->setSocketDescriptor(made->release());
        hello();
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, error = made.error()] { finish(tl::unexpected(rpcErrorFor(error))); },
        Qt::QueuedConnection);
}

void BridgeClient::hello()
{
    m_handshake = {
        .role = bridgeRoleName(m_peer.role),
        .gatewayId = m_peer.gatewayId,
        .clientNonce = QString::fromLatin1(randomBytes32().toBase64()),
        .serverNonce = {},
        .clientProtocol = bridgeProtocol(),
        .serverProtocol = {},
    };
    const QJsonObject params {
        { u"protocol"_s, m_handshake.clientProtocol },
        { u"role"_s, m_handshake.role },
        { u"gatewayId"_s, m_handshake.gatewayId },
        { u"label"_s, m_peer.label },
        { u"plugin"_s, m_peer.pluginVersion },
        { u"nonce"_s, m_handshake.clientNonce },
        { u"features"_s, QJsonArray::fromStringList(m_peer.features) },
    };
    m_channel.start();
    m_channel.request(this, u"hello"_s, params, m_timing.callDeadline,
                      [this](const RpcReply& reply) {
                          if (reply) {
                              prove(*reply);
                          } else {
                              finish(reply);
                          }
                      });
}

void BridgeClient::prove(const QJsonObject& helloResult)
{
    m_handshake.serverNonce = helloResult.value("nonce"_L1).toString();
    m_handshake.serverProtocol = helloResult.value("protocol"_L1).toString();
    const bool known = helloResult.value("association"_L1).toString() == "known"_L1;
    if (known) {
        const QString proof = handshakeProof(m_key, m_handshake, ProofOf::Server);
        if (!sameBytes(helloResult.value("proof"_L1).toString().toUtf8(), proof.toUtf8())) {
            m_channel.close();
            finish(tl::unexpected(rpcErrorFor({ ErrorKind::WrongKey, m_peer.gatewayId })));
            return;
        }
    }
    const QJsonObject params = known
        ? QJsonObject { { u"proof"_s, handshakeProof(m_key, m_handshake, ProofOf::Client) } }
        : QJsonObject { { u"key"_s, QString::fromLatin1(m_key.toBase64()) } };
    m_channel.request(this, known ? u"auth"_s : u"associate"_s, params, m_timing.callDeadline,
                      [this, helloResult](const RpcReply& reply) {
                          finish(reply ? RpcReply(helloResult) : reply);
                      });
}

void BridgeClient::finish(const RpcReply& reply)
{
    if (const auto opened = std::exchange(m_opened, {}); opened && m_context) {
        opened(reply);
    }
}

} // namespace zalo
