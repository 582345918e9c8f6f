// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ownconnection.h"

#include "peers.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

qint64 takeConnection(const Home& home, const QString& token)
{
    const qint64 now =
        std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
    for (const Peer& peer : findPeers(home)) {
        if (peer.kind != QLatin1String("login") && peer.pid != ::getpid()) {
            PeerConnection(home, peer)
                .notify({ { u"command"_s, u"superseded"_s },
                          { u"token"_s, token },
                          { u"sinceNs"_s, QString::number(now) } });
        }
    }
    return now;
}

bool isTakenBy(const QJsonObject& request, const QString& token, qint64 sinceNs)
{
    return request.value(u"token"_s).toString() == token
        && request.value(u"sinceNs"_s).toString().toLongLong() > sinceNs;
}

OwnConnection::OwnConnection(const Home& home, const QString& profile, const QString& token)
    : m_home(home),
      m_profile(profile),
      m_token(token)
{ }

bool OwnConnection::hold(int milliseconds)
{
    // One-shot commands have no event loop but this one.
    static char name[] = "zca-sim";
    static char* arguments[] = { name, nullptr };
    static int count = 1;
    const QCoreApplication application(count, arguments);
    bool isOurs = true;
    ControlServer control(
        m_home, u"command"_s, m_profile,
        [this, &isOurs](const QJsonObject& request, const ControlServer::Answer& answer) {
            const QString command = request.value(u"command"_s).toString();
            if (command == QLatin1String("offline")
                || (command == QLatin1String("superseded")
                    && isTakenBy(request, m_token, m_sinceNs))) {
                isOurs = false;
                QCoreApplication::quit();
            }
            answer({ { u"ok"_s, true }, { u"state"_s, u"connected"_s } });
        });
    if (!control.start()) {
        return false;
    }
    control.setReady(true);
    m_sinceNs = takeConnection(m_home, m_token);
    QTimer::singleShot(milliseconds, &control, &QCoreApplication::quit);
    QCoreApplication::exec();
    return isOurs;
}

} // namespace zalo::sim
