// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/rpcchannel.h"

#include "core/logging.h"

#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 ReadChunk = 64 * 1024;

RpcError lineTooLong(qsizetype limit)
{
    return { -32700, u"parse"_s, u"A line is longer than %1 bytes."_s.arg(limit) };
}

RpcError disconnected()
{
    return rpcErrorFor({ ErrorKind::Disconnected, {} });
}

} // namespace

RpcChannel::RpcChannel(QIODevice* device, const RpcLimits& limits, QObject* parent)
    : QObject(parent),
      m_device(device),
      m_limits(limits),
      m_lines(limits.line)
{
    device->setParent(this);
    m_linger.setSingleShot(true);
    connect(&m_linger, &QTimer::timeout, this, &RpcChannel::abort);
    connect(device, &QIODevice::readyRead, this, &RpcChannel::readAvailable);
    if (auto* socket = qobject_cast<QLocalSocket*>(device)) {
        socket->setReadBufferSize(limits.line);
        // Queued: writing an answer may find the end of the connection in the middle of a handler.
        connect(socket, &QLocalSocket::disconnected, this, &RpcChannel::deviceGone,
                Qt::QueuedConnection);
    } else {
        connect(device, &QIODevice::aboutToClose, this, &RpcChannel::deviceGone,
                Qt::QueuedConnection);
    }
}

RpcChannel::~RpcChannel()
{
    // Responders that outlive the channel, or die with its handlers, have nobody to answer.
    m_state = State::Closed;
}

void RpcChannel::start()
{
    m_started = true;
    readAvailable();
}

void RpcChannel::handle(const QString& method, Handler handler)
{
    m_handlers.insert(method, handler);
}

void RpcChannel::handleOthers(OtherHandler handler)
{
    m_others = std::move(handler);
}

void RpcChannel::handleNotification(const QString& method, NotificationHandler handler)
{
    m_notifications.insert(method, handler);
}

void RpcChannel::request(QObject* context, const QString& method, const QJsonObject& params,
                         ms deadline, Callback callback)
{
    const qint64 id = ++m_lastId;
    const QByteArray line = rpcRequest(id, method, params);
    const bool tooLong = line.size() - 1 > m_limits.line;
    if (m_state != State::Open || tooLong) {
        const RpcError error = tooLong
            ? rpcErrorFor({ ErrorKind::BadRequest, u"it is longer than a line may be"_s })
            : disconnected();
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback), error] { callback(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    m_calls.add(id, context, method, deadline, std::move(callback));
    send(line);
}

void RpcChannel::notify(const QString& method, const QJsonObject& params)
{
    send(rpcNotification(method, params));
}

void RpcChannel::close()
{
    if (m_state != State::Open) {
        return;
    }
    m_state = State::Closing;
    if (auto* socket = qobject_cast<QLocalSocket*>(m_device)) {
        m_linger.start(m_limits.linger);
        socket->disconnectFromServer();
    } else {
        m_device->close();
    }
    m_calls.failAll(disconnected());
}

void RpcChannel::readAvailable()
{
    if (!m_started) {
        return;
    }
    const QPointer<RpcChannel> alive(this);
    while (m_state == State::Open && m_device->bytesAvailable() > 0) {
        const auto lines = m_lines.feed(m_device->read(ReadChunk));
        // The whole chunk goes: which of its lines stood behind the long one is not known any more.
        if (m_lines.oversized() > 0) {
            breakOff(lineTooLong(m_limits.line));
            return;
        }
        for (const QByteArray& line : lines) {
            handleLine(line);
            if (!alive || m_state != State::Open) {
                return;
            }
        }
    }
}

void RpcChannel::handleLine(const QByteArray& line)
{
    const auto message = parseRpcLine(line);
    if (message) {
        const QPointer<RpcChannel> alive(this);
        emit heard();
        if (alive) {
            dispatch(*message);
        }
        return;
    }
    const RpcFault& fault = message.error();
    switch (fault.of) {
    case RpcFault::Of::Line:
        breakOff(fault.error);
        break;
    case RpcFault::Of::Request:
        sendReply(fault.id, tl::unexpected(fault.error));
        break;
    case RpcFault::Of::Notification:
        qCInfo(lcBridge).noquote() << "a notification was not understood:" << fault.error.message;
        break;
    case RpcFault::Of::Answer:
        m_calls.settle(fault.id.toInteger(), tl::unexpected(fault.error));
        break;
    }
}

void RpcChannel::dispatch(const RpcMessage& message)
{
    switch (message.type) {
    case RpcMessage::Type::Result:
        m_calls.settle(message.id.toInteger(), message.result);
        return;
    case RpcMessage::Type::Error:
        if (message.id.isNull()) {
            qCWarning(lcBridge).noquote()
                << "the other side could not read a line:" << message.error.message.left(200);
        }
        m_calls.settle(message.id.toInteger(), tl::unexpected(message.error));
        return;
    case RpcMessage::Type::Notification:
        // By value: a handler may replace itself.
        if (const auto handler = m_notifications.value(message.method)) {
            handler(message.params);
        }
        return;
    case RpcMessage::Type::Request:
        break;
    }
    const Responder responder(
        [self = QPointer<RpcChannel>(this), id = message.id](const auto& reply) {
            if (self) {
                self->sendReply(id, reply);
            }
        });
    if (const auto handler = m_handlers.value(message.method)) {
        handler(message.params, responder);
    } else if (const auto others = m_others) {
        others(message.method, message.params, responder);
    } else {
        responder.refuse(unknownMethod(message.method));
    }
}

void RpcChannel::send(const QByteArray& line)
{
    if (m_state != State::Open || !m_device->isWritable()) {
        return;
    }
    m_device->write(line);
    if (auto* socket = qobject_cast<QLocalSocket*>(m_device)) {
        socket->flush();
    }
    if (m_device->bytesToWrite() > m_limits.unsent) {
        qCWarning(lcBridge) << "a connection was cut off: the other side does not read";
        abort();
    }
}

void RpcChannel::sendReply(const QJsonValue& id, const tl::expected<QByteArray, RpcError>& reply)
{
    const QByteArray line = reply ? rpcResult(id, *reply) : rpcErrorLine(id, reply.error());
    if (line.size() - 1 > m_limits.line) {
        send(rpcErrorLine(
            id,
            rpcErrorFor({ ErrorKind::Internal, u"the answer is longer than a line may be"_s })));
    } else {
        send(line);
    }
}

void RpcChannel::breakOff(const RpcError& error)
{
    qCWarning(lcBridge).noquote() << "a connection is closed:" << error.message;
    send(rpcErrorLine(QJsonValue::Null, error));
    close();
}

void RpcChannel::abort()
{
    m_state = State::Closing;
    if (auto* socket = qobject_cast<QLocalSocket*>(m_device)) {
        socket->abort();
    } else {
        m_device->close();
    }
    // A socket that never was connected says nothing about its end.
    QMetaObject::invokeMethod(this, &RpcChannel::deviceGone, Qt::QueuedConnection);
}

void RpcChannel::deviceGone()
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_linger.stop();
    const QPointer<RpcChannel> alive(this);
    m_calls.failAll(disconnected());
    if (alive) {
        emit closed();
    }
}

} // namespace zalo
