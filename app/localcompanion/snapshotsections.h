// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

namespace zalo {

class Association;
class BridgeServer;
class GatewayAccounts;
class GatewayHost;
class LocalDelivery;
class ProfileLabels;
class SecretStore;
class StorageSupervisor;
class ZcaTool;

// What each part says of itself in the snapshot (SnapshotBuilder::Section).

void describeZca(Snapshot& snapshot, const ZcaTool& zca);
void describeSecrets(Snapshot& snapshot, const SecretStore& secrets);
void describeBridge(Snapshot& snapshot, const BridgeServer& bridge, const Association& association);
void describeGatewayHost(Snapshot& snapshot, const GatewayHost& host);
void describeDelivery(Snapshot& snapshot, const StorageSupervisor& storage,
                      const LocalDelivery& delivery);
// Of the profiles that are in it.
void describeLabels(Snapshot& snapshot, const ProfileLabels& labels);
void describeGatewayAccounts(Snapshot& snapshot, const GatewayAccounts& accounts);

} // namespace zalo
