// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/bridgetypes.h"
#include "rpc/responder.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace zalo {

class BridgeConnection;

//! One method that the companion answers: who may call it, and who answers. The connection outlives
//! the call of the handler, not the answer: keep a QPointer to it.
struct BridgeMethod
{
    BridgeRoles roles;
    std::function<void(BridgeConnection& connection, const QJsonObject& params,
                       Responder responder)>
        handler;
};

using MethodRegistry = QHash<QString, BridgeMethod>;

} // namespace zalo
