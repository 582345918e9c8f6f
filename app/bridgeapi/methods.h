// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

class ActivityService;
class BridgeServer;
class ContactService;
class DeliveryService;
class InboundRelay;
class MessageService;
class SessionService;
class SnapshotProvider;
struct Companion;

// What the companion answers on the bridge (PROTOCOL.md). Each adds the methods of one topic to
// `server`, before it starts; server and companion outlive each other's use.

//! All of them, as listed below. `relay` is told which profiles a Gateway receives.
void addMethods(BridgeServer& server, const Companion& companion, InboundRelay& relay);

void addStatusMethods(BridgeServer& server, SnapshotProvider& snapshots);
void addLoginMethods(BridgeServer& server, SnapshotProvider& snapshots, SessionService& sessions);
void addContactMethods(BridgeServer& server, SessionService& sessions, ContactService& contacts);
void addMessageMethods(BridgeServer& server, MessageService& messages);
void addActionMethods(BridgeServer& server, MessageService& messages);
void addInboundMethods(BridgeServer& server, SessionService& sessions, DeliveryService& delivery,
                       InboundRelay& relay);
void addActivityMethods(BridgeServer& server, ActivityService& activity);
void addHistoryMethods(BridgeServer& server, SnapshotProvider& snapshots,
                       ActivityService& activity);

} // namespace zalo
