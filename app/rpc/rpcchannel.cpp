// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/rpcchannel.h"

#include "core/logging.h"

#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 ReadChunk = 64 * 1024;
constexpr qsizetype StrangersLine = 64 * 1024; // bytes: a hello has 12 kB at the most
constexpr qint64 StrangersUnsent = 2 * 1024 * 1024; // bytes: one answer of the longest
constexpr int StrangersBurst = 100;
constexpr int StrangersPerSecond = 20;
constexpr int StrangersUnanswered = 16;

RpcError lineTooLong(qsizetype limit)
{
    return { -32700, u"parse"_s, u"A line is longer than %1 bytes."_s.arg(limit) };
}

RpcError disconnected()
{
    return rpcErrorFor({ ErrorKind::Disconnected, {} });
}

} // namespace

RpcLimits RpcLimits::ofStranger(std::shared_ptr<PeerLog> log)
{
    RpcLimits limits;
    limits.incoming = StrangersLine;
    limits.unsent = StrangersUnsent;
    limits.requestBurst = StrangersBurst;
    limits.requestsPerSecond = StrangersPerSecond;
    limits.unanswered = StrangersUnanswered;
    limits.log = std::move(log);
    return limits;
}

RpcChannel::RpcChannel(QIODevice* device, const RpcLimits& limits, QObject* parent)
    : QObject(parent),
      m_device(device),
      m_limits(limits),
      m_lines(limits.incoming),
      m_pace(limits.requestBurst, limits.requestsPerSecond)
{
    device->setParent(this);
    m_linger.setSingleShot(true);
    connect(&m_linger, &QTimer::timeout, this, &RpcChannel::abort);
    m_paceTimer.setSingleShot(true);
    connect(&m_paceTimer, &QTimer::timeout, this, &RpcChannel::readAvailable);
    connect(device, &QIODevice::readyRead, this, &RpcChannel::readAvailable);
    if (auto* socket = qobject_cast<QLocalSocket*>(device)) {
        socket->setReadBufferSize(limits.incoming);
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

void RpcChannel::setLimits(const RpcLimits& limits)
{
    m_limits = limits;
    m_lines.setMaxLine(limits.incoming);
    m_pace = Pace(limits.requestBurst, limits.requestsPerSecond);
    if (auto* socket = qobject_cast<QLocalSocket*>(m_device)) {
        socket->setReadBufferSize(limits.incoming);
    }
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
    const QByteArray line = rpcNotification(method, params);
    if (line.size() - 1 > m_limits.line) {
        note(u"a notification is longer than a line may be and was left out: "_s + method);
    } else {
        send(line);
    }
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

void RpcChannel::closeFor(const Error& error)
{
    send(rpcErrorLine(QJsonValue::Null, rpcErrorFor(error)));
    close();
}

void RpcChannel::readAvailable()
{
    if (!m_started || m_paceTimer.isActive() || !handleLines()) {
        return;
    }
    while (m_state == State::Open && m_device->bytesAvailable() > 0) {
        m_waiting = m_lines.feed(m_device->read(ReadChunk));
        // The whole chunk goes: which of its lines stood behind the long one is not known any more.
        if (m_lines.oversized() > 0) {
            breakOff(lineTooLong(m_limits.incoming));
            return;
        }
        if (!handleLines()) {
            return;
        }
    }
}

bool RpcChannel::handleLines()
{
    const QPointer<RpcChannel> alive(this);
    while (m_state == State::Open && !m_waiting.isEmpty()) {
        const auto message = parseRpcLine(m_waiting.first());
        // What was read and has to wait is bounded by the chunk, what was not read by the socket.
        if (!isAwaited(message) && !m_pace.take()) {
            m_paceTimer.start(m_pace.wait());
            return false;
        }
        m_waiting.removeFirst();
        handleLine(message);
        if (!alive) {
            return false;
        }
    }
    return m_state == State::Open;
}

//! An answer to a request of ours: it comes at our own pace.
bool RpcChannel::isAwaited(const tl::expected<RpcMessage, RpcFault>& message) const
{
    const bool isAnswer = message
        ? message->type == RpcMessage::Type::Result || message->type == RpcMessage::Type::Error
        : message.error().of == RpcFault::Of::Answer;
    const QJsonValue id = message ? message->id : message.error().id;
    return isAnswer && m_calls.isWaiting(id.toInteger());
}

void RpcChannel::handleLine(const tl::expected<RpcMessage, RpcFault>& message)
{
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
        note(u"a notification was not understood: "_s + fault.error.message);
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
            note(u"the other side could not read a line: "_s + message.error.message.left(200));
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
                --self->m_unanswered;
                self->sendReply(id, reply);
            }
        });
    if (++m_unanswered > m_limits.unanswered) {
        responder.refuse(
            Error { ErrorKind::Busy, u"%1 requests are under way"_s.arg(m_limits.unanswered) });
        return;
    }
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
        note(u"a connection was cut off: the other side does not read"_s);
        abort();
    }
}

void RpcChannel::note(const QString& line) const
{
    if (m_limits.log) {
        m_limits.log->note(lcBridge(), line);
    } else {
        qCWarning(lcBridge).noquote() << line;
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
    note(u"a connection is closed: "_s + error.message);
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
