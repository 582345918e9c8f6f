// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

class ActivityService;
class ContactService;
class CureService;
class DataService;
class DeliveryService;
class GatewayHost;
class GatewayService;
class MessageService;
class PairingService;
class ProfileService;
class SessionService;
class SettingsService;
class SnapshotProvider;

//! One companion, by role. Who builds windows, bridge methods or commands hands each of them the
//! roles it uses; a companion that runs elsewhere can stand behind them as well as LocalCompanion.
struct Companion
{
    SnapshotProvider& snapshots;
    SessionService& sessions;
    ProfileService& profiles;
    ContactService& contacts;
    MessageService& messages;
    DeliveryService& delivery;
    ActivityService& activity;
    GatewayService& gateways;
    PairingService& pairings;
    SettingsService& settings;
    DataService& data;
    CureService& cures;
    GatewayHost& gatewayHost;
};

} // namespace zalo
