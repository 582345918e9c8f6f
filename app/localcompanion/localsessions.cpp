// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localsessions.h"

#include "contacts/contactstore.h"
#include "core/logging.h"
#include "localcompanion/contactupkeep.h"
#include "settings/settings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

LocalSessions::LocalSessions(Settings& settings, ZcaTool& zca, ProfileParts parts,
                             SessionFolders folders, const Policy& policy, Clock clock,
                             QObject* parent)
    : SessionService(parent),
      m_settings(settings),
      m_zca(zca),
      m_parts(parts),
      m_folders(std::move(folders)),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_accounts(m_profiles, m_policy, m_clock)
{
    connect(&m_zca, &ZcaTool::changed, this, &LocalSessions::useProgramEverywhere);
}

LocalSessions::~LocalSessions() = default;

void LocalSessions::start()
{
    m_isStarted = true;
    const QStringList profiles = m_settings.profiles();
    for (const QString& profile : profiles) {
        add(profile);
    }
}

void LocalSessions::setStorageError(const std::optional<Error>& error)
{
    m_storageError = error;
    if (!error) {
        useProgramEverywhere(); // it may be another one by now
        for (const auto& [name, service] : m_profiles) {
            if (!service->isReady()) {
                service->start(); // nothing could be read yet
            }
            service->session().resume();
        }
        return;
    }
    for (const auto& [name, service] : m_profiles) {
        service->session().suspend(*error);
    }
}

void LocalSessions::wake()
{
    for (const auto& [name, service] : m_profiles) {
        service->session().wake();
    }
}

void LocalSessions::retryNow()
{
    for (const auto& [name, service] : m_profiles) {
        service->session().retryNow();
    }
}

void LocalSessions::markAlive(const QString& profile)
{
    if (ManagedProfile* service = find(profile)) {
        service->session().markAlive();
    }
}

QList<ProfileSnapshot> LocalSessions::snapshots() const
{
    QList<ProfileSnapshot> all;
    for (const auto& [name, service] : m_profiles) {
        ProfileSnapshot profile = service->snapshot();
        // What took an account's connection away is named where it is another profile.
        const bool isTaken = profile.session.state == SessionState::Kicked
            || profile.session.state == SessionState::Duplicate;
        if (const auto holder = isTaken ? m_accounts.holderOf(*service) : std::nullopt) {
            profile.session.reason = Error { ErrorKind::AccountInUse, *holder };
        }
        all.append(profile);
    }
    return all;
}

QList<SessionController*> LocalSessions::sessions() const
{
    QList<SessionController*> all;
    for (const auto& [name, service] : m_profiles) {
        all.append(&service->session());
    }
    return all;
}

ManagedProfile* LocalSessions::find(const QString& profile) const
{
    const auto found = m_profiles.find(profile);
    return found == m_profiles.end() ? nullptr : found->second.get();
}

Result<void> LocalSessions::adopt(const QString& profile)
{
    if (find(profile)) {
        return {};
    }
    const QStringList known = m_settings.profiles();
    if (!known.contains(profile) && known.size() >= m_policy.profiles) {
        return failure(ErrorKind::ProfilesTooMany, QString::number(known.size()));
    }
    m_settings.addProfile(profile);
    if (m_isStarted) {
        add(profile);
        emit adopted(profile);
    }
    return {};
}

void LocalSessions::add(const QString& profile)
{
    auto service = std::make_unique<ManagedProfile>(profile, m_parts, m_folders, m_policy, m_clock);
    ManagedProfile* added = service.get();
    m_profiles.emplace(profile, std::move(service));
    connect(added, &ManagedProfile::changed, this, &LocalSessions::changed);
    connect(&added->session(), &SessionController::loginStep, this, &SessionService::loginChanged);
    connect(&added->session(), &SessionController::programLost, &m_zca, &ZcaTool::find,
            Qt::QueuedConnection);
    // A connection that broke may have met another zca than the one that is known.
    connect(&added->session(), &SessionController::stateChanged, this,
            [this, added](const SessionChange& change) {
                if (m_accounts.isLostToEachOther(*added, change.state)) {
                    reconnectLater(added->session().profile()); // its change is being told just now
                }
                if (change.state == SessionState::Reconnecting) {
                    m_zca.find();
                }
            });
    connect(added, &ManagedProfile::verified, this,
            [this, added] { m_accounts.keepApart(*added); });
    connect(added, &ManagedProfile::ready, this, [this, added] { useProgram(*added); });
    added->start();
}

void LocalSessions::reconnectLater(const QString& profile)
{
    QMetaObject::invokeMethod(
        this,
        [this, profile] {
            if (const auto done = reconnect(profile); !done) {
                qCInfo(lcApp).noquote()
                    << profile
                    << "cannot connect again:" << errorText(done.error(), TextLanguage::English);
            }
        },
        Qt::QueuedConnection);
}

//! Nobody listens while nothing can be stored. What an earlier run received is read again at once,
//! so it must be known whose it is.
void LocalSessions::useProgram(ManagedProfile& service)
{
    if (m_zca.isKnown() && !m_storageError && service.isReady()) {
        service.session().setProgram(m_zca.program());
    }
}

void LocalSessions::useProgramEverywhere()
{
    for (const auto& [name, service] : m_profiles) {
        useProgram(*service);
    }
}

Result<QString> LocalSessions::startLogin(const QString& profile, OtherPerson other)
{
    if (m_storageError) {
        return tl::unexpected(*m_storageError); // its messages could not be stored
    }
    if (!m_zca.program()) {
        m_zca.find(); // it may have been installed a moment ago
        return tl::unexpected(m_zca.program().error());
    }
    const auto isLoggingIn = [&profile](const auto& entry) {
        return entry.first != profile && entry.second->session().isLoggingIn();
    };
    if (std::count_if(m_profiles.begin(), m_profiles.end(), isLoggingIn)
        >= m_policy.parallelLogins) {
        return failure(ErrorKind::LoginsTooMany, QString::number(m_policy.parallelLogins));
    }
    return adopt(profile).and_then(
        [&] { return find(profile)->startLogin(*m_zca.program(), other); });
}

bool LocalSessions::acceptLogin(const QString& loginId)
{
    return std::any_of(m_profiles.begin(), m_profiles.end(), [&loginId](const auto& entry) {
        return entry.second->session().acceptLogin(loginId);
    });
}

bool LocalSessions::cancelLogin(const QString& loginId)
{
    for (const auto& [name, service] : m_profiles) {
        if (service->session().cancelLogin(loginId)) {
            return true;
        }
    }
    return false;
}

void LocalSessions::logout(const QString& profile, QObject* context, Callback<void> done)
{
    if (ManagedProfile* service = find(profile)) {
        service->logout(context, std::move(done));
    } else {
        done({});
    }
}

Result<void> LocalSessions::reconnect(const QString& profile)
{
    if (m_storageError) {
        return tl::unexpected(*m_storageError);
    }
    if (!m_zca.program()) {
        m_zca.find(); // it may have been installed a moment ago
    }
    ManagedProfile* service = find(profile);
    return service ? service->session().reconnect() : failure(ErrorKind::NotLoggedIn);
}

void LocalSessions::account(const QString& profile, QObject* context, Callback<Account> done)
{
    whenReady(*this, profile, context, done,
              [this, profile, context, done] { find(profile)->session().account(context, done); });
}

Result<void> LocalSessions::release(const QString& profile)
{
    const auto found = m_profiles.find(profile);
    if (found == m_profiles.end()) {
        return failure(ErrorKind::BadRequest, u"there is no profile “%1” here"_s.arg(profile));
    }
    m_settings.removeProfile(profile);
    ManagedProfile* service = found->second.release();
    m_profiles.erase(found);
    service->setParent(this);
    disconnect(service, nullptr, this, nullptr);
    connect(&service->session(), &SessionController::stopped, service, &QObject::deleteLater);
    service->session().stop();
    m_accounts.forget(profile);
    m_parts.upkeep.forget(profile);
    m_parts.relay.setAccount(profile, {});
    m_parts.outbox.setAccountUnknown(profile);
    m_parts.contacts.erase(profile, this, {});
    emit changed();
    return {};
}

void LocalSessions::ensureReady(const QString& profile, QObject* context, Callback<void> done)
{
    if (m_zca.isKnown()) {
        done(readiness(profile));
        return;
    }
    // Which zca there is, is known a moment after the start.
    connect(
        &m_zca, &ZcaTool::changed, context,
        [this, profile, context, done = std::move(done)] { ensureReady(profile, context, done); },
        Qt::SingleShotConnection);
}

Result<void> LocalSessions::readiness(const QString& profile)
{
    if (!m_zca.program()) {
        return tl::unexpected(m_zca.program().error());
    }
    // A name that was mistyped once is not listened to for ever: a login adopts a profile, a
    // person, or a Gateway that receives its messages.
    const QStringList known = m_settings.profiles();
    if (profile != defaultProfile() && !known.contains(profile)) {
        return failure(ErrorKind::BadRequest,
                       u"there is no profile “%1” here; known: %2"_s.arg(
                           profile, known.isEmpty() ? u"none yet"_s : known.join(u", "_s)));
    }
    if (const Result<void> adopted = adopt(profile); !adopted) {
        return adopted;
    }
    const ManagedProfile* service = find(profile);
    if (!service) { // the database was not opened yet
        return m_storageError ? tl::unexpected(*m_storageError) : Result<void>();
    }
    return service->isLoggedIn() ? Result<void>() : tl::unexpected(service->loginError());
}

} // namespace zalo
