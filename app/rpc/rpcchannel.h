// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linebuffer.h"
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

namespace zalo {

//! Bounds of one connection (PROTOCOL.md, Transport).
struct RpcLimits
{
    qsizetype line = 1024 * 1024; //!< bytes without the line end, both ways
    qint64 unsent = 8 * 1024 * 1024; //!< bytes the other side has not read yet
    std::chrono::milliseconds linger { 1000 }; //!< for the last bytes of a connection that we close
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
    void handleLine(const QByteArray& line);
    void dispatch(const RpcMessage& message);
    void send(const QByteArray& line);
    void sendReply(const QJsonValue& id, const tl::expected<QByteArray, RpcError>& reply);
    void breakOff(const RpcError& error);
    void abort();
    void deviceGone();

    QPointer<QIODevice> m_device;
    RpcLimits m_limits;
    LineBuffer m_lines;
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
