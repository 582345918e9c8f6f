// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localcompanion.h"

#include "bridge/bridgeconnection.h"

#include "bridgeapi/methods.h"
#include "core/logging.h"
#include "platform/privatefolder.h"
#include "platform/trimheap.h"
#include "secrets/filesecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

namespace {

constexpr qint64 DayMs = 24 * 3'600'000;
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

constexpr int MostSendsPerMinute = 60;

std::chrono::milliseconds intervalOf(int sendsPerMinute)
{
    return std::chrono::milliseconds(std::chrono::minutes(1)) / sendsPerMinute;
}

//! What an error of the database means for delivery; Running: nothing, the program cannot run.
DeliveryState deliveryState(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::StorageDamaged:
        return DeliveryState::StorageDamaged;
    case ErrorKind::StorageFull:
    case ErrorKind::StorageIoFailed:
        return DeliveryState::StorageFull;
    default:
        return DeliveryState::Running;
    }
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

} // namespace

LocalCompanion::LocalCompanion(const CompanionOptions& options, QObject* parent)
    : Companion(parent),
      m_options(options),
      m_settings(options.paths.config),
      m_sqlWorker(u"sqlite"_s),
      m_parseWorker(u"parser"_s),
      m_zca(options.zca, options.paths.cache, options.paths.workFolder(), options.policy),
      m_runner([this] { return m_zca.program(); }, options.paths.workFolder(), options.policy),
      m_relayStore(&m_sqlWorker,
                   { .path = options.paths.relayDatabase(),
                     .fullRetry = options.policy.storageRetry,
                     .mediaFolder = options.paths.mediaFolder() },
                   options.clock),
      m_contacts(&m_sqlWorker, { options.paths.contactsDatabase() }, options.clock),
      m_avatars({ QString(options.paths.cache + u"/avatars"_s) }),
      m_secrets(secretsOf(options)),
      m_sleep(options.policy, options.clock),
      m_association(options.paths.gatewaysFile(), *m_secrets),
      m_bridge(m_association, options.policy),
      m_sender(
          m_runner, [this] { return m_zca.program(); }, options.policy),
      m_contactSource(m_runner, m_parseWorker, options.policy),
      m_refresher(&m_contactSource, &m_contacts),
      m_link(m_bridge, m_contacts, options.policy),
      m_outbox(&m_relayStore, &m_sender, options.policy, countingSleep(options.clock)),
      m_relay(&m_relayStore, &m_link, options.policy, options.clock)
{
    m_snapshot.version = QStringLiteral(ZALO_VERSION);
    m_snapshot.mode = options.mode;
    m_snapshot.pid = QCoreApplication::applicationPid();
    m_snapshot.startedMs = options.clock.nowMs();
    m_deliverySinceMs = m_snapshot.startedMs;
    m_snapshot.bridgePath = options.bridgePath;
    m_zca.setZcaPath(m_settings.zcaPath());
    m_relay.setPaused(m_settings.isRelayPaused());
    m_outbox.setPaused(m_settings.isRelayPaused());
    if (const int chosen = m_settings.sendsPerMinute()) {
        m_outbox.setSendInterval(intervalOf(chosen));
    }
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    m_later.setSingleShot(true);
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(TidyPause);
    connectParts();
    addStatusMethods(m_bridge, *this);
    addLoginMethods(m_bridge, *this);
    addContactMethods(m_bridge, *this);
    addMessageMethods(m_bridge, *this);
    addInboundMethods(m_bridge, *this, m_relay);
}

LocalCompanion::~LocalCompanion() = default;

void LocalCompanion::connectParts()
{
    connect(&m_rebuild, &QTimer::timeout, this, &LocalCompanion::rebuild);
    connect(&m_prune, &QTimer::timeout, this, &LocalCompanion::prune);
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, &LocalCompanion::retryOpening);
    connect(&m_tidy, &QTimer::timeout, this, [this] { m_parseWorker.post(&trimHeap); });
    connect(&m_refresher, &ContactRefresher::refreshed, &m_tidy, qOverload<>(&QTimer::start));
    connect(&m_later, &QTimer::timeout, this, &LocalCompanion::startLater);
    connect(&m_sleep, &SleepWatch::woke, this, [this](qint64 sleptMs) {
        qCInfo(lcApp) << "this machine slept for" << sleptMs / 1'000 << "s";
        for (const auto& [name, service] : m_profiles) {
            service->session().wake();
        }
    });
    connect(&m_network, &NetworkWatch::cameBack, this, [this] {
        for (const auto& [name, service] : m_profiles) {
            service->session().retryNow();
        }
    });
    connect(&m_zca, &ZcaTool::changed, this, &LocalCompanion::onZcaChanged);
    connect(m_secrets.get(), &SecretStore::statusChanged, this, &LocalCompanion::rebuildSoon);
    connect(&m_association, &Association::changed, this, &LocalCompanion::rebuildSoon);
    connect(&m_association, &Association::firstAssociated, this, &Companion::gatewayTaken);
    connect(&m_association, &Association::approvalNeeded, this, &Companion::gatewayWaits);
    connect(&m_bridge, &BridgeServer::stateChanged, this, &LocalCompanion::rebuildSoon);
    connect(&m_bridge, &BridgeServer::associated, this, &LocalCompanion::rebuildSoon);
    connect(&m_bridge, &BridgeServer::closed, this, &LocalCompanion::rebuildSoon);
    connect(&m_contacts, &ContactStore::changed, this, &Companion::contactsChanged);
    connect(&m_relayStore.queue(), &CommitQueue::committed, this, &Companion::activityChanged);
    connect(&m_relayStore.queue(), &CommitQueue::stateChanged, this,
            &LocalCompanion::onStorageState);
    connect(&m_sender, &ZcaMessageSender::verified, this, [this](const QString& profile) {
        if (ProfileService* service = find(profile)) {
            service->session().markAlive();
        }
    });
}

void LocalCompanion::start(QObject* context, Callback<void> done)
{
    const RuntimePaths& paths = m_options.paths;
    for (const QString& folder : { paths.config, paths.data, paths.state, paths.cache, paths.run,
                                   paths.workFolder(), paths.spoolFolder(), paths.mediaFolder() }) {
        if (const Result<void> made = ensurePrivateFolder(folder); !made) {
            done(tl::unexpected(made.error()));
            return;
        }
    }
    if (const Result<void> known = m_association.start(); !known) {
        done(tl::unexpected(known.error()));
        return;
    }
    openStores(context, std::move(done));
}

void LocalCompanion::openStores(QObject* context, Callback<void> done)
{
    m_relayStore.open(
        context, [this, done = std::move(done)](const Result<RelayRecovery>& recovery) {
            // What a person can mend is shown by a program that runs; it takes nothing in.
            if (!recovery && deliveryState(recovery.error()) == DeliveryState::Running) {
                done(tl::unexpected(recovery.error()));
                return;
            }
            if (const Result<void> opened = openBridge(); !opened) {
                done(tl::unexpected(opened.error()));
                return;
            }
            if (recovery) {
                takeUp(*recovery);
            } else if (recovery.error().kind != ErrorKind::StorageDamaged) {
                m_reopen.start(m_options.policy.storageRetry);
            }
            m_zca.find();
            rebuild();
            m_later.start(LaterAfterStart);
            done({});
        });
}

//! The disk was full when the program started.
void LocalCompanion::retryOpening()
{
    m_relayStore.open(this, [this](const Result<RelayRecovery>& recovery) {
        if (recovery) {
            takeUp(*recovery);
            rebuildSoon();
        } else if (recovery.error().kind != ErrorKind::StorageDamaged) {
            m_reopen.start();
        }
    });
}

void LocalCompanion::takeUp(const RelayRecovery& recovery)
{
    if (recovery.uncertain > 0) {
        qCWarning(lcRelay) << "sends that were under way when the last run ended:"
                           << recovery.uncertain;
    }
    m_isTakenUp = true;
    m_relayStore.retention().purgeMedia(m_options.policy.mediaGrace);
    m_outbox.start();
    m_prune.start(m_options.policy.pruneInterval);
    openContacts();
    const QStringList profiles = m_settings.profiles();
    for (const QString& profile : profiles) {
        add(profile);
    }
}

//! The contacts are a copy of what Zalo has: a file that cannot be used is made anew.
void LocalCompanion::openContacts()
{
    m_contacts.open(this, [this](const Result<void>& opened) {
        if (opened) {
            return;
        }
        qCWarning(lcContacts).noquote() << errorText(opened.error(), TextLanguage::English);
        if (opened.error().kind == ErrorKind::StorageDamaged
            || opened.error().kind == ErrorKind::StorageNewer) {
            const QString path = m_options.paths.contactsDatabase();
            for (const QString& file : { path, QString(path + u"-wal"), QString(path + u"-shm") }) {
                QFile::remove(file);
            }
            m_contacts.open(this, [](const Result<void>& again) {
                if (!again) {
                    qCWarning(lcContacts).noquote()
                        << errorText(again.error(), TextLanguage::English);
                }
            });
        }
    });
}

Result<void> LocalCompanion::openBridge()
{
    return m_bridge.start(m_options.bridgePath);
}

void LocalCompanion::stop(std::chrono::milliseconds grace, QObject* context,
                          std::function<void()> done)
{
    if (std::exchange(m_stopping, true)) {
        if (m_grace.isActive() && m_grace.remainingTimeAsDuration() > grace) {
            m_grace.start(grace);
        }
        return;
    }
    m_bridge.stop();
    m_outbox.setPaused(true);
    // Sends under way and the listeners end together; the timer bounds both.
    auto* waiting = new QObject(this);
    auto finish = [this, waiting, context = QPointer<QObject>(context), done = std::move(done)] {
        m_grace.stop();
        waiting->deleteLater();
        if (context) {
            done();
        }
    };
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, waiting, finish);
    m_grace.start(grace);
    auto left = std::make_shared<int>(int(m_profiles.size()) + 1);
    const auto oneLess = [left, finish] {
        if (--*left == 0) {
            finish();
        }
    };
    for (const auto& [name, service] : m_profiles) {
        connect(&service->session(), &SessionController::stopped, waiting, oneLess);
        service->session().stop();
    }
    if (m_sender.isIdle()) {
        QMetaObject::invokeMethod(waiting, oneLess, Qt::QueuedConnection);
    } else {
        connect(&m_sender, &ZcaMessageSender::idle, waiting, oneLess, Qt::QueuedConnection);
    }
}

ProfileService* LocalCompanion::find(const QString& profile) const
{
    const auto found = m_profiles.find(profile);
    return found == m_profiles.end() ? nullptr : found->second.get();
}

void LocalCompanion::adopt(const QString& profile)
{
    if (find(profile)) {
        return;
    }
    m_settings.addProfile(profile);
    if (m_isTakenUp) {
        add(profile);
        rebuild();
    }
}

void LocalCompanion::add(const QString& profile)
{
    const ProfileParts parts { m_runner, m_relayStore, m_relay, m_outbox, m_contacts, m_refresher };
    const SessionFolders folders { m_options.paths.workFolder(), m_options.paths.spoolFolder(),
                                   m_options.nativeLogins };
    auto service = std::make_unique<ProfileService>(profile, parts, folders, m_options.policy,
                                                    m_options.clock);
    ProfileService* added = service.get();
    m_profiles.emplace(profile, std::move(service));
    connect(added, &ProfileService::changed, this, &LocalCompanion::rebuildSoon);
    connect(&added->session(), &SessionController::loginStep, this, &Companion::loginChanged);
    connect(&added->session(), &SessionController::programLost, &m_zca, &ZcaTool::find,
            Qt::QueuedConnection);
    // A connection that broke may have met another zca than the one that is known.
    connect(&added->session(), &SessionController::stateChanged, this,
            [this](const SessionChange& change) {
                if (change.state == SessionState::Reconnecting) {
                    m_zca.find();
                }
            });
    connect(added, &ProfileService::ready, this, [this, added] { useProgram(*added); });
    added->start();
}

//! Nobody listens while nothing can be stored.
void LocalCompanion::useProgram(ProfileService& service)
{
    if (m_zca.isKnown() && !m_storageError) {
        service.session().setProgram(m_zca.program());
    }
}

void LocalCompanion::startLater()
{
    m_secrets->probe();
    m_sleep.start();
    m_network.start();
}

void LocalCompanion::onZcaChanged()
{
    for (const auto& [name, service] : m_profiles) {
        useProgram(*service);
    }
    rebuildSoon();
}

//! Without a place to store them no messages are taken in: the listeners stop until it is back.
void LocalCompanion::onStorageState(CommitQueue::State state, const Error& error)
{
    const bool works = state == CommitQueue::State::Running;
    m_storageError = works ? std::nullopt : std::optional(error);
    for (const auto& [name, service] : m_profiles) {
        if (works) {
            useProgram(*service);
        } else {
            service->session().suspend(error);
        }
    }
    m_deliverySinceMs = m_options.clock.nowMs();
    rebuildSoon();
}

Result<QString> LocalCompanion::startLogin(const QString& profile)
{
    if (m_storageError) {
        return tl::unexpected(*m_storageError); // its messages could not be stored
    }
    if (!m_zca.program()) {
        m_zca.find(); // it may have been installed a moment ago
        return tl::unexpected(m_zca.program().error());
    }
    adopt(profile);
    return find(profile)->session().startLogin(*m_zca.program());
}

bool LocalCompanion::cancelLogin(const QString& loginId)
{
    for (const auto& [name, service] : m_profiles) {
        if (service->session().cancelLogin(loginId)) {
            return true;
        }
    }
    return false;
}

void LocalCompanion::logout(const QString& profile, QObject* context, Callback<void> done)
{
    if (ProfileService* service = find(profile)) {
        service->logout(context, std::move(done));
    } else {
        done({});
    }
}

Result<void> LocalCompanion::reconnect(const QString& profile)
{
    if (m_storageError) {
        return tl::unexpected(*m_storageError);
    }
    ProfileService* service = find(profile);
    return service ? service->session().reconnect() : failure(ErrorKind::NotLoggedIn);
}

void LocalCompanion::setRelayPaused(bool paused)
{
    if (paused == m_relay.isPaused()) {
        return;
    }
    m_settings.setRelayPaused(paused);
    m_relay.setPaused(paused);
    m_outbox.setPaused(paused);
    m_deliverySinceMs = m_options.clock.nowMs();
    rebuild();
}

int LocalCompanion::sendsPerMinute() const
{
    const int chosen = m_settings.sendsPerMinute();
    return chosen > 0 ? chosen : int(std::chrono::minutes(1) / m_options.policy.sendInterval);
}

void LocalCompanion::setSendsPerMinute(int count)
{
    const int bounded = std::clamp(count, 1, MostSendsPerMinute);
    m_settings.setSendsPerMinute(bounded);
    m_outbox.setSendInterval(intervalOf(bounded));
}

void LocalCompanion::chooseZca(const QString& path)
{
    m_settings.setZcaPath(path);
    m_zca.setZcaPath(path);
}

void LocalCompanion::setRetentionDays(int days)
{
    m_settings.setRetentionDays(days);
    prune();
}

void LocalCompanion::forgetEverything()
{
    m_outbox.setPaused(true);
    m_association.revokeAll(this, [this] { emit freshStartWanted(FreshStart::ForgetEverything); });
}

Result<void> LocalCompanion::beginAnew()
{
    if (!m_storageError || m_storageError->kind != ErrorKind::StorageDamaged) {
        return failure(ErrorKind::BadRequest, tr("the data file is not damaged"));
    }
    emit freshStartWanted(FreshStart::SetDamagedAside);
    return {};
}

Result<void> LocalCompanion::approveGateway(const QString& id)
{
    return m_association.approve(id);
}

Result<void> LocalCompanion::revokeGateway(const QString& id)
{
    return m_association.revoke(id);
}

//! A bounded number at a time, so that messages on their way need not wait.
void LocalCompanion::prune()
{
    RetentionPolicy policy;
    policy.maxAgeMs = qint64(m_settings.retentionDays()) * DayMs;
    m_relayStore.retention().prune(policy, this, [this](const Result<int>& deleted) {
        if (deleted && *deleted > 0) {
            prune();
        } else {
            m_relayStore.retention().purgeMedia(m_options.policy.mediaGrace);
        }
    });
}

void LocalCompanion::rebuildSoon()
{
    if (!m_rebuild.isActive()) {
        m_rebuild.start();
    }
}

void LocalCompanion::rebuild()
{
    m_rebuild.stop();
    Snapshot next = m_snapshot;
    next.zcaError.reset();
    if (m_zca.program()) {
        next.zcaPath = m_zca.program()->path;
        next.zcaVersion = m_zca.program()->version;
        next.zcaDialect = zcaDialectName(m_zca.program()->dialect);
    } else if (m_zca.isKnown()) {
        next.zcaError = m_zca.program().error();
    }
    next.secretsStore = secretKindName(m_secrets->status().kind);
    next.secretsText = m_secrets->status().text;
    next.bridgeState = bridgeStateName(m_bridge.state().kind);
    next.bridgeSinceMs = m_bridge.state().since.toMSecsSinceEpoch();
    next.gateways.clear();
    const auto records = m_association.list();
    for (const GatewayRecord& record : records) {
        const BridgeConnection* connection = m_bridge.gateway(record.id);
        next.gateways.append(
            GatewayInfo { record.id, record.label, record.state == GatewayRecord::State::Approved,
                          connection != nullptr, record.lastSeen.toMSecsSinceEpoch(),
                          connection ? connection->peer().pluginVersion : QString(),
                          connection && connection->peer().isPluginOutdated() });
    }
    next.storageError = m_storageError;
    next.deliverySinceMs = m_deliverySinceMs;
    next.delivery = m_relay.isPaused() ? DeliveryState::Paused : DeliveryState::Running;
    if (next.storageError) {
        const bool damaged = next.storageError->kind == ErrorKind::StorageDamaged;
        next.delivery = damaged ? DeliveryState::StorageDamaged : DeliveryState::StorageFull;
    }
    next.profiles.clear();
    for (const auto& [name, service] : m_profiles) {
        next.profiles.append(service->snapshot());
    }
    if (next != m_snapshot) {
        m_snapshot = next;
        emit snapshotChanged();
    }
}

} // namespace zalo
