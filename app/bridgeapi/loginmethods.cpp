// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/sessionservice.h"
#include "companion/snapshotprovider.h"

#include <QHash>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QJsonObject stepJson(const LoginStep& step)
{
    QJsonObject json { { u"loginId"_s, step.loginId },
                       { u"profile"_s, step.profile },
                       { u"step"_s, loginStepName(step.kind) } };
    switch (step.kind) {
    case LoginStep::Kind::Qr:
        if (!step.payload.isEmpty()) {
            json[u"payload"_s] = step.payload;
        }
        json[u"png"_s] = QString::fromLatin1(step.png.toBase64());
        json[u"expiresAt"_s] = step.expiresAtMs;
        json[u"attempt"_s] = step.attempt;
        break;
    case LoginStep::Kind::Scanned:
        json[u"by"_s] = step.by;
        break;
    case LoginStep::Kind::Confirmed:
        json[u"user"_s] = QJsonObject { { u"userId"_s, step.user.userId },
                                        { u"displayName"_s, step.user.displayName } };
        break;
    case LoginStep::Kind::Failed:
        if (step.error) {
            const RpcError error = rpcErrorFor(*step.error);
            json[u"error"_s] = QJsonObject { { u"code"_s, error.code },
                                             { u"kind"_s, error.kind },
                                             { u"message"_s, error.message } };
        }
        break;
    case LoginStep::Kind::OtherPerson: // of logins that a window asked for
    case LoginStep::Kind::Starting:
    case LoginStep::Kind::Declined:
    case LoginStep::Kind::Expired:
    case LoginStep::Kind::Cancelled:
        break;
    }
    return json;
}

//! Reports each login's steps to the connection that asked for it, and to nobody else; a login
//! whose requester has gone is cancelled.
class LoginRequesters : public QObject
{
public:
    LoginRequesters(BridgeServer& server, SnapshotProvider& snapshots, SessionService& sessions)
        : QObject(&server),
          m_snapshots(snapshots),
          m_sessions(sessions)
    {
        connect(&sessions, &SessionService::loginChanged, this, &LoginRequesters::report);
        connect(&server, &BridgeServer::closed, this, &LoginRequesters::cancelLogins);
    }

    void start(BridgeConnection& connection, const QJsonObject& params, const Responder& responder)
    {
        const Result<QString> profile = profileParam(params);
        if (!profile) {
            responder.refuse(profile.error());
            return;
        }
        const Result<bool> isForced = boolParam(params, u"force", false);
        if (!isForced) {
            responder.refuse(isForced.error());
            return;
        }
        const Snapshot& now = m_snapshots.snapshot();
        if (!now.isZcaKnown()) {
            connect(
                &m_snapshots, &SnapshotProvider::snapshotChanged, &connection,
                [this, &connection, params, responder] { start(connection, params, responder); },
                Qt::SingleShotConnection);
            return;
        }
        const ProfileSnapshot* known = now.find(*profile);
        if (known && known->account && known->session.state == SessionState::Online && !*isForced) {
            responder.answer(
                { { u"loginId"_s, QJsonValue() },
                  { u"step"_s, loginStepName(LoginStep::Kind::Confirmed) },
                  { u"user"_s,
                    QJsonObject { { u"userId"_s, known->account->userId },
                                  { u"displayName"_s, known->account->displayName } } } });
            return;
        }
        const Result<QString> id = m_sessions.startLogin(*profile, OtherPerson::Accepted);
        if (!id) {
            responder.refuse(id.error());
            return;
        }
        m_requesters.insert(*id, &connection);
        responder.answer(
            { { u"loginId"_s, *id }, { u"step"_s, loginStepName(LoginStep::Kind::Starting) } });
    }

private:
    void report(const LoginStep& step)
    {
        const QPointer<BridgeConnection> requester = m_requesters.value(step.loginId);
        if (step.isFinal()) {
            m_requesters.remove(step.loginId);
        }
        if (requester) {
            requester->notify(u"login.changed"_s, stepJson(step));
        }
    }

    void cancelLogins(BridgeConnection* connection)
    {
        const auto ids = m_requesters.keys();
        for (const QString& id : ids) {
            if (m_requesters.value(id) == connection) {
                m_requesters.remove(id);
                m_sessions.cancelLogin(id);
            }
        }
    }

    SnapshotProvider& m_snapshots;
    SessionService& m_sessions;
    QHash<QString, QPointer<BridgeConnection>> m_requesters;
};

} // namespace

void addLoginMethods(BridgeServer& server, SnapshotProvider& snapshots, SessionService& sessions)
{
    const BridgeRoles roles = BridgeRole::Gateway | BridgeRole::Cli;
    auto* requesters = new LoginRequesters(server, snapshots, sessions);
    server.addMethod(u"login.start"_s, roles,
                     [requesters](BridgeConnection& connection, const QJsonObject& params,
                                  const Responder& responder) {
                         requesters->start(connection, params, responder);
                     });
    server.addMethod(
        u"login.cancel"_s, roles,
        [&sessions](BridgeConnection&, const QJsonObject& params, const Responder& responder) {
            const Result<QString> id = textParam(params, u"loginId", 100);
            if (!id) {
                responder.refuse(id.error());
                return;
            }
            responder.answer({ { u"cancelled"_s, sessions.cancelLogin(*id) } });
        });
    server.addMethod(u"logout"_s, roles,
                     [&server, &sessions](BridgeConnection&, const QJsonObject& params,
                                          const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         if (!profile) {
                             responder.refuse(profile.error());
                             return;
                         }
                         sessions.logout(*profile, &server, [responder](const Result<void>& done) {
                             done ? responder.answer({}) : responder.refuse(done.error());
                         });
                     });
}

} // namespace zalo
