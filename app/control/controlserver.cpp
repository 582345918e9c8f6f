// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/controlserver.h"

#include "companion/dataservice.h"
#include "companion/gatewayservice.h"
#include "companion/profileservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "health/statusjson.h"
#include "platform/peercredentials.h"
#include "rpc/rpcchannel.h"

#include <QLocalSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

ControlServer::ControlServer(SnapshotProvider& snapshots, SessionService& sessions,
                             ProfileService& profiles, GatewayService& gateways, DataService& data,
                             const Timing& timing, bool hasWindows, QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_profiles(profiles),
      m_gateways(gateways),
      m_data(data),
      m_timing(timing),
      m_hasWindows(hasWindows)
{ }

void ControlServer::serve(QLocalSocket* socket)
{
    const pid_t process = peerCredentials(*socket).value_or(PeerCredentials {}).pid;
    auto* channel = new RpcChannel(socket, RpcLimits::ofStranger(m_log), this);
    connect(channel, &RpcChannel::closed, this, [this, channel] {
        m_places.leave(channel);
        channel->deleteLater();
    });
    if (RpcChannel* goes = m_places.enter(channel, process)) {
        goes->closeFor({ ErrorKind::Busy, u"others want to come in"_s });
    }
    watchIdle(*channel);
    addMethods(*channel);
    addGatewayMethods(*channel);
    addProfileMethods(*channel);
    channel->start();
}

void ControlServer::watchIdle(RpcChannel& channel)
{
    auto* idle = new QTimer(&channel);
    idle->setSingleShot(true);
    connect(&channel, &RpcChannel::heard, idle,
            [this, idle] { idle->start(m_timing.controlIdle); });
    connect(idle, &QTimer::timeout, &channel,
            [&channel, idle] { channel.unanswered() > 0 ? idle->start() : channel.close(); });
    idle->start(m_timing.handshakeDeadline);
}

void ControlServer::addMethods(RpcChannel& channel)
{
    channel.handle(u"status.get"_s, [this](const QJsonObject& params, const Responder& responder) {
        const bool english = params[u"language"].toString() == u"english";
        responder.answer(statusJson(m_snapshots.snapshot(), {},
                                    english ? TextLanguage::English : TextLanguage::People));
    });
    channel.handle(u"quit"_s, [this](const QJsonObject& params, const Responder& responder) {
        responder.answer({});
        emit quitRequested(params[u"byUser"].toBool());
    });
    channel.handle(u"raise"_s, [this](const QJsonObject& params, const Responder& responder) {
        // Without windows there is nothing to raise: the other launch takes over.
        responder.answer({ { u"windows"_s, m_hasWindows } });
        if (m_hasWindows && params[u"show"].toBool()) {
            emit raiseRequested(params[u"page"].toString());
        }
    });
    channel.handle(u"reconnect"_s, [this](const QJsonObject& params, const Responder& responder) {
        const Result<void> done = m_sessions.reconnect(params[u"profile"].toString());
        done ? responder.answer({}) : responder.refuse(done.error());
    });
    channel.handle(u"data.reset"_s, [this](const QJsonObject& params, const Responder& responder) {
        const Result<void> done = m_data.reset(
            params[u"keepDamaged"].toBool() ? ResetMode::KeepDamaged : ResetMode::Everything);
        done ? responder.answer({}) : responder.refuse(done.error());
    });
}

void ControlServer::addGatewayMethods(RpcChannel& channel)
{
    channel.handle(
        u"gateways.approve"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<void> done = m_gateways.approveGateway(params[u"id"].toString());
            done ? responder.answer({}) : responder.refuse(done.error());
        });
    channel.handle(u"gateways.refuse"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       const Result<void> done = m_gateways.refuseGateway(params[u"id"].toString());
                       done ? responder.answer({}) : responder.refuse(done.error());
                   });
    channel.handle(u"gateways.revoke"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       const Result<void> done = m_gateways.revokeGateway(params[u"id"].toString());
                       done ? responder.answer({}) : responder.refuse(done.error());
                   });
}

void ControlServer::addProfileMethods(RpcChannel& channel)
{
    channel.handle(
        u"profiles.add"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<QString> profile = m_profiles.addProfile(params[u"label"].toString());
            profile ? responder.answer({ { u"profile"_s, *profile } })
                    : responder.refuse(profile.error());
        });
    channel.handle(u"profiles.rename"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       const Result<void> done = m_profiles.renameProfile(
                           params[u"profile"].toString(), params[u"label"].toString());
                       done ? responder.answer({}) : responder.refuse(done.error());
                   });
    channel.handle(
        u"profiles.remove"_s, [this](const QJsonObject& params, const Responder& responder) {
            m_profiles.removeProfile(params[u"profile"].toString(), params[u"erase"].toBool(), this,
                                     [responder](const Result<void>& done) {
                                         done ? responder.answer({})
                                              : responder.refuse(done.error());
                                     });
        });
    channel.handle(
        u"profiles.discard"_s, [this](const QJsonObject& params, const Responder& responder) {
            m_profiles.discardWaiting(params[u"profile"].toString(), params[u"account"].toString(),
                                      this, [responder](const Result<int>& done) {
                                          done ? responder.answer({ { u"discarded"_s, *done } })
                                               : responder.refuse(done.error());
                                      });
        });
}

} // namespace zalo
