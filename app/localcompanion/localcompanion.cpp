// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localcompanion.h"

#include "bridge/bridgeconnection.h"
#include "companion/snapshotjson.h"
#include "core/logging.h"
#include "gatewayhost/localopenclaw.h"
#include "localcompanion/snapshotsections.h"
#include "platform/privatefolder.h"
#include "platform/trimheap.h"
#include "secrets/fallbacksecretstore.h"
#include "secrets/filesecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr std::chrono::seconds TidyPause { 1 };
//! Loading the libraries of keychain and bus takes some frames: the window is painted by then.
constexpr std::chrono::milliseconds LaterAfterStart { 500 };

//! Whoever waits for a message that is to be sent goes on in a sleep of this machine: deadlines and
//! pauses of sending count it.
Clock countingSleep(Clock clock)
{
    clock.steadyMs = clock.bootMs;
    return clock;
}

std::unique_ptr<SecretStore> secretsOf(const CompanionOptions& options)
{
    auto file = std::make_unique<FileSecretStore>(options.paths.secretsFile());
    if (!options.usesKeychain) {
        return file;
    }
    return std::make_unique<FallbackSecretStore>(new KeychainSecretStore(options.policy),
                                                 file.release());
}

FetchPolicy fetchPolicy(const CompanionOptions& options, const Settings& settings)
{
    FetchPolicy policy = options.fetch;
    policy.hosts.add(settings.mediaHosts());
    return policy;
}

SessionFolders foldersOf(const CompanionOptions& options)
{
    return { options.paths.workFolder(), options.paths.spoolFolder(), options.nativeLogins,
             options.zca.environment.value(u"OPENZCA_HOME"_s, options.zca.home + u"/.openzca"_s) };
}

//! Keys, messages and logins are here.
FileGuard fileGuard(const CompanionOptions& options)
{
    return FileGuard({ options.paths.data, options.paths.config, options.paths.state,
                       foldersOf(options).zcaHome + u"/profiles"_s, options.nativeLogins });
}

//! What stays as it is while the program runs.
Snapshot fixedSnapshot(const CompanionOptions& options)
{
    Snapshot fixed;
    fixed.version = QStringLiteral(ZALO_VERSION);
    fixed.mode = options.mode;
    fixed.pid = QCoreApplication::applicationPid();
    fixed.startedMs = options.clock.nowMs();
    return fixed;
}

//! A demo finds none: it never meets a real Gateway.
OpenClawSearch openClawOf(const CompanionOptions& options)
{
    return options.mode == RunMode::Demo ? OpenClawSearch { QProcessEnvironment(), {}, {} }
                                         : OpenClawSearch { .home = options.zca.home };
}

GatewaySetupOptions setupOf(const CompanionOptions& options, const SnapshotProvider& snapshots)
{
    GatewaySetupOptions setup;
    setup.search.home = options.zca.home;
    setup.program = QCoreApplication::applicationFilePath();
    setup.stateFolder = options.paths.state;
    setup.timing = static_cast<const Timing&>(options.policy);
    setup.companion = [&snapshots](QObject* context,
                                   const std::function<void(std::optional<QJsonObject>)>& answer) {
        // Never from inside the call, as from another process.
        QMetaObject::invokeMethod(
            context, [&snapshots, answer] { answer(toJson(snapshots.snapshot())); },
            Qt::QueuedConnection);
    };
    return setup;
}

} // namespace

LocalCompanion::LocalCompanion(const CompanionOptions& options, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_settings(options.paths.config),
      m_labels(options.paths.config),
      m_sqlWorker(u"sqlite"_s),
      m_zca(options.zca, options.paths.cache, options.paths.workFolder(), options.policy),
      m_runner([this] { return m_zca.program(); }, options.paths.workFolder(), options.policy),
      m_fetcher(fetchPolicy(options, m_settings), options.policy),
      m_relayStore(&m_sqlWorker,
                   { .path = options.paths.relayDatabase(),
                     .retry = { options.policy.storageRetry, options.policy.storageLockRetry,
                                options.policy.storageLockPatience },
                     .mediaFolder = options.paths.mediaFolder(),
                     .mediaGuard = fileGuard(options) },
                   options.clock),
      m_contactStore(&m_sqlWorker, { options.paths.contactsDatabase() }, options.clock),
      m_avatars({ QString(options.paths.cache + u"/avatars"_s) }, m_fetcher),
      m_secrets(secretsOf(options)),
      m_sleep(options.policy, options.clock),
      m_association(options.paths.gatewaysFile(), *m_secrets, options.clock),
      m_bridge(m_association, options.policy),
      m_gatewayAccounts(m_bridge, options.policy),
      m_sender(
          m_runner, [this] { return m_zca.program(); },
          [this](const OutboundPart& part, QObject* context,
                 Callback<std::optional<InboundRow>> done) {
              m_relayStore.inbound().byMessageId(part.account, part.thread, part.target, context,
                                                 std::move(done));
          },
          options.policy),
      m_contactSource(m_runner, options.policy),
      m_refresher(&m_contactSource, &m_contactStore),
      m_upkeep(m_contactStore, m_refresher, options.policy, options.clock),
      m_port(m_bridge, m_contactStore, options.policy),
      m_outbox(&m_relayStore, &m_sender, options.policy, countingSleep(options.clock)),
      m_relay(&m_relayStore, &m_port, options.policy, options.clock),
      m_media(m_relayStore, m_fetcher, options.policy, options.clock),
      m_storage(m_relayStore, m_contactStore, options.paths.contactsDatabase(), m_settings,
                options.policy, options.clock),
      m_snapshots(fixedSnapshot(options)),
      m_waitWatch(options.policy.waitPatience, options.clock),
      m_sessions(m_settings, m_zca,
                 { m_runner, m_relayStore, m_relay, m_outbox, m_contactStore, m_refresher, m_upkeep,
                   m_settings },
                 foldersOf(options), options.policy, options.clock),
      m_cureJournal(options.paths.state + u"/cures.json"_s),
      m_profiles(m_settings, m_labels, m_sessions, m_outbox, m_relayStore, m_cureJournal,
                 foldersOf(options).zcaHome + u"/profiles"_s),
      m_contacts(m_sessions, m_contactStore, m_refresher,
                 options.loadsPictures ? &m_avatars : nullptr),
      m_messages(m_sessions, m_outbox, m_relayStore, m_runner, fileGuard(options),
                 options.policy.commandDeadline),
      m_delivery(m_relay, m_relayStore.inbound(), m_outbox, m_settings, options.policy,
                 options.clock),
      m_activity(m_relayStore, m_contactStore),
      m_gateways(m_association, setupOf(options, m_snapshots)),
      m_pairings(m_bridge, m_association, m_relayStore.activity(), m_contactStore, options.policy,
                 options.clock),
      m_choices(m_settings, m_relay, m_outbox, m_zca, m_storage, options.policy),
      m_data(m_outbox, m_association, m_storage),
      m_cures(m_bridge, m_cureJournal),
      m_gatewayHost(std::make_unique<LocalOpenClaw>(openClawOf(options), options.policy),
                    options.policy, options.clock)
{
    m_later.setSingleShot(true);
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(TidyPause);
    connectParts();
    connectGateway();
    connectSnapshot();
}

LocalCompanion::~LocalCompanion() = default;

Companion LocalCompanion::roles()
{
    return { m_snapshots, m_sessions, m_profiles, m_contacts, m_messages, m_delivery,   m_activity,
             m_gateways,  m_pairings, m_choices,  m_data,     m_cures,    m_gatewayHost };
}

void LocalCompanion::connectParts()
{
    connect(&m_tidy, &QTimer::timeout, this, [this] { m_runner.parser().post(&trimHeap); });
    connect(&m_refresher, &ContactRefresher::refreshed, &m_tidy, qOverload<>(&QTimer::start));
    connect(&m_refresher, &ContactRefresher::failed, &m_tidy, qOverload<>(&QTimer::start));
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_secrets->probe();
        m_gatewayHost.lookForPlugin();
        m_sleep.start();
        m_network.start();
    });
    connect(&m_sleep, &SleepWatch::woke, this, [this](qint64 sleptMs) {
        qCInfo(lcApp) << "this machine slept for" << sleptMs / 1'000 << "s";
        m_sessions.wake();
    });
    connect(&m_network, &NetworkWatch::cameBack, &m_sessions, &LocalSessions::retryNow);
    connect(&m_sender, &ZcaMessageSender::verified, &m_sessions, &LocalSessions::markAlive);
    connect(&m_relay, &InboundRelay::mediaWanted, &m_media, &MediaFetcher::look);
    connect(&m_media, &MediaFetcher::settled, &m_relay, &InboundRelay::onMediaSettled);
    connect(&m_storage, &StorageSupervisor::errorChanged, this,
            [this] { m_sessions.setStorageError(m_storage.error()); });
    connect(&m_storage, &StorageSupervisor::opened, this, [this] {
        m_outbox.start();
        m_sessions.start();
    });
    connect(&m_data, &LocalData::resetRequested, this, &LocalCompanion::resetRequested);
}

//! Whether it can be started from here is told where it is away, and is looked for when it goes.
void LocalCompanion::connectGateway()
{
    connect(&m_bridge, &BridgeServer::stateChanged, &m_gatewayHost,
            &LocalGatewayHost::lookForPlugin);
    connect(&m_gatewayHost, &LocalGatewayHost::stateChanged, &m_snapshots,
            [this] { m_snapshots.rebuildSoon(); });
}

void LocalCompanion::connectSnapshot()
{
    m_snapshots.addSection([this](Snapshot& snapshot) { describeZca(snapshot, m_zca); });
    m_snapshots.addSection([this](Snapshot& snapshot) { describeSecrets(snapshot, *m_secrets); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { describeBridge(snapshot, m_bridge, m_association); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { describeGatewayHost(snapshot, m_gatewayHost); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { describeDelivery(snapshot, m_storage, m_delivery); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { snapshot.profiles = m_sessions.snapshots(); });
    m_snapshots.addSection([this](Snapshot& snapshot) { snapshot.pairings = m_pairings.list(); });
    m_snapshots.addSection([this](Snapshot& snapshot) { describeLabels(snapshot, m_labels); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { describeGatewayAccounts(snapshot, m_gatewayAccounts); });
    m_snapshots.addSection(
        [this](Snapshot& snapshot) { m_waitWatch.describe(snapshot); }); // the last
    const auto soon = [this] { m_snapshots.rebuildSoon(); };
    connect(&m_zca, &ZcaTool::changed, &m_snapshots, soon);
    connect(m_secrets.get(), &SecretStore::statusChanged, &m_snapshots, soon);
    connect(&m_association, &Association::changed, &m_snapshots, soon);
    connect(&m_bridge, &BridgeServer::stateChanged, &m_snapshots, soon);
    connect(&m_bridge, &BridgeServer::pathChanged, &m_snapshots, soon);
    connect(&m_bridge, &BridgeServer::associated, &m_snapshots, soon);
    connect(&m_bridge, &BridgeServer::closed, &m_snapshots, soon);
    connect(&m_gatewayAccounts, &GatewayAccounts::changed, &m_snapshots, soon);
    connect(&m_storage, &StorageSupervisor::errorChanged, &m_snapshots, soon);
    connect(&m_storage, &StorageSupervisor::opened, &m_snapshots, soon);
    connect(&m_sessions, &LocalSessions::changed, &m_snapshots, soon);
    connect(&m_pairings, &LocalPairings::changed, &m_snapshots, soon);
    connect(&m_waitWatch, &WaitWatch::changed, &m_snapshots, soon);
    // Who asked for these reads the snapshot next.
    connect(&m_sessions, &LocalSessions::adopted, &m_snapshots, &SnapshotBuilder::rebuild);
    connect(&m_labels, &ProfileLabels::changed, &m_snapshots, &SnapshotBuilder::rebuild);
    connect(&m_delivery, &LocalDelivery::pausedChanged, &m_snapshots, &SnapshotBuilder::rebuild);
}

void LocalCompanion::start(QObject* context, Callback<void> done)
{
    const RuntimePaths& paths = m_options.paths;
    for (const QString& folder : { paths.config, paths.data, paths.state, paths.cache,
                                   paths.workFolder(), paths.spoolFolder(), paths.mediaFolder() }) {
        if (const Result<void> made = ensurePrivateFolder(folder); !made) {
            done(tl::unexpected(made.error()));
            return;
        }
    }
    // What a run left that was killed: pictures of a login's code, messages that it had asked for.
    if (const Result<void> emptied = emptyFolder(paths.workFolder()); !emptied) {
        qCWarning(lcApp).noquote() << errorText(emptied.error(), TextLanguage::English);
    }
    if (const Result<void> known = m_association.start(); !known) {
        done(tl::unexpected(known.error()));
        return;
    }
    m_storage.open(context, [this, done = std::move(done)](const Result<void>& opened) {
        done(opened ? run() : opened);
    });
}

//! Everything is open but the bridge. What a person can mend in the storage is shown by a program
//! that runs.
Result<void> LocalCompanion::run()
{
    if (const Result<void> opened = m_bridge.start(m_options.bridgeAddress); !opened) {
        return opened;
    }
    m_storage.start();
    m_zca.find();
    m_snapshots.rebuild();
    m_later.start(LaterAfterStart);
    return {};
}

void LocalCompanion::stop(std::chrono::milliseconds grace, QObject* context,
                          std::function<void()> done)
{
    if (m_end.isUnderWay()) {
        m_end.shorten(grace);
        return;
    }
    m_bridge.stop();
    // Sends under way and the listeners end together; the time bounds both.
    const QList<SessionController*> sessions = m_sessions.sessions();
    m_end.start(int(sessions.size()) + 1, grace, context, std::move(done));
    for (SessionController* session : sessions) {
        connect(session, &SessionController::stopped, &m_end, &OrderlyEnd::stepDone);
        session->stop();
    }
    connect(&m_outbox, &Outbox::idle, &m_end, &OrderlyEnd::stepDone, Qt::QueuedConnection);
    m_outbox.end();
}

} // namespace zalo
