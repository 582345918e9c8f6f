// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"

#include "bridge/association.h"
#include "core/logging.h"
#include "core/singleline.h"
#include "platform/peercredentials.h"

#include <QJsonArray>
#include <QLocalSocket>

#include <utility>

namespace zalo {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MaxLabel = 120; // UTF-16 units
constexpr qsizetype MaxVersion = 40;
constexpr qsizetype MaxFeature = 60;
constexpr qsizetype MaxFeatures = 200;

QString stateName(AssociationState state)
{
    switch (state) {
    case AssociationState::Known:
        return u"known"_s;
    case AssociationState::First:
        return u"first"_s;
    case AssociationState::Pending:
        return u"pending"_s;
    case AssociationState::New:
        return u"new"_s;
    }
    Q_UNREACHABLE();
}

//! The methods that the client answers; what is no name of one is left out.
QStringList featuresFrom(const QJsonArray& names)
{
    QStringList features;
    for (const auto& name : names) {
        const QString feature = name.toString();
        if (!feature.isEmpty() && feature.size() <= MaxFeature && features.size() < MaxFeatures) {
            features.append(feature);
        }
    }
    return features;
}

//! What hello says about the client, as people may read it. A label of which nothing is to be seen
//! gives way to the id.
Result<BridgePeer> peerFrom(const QJsonObject& params)
{
    const auto role = bridgeRole(params.value("role"_L1).toString());
    if (!role) {
        return failure(ErrorKind::BadRequest, u"“role” is gateway, cli or probe"_s);
    }
    const QString label = params.value("label"_L1).toString().simplified();
    BridgePeer peer {
        .role = *role,
        .gatewayId = params.value("gatewayId"_L1).toString(),
        .label = foreignName(label),
        .pluginVersion = singleLine(params.value("plugin"_L1).toString()).left(MaxVersion),
        .features = featuresFrom(params.value("features"_L1).toArray()),
    };
    if (!isGatewayId(peer.gatewayId)) {
        return failure(ErrorKind::BadRequest,
                       u"“gatewayId” is 16 to 64 characters of A-Z a-z 0-9 _ -"_s);
    }
    if (label.isEmpty() || label.size() > MaxLabel) {
        return failure(ErrorKind::BadRequest, u"“label” is a name of 1 to 120 characters"_s);
    }
    if (peer.label.isEmpty()) {
        peer.label = peer.gatewayId;
    }
    return peer;
}

RpcError outOfTurn()
{
    return { -32600, u"request"_s, u"This connection has introduced itself already."_s };
}

} // namespace

BridgeConnection::BridgeConnection(QLocalSocket* socket, const Shared& shared, QObject* parent)
    : QObject(parent),
      m_shared(shared),
      m_process(peerCredentials(*socket).value_or(PeerCredentials {}).pid),
      m_channel(socket, RpcLimits::ofStranger(shared.log))
{
    m_handshakeTimer.setSingleShot(true);
    m_handshakeTimer.setInterval(shared.timing.handshakeDeadline);
    connect(&m_handshakeTimer, &QTimer::timeout, this, [this] {
        m_shared.log->note(lcBridge(), u"a client did not introduce itself in time"_s);
        m_channel.close();
    });
    connect(&m_channel, &RpcChannel::heard, this, [this] { setSilent(false); });
    connect(&m_channel, &RpcChannel::closed, this, [this] {
        m_handshakeTimer.stop();
        emit closed();
    });
    m_channel.handle(u"hello"_s, [this](const QJsonObject& params, const Responder& responder) {
        hello(params, responder);
    });
    m_channel.handle(u"auth"_s, [this](const QJsonObject& params, const Responder& responder) {
        auth(params, responder);
    });
    m_channel.handle(u"associate"_s, [this](const QJsonObject& params, const Responder& responder) {
        associate(params, responder);
    });
    m_channel.handleOthers(
        [this](const QString& method, const QJsonObject& params, const Responder& responder) {
            dispatch(method, params, responder);
        });
    m_channel.handleNotification(u"pairing.requested"_s, [this](const QJsonObject&) {
        if (m_step == Step::Done && m_peer.role == BridgeRole::Gateway) {
            emit pairingRequested();
        }
    });
}

void BridgeConnection::start()
{
    m_handshakeTimer.start();
    m_channel.start();
}

void BridgeConnection::giveWay()
{
    m_shared.log->note(lcBridge(), u"a client that did not introduce itself gave way to another"_s);
    m_channel.closeFor({ ErrorKind::Busy, u"others want to come in"_s });
}

QStringList BridgeConnection::subscribe(const QStringList& inboundProfiles)
{
    const QStringList before = std::exchange(subscriptions.inboundProfiles, inboundProfiles);
    emit subscribed();
    return before;
}

void BridgeConnection::notify(const QString& method, const QJsonObject& params)
{
    m_channel.notify(method, params);
}

void BridgeConnection::request(QObject* context, const QString& method, const QJsonObject& params,
                               RpcChannel::ms deadline, RpcChannel::Callback callback)
{
    m_channel.request(
        context, method, params, deadline,
        [self = QPointer(this), callback = std::move(callback)](const RpcReply& reply) {
            if (self && !reply && reply.error().kind == errorKindName(ErrorKind::TimedOut)) {
                self->setSilent(true);
            }
            callback(reply);
        });
}

void BridgeConnection::hello(const QJsonObject& params, const Responder& responder)
{
    if (m_step != Step::Hello) {
        responder.refuse(outOfTurn());
        return;
    }
    const QString protocol = params.value("protocol"_L1).toString();
    // The version first: another major may say the rest in other words.
    if (const auto spoken = checkProtocol(protocol); !spoken) {
        reject(responder, spoken.error());
        return;
    }
    const auto peer = peerFrom(params);
    if (!peer) {
        reject(responder, peer.error());
        return;
    }
    const QString nonce = params.value("nonce"_L1).toString();
    if (const auto bytes = bytes32(nonce); !bytes) {
        reject(responder, bytes.error());
        return;
    }
    m_peer = *peer;
    m_handshake = {
        .role = bridgeRoleName(m_peer.role),
        .gatewayId = m_peer.gatewayId,
        .clientNonce = nonce,
        .serverNonce = QString::fromLatin1(randomBytes32().toBase64()),
        .clientProtocol = protocol,
        .serverProtocol = bridgeProtocol(),
    };
    pauseHandshake(Step::HelloPending);
    m_shared.association.hello(this, m_peer.gatewayId,
                               [this, responder](const Result<Association::HelloResult>& result) {
                                   if (!result) {
                                       reject(responder, result.error());
                                       return;
                                   }
                                   resumeHandshake(Step::Proof);
                                   m_key = result->key;
                                   sendHelloResult(responder, result->state);
                               });
}

void BridgeConnection::sendHelloResult(const Responder& responder, AssociationState state)
{
    QStringList features = m_shared.methods.keys();
    features.sort();
    QJsonObject result {
        { u"protocol"_s, bridgeProtocol() },
        { u"server"_s,
          QJsonObject { { u"name"_s, u"zalo-companion"_s },
                        { u"version"_s, QStringLiteral(ZALO_VERSION) } } },
        { u"features"_s, QJsonArray::fromStringList(features) },
        { u"nonce"_s, m_handshake.serverNonce },
        { u"association"_s, stateName(state) },
    };
    if (!m_key.isEmpty()) {
        result.insert("proof"_L1, handshakeProof(m_key, m_handshake, ProofOf::Server));
    }
    responder.answer(result);
}

void BridgeConnection::auth(const QJsonObject& params, const Responder& responder)
{
    if (m_step == Step::Done) {
        responder.refuse(outOfTurn());
        return;
    }
    if (m_step != Step::Proof || m_key.isEmpty()) {
        reject(responder, { ErrorKind::NotAssociated, {} });
        return;
    }
    const QString expected = handshakeProof(m_key, m_handshake, ProofOf::Client);
    if (!sameBytes(params.value("proof"_L1).toString().toUtf8(), expected.toUtf8())) {
        rejectLate(responder, { ErrorKind::WrongKey, m_peer.gatewayId });
        return;
    }
    finishHandshake(responder);
}

void BridgeConnection::associate(const QJsonObject& params, const Responder& responder)
{
    if (m_step == Step::Done) {
        responder.refuse(outOfTurn());
        return;
    }
    if (m_step != Step::Proof) {
        reject(responder, { ErrorKind::NotAssociated, {} });
        return;
    }
    const auto key = bytes32(params.value("key"_L1).toString());
    if (!key) {
        reject(responder, key.error());
        return;
    }
    pauseHandshake(Step::Checking);
    m_shared.association.associate(this, m_peer.gatewayId, m_peer.label, *key,
                                   [this, responder](const Result<void>& result) {
                                       if (result) {
                                           finishHandshake(responder);
                                       } else if (result.error().kind == ErrorKind::WrongKey) {
                                           rejectLate(responder, result.error());
                                       } else {
                                           reject(responder, result.error());
                                       }
                                   });
}

void BridgeConnection::pauseHandshake(Step step)
{
    m_step = step;
    m_handshakeLeft = m_handshakeTimer.remainingTimeAsDuration();
    m_handshakeTimer.stop();
}

void BridgeConnection::resumeHandshake(Step step)
{
    m_step = step;
    m_handshakeTimer.start(std::max(m_handshakeLeft, std::chrono::milliseconds(0)));
}

void BridgeConnection::finishHandshake(const Responder& responder)
{
    m_handshakeTimer.stop();
    m_key.clear();
    if (!m_channel.isOpen()) {
        return;
    }
    if (!m_shared.hasPlace(m_peer)) {
        reject(responder, { ErrorKind::Busy, u"this Gateway has too many connections"_s });
        return;
    }
    m_step = Step::Done;
    m_channel.setLimits({ .log = m_shared.log });
    m_shared.association.seen(m_peer.gatewayId, m_peer.label);
    responder.answer(
        { { u"role"_s, bridgeRoleName(m_peer.role) }, { u"gatewayId"_s, m_peer.gatewayId } });
    qCInfo(lcBridge).noquote() << "a client came in as" << bridgeRoleName(m_peer.role) << "of"
                               << m_peer.gatewayId;
    if (const QStringList missing = m_peer.missingFeatures(); !missing.isEmpty()) {
        qCWarning(lcBridge).noquote()
            << "the plugin" << m_peer.pluginVersion << "of" << m_peer.gatewayId << "does not answer"
            << missing.join(u", "_s) << "- update it";
    }
    emit associated();
}

void BridgeConnection::reject(const Responder& responder, const Error& error)
{
    m_shared.log->note(
        lcBridge(),
        u"a client was turned away: %1 %2"_s.arg(errorKindName(error.kind), m_peer.gatewayId));
    responder.refuse(error);
    m_channel.close();
}

void BridgeConnection::rejectLate(const Responder& responder, const Error& error)
{
    m_handshakeTimer.stop();
    m_step = Step::Refused;
    QTimer::singleShot(m_shared.refusalPauses.next(m_process), this,
                       [this, responder, error] { reject(responder, error); });
}

void BridgeConnection::dispatch(const QString& method, const QJsonObject& params,
                                const Responder& responder)
{
    if (m_step != Step::Done) {
        responder.refuse(Error { ErrorKind::NotAssociated, {} });
        return;
    }
    const auto known = m_shared.methods.constFind(method);
    if (known == m_shared.methods.constEnd()) {
        responder.refuse(unknownMethod(method));
    } else if (!known->roles.testFlag(m_peer.role)) {
        responder.refuse(Error { ErrorKind::RoleRefused, method });
    } else {
        known->handler(*this, params, responder);
    }
}

void BridgeConnection::setSilent(bool silent)
{
    if (m_silent == silent) {
        return;
    }
    m_silent = silent;
    if (silent) {
        probe();
    }
    emit silentChanged();
}

void BridgeConnection::probe()
{
    m_channel.request(
        this, u"gateway.info"_s, {}, m_shared.timing.silenceProbe, [this](const RpcReply& reply) {
            // Whatever else it said meanwhile is an answer, too.
            if (m_silent && !reply && reply.error().kind == errorKindName(ErrorKind::TimedOut)) {
                qCWarning(lcBridge).noquote()
                    << "the connection of" << m_peer.gatewayId << "is closed: it does not answer";
                m_isLetGo = true;
                m_channel.close();
            }
        });
}

} // namespace zalo
