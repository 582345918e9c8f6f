// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgetypes.h"
#include "bridge/handshake.h"
#include "bridge/methodregistry.h"
#include "core/peerlog.h"
#include "core/timing.h"
#include "rpc/refusalpauses.h"
#include "rpc/rpcchannel.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <sys/types.h>

class QLocalSocket;

namespace zalo {

class Association;
enum class AssociationState;

//! One client of the bridge: its handshake, then the methods of the table.
class BridgeConnection : public QObject
{
    Q_OBJECT

public:
    //! What a client asked to be told; methods set it.
    struct Subscriptions
    {
        bool status = false;
        QStringList inboundProfiles;
    };

    //! What the server's connections share.
    struct Shared
    {
        const MethodRegistry& methods;
        Association& association;
        const Timing& timing;
        RefusalPauses& refusalPauses;
        std::shared_ptr<PeerLog> log;
        //! Whether one more connection may come in as this.
        std::function<bool(const BridgePeer&)> hasPlace;
    };

    //! Takes `socket` as its own. What is `shared` outlives the connection.
    BridgeConnection(QLocalSocket* socket, const Shared& shared, QObject* parent);

    //! Begins to read; the handshake has to be done within Timing::handshakeDeadline.
    void start();

    [[nodiscard]] bool isAssociated() const { return m_step == Step::Done; }
    [[nodiscard]] bool isOpen() const { return m_channel.isOpen(); }
    //! Whose it is; 0 where the kernel does not say.
    [[nodiscard]] pid_t process() const { return m_process; }
    //! Known from hello on.
    [[nodiscard]] const BridgePeer& peer() const { return m_peer; }
    //! True after a request of ours was not answered in time, until the client says something
    //! again. It is asked once more, and let go where it does not answer within
    //! Timing::silenceProbe: a fresh connection may reach it.
    [[nodiscard]] bool isSilent() const { return m_silent; }
    //! True where it was closed because the client did not answer a probe either.
    [[nodiscard]] bool isLetGo() const { return m_isLetGo; }

    void notify(const QString& method, const QJsonObject& params = {});
    //! As RpcChannel::request.
    void request(QObject* context, const QString& method, const QJsonObject& params,
                 RpcChannel::ms deadline, RpcChannel::Callback callback);
    void close() { m_channel.close(); }
    //! Its place goes to a newcomer, and it is told so.
    void giveWay();
    //! The client receives the messages of these profiles from now on; gives those of before.
    QStringList subscribe(const QStringList& inboundProfiles);

    Subscriptions subscriptions;

signals:
    void associated();
    void subscribed();
    //! A Gateway says that somebody asks whether they may talk to its bot.
    void pairingRequested();
    void silentChanged();
    void closed();

private:
    enum class Step
    {
        Hello,
        HelloPending,
        Proof,
        Checking,
        Refused,
        Done
    };

    void hello(const QJsonObject& params, const Responder& responder);
    void sendHelloResult(const Responder& responder, AssociationState state);
    void auth(const QJsonObject& params, const Responder& responder);
    void associate(const QJsonObject& params, const Responder& responder);
    //! Runs the step's own work outside the client's time.
    void pauseHandshake(Step step);
    void resumeHandshake(Step step);
    void finishHandshake(const Responder& responder);
    void reject(const Responder& responder, const Error& error);
    //! As reject(), after a pause: whoever guesses is slow.
    void rejectLate(const Responder& responder, const Error& error);
    void dispatch(const QString& method, const QJsonObject& params, const Responder& responder);
    void setSilent(bool silent);
    void probe();

    Shared m_shared;
    pid_t m_process;
    RpcChannel m_channel;
    QTimer m_handshakeTimer;
    std::chrono::milliseconds m_handshakeLeft {};
    Step m_step = Step::Hello;
    BridgePeer m_peer;
    Handshake m_handshake;
    QByteArray m_key;
    bool m_silent = false;
    bool m_isLetGo = false;
};

} // namespace zalo
