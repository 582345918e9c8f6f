// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/snapshotrequest.h"

#include "rpc/rpcchannel.h"

#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

SnapshotQuery snapshotQuery(const QString& socketPath, Timing::ms deadline)
{
    return [=](QObject* context, const std::function<void(std::optional<QJsonObject>)>& answer) {
        auto* socket = new QLocalSocket;
        auto* channel = new RpcChannel(socket, {}, context);
        const auto end = [=](const std::optional<QJsonObject>& snapshot) {
            socket->disconnect(context);
            channel->deleteLater();
            answer(snapshot);
        };
        QObject::connect(socket, &QLocalSocket::connected, context, [=] {
            channel->request(
                context, u"status.get"_s, { { u"language"_s, u"english"_s } }, deadline,
                [=](const RpcReply& reply) { end(reply ? std::optional(*reply) : std::nullopt); });
        });
        QObject::connect(socket, &QLocalSocket::errorOccurred, context, [=] {
            if (socket->state() != QLocalSocket::ConnectedState) {
                end(std::nullopt);
            }
        });
        channel->start();
        socket->connectToServer(socketPath);
    };
}

} // namespace zalo
