// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bridgestate.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/messageaction.h"
#include "core/pairingrequest.h"
#include "core/secretstatus.h"
#include "core/zcadialect.h"
#include "messagestore/relayrows.h"
#include "session/sessionstatus.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace zalo {

//! How many messages wait or need somebody.
struct QueueDepths
{
    qint64 inboundWaiting = 0;
    qint64 inboundDead = 0;
    qint64 inboundExpired = 0; //!< too old to be delivered by themselves
    qint64 outboundWaiting = 0;
    qint64 outboundUncertain = 0;
    qint64 inboundFailed = 0; //!< the Gateway took them, and no answer came of it
    qint64 outboundFailed = 0;

    friend bool operator==(const QueueDepths&, const QueueDepths&) = default;
};

//! The truth about one Zalo account.
struct ProfileSnapshot
{
    QString profile;
    QString label; //!< what a person calls this account; empty: nothing
    std::optional<Account> account;
    //! Ids of the Gateway's accounts that use it; the first one gets its messages.
    QStringList gatewayAccounts;
    SessionStatus session;
    qint64 coolDownUntilMs = 0; //!< sending waits until then; 0: it runs
    QueueDepths queue; //!< of this account
    WaitingChats waiting; //!< its chats in which somebody waits, but for…
    WaitingChats waitingPaused; //!< …those in which the bot is paused
    bool isWaitOverdue = false; //!< some of `waiting` for longer than is short, and nothing changes
    QList<WaitingAccount> otherAccounts; //!< that were logged in here, and have something waiting
    BacklogProgress backlog; //!< of what waited for the Gateway
    QList<ThreadPause> pauses; //!< the bot's; the next one to end by itself first
    qint64 lastInMs = 0;
    qint64 lastOutMs = 0;
    QList<ConnectionGap> gaps; //!< newest last, bounded
    QList<SessionChange> history; //!< newest last, bounded

    friend bool operator==(const ProfileSnapshot&, const ProfileSnapshot&) = default;
};

enum class DeliveryState
{
    Running,
    Paused,
    // Nothing can be stored just now; each is tried again by itself.
    StorageLocked, //!< another program holds the file, for long
    StorageReadOnly,
    StorageFull,
    StorageFailing, //!< the disk gives errors
    StorageDamaged //!< until a person begins anew
};

//! One OpenClaw Gateway that asked for the bridge.
struct GatewayInfo
{
    QString id;
    QString label;
    bool approved = false;
    bool connected = false;
    qint64 lastSeenMs = 0;
    QString plugin; //!< the plugin's version, while it is connected
    bool pluginOutdated = false; //!< older than this companion, or lacking something
    QStringList missing {}; //!< what this companion asks of a plugin and this one does not answer

    friend bool operator==(const GatewayInfo&, const GatewayInfo&) = default;
};

//! How the program was started.
enum class RunMode
{
    Headless,
    Window,
    Demo
};

//! Everything that is true now, immutable: windows, tray, terminal, bridge and probe read the same.
struct Snapshot
{
    QString version;
    RunMode mode = RunMode::Headless;
    qint64 pid = 0;
    qint64 startedMs = 0;

    QString zcaPath;
    QString zcaVersion;
    ZcaDialect zcaDialect = ZcaDialect::OpenZca; //!< where there is a zcaPath
    QList<MessageAction> zcaActions; //!< what it can do with messages besides sending them
    std::optional<Error> zcaError;

    //! False for a moment after the start, while zca is looked for.
    [[nodiscard]] bool isZcaKnown() const { return zcaError || !zcaPath.isEmpty(); }

    SecretStatus secrets;

    std::optional<BridgeState::Kind> bridgeState; //!< nothing: it was not opened yet
    qint64 bridgeSinceMs = 0;
    QString bridgePath;
    QList<GatewayInfo> gateways;
    bool canStartGateway = false; //!< where it is away, starting it from here brings it back

    DeliveryState delivery = DeliveryState::Running;
    qint64 deliverySinceMs = 0;
    std::optional<Error> storageError;

    QList<PairingRequest> pairings; //!< that wait for an answer; the oldest first

    QList<ProfileSnapshot> profiles;

    friend bool operator==(const Snapshot&, const Snapshot&) = default;

    //! The profile of that name; nullptr when there is none.
    [[nodiscard]] const ProfileSnapshot* find(const QString& profile) const
    {
        for (const ProfileSnapshot& candidate : profiles) {
            if (candidate.profile == profile) {
                return &candidate;
            }
        }
        return nullptr;
    }
};

} // namespace zalo

Q_DECLARE_METATYPE(zalo::Snapshot)
