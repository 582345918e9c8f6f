// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/bridgegatewayport.h"
#include "adapters/gatewayaccounts.h"
#include "adapters/zcacontactsource.h"
#include "adapters/zcamessagesender.h"
#include "bridge/bridgeserver.h"
#include "companion/companion.h"
#include "core/worker.h"
#include "fetch/httpsfetcher.h"
#include "gatewayhost/localgatewayhost.h"
#include "localcompanion/companionoptions.h"
#include "localcompanion/contactupkeep.h"
#include "localcompanion/curejournal.h"
#include "localcompanion/localactivity.h"
#include "localcompanion/localcontacts.h"
#include "localcompanion/localcures.h"
#include "localcompanion/localdata.h"
#include "localcompanion/localdelivery.h"
#include "localcompanion/localgateways.h"
#include "localcompanion/localmessages.h"
#include "localcompanion/localpairings.h"
#include "localcompanion/localprofiles.h"
#include "localcompanion/localsessions.h"
#include "localcompanion/localsettings.h"
#include "localcompanion/orderlyend.h"
#include "localcompanion/snapshotbuilder.h"
#include "localcompanion/storagesupervisor.h"
#include "localcompanion/waitwatch.h"
#include "platform/networkwatch.h"
#include "platform/sleepwatch.h"
#include "relay/mediafetcher.h"
#include "settings/profilelabels.h"
#include "settings/settings.h"

#include <memory>

namespace zalo {

//! The companion of this machine: builds the core's parts, connects them, starts and ends them.
class LocalCompanion : public QObject
{
    Q_OBJECT

public:
    explicit LocalCompanion(const CompanionOptions& options, QObject* parent = nullptr);
    ~LocalCompanion() override;

    //! What can be asked of it.
    [[nodiscard]] Companion roles();
    //! Its methods are added before start().
    [[nodiscard]] BridgeServer& bridge() { return m_bridge; }
    //! For the methods that connect a Gateway with the relay.
    [[nodiscard]] InboundRelay& relay() { return m_relay; }

    //! Opens what is stored, then the bridge, then connects the accounts. The instance's lock is
    //! held by the caller. Errors of folders, storage, keys or socket: nothing runs then.
    void start(QObject* context, Callback<void> done);

    //! Stops intake, lets sends end within `grace`, then `done`. A further call only shortens the
    //! time that is left.
    void stop(std::chrono::milliseconds grace, QObject* context, std::function<void()> done);

signals:
    //! The program is to end, to reset the data and to restart.
    void resetRequested(zalo::ResetMode mode);

private:
    void connectParts();
    void connectGateway();
    void connectSnapshot();
    [[nodiscard]] Result<void> run();

    CompanionOptions m_options;
    Settings m_settings;
    ProfileLabels m_labels;
    Worker m_sqlWorker;
    ZcaTool m_zca;
    ZcaRunner m_runner;
    HttpsFetcher m_fetcher;
    RelayStore m_relayStore;
    ContactStore m_contactStore;
    AvatarCache m_avatars;
    std::unique_ptr<SecretStore> m_secrets;
    SleepWatch m_sleep;
    NetworkWatch m_network;
    Association m_association;
    BridgeServer m_bridge;
    GatewayAccounts m_gatewayAccounts;
    ZcaMessageSender m_sender;
    ZcaContactSource m_contactSource;
    ContactRefresher m_refresher;
    ContactUpkeep m_upkeep;
    BridgeGatewayPort m_port;
    Outbox m_outbox;
    InboundRelay m_relay;
    MediaFetcher m_media;
    StorageSupervisor m_storage;
    SnapshotBuilder m_snapshots;
    WaitWatch m_waitWatch;
    LocalSessions m_sessions;
    CureJournal m_cureJournal;
    LocalProfiles m_profiles;
    LocalContacts m_contacts;
    LocalMessages m_messages;
    LocalDelivery m_delivery;
    LocalActivity m_activity;
    LocalGateways m_gateways;
    LocalPairings m_pairings;
    LocalSettings m_choices;
    LocalData m_data;
    LocalCures m_cures;
    LocalGatewayHost m_gatewayHost;
    OrderlyEnd m_end;
    QTimer m_later; //!< what need not be there when the window is painted
    QTimer m_tidy; //!< runs after big lists were handled
};

} // namespace zalo
