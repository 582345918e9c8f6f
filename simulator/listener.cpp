// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "listener.h"

#include "ownconnection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int connectTime = 1'500; // of a start; nobody hears what is written meanwhile
constexpr int heartbeatTime = 30'000;
constexpr int recycleTime = 30 * 60 * 1000;
constexpr int afterUploadTime = 3'000; // that it lives on after it was closed
constexpr int recycleExitTime = 3'000;
constexpr int recycleExitCode = 75;
constexpr int restartTime = 2'000;
constexpr int pingTime = 60'000; // what Zalo's server tells zca is not known
constexpr int normalClosure = 1000;
constexpr int networkDrop = 1006;
constexpr int duplicate = 3000;

QJsonObject done()
{
    return { { u"ok"_s, true } };
}

QJsonObject refused(const QString& error)
{
    return { { u"ok"_s, false }, { u"error"_s, error } };
}

} // namespace

Listener::Listener(Context& context)
    : m_context(context),
      m_control(context.home, u"listen"_s, context.profile,
                [this](const QJsonObject& request, const ControlServer::Answer& answer) {
                    handle(request, answer);
                }),
      m_owner(context.home, context.profile),
      m_sessionId(QString::number(QDateTime::currentMSecsSinceEpoch(), 36) + u'-'
                  + u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'))),
      m_raw(context.arguments.has(u"raw"_s)),
      m_supervised(context.arguments.has(u"supervised"_s)),
      m_keepAlive(context.arguments.has(u"keep-alive"_s) && !m_supervised),
      m_reception(context, m_raw)
{
    m_reconnect.setSingleShot(true);
    m_recycle.setSingleShot(true);
    m_afterlife.setSingleShot(true);
    connect(&m_afterlife, &QTimer::timeout, this, &Listener::endWhenIdle);
    connect(&m_reception, &Reception::becameIdle, this, &Listener::endWhenIdle);
    connect(&m_reconnect, &QTimer::timeout, this, &Listener::connectToZalo);
    connect(&m_recycle, &QTimer::timeout, this, &Listener::recycle);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        m_context.settings.reload();
        if (m_context.settings.value(u"heartbeat"_s) != QLatin1String("off")) {
            lifecycle("heartbeat");
        }
    });
}

void Listener::start()
{
    Output& output = m_context.output;
    m_session = m_context.sessions.of(m_context.profile);
    const bool refusedLater = m_session && m_session->expired
        && m_context.settings.value(u"dead-cookie"_s) != QLatin1String("login");
    if (!refusedLater || !m_context.isOnline()) {
        m_session = m_context.requireLogin();
        if (!m_session) {
            return end(output.finish(1));
        }
    }
    const bool hasLock =
        qEnvironmentVariable("OPENZCA_LISTEN_ENFORCE_SINGLE_OWNER") != QLatin1String("0");
    if (const qint64 owner = hasLock ? m_owner.acquire(m_sessionId) : 0) {
        m_context.fail(u"Another openzca listener already owns profile \"%1\" (pid %2)."_s
                           .arg(m_context.profile)
                           .arg(owner));
        return end(output.finish(1));
    }
    if (!m_control.start()) {
        m_context.fail(u"the simulator's control socket cannot be made"_s);
        return end(output.finish(1));
    }
    if (output.isNoisy()) {
        output.write(noise());
    }
    output.write("Listening... Press Ctrl+C to stop.\n");
    if (m_supervised && m_context.arguments.has(u"keep-alive"_s)) {
        output.writeError(
            "Warning: --supervised ignores internal --keep-alive reconnect ownership.\n");
    }
    lifecycle("session_id");
    if (const int time = duration("heartbeat-ms", "OPENZCA_LISTEN_HEARTBEAT_MS", heartbeatTime);
        time > 0 && m_supervised && m_raw) {
        m_heartbeat.start(time);
    }
    if (const int time = duration("recycle-ms", "OPENZCA_LISTEN_RECYCLE_MS", recycleTime);
        time > 0 && m_keepAlive) {
        m_recycle.start(time);
    }
    m_reconnect.start(m_context.settings.duration(u"connect-delay"_s, connectTime));
}

int Listener::duration(const char* option, const char* variable, int fallback) const
{
    bool ok = false;
    int time = m_context.arguments.value(QLatin1String(option)).toInt(&ok);
    if (!ok) {
        time = qEnvironmentVariableIntValue(variable, &ok);
    }
    return ok ? time : fallback;
}

void Listener::connectToZalo()
{
    m_context.settings.reload();
    // What is in memory counts: a logout meanwhile changes nothing.
    if (const auto session = m_context.sessions.of(m_context.profile);
        session && session->token == m_session->token) {
        m_session = session;
    }
    if (m_session->expired) {
        return refuse();
    }
    if (!m_context.isOnline()) {
        return closed(networkDrop);
    }
    if (!m_websocket.open(m_context.settings.number(u"ping-interval"_s, pingTime))) {
        return closed(networkDrop);
    }
    m_connected = true;
    m_connectedNs = takeConnection(m_context.home, m_session->token);
    m_context.output.write("Connected to Zalo websocket.\n");
    lifecycle("connected");
    m_control.setReady(true);
    if (const int time = m_context.settings.number(u"drop-after"_s, 0); time > 0) {
        QTimer::singleShot(time, this, [this] {
            if (m_connected) {
                closed(networkDrop);
            }
        });
    }
}

void Listener::refuse()
{
    lifecycle("error", 0, "[object Object]");
    m_context.output.writeError("Listener error: [object Object]\n");
    closed(networkDrop);
}

void Listener::closed(int code)
{
    m_connected = false;
    m_websocket.close();
    m_lastCode = code;
    m_control.setReady(false);
    m_context.output.write("Listener closed (" + QByteArray::number(code) + ") \n");
    lifecycle("closed", code);
    if (!m_keepAlive) {
        // What is under download is still printed, and only then the process ends.
        m_heartbeat.stop();
        m_owner.release();
        m_afterlife.start(m_hasUploaded
                              ? m_context.settings.duration(u"closed-linger"_s, afterUploadTime)
                              : m_context.settings.number(u"closed-linger"_s, 0));
        return;
    }
    const bool any =
        qEnvironmentVariableIntValue("OPENZCA_LISTEN_KEEPALIVE_RESTART_ON_ANY_CLOSE") == 1;
    if (any || code == normalClosure || code == duplicate) {
        m_reconnect.start(duration("", "OPENZCA_LISTEN_KEEPALIVE_RESTART_DELAY_MS", restartTime));
    }
    // Otherwise it stays alive and deaf, as the real one does.
}

void Listener::endWhenIdle()
{
    if (!m_connected && !m_keepAlive && !m_afterlife.isActive() && !m_reception.isBusy()) {
        end(0);
    }
}

void Listener::recycle()
{
    m_context.output.writeError(
        "Listener recycle triggered after "
        + QByteArray::number(duration("recycle-ms", "OPENZCA_LISTEN_RECYCLE_MS", recycleTime))
        + "ms to prevent stale session.\n");
    m_owner.release();
    if (m_connected) {
        closed(normalClosure);
    }
    QTimer::singleShot(recycleExitTime, this, [this] { end(recycleExitCode); });
}

void Listener::lifecycle(const char* event, int code, const char* message)
{
    if (!m_supervised || !m_raw) {
        return;
    }
    Value::Object object { { "kind", "lifecycle" },
                           { "event", event },
                           { "session_id", m_sessionId },
                           { "profile", m_context.profile },
                           { "timestamp", QDateTime::currentSecsSinceEpoch() } };
    if (code != 0) {
        object.push_back({ "code", code });
    }
    if (message) {
        object.push_back({ "message", message });
    }
    m_context.output.write(toJson(object) + '\n');
}

void Listener::handle(const QJsonObject& request, const ControlServer::Answer& answer)
{
    m_context.settings.reload();
    if (m_connected && request.value(u"command"_s).toString() == QLatin1String("receive")) {
        return receive(request, answer);
    }
    answer(answerTo(request));
}

void Listener::receive(const QJsonObject& request, const ControlServer::Answer& answer)
{
    if (m_websocket.isSilent()) {
        return answer(refused(u"the message is lost in the black hole"_s));
    }
    m_websocket.stir();
    const bool waits = request.value(u"untilPrinted"_s).toBool();
    m_reception.take(request.value(u"message"_s).toObject(), m_session->account, [answer, waits] {
        if (waits) {
            answer(done());
        }
    });
    if (!waits) {
        answer(done());
    }
}

QJsonObject Listener::answerTo(const QJsonObject& request)
{
    const QString command = request.value(u"command"_s).toString();
    if (command == QLatin1String("status")) {
        return { { u"ok"_s, true },
                 { u"state"_s, m_connected ? u"connected"_s : u"deaf"_s },
                 { u"account"_s, m_session ? m_session->account.id : QString() },
                 { u"name"_s, m_session ? m_session->account.name : QString() },
                 { u"lastCode"_s, m_lastCode } };
    }
    if (!m_connected) {
        return refused(u"this listener is not connected"_s);
    }
    if (command == QLatin1String("upload")) {
        m_hasUploaded = true;
        return done();
    }
    if (command == QLatin1String("kick")) {
        const QString account = request.value(u"account"_s).toString();
        if (account.isEmpty() || account == m_session->account.id) {
            closed(request.value(u"code"_s).toInt());
        }
        return done();
    }
    if (command == QLatin1String("superseded")) {
        if (m_connected && isTakenBy(request, m_session->token, m_connectedNs)) {
            closed(duplicate);
        }
        return done();
    }
    if (command == QLatin1String("black-hole")) {
        m_websocket.fallSilent();
        return m_websocket.isSilent() ? done() : refused(u"the kernel drops nothing"_s);
    }
    if (command == QLatin1String("drop") || command == QLatin1String("offline")) {
        closed(networkDrop);
        return done();
    }
    if (command == QLatin1String("cookie-expired")) {
        refuse();
        return done();
    }
    return refused(u"a listener does not take '%1'"_s.arg(command));
}

void Listener::end(int exitCode)
{
    m_heartbeat.stop();
    m_recycle.stop();
    m_reconnect.stop();
    // Later, so that the answer to ctl is out first.
    QTimer::singleShot(0, this, [exitCode] { QCoreApplication::exit(exitCode); });
}

} // namespace zalo::sim
