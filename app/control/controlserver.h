// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/peerlog.h"
#include "core/timing.h"
#include "rpc/strangerplaces.h"

#include <QObject>

#include <memory>

class QLocalSocket;

namespace zalo {

class DataService;
class GatewayService;
class PairingService;
class RpcChannel;
class ProfileService;
class Responder;
class SessionService;
class SnapshotProvider;

//! What the terminal commands and a second launch ask of the running instance, over the control
//! socket. Its callers are processes of the same user; the socket is private (SingleInstance).
class ControlServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxCallers = 32;

    //! All outlive it. `hasWindows`: a second launch shows them instead of taking over. `timing`:
    //! handshakeDeadline for the first request, controlIdle for each further one.
    ControlServer(SnapshotProvider& snapshots, SessionService& sessions, ProfileService& profiles,
                  GatewayService& gateways, PairingService& pairings, DataService& data,
                  const Timing& timing, bool hasWindows, QObject* parent = nullptr);

    //! Serves one caller; another one that says nothing may have to go for it. Takes `socket` as
    //! its own.
    void serve(QLocalSocket* socket);

signals:
    //! A person asked the program to end: `byUser` for *Quit*, false where another instance takes
    //! over.
    void quitRequested(bool byUser);
    //! A second launch: show the window, at `page` where one is named.
    void raiseRequested(const QString& page);

private:
    void watchIdle(RpcChannel& channel);
    void addMethods(RpcChannel& channel);
    void reconnect(const QJsonObject& params, const Responder& responder);
    void addGatewayMethods(RpcChannel& channel);
    void addPairingMethods(RpcChannel& channel);
    void addProfileMethods(RpcChannel& channel);

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    ProfileService& m_profiles;
    GatewayService& m_gateways;
    PairingService& m_pairings;
    DataService& m_data;
    Timing m_timing;
    bool m_hasWindows;
    std::shared_ptr<PeerLog> m_log = std::make_shared<PeerLog>();
    StrangerPlaces<RpcChannel> m_places { MaxCallers };
};

} // namespace zalo
