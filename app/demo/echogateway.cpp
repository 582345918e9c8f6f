// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/echogateway.h"

#include "core/ids.h"
#include "core/logging.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QLatin1String GatewayId { "zalo-companion-demo-echo" };
constexpr QLatin1String KeyName { "echo" };

QString label()
{
    return EchoGateway::tr("Demo Gateway (echo)");
}

//! Where a message belongs, as every call about it says.
QJsonObject threadOf(const QJsonObject& message)
{
    return { { u"profile"_s, message[u"profile"] },
             { u"threadId"_s, message[u"threadId"] },
             { u"isGroup"_s, message[u"isGroup"] } };
}

QString echoOf(const QJsonObject& message)
{
    const QString text = message[u"text"].toString();
    if (text.isEmpty() || !message[u"media"].toArray().isEmpty()) {
        return EchoGateway::tr("Echo: thank you for the picture!");
    }
    return EchoGateway::tr("Echo: %1").arg(text);
}

} // namespace

EchoGateway::EchoGateway(const SocketAddress& socket, SecretStore& keys, const Timing& timing,
                         const Pace& pace, const QSet<QString>& strangers, QObject* parent)
    : QObject(parent),
      m_socket(socket),
      m_keys(keys),
      m_timing(timing),
      m_pace(pace),
      m_pairings(strangers)
{
    connect(&m_pairings, &DemoPairings::requested, this, [this](const QJsonObject& params) {
        m_client->channel().notify(u"pairing.requested"_s, params);
    });
    connect(&m_pairings, &DemoPairings::approved, this, &EchoGateway::welcome);
    m_retry.setSingleShot(true);
    m_retry.setInterval(pace.retry);
    connect(&m_retry, &QTimer::timeout, this, &EchoGateway::open);
}

EchoGateway::~EchoGateway() = default;

void EchoGateway::start()
{
    m_keys.read(this, KeyName, [this](const Result<SecretStore::Secret>& stored) {
        if (stored && *stored) {
            m_key = **stored;
            open();
            return;
        }
        m_key = randomBytes32();
        m_keys.write(this, KeyName, m_key, [this](const Result<void>& written) {
            if (written) {
                open();
            } else {
                // With a key that is forgotten it would be a stranger at the next start.
                qCWarning(lcApp).noquote() << errorText(written.error(), TextLanguage::English);
            }
        });
    });
}

void EchoGateway::open()
{
    const BridgePeer peer { BridgeRole::Gateway, GatewayId, label(), QStringLiteral(ZALO_VERSION) };
    m_client = std::make_unique<BridgeClient>(peer, m_key, m_timing);
    m_retry.stop(); // the end of the connection before is no news
    addHandlers(m_client->channel());
    connect(&m_client->channel(), &RpcChannel::closed, this, &EchoGateway::retryLater);
    m_client->open(m_socket.path().value_or(QString()), this, [this](const RpcReply& helloResult) {
        if (helloResult) {
            subscribe();
        } else {
            retryLater();
        }
    });
}

void EchoGateway::retryLater()
{
    if (!m_retry.isActive()) {
        m_retry.start();
    }
}

void EchoGateway::subscribe()
{
    request(u"inbound.subscribe"_s, { { u"profiles"_s, QJsonArray { defaultProfile() } } },
            [this](const RpcReply& reply) {
                if (!reply) {
                    qCWarning(lcApp).noquote() << "the demo's Gateway:" << reply.error().message;
                    m_client->channel().close();
                }
            });
}

void EchoGateway::addHandlers(RpcChannel& channel)
{
    channel.handle(u"inbound.deliver"_s,
                   [this](const QJsonObject& message, const Responder& responder) {
                       responder.answer({ { u"accepted"_s, true } });
                       onDelivery(message);
                   });
    channel.handle(u"gateway.info"_s, [](const QJsonObject&, const Responder& responder) {
        const QJsonObject account { { u"accountId"_s, defaultProfile() },
                                    { u"profile"_s, defaultProfile() } };
        responder.answer({ { u"version"_s, QStringLiteral(ZALO_VERSION) },
                           { u"plugin"_s, QStringLiteral(ZALO_VERSION) },
                           { u"label"_s, label() },
                           { u"accounts"_s, QJsonArray { account } } });
    });
    m_pairings.addHandlers(channel);
}

void EchoGateway::onDelivery(const QJsonObject& message)
{
    if (message[u"isGroup"].toBool() && message[u"mentions"].toArray().isEmpty()) {
        report(message,
               { { u"outcome"_s, u"dropped"_s },
                 { u"reason"_s, tr("Nobody mentioned the bot in this group.") } });
        return;
    }
    if (m_pairings.isKeptBack(message)) {
        report(message, { { u"outcome"_s, u"dropped"_s }, { u"code"_s, u"pairingPending"_s } });
        return;
    }
    request(u"typing.send"_s, threadOf(message));
    QTimer::singleShot(m_pace.thinking, this, [this, message] { answer(message); });
}

void EchoGateway::answer(const QJsonObject& message)
{
    QJsonObject reply = threadOf(message);
    reply[u"text"_s] = echoOf(message);
    // Delivered twice, it is answered once: the key says that both are the same answer.
    reply[u"key"_s] =
        u"%1:%2:0"_s.arg(message[u"profile"].toString(), message[u"msgId"].toString());
    request(u"message.send"_s, reply, [this, message](const RpcReply& sent) {
        report(message,
               sent ? QJsonObject { { u"outcome"_s, u"dispatched"_s } }
                    : QJsonObject { { u"outcome"_s, u"failed"_s },
                                    { u"reason"_s, sent.error().message } });
    });
}

void EchoGateway::welcome(const QJsonObject& message)
{
    QJsonObject told = threadOf(message);
    told[u"text"_s] = tr("You can talk to the bot now.");
    told[u"key"_s] = QString(u"approved:"_s + message[u"msgId"].toString());
    request(u"message.send"_s, told);
}

void EchoGateway::report(const QJsonObject& message, const QJsonObject& outcome)
{
    QJsonObject params = outcome;
    params[u"profile"_s] = message[u"profile"];
    params[u"msgId"_s] = message[u"msgId"];
    request(u"inbound.outcome"_s, params);
}

//! Over whatever connection there is now; without one it fails, and `done` hears of it.
void EchoGateway::request(const QString& method, const QJsonObject& params,
                          RpcChannel::Callback done)
{
    m_client->channel().request(
        this, method, params, m_timing.callDeadline,
        done ? std::move(done) : [](const RpcReply&) {});
}

} // namespace zalo
