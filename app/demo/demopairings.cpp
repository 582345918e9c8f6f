// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demopairings.h"

#include "core/ids.h"
#include "rpc/rpcchannel.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString AskedAt = u"askedAt"_s;

QString requestIdOf(const QJsonObject& message)
{
    return u"demo-"_s + message[u"senderId"].toString();
}

} // namespace

DemoPairings::DemoPairings(QSet<QString> strangers, QObject* parent)
    : QObject(parent),
      m_strangers(std::move(strangers))
{ }

void DemoPairings::addHandlers(RpcChannel& channel)
{
    channel.handle(u"pairing.list"_s, [this](const QJsonObject&, const Responder& responder) {
        QJsonArray requests;
        for (auto one = m_asking.cbegin(); one != m_asking.cend(); ++one) {
            requests.append(QJsonObject { { u"requestId"_s, one.key() },
                                          { u"accountId"_s, defaultProfile() },
                                          { u"senderId"_s, one.value()[u"senderId"] },
                                          { u"name"_s, one.value()[u"senderName"] },
                                          { u"code"_s, u"DEMO"_s },
                                          { u"createdAt"_s, one.value()[AskedAt] } });
        }
        responder.answer({ { u"requests"_s, requests } });
    });
    channel.handle(u"pairing.approve"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       answer(params, responder, true);
                   });
    channel.handle(u"pairing.dismiss"_s,
                   [this](const QJsonObject& params, const Responder& responder) {
                       answer(params, responder, false);
                   });
}

void DemoPairings::answer(const QJsonObject& params, const Responder& responder, bool isApproval)
{
    const QString id = params[u"requestId"].toString();
    if (!m_asking.contains(id)) {
        responder.refuse(Error { ErrorKind::BadRequest, id });
        return;
    }
    const QJsonObject message = m_asking.take(id);
    responder.answer({});
    if (isApproval) {
        m_strangers.remove(message[u"senderId"].toString());
        emit approved(message);
    }
}

bool DemoPairings::isKeptBack(const QJsonObject& message)
{
    const QString sender = message[u"senderId"].toString();
    if (message[u"isGroup"].toBool() || !m_strangers.contains(sender)) {
        return false;
    }
    const QString id = requestIdOf(message);
    QJsonObject asking = message;
    asking[AskedAt] = m_asking.contains(id) ? m_asking[id][AskedAt]
                                            : QJsonValue(QDateTime::currentMSecsSinceEpoch());
    m_asking[id] = asking;
    emit requested({ { u"accountId"_s, defaultProfile() },
                     { u"senderId"_s, sender },
                     { u"name"_s, message[u"senderName"] } });
    return true;
}

} // namespace zalo
