// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/snapshotrequest.h"

#include "platform/ownerconnection.h"
#include "rpc/rpcchannel.h"

#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

SnapshotQuery snapshotQuery(const QString& dataFolder, const Timing& timing)
{
    return [=](QObject* context, const std::function<void(std::optional<QJsonObject>)>& answer) {
        auto* owner = new OwnerConnection(dataFolder, timing.ownerPatience, context);
        QObject::connect(owner, &OwnerConnection::failed, context, [=] {
            owner->deleteLater();
            answer(std::nullopt);
        });
        QObject::connect(owner, &OwnerConnection::connected, context, [=](QLocalSocket* socket) {
            owner->deleteLater();
            auto* channel = new RpcChannel(socket, {}, context);
            channel->start();
            channel->request(context, u"status.get"_s, { { u"language"_s, u"english"_s } },
                             timing.callDeadline, [=](const RpcReply& reply) {
                                 channel->deleteLater();
                                 answer(reply ? std::optional(*reply) : std::nullopt);
                             });
        });
        owner->start();
    };
}

} // namespace zalo
