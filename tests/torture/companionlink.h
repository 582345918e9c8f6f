// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgeclient.h"

#include <QObject>

#include <memory>

namespace zalo::torture {

class World;

//! A connection of the Gateway's brief kind (role cli) that comes back whenever it is lost.
class CompanionLink : public QObject
{
    Q_OBJECT

public:
    explicit CompanionLink(const World& world, QObject* parent = nullptr);

    void start();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    //! Only while it is open. `disconnected` when it breaks before the answer.
    void request(QObject* context, const QString& method, const QJsonObject& params,
                 RpcChannel::Callback done);

signals:
    void opened();

private:
    void later();

    const World& m_world;
    std::unique_ptr<BridgeClient> m_client;
    bool m_isOpen = false;
    bool m_isWaiting = false;
};

} // namespace zalo::torture
