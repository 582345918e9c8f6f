// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"

#include "companion/companion.h"

namespace zalo {

void addMethods(BridgeServer& server, const Companion& companion, InboundRelay& relay)
{
    addStatusMethods(server, companion.snapshots);
    addLoginMethods(server, companion.snapshots, companion.sessions);
    addContactMethods(server, companion.sessions, companion.contacts);
    addMessageMethods(server, companion.messages);
    addActionMethods(server, companion.messages);
    addInboundMethods(server, companion.sessions, companion.delivery, relay);
    addActivityMethods(server, companion.activity);
    addHistoryMethods(server, companion.snapshots, companion.activity);
}

} // namespace zalo
