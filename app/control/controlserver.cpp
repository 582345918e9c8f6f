// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/controlserver.h"

#include "rpc/rpcchannel.h"
#include "companion/companion.h"
#include "companion/snapshotjson.h"

#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

ControlServer::ControlServer(Companion& companion, bool hasWindows, QObject* parent)
    : QObject(parent),
      m_companion(companion),
      m_hasWindows(hasWindows)
{ }

void ControlServer::serve(QLocalSocket* socket)
{
    auto* channel = new RpcChannel(socket, {}, this);
    connect(channel, &RpcChannel::closed, channel, &QObject::deleteLater);
    channel->handle(u"status.get"_s, [this](const QJsonObject& params, const Responder& responder) {
        const bool english = params[u"language"].toString() == u"english";
        responder.answer(toJson(m_companion.snapshot(), {},
                                english ? TextLanguage::English : TextLanguage::People));
    });
    channel->handle(u"quit"_s, [this](const QJsonObject& params, const Responder& responder) {
        responder.answer({});
        emit quitRequested(params[u"byUser"].toBool());
    });
    channel->handle(u"raise"_s, [this](const QJsonObject& params, const Responder& responder) {
        // Without windows there is nothing to raise: the other launch takes over.
        responder.answer({ { u"windows"_s, m_hasWindows } });
        if (m_hasWindows && params[u"show"].toBool()) {
            emit raiseRequested(params[u"page"].toString());
        }
    });
    channel->handle(u"reconnect"_s, [this](const QJsonObject& params, const Responder& responder) {
        const Result<void> done = m_companion.reconnect(params[u"profile"].toString());
        done ? responder.answer({}) : responder.refuse(done.error());
    });
    channel->handle(u"data.forget"_s, [this](const QJsonObject&, const Responder& responder) {
        responder.answer({});
        m_companion.forgetEverything();
    });
    channel->handle(u"data.beginAnew"_s, [this](const QJsonObject&, const Responder& responder) {
        const Result<void> done = m_companion.beginAnew();
        done ? responder.answer({}) : responder.refuse(done.error());
    });
    addGatewayMethods(*channel);
    channel->start();
}

void ControlServer::addGatewayMethods(RpcChannel& channel)
{
    channel.handle(
        u"gateways.approve"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<void> done = m_companion.approveGateway(params[u"id"].toString());
            done ? responder.answer({}) : responder.refuse(done.error());
        });
    channel.handle(
        u"gateways.revoke"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<void> done = m_companion.revokeGateway(params[u"id"].toString());
            done ? responder.answer({}) : responder.refuse(done.error());
        });
}

} // namespace zalo
