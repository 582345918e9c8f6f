// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/snapshotsections.h"

#include "adapters/gatewayaccounts.h"
#include "bridge/association.h"
#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "gatewayhost/gatewayhost.h"
#include "localcompanion/localdelivery.h"
#include "localcompanion/storagesupervisor.h"
#include "secrets/secretstore.h"
#include "settings/profilelabels.h"
#include "zca/zcatool.h"

#include <algorithm>

namespace zalo {
namespace {

DeliveryState deliveryOf(ErrorKind storageError)
{
    switch (storageError) {
    case ErrorKind::StorageLocked:
        return DeliveryState::StorageLocked;
    case ErrorKind::StorageReadOnly:
        return DeliveryState::StorageReadOnly;
    case ErrorKind::StorageFull:
        return DeliveryState::StorageFull;
    case ErrorKind::StorageDamaged:
        return DeliveryState::StorageDamaged;
    default:
        return DeliveryState::StorageFailing;
    }
}

} // namespace

void describeZca(Snapshot& snapshot, const ZcaTool& zca)
{
    snapshot.zcaError.reset();
    if (zca.program()) {
        snapshot.zcaPath = zca.program()->path;
        snapshot.zcaVersion = zca.program()->version;
        snapshot.zcaDialect = zca.program()->dialect;
        snapshot.zcaActions = messageActions(*zca.program());
    } else if (zca.isKnown()) {
        snapshot.zcaError = zca.program().error();
    }
}

void describeSecrets(Snapshot& snapshot, const SecretStore& secrets)
{
    snapshot.secrets = secrets.status();
}

void describeBridge(Snapshot& snapshot, const BridgeServer& bridge, const Association& association)
{
    snapshot.bridgePath = bridge.path();
    snapshot.bridgeState = bridge.state().kind;
    snapshot.bridgeSinceMs = bridge.state().since.toMSecsSinceEpoch();
    snapshot.gateways.clear();
    const auto records = association.list();
    for (const GatewayRecord& record : records) {
        if (record.state == GatewayRecord::State::Refused) {
            continue; // it asks nobody now
        }
        const BridgeConnection* connection = bridge.gateway(record.id);
        snapshot.gateways.append(
            GatewayInfo { record.id, record.label, record.state == GatewayRecord::State::Approved,
                          connection != nullptr, record.lastSeen.toMSecsSinceEpoch(),
                          connection ? connection->peer().pluginVersion : QString(),
                          connection && connection->peer().isPluginOutdated(),
                          connection ? connection->peer().missingFeatures() : QStringList() });
    }
}

void describeGatewayHost(Snapshot& snapshot, const GatewayHost& host)
{
    snapshot.canStartGateway = host.state().canStart;
}

void describeDelivery(Snapshot& snapshot, const StorageSupervisor& storage,
                      const LocalDelivery& delivery)
{
    snapshot.storageError = storage.error();
    snapshot.deliverySinceMs =
        std::max({ snapshot.startedMs, storage.sinceMs(), delivery.pausedSinceMs() });
    if (storage.error()) {
        snapshot.delivery = deliveryOf(storage.error()->kind);
    } else {
        snapshot.delivery = delivery.isPaused() ? DeliveryState::Paused : DeliveryState::Running;
    }
}

void describeLabels(Snapshot& snapshot, const ProfileLabels& labels)
{
    for (ProfileSnapshot& profile : snapshot.profiles) {
        profile.label = labels.label(profile.profile);
    }
}

void describeGatewayAccounts(Snapshot& snapshot, const GatewayAccounts& accounts)
{
    for (ProfileSnapshot& profile : snapshot.profiles) {
        profile.gatewayAccounts = accounts.of(profile.profile);
    }
}

} // namespace zalo
