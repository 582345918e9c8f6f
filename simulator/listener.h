// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "context.h"
#include "controlserver.h"
#include "listenerowner.h"
#include "reception.h"
#include "websocket.h"

#include <QTimer>

namespace zalo::sim {

//! `listen`: prints what `ctl inject` gives it, and breaks off as ZCA.md 7 says. Ends the event
//! loop with the exit code.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(Context& context);

    void start();

private:
    void handle(const QJsonObject& request, const ControlServer::Answer& answer);
    [[nodiscard]] QJsonObject answerTo(const QJsonObject& request);
    void receive(const QJsonObject& request, const ControlServer::Answer& answer);
    void connectToZalo();
    void closed(int code);
    void refuse();
    void recycle();
    void lifecycle(const char* event, int code = 0, const char* message = nullptr);
    void endWhenIdle();
    void end(int exitCode);
    [[nodiscard]] int duration(const char* option, const char* variable, int fallback) const;

    Context& m_context;
    ControlServer m_control;
    ListenerOwner m_owner;
    Websocket m_websocket;
    QTimer m_heartbeat;
    QTimer m_reconnect;
    QTimer m_recycle;
    QTimer m_afterlife;
    QString m_sessionId;
    std::optional<Session> m_session;
    bool m_raw;
    bool m_supervised;
    bool m_keepAlive;
    Reception m_reception;
    bool m_connected = false;
    qint64 m_connectedNs = 0; //!< steady
    bool m_hasUploaded = false; //!< for a `msg upload`
    int m_lastCode = 0;
};

} // namespace zalo::sim
