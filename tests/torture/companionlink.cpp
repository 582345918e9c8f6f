// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionlink.h"

#include "world.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds ComeAgain { 100 };
constexpr std::chrono::minutes AnswerDeadline { 5 };

} // namespace

CompanionLink::CompanionLink(const World& world, QObject* parent)
    : QObject(parent),
      m_world(world)
{ }

void CompanionLink::start()
{
    const BridgePeer peer { BridgeRole::Cli, m_world.gatewayId(), u"Torture"_s, u"0.0.0"_s };
    m_client = std::make_unique<BridgeClient>(peer, m_world.gatewayKey(), Timing());
    // Queued: the client is replaced outside its own signals.
    connect(
        &m_client->channel(), &RpcChannel::closed, this,
        [this] {
            m_isOpen = false;
            later();
        },
        Qt::QueuedConnection);
    m_client->open(m_world.bridgePath(), this, [this](const RpcReply& reply) {
        m_isOpen = reply.has_value();
        if (m_isOpen) {
            emit opened();
        } else {
            later();
        }
    });
}

void CompanionLink::request(QObject* context, const QString& method, const QJsonObject& params,
                            RpcChannel::Callback done)
{
    m_client->channel().request(context, method, params, AnswerDeadline, std::move(done));
}

void CompanionLink::later()
{
    if (!m_isWaiting) {
        m_isWaiting = true;
        QTimer::singleShot(ComeAgain, this, [this] {
            m_isWaiting = false;
            start();
        });
    }
}

} // namespace zalo::torture
