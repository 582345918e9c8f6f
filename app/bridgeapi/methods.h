// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

class BridgeServer;
class Companion;
class InboundRelay;

// What the companion answers on the bridge (PROTOCOL.md). Each adds the methods of one topic to
// `server`, before it starts; server and companion outlive each other's use.

void addStatusMethods(BridgeServer& server, Companion& companion);
void addLoginMethods(BridgeServer& server, Companion& companion);
void addContactMethods(BridgeServer& server, Companion& companion);
void addMessageMethods(BridgeServer& server, Companion& companion);
//! `relay` is told which profiles a Gateway receives.
void addInboundMethods(BridgeServer& server, Companion& companion, InboundRelay& relay);

} // namespace zalo
