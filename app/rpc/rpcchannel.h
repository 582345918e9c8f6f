// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linebuffer.h"
#include "core/pace.h"
#include "core/peerlog.h"
#include "rpc/pendingcalls.h"
#include "rpc/responder.h"
#include "rpc/rpcmessage.h"

#include <QHash>
#include <QIODevice>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace zalo {

//! Bounds of one connection (PROTOCOL.md, Transport).
struct RpcLimits
{
    qsizetype line = 1024 * 1024; //!< bytes without the line end that we send
    qsizetype incoming = 1024 * 1024; //!< the same that we take
    qint64 unsent = 8 * 1024 * 1024; //!< bytes the other side has not read yet
    std::chrono::milliseconds linger { 1000 }; //!< for the last bytes of a connection that we close
    int requestBurst = 10'000; //!< so many requests at once are dealt with…
    int requestsPerSecond = 1'000; //!< …and then so many; the others wait in the socket
    int unanswered = 1'000; //!< requests under way; one more is refused
    std::shared_ptr<PeerLog> log = {}; //!< for what strangers make us say; null: every line

    //! Those of a connection that has not said yet who it is, or never does.
    [[nodiscard]] static RpcLimits ofStranger(std::shared_ptr<PeerLog> log);
};

//! JSON-RPC 2.0 both ways over any device, one object a line. It knows no method: both ends of the
//! bridge, the control socket and the tests use it.
class RpcChannel : public QObject
{
    Q_OBJECT

public:
    using ms = std::chrono::milliseconds;
    using Handler = std::function<void(const QJsonObject& params, Responder responder)>;
    using OtherHandler =
        std::function<void(const QString& method, const QJsonObject& params, Responder responder)>;
    using NotificationHandler = std::function<void(const QJsonObject& params)>;
    using Callback = PendingCalls::Callback;

    //! Takes `device` as its child. A local socket may still be connecting.
    explicit RpcChannel(QIODevice* device, const RpcLimits& limits = {}, QObject* parent = nullptr);
    ~RpcChannel() override;

    //! Reads what arrived before the handlers stood; call it once they do.
    void start();
    //! Other bounds from now on: the other side has said who it is.
    void setLimits(const RpcLimits& limits);

    //! The answerer of one method.
    void handle(const QString& method, Handler handler);
    //! The answerer of all methods without one of their own; without it they are −32601.
    void handleOthers(OtherHandler handler);
    void handleNotification(const QString& method, NotificationHandler handler);

    //! Asks the other side. Exactly one callback, after this has returned: its answer, `timedOut`,
    //! or `disconnected`; none when `context` or the channel died.
    void request(QObject* context, const QString& method, const QJsonObject& params, ms deadline,
                 Callback callback);
    void notify(const QString& method, const QJsonObject& params = {});

    //! Sends what is waiting (as long as `linger` allows), then closes. Requests under way fail
    //! now.
    void close();
    //! Tells the other side why, under no id, then closes.
    void closeFor(const Error& error);
    //! Requests of the other side that were not answered yet.
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] QIODevice* device() const { return m_device; }

signals:
    //! The other side said something understandable.
    void heard();
    //! Once; nothing is sent or received any more.
    void closed();

private:
    enum class State
    {
        Open,
        Closing,
        Closed
    };
    void readAvailable();
    //! False where the rest has to wait, or the channel is gone or closed.
    bool handleLines();
    [[nodiscard]] bool isAwaited(const tl::expected<RpcMessage, RpcFault>& message) const;
    void handleLine(const tl::expected<RpcMessage, RpcFault>& message);
    void note(const QString& line) const;
    void dispatch(const RpcMessage& message);
    void send(const QByteArray& line);
    void sendReply(const QJsonValue& id, const tl::expected<QByteArray, RpcError>& reply);
    void breakOff(const RpcError& error);
    void abort();
    void deviceGone();

    QPointer<QIODevice> m_device;
    RpcLimits m_limits;
    LineBuffer m_lines;
    QList<QByteArray> m_waiting; //!< whole lines, for which there is no time yet
    Pace m_pace;
    QTimer m_paceTimer;
    int m_unanswered = 0;
    State m_state = State::Open;
    bool m_started = false;
    qint64 m_lastId = 0;
    PendingCalls m_calls;
    QTimer m_linger;
    QHash<QString, Handler> m_handlers;
    QHash<QString, NotificationHandler> m_notifications;
    OtherHandler m_others;
};

} // namespace zalo
