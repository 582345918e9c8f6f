// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "adapters/bridgegatewayport.h"
#include "adapters/zcacontactsource.h"
#include "adapters/zcamessagesender.h"
#include "avatars/avatarcache.h"
#include "bridge/association.h"
#include "bridge/bridgeserver.h"
#include "companion/companion.h"
#include "contacts/contactrefresher.h"
#include "contacts/contactstore.h"
#include "core/worker.h"
#include "localcompanion/freshstart.h"
#include "localcompanion/profileservice.h"
#include "localcompanion/settings.h"
#include "messagestore/relaystore.h"
#include "platform/networkwatch.h"
#include "platform/runtimepaths.h"
#include "platform/sleepwatch.h"
#include "relay/inboundrelay.h"
#include "secrets/fallbacksecretstore.h"
#include "zca/zcatool.h"

#include <map>
#include <memory>
#include <optional>

namespace zalo {

//! What a companion is started with.
struct CompanionOptions
{
    RuntimePaths paths;
    QString bridgePath;
    QString mode; //!< headless, window or demo, for the snapshot
    ZcaSearch zca;
    QString nativeLogins; //!< as SessionFolders::nativeLogins
    Policy policy;
    Clock clock;
    bool loadsPictures = true; //!< contacts' pictures, from the internet
    bool usesKeychain = true; //!< for the Gateways' keys; else a private file
};

//! The companion of this machine: builds the core's parts and connects them.
class LocalCompanion : public Companion
{
    Q_OBJECT

public:
    explicit LocalCompanion(const CompanionOptions& options, QObject* parent = nullptr);
    ~LocalCompanion() override;

    //! Opens what is stored, then the bridge, then connects the accounts. The instance's lock is
    //! held by the caller. Errors of folders, storage, keys or socket: nothing runs then.
    void start(QObject* context, Callback<void> done);

    //! Stops intake, lets sends end within `grace`, then `done`. A further call only shortens the
    //! time that is left.
    void stop(std::chrono::milliseconds grace, QObject* context, std::function<void()> done);

    [[nodiscard]] const Snapshot& snapshot() const override { return m_snapshot; }
    void adopt(const QString& profile) override;
    [[nodiscard]] Result<QString> startLogin(const QString& profile) override;
    bool cancelLogin(const QString& loginId) override;
    void logout(const QString& profile, QObject* context, Callback<void> done) override;
    [[nodiscard]] Result<void> reconnect(const QString& profile) override;
    void account(const QString& profile, QObject* context, Callback<Account> done) override;
    void friends(const QString& profile, const ContactQuery& query, QObject* context,
                 Callback<ContactPage<Friend>> done) override;
    void groups(const QString& profile, const ContactQuery& query, QObject* context,
                Callback<ContactPage<Group>> done) override;
    void members(const QString& profile, const QString& groupId, const ContactQuery& query,
                 QObject* context, Callback<ContactPage<MemberWithRole>> done) override;
    void contacts(const QString& profile, QObject* context, Callback<ContactList> done) override;
    void refreshContacts(const QString& profile, QObject* context,
                         Callback<ContactCounts> done) override;
    void avatar(const QString& address, QObject* context, Callback<QImage> done) override;
    void send(const OutboundRequest& request, QObject* context,
              Callback<OutboundRow> done) override;
    void outcome(const QString& owner, const QString& key, QObject* context,
                 Callback<std::optional<OutboundRow>> done) override;
    void sendTyping(const QString& profile, const ThreadRef& thread, QObject* context,
                    Callback<void> done) override;
    void recordOutcome(const QString& profile, const QString& msgId, InboundOutcome outcome,
                       const QString& reason, QObject* context, Callback<bool> done) override;
    void activity(const ActivityQuery& query, QObject* context,
                  Callback<ActivityList> done) override;
    void sendAgain(qint64 id, QObject* context, Callback<OutboundRow> done) override;
    void deliverAnyway(const QString& profile, qint64 seq, QObject* context,
                       Callback<bool> done) override;
    void discard(const QString& profile, qint64 seq, QObject* context,
                 Callback<bool> done) override;
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused,
                         QObject* context, Callback<void> done) override;
    void setRelayPaused(bool paused) override;
    void endCoolDown(const QString& profile) override { m_outbox.endCoolDown(profile); }
    [[nodiscard]] int sendsPerMinute() const override;
    void setSendsPerMinute(int count) override;
    [[nodiscard]] QString chosenZca() const override { return m_settings.zcaPath(); }
    void chooseZca(const QString& path) override;
    [[nodiscard]] int retentionDays() const override { return m_settings.retentionDays(); }
    void setRetentionDays(int days) override;
    void forgetEverything() override;
    [[nodiscard]] Result<void> beginAnew() override;
    [[nodiscard]] Result<void> approveGateway(const QString& id) override;
    [[nodiscard]] Result<void> revokeGateway(const QString& id) override;
    [[nodiscard]] std::unique_ptr<GatewaySetup> gatewaySetup() override;

signals:
    //! A person wants the program to end, that to be done, and the program to run anew.
    void freshStartWanted(zalo::FreshStart how);

private:
    void connectParts();
    void openStores(QObject* context, Callback<void> done);
    void takeUp(const RelayRecovery& recovery);
    void retryOpening();
    void useProgram(ProfileService& service);
    void openContacts();
    [[nodiscard]] Result<void> openBridge();
    [[nodiscard]] ProfileService* find(const QString& profile) const;
    void add(const QString& profile);
    void onZcaChanged();
    void startLater();
    void onStorageState(CommitQueue::State state, const Error& error);
    //! NotLoggedIn, or better: why `profile` cannot do anything; nothing when it can.
    //! Adopts `profile`: it is a Gateway's account or a person that names it.
    [[nodiscard]] std::optional<Error> obstacle(const QString& profile);
    template <typename T, typename Go>
    void withAccount(const QString& profile, QObject* context, const Callback<T>& done, Go go);
    template <typename Page, typename Ask>
    void ask(const QString& profile, QObject* context, Callback<Page> done, Ask question);
    void prune();
    void addNames(ActivityList page, const QStringList& profiles, QObject* context,
                  Callback<ActivityList> done);
    void rebuildSoon();
    void rebuild();

    CompanionOptions m_options;
    Settings m_settings;
    Worker m_sqlWorker;
    Worker m_parseWorker;
    ZcaTool m_zca;
    ZcaRunner m_runner;
    RelayStore m_relayStore;
    ContactStore m_contacts;
    AvatarCache m_avatars;
    std::unique_ptr<SecretStore> m_secrets;
    QTimer m_later; //!< what need not be there when the window is painted
    SleepWatch m_sleep;
    NetworkWatch m_network;
    Association m_association;
    BridgeServer m_bridge;
    ZcaMessageSender m_sender;
    ZcaContactSource m_contactSource;
    ContactRefresher m_refresher;
    BridgeGatewayPort m_link;
    Outbox m_outbox;
    InboundRelay m_relay;
    std::map<QString, std::unique_ptr<ProfileService>> m_profiles;
    QTimer m_rebuild;
    QTimer m_prune;
    QTimer m_reopen; //!< runs where there was no room to open the database
    QTimer m_tidy; //!< runs after big lists were handled
    QTimer m_grace; //!< runs while stopping
    std::optional<Error> m_storageError;
    qint64 m_deliverySinceMs = 0;
    Snapshot m_snapshot; //!< changes only in rebuild(), which tells of it
    bool m_isTakenUp = false; //!< the database was opened, and its accounts run
    bool m_stopping = false;
};

} // namespace zalo
