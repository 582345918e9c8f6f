// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/controlserver.h"

#include "companion/dataservice.h"
#include "companion/gatewayservice.h"
#include "companion/pairingservice.h"
#include "companion/profileservice.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"
#include "control/pairinganswers.h"
#include "control/reconnectanswer.h"
#include "health/statusjson.h"
#include "platform/peercredentials.h"
#include "rpc/requestparams.h"
#include "rpc/rpcchannel.h"

#include <QLocalSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxNameUnits = 200;

Result<TextLanguage> languageParam(const QJsonObject& params)
{
    const Result<QString> name = optionalTextParam(params, u"language", MaxNameUnits);
    if (!name || name->isEmpty()) {
        return name.map([](const QString&) { return TextLanguage::People; });
    }
    return *name == u"english" ? Result<TextLanguage>(TextLanguage::English)
                               : badParam(u"language", u"must be english, or missing"_s);
}

void answer(const Responder& responder, const Result<void>& done)
{
    done ? responder.answer({}) : responder.refuse(done.error());
}

} // namespace

ControlServer::ControlServer(SnapshotProvider& snapshots, SessionService& sessions,
                             ProfileService& profiles, GatewayService& gateways,
                             PairingService& pairings, DataService& data, const Timing& timing,
                             bool hasWindows, QObject* parent)
    : QObject(parent),
      m_snapshots(snapshots),
      m_sessions(sessions),
      m_profiles(profiles),
      m_gateways(gateways),
      m_pairings(pairings),
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
    addPairingMethods(*channel);
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
        const Result<TextLanguage> language = languageParam(params);
        language ? responder.answer(statusJson(m_snapshots.snapshot(), {}, *language))
                 : responder.refuse(language.error());
    });
    channel.handle(u"quit"_s, [this](const QJsonObject& params, const Responder& responder) {
        const Result<bool> byUser = boolParam(params, u"byUser", false);
        if (!byUser) {
            responder.refuse(byUser.error());
            return;
        }
        responder.answer({});
        emit quitRequested(*byUser);
    });
    channel.handle(u"raise"_s, [this](const QJsonObject& params, const Responder& responder) {
        const Result<bool> show = boolParam(params, u"show", false);
        const Result<QString> page = optionalTextParam(params, u"page", MaxNameUnits);
        if (!show || !page) {
            responder.refuse(show ? page.error() : show.error());
            return;
        }
        // Without windows there is nothing to raise: the other launch takes over.
        responder.answer({ { u"windows"_s, m_hasWindows } });
        if (m_hasWindows && *show) {
            emit raiseRequested(*page);
        }
    });
    channel.handle(u"reconnect"_s, [this](const QJsonObject& params, const Responder& responder) {
        reconnect(params, responder);
    });
    channel.handle(u"data.reset"_s, [this](const QJsonObject& params, const Responder& responder) {
        answer(responder, boolParam(params, u"keepDamaged", false).and_then([this](bool keeps) {
            return m_data.reset(keeps ? ResetMode::KeepDamaged : ResetMode::Everything);
        }));
    });
}

//! A terminal wants to know whether it helped.
void ControlServer::reconnect(const QJsonObject& params, const Responder& responder)
{
    const Result<QString> profile = profileParam(params);
    if (!profile) {
        responder.refuse(profile.error());
        return;
    }
    auto* outcome = new ReconnectAnswer(m_snapshots, *profile, responder, this);
    const Result<void> begun = m_sessions.reconnect(*profile);
    begun ? outcome->start(m_timing.reconnectAnswer) : outcome->refuse(begun.error());
}

void ControlServer::addGatewayMethods(RpcChannel& channel)
{
    using Decide = Result<void> (GatewayService::*)(const QString& id);
    const auto add = [&](const QString& name, Decide decide) {
        channel.handle(name, [this, decide](const QJsonObject& params, const Responder& responder) {
            answer(responder,
                   textParam(params, u"id", MaxNameUnits).and_then([&](const QString& id) {
                       return (m_gateways.*decide)(id);
                   }));
        });
    };
    add(u"gateways.approve"_s, &GatewayService::approveGateway);
    add(u"gateways.refuse"_s, &GatewayService::refuseGateway);
    add(u"gateways.revoke"_s, &GatewayService::revokeGateway);
}

void ControlServer::addPairingMethods(RpcChannel& channel)
{
    channel.handle(u"pairing.list"_s, [this](const QJsonObject&, const Responder& responder) {
        responder.answer(pairingsJson(m_snapshots.snapshot()));
    });
    using Decide = void (PairingService::*)(const QString&, QObject*, Callback<void>);
    const auto add = [&](const QString& name, Decide decide) {
        channel.handle(name, [this, decide](const QJsonObject& params, const Responder& responder) {
            const Result<PairingRequest> request =
                textParam(params, u"id", MaxNameUnits).and_then([this](const QString& id) {
                    return pairingOf(m_snapshots.snapshot(), id);
                });
            if (!request) {
                responder.refuse(request.error());
                return;
            }
            (m_pairings.*decide)(request->requestId, this,
                                 [responder, name = request->name](const Result<void>& done) {
                                     done ? responder.answer({ { u"name"_s, name } })
                                          : responder.refuse(done.error());
                                 });
        });
    };
    add(u"pairing.approve"_s, &PairingService::approve);
    add(u"pairing.dismiss"_s, &PairingService::dismiss);
}

void ControlServer::addProfileMethods(RpcChannel& channel)
{
    channel.handle(
        u"profiles.add"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<QString> profile = optionalTextParam(params, u"label", MaxNameUnits)
                                                .and_then([this](const QString& label) {
                                                    return m_profiles.addProfile(label);
                                                });
            profile ? responder.answer({ { u"profile"_s, *profile } })
                    : responder.refuse(profile.error());
        });
    channel.handle(
        u"profiles.rename"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<QString> profile = namedProfileParam(params);
            const Result<QString> label = optionalTextParam(params, u"label", MaxNameUnits);
            if (!profile || !label) {
                responder.refuse(profile ? label.error() : profile.error());
                return;
            }
            answer(responder, m_profiles.renameProfile(*profile, *label));
        });
    channel.handle(u"profiles.remove"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       const Result<QString> profile = namedProfileParam(params);
                       const Result<bool> erases = boolParam(params, u"erase", false);
                       if (!profile || !erases) {
                           responder.refuse(profile ? erases.error() : profile.error());
                           return;
                       }
                       m_profiles.removeProfile(
                           *profile, *erases, this,
                           [responder](const Result<void>& done) { answer(responder, done); });
                   });
    channel.handle(
        u"profiles.discard"_s, [this](const QJsonObject& params, const Responder& responder) {
            const Result<QString> profile = namedProfileParam(params);
            const Result<QString> account = textParam(params, u"account", MaxNameUnits);
            if (!profile || !account) {
                responder.refuse(profile ? account.error() : profile.error());
                return;
            }
            m_profiles.discardWaiting(
                *profile, *account, this, [responder, account = *account](const Result<int>& done) {
                    if (done && *done > 0) {
                        responder.answer({ { u"discarded"_s, *done } });
                    } else {
                        responder.refuse(
                            done ? Error { ErrorKind::BadRequest,
                                           u"nothing waits for the account “%1”"_s.arg(account) }
                                 : done.error());
                    }
                });
        });
}

} // namespace zalo
