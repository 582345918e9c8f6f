// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/managedprofile.h"

#include "contacts/contactstore.h"
#include "core/logging.h"
#include "localcompanion/contactupkeep.h"

#include <algorithm>

namespace zalo {

ManagedProfile::ManagedProfile(const QString& profile, ProfileParts parts, SessionFolders folders,
                               const Policy& policy, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_clock(clock),
      m_session(profile, parts.runner, std::move(folders), policy, clock),
      m_missed(profile, parts.relayStore, policy, clock),
      m_connections(profile, parts.relayStore.sessions()),
      m_threadPauses(profile, parts.relayStore, parts.relay, parts.outbox, parts.settings, policy,
                     clock),
      m_intake(m_session, parts.relay, parts.upkeep, m_missed, m_threadPauses, clock)
{
    // What the last run left waits until it is known which zca there is, and who is logged in.
    m_parts.outbox.setSuspended(profile, true);
    m_verifiedTimer.setInterval(policy.lastVerifiedInterval);
    connect(&m_verifiedTimer, &QTimer::timeout, this, [this] {
        if (lastVerified().ms != m_storedVerifiedMs) { // nothing is written for a quiet account
            storeVerifiedTime();
        }
    });
    connect(&m_session, &SessionController::statusChanged, this, [this, profile] {
        // A send that does not reach Zalo would be uncertain: it may have gone before it broke.
        const bool offline = m_session.status().state == SessionState::Offline;
        // Each send is a login of its own, and Zalo refuses those.
        const bool refused = m_session.status().retry.refusedLogins > 0;
        m_parts.outbox.setConnected(profile, m_session.status().state == SessionState::Online);
        m_parts.outbox.setSuspended(profile, offline || refused || !isLoggedIn());
        followUpkeep();
        emit changed();
    });
    connect(&m_session, &SessionController::stateChanged, this, &ManagedProfile::recordChange);
    connect(&m_session, &SessionController::accountChanged, this,
            &ManagedProfile::onAccountChanged);
    connect(&m_session, &SessionController::certaintyChanged, this,
            &ManagedProfile::onCertaintyChanged);
    connect(&m_session, &SessionController::listenerStarting, this, [this, profile] {
        if (!m_lastAccount.isEmpty()) { // else it is who is verified first
            m_parts.relayStore.accounts().leaveTo(profile, m_lastAccount);
        }
    });
    connect(&m_session, &SessionController::historyAsked, &m_missed, &MissedTime::asked);
    connect(&m_session, &SessionController::groupsWanted, &m_missed, &MissedTime::askForGroups);
    connect(&m_missed, &MissedTime::lost, &m_session, &SessionController::missedSince);
    connect(&m_missed, &MissedTime::groupsKnown, &m_session, &SessionController::askGroups);
    connect(&m_connections, &ConnectionHistory::changed, this, &ManagedProfile::changed);
    connect(&m_threadPauses, &ThreadPauses::changed, this, &ManagedProfile::changed);
    connect(&m_missed, &MissedTime::settled, this, [this] { readConnections(); });
    connect(&m_session, &SessionController::verifiedSince, this, [this] {
        m_connected = lastVerified(); // whose gap ends is known when it is certain who is logged in
        m_verifiedTimer.start();
    });
    connect(&m_session, &SessionController::staleSince, this,
            [this, profile](qint64, GapCause cause) {
                m_verifiedTimer.stop();
                storeVerifiedTime();
                m_parts.relayStore.sessions().openGap(profile, m_lastAccount, lastVerified(), cause,
                                                      this, [this](auto) { readConnections(); });
            });
    connect(&m_parts.relayStore.queue(), &CommitQueue::committed, this,
            [this, profile](const QString& of, const QVariant& tally) {
                if (of == profile && tally.isValid()) {
                    m_tally = tally.value<ProfileTally>();
                    emit changed();
                }
            });
    connect(&m_parts.relay, &InboundRelay::backlogProgressed, this,
            [this, profile](const QString& of) {
                if (of == profile) {
                    emit changed();
                }
            });
    connect(&m_parts.outbox, &Outbox::sendingStateChanged, this,
            [this, profile](const QString& of) {
                if (of == profile) {
                    emit changed();
                }
            });
}

void ManagedProfile::start()
{
    // The time in which no companion ran is a gap like any other.
    const QString& profile = m_session.profile();
    m_parts.relayStore.profiles().state(
        profile, {}, this, [this, profile](const Result<ProfileState>& state) {
            if (state && !m_isReady) {
                m_lastAccount = state->account;
                m_intake.setEarlierAccount(state->account);
                m_threadPauses.setAccount(state->account);
                m_parts.outbox.presumeAccount(profile, state->account);
            }
            if (state && state->lastVerified.ms > 0) {
                Moment from = state->lastVerified;
                from.ms = std::min(from.ms, m_clock.nowMs());
                m_session.missedSince(from.ms);
                m_parts.relayStore.sessions().openGap(profile, m_lastAccount, from,
                                                      GapCause::NotRunning, this, {});
            }
            m_parts.relayStore.profiles().tally(
                profile, this,
                [this](const Result<ProfileTally>& tally) { m_tally = tally.value_or(m_tally); });
            readConnections();
            m_threadPauses.start();
            m_missed.findUnasked(m_lastAccount, this,
                                 [this, isRead = state.has_value()](const Result<qint64>& first) {
                                     if (first && *first > 0) {
                                         m_session.missedSince(*first);
                                     }
                                     m_isReady = m_isReady || isRead;
                                     emit ready();
                                 });
        });
}

ProfileSnapshot ManagedProfile::snapshot() const
{
    ProfileSnapshot now;
    now.profile = m_session.profile();
    now.account = m_session.account();
    now.session = m_session.status();
    now.coolDownUntilMs = m_parts.outbox.coolDownUntilMs(now.profile);
    const RelayCounts counts = m_tally.of(m_lastAccount);
    now.queue = { counts.inboundWaiting,  counts.inboundDead,       counts.inboundExpired,
                  counts.outboundWaiting, counts.outboundUncertain, counts.inboundFailed,
                  counts.outboundFailed };
    now.waiting = counts.waiting;
    now.waitingPaused = counts.waitingPaused;
    now.otherAccounts = m_tally.others(m_lastAccount);
    now.backlog = m_parts.relay.backlogProgress(now.profile);
    now.lastInMs = counts.lastInMs;
    now.lastOutMs = counts.lastOutMs;
    now.gaps = m_connections.gaps();
    now.history = m_connections.changes();
    now.pauses = m_threadPauses.current();
    return now;
}

bool ManagedProfile::isLoggedIn() const
{
    switch (m_session.status().state) {
    case SessionState::NoCli:
    case SessionState::NeedsLogin:
    case SessionState::LoggingIn:
    case SessionState::Expired:
        return false;
    case SessionState::Connecting:
    case SessionState::Online:
    case SessionState::Reconnecting:
    case SessionState::Kicked:
    case SessionState::Duplicate:
    case SessionState::Offline:
    case SessionState::Error:
        return true;
    }
    Q_UNREACHABLE();
}

Error ManagedProfile::loginError() const
{
    const std::optional<StateReason>& reason = m_session.status().reason;
    const Error* error = reason ? std::get_if<Error>(&*reason) : nullptr;
    return error ? *error : Error { ErrorKind::NotLoggedIn, {} };
}

Result<QString> ManagedProfile::startLogin(const ZcaProgram& program, OtherPerson other)
{
    Account expected;
    const std::optional<Account>& known = m_session.account();
    if (other == OtherPerson::AwaitsDecision && known && known->userId == m_lastAccount) {
        expected = *known;
    } else if (other == OtherPerson::AwaitsDecision) {
        expected.userId = m_lastAccount;
        expected.displayName = m_tally.names.value(m_lastAccount);
    }
    return m_session.startLogin(program, expected);
}

void ManagedProfile::logout(QObject* context, Callback<void> done)
{
    m_session.logout(context,
                     [this, guard = QPointer<ManagedProfile>(this), context,
                      done = std::move(done)](const Result<void>& result) {
                         if (!result || !guard) {
                             done(result);
                             return;
                         }
                         m_parts.contacts.erase(m_session.profile(), context, done);
                     });
}

void ManagedProfile::onCertaintyChanged()
{
    const QString& profile = m_session.profile();
    if (m_session.isAccountCertain()) {
        emit verified();
        if (m_session.isAccountCertain()) { // nobody else has the account
            claim(*m_session.account());
        }
    } else {
        m_missed.setAccount({});
        m_parts.relay.setAccount(profile, {});
        m_parts.outbox.setAccountUnknown(profile);
    }
    followUpkeep();
}

void ManagedProfile::followUpkeep()
{
    m_parts.upkeep.setReady(m_session.profile(),
                            m_session.status().state == SessionState::Online
                                && m_session.isAccountCertain());
}

//! What is stored and nobody's yet belongs to who is logged in. Then what is theirs goes.
void ManagedProfile::claim(const Account& account)
{
    const QString& profile = m_session.profile();
    if (std::exchange(m_lastAccount, account.userId) != account.userId) {
        m_intake.setLastAccount(account.userId);
        m_threadPauses.setAccount(account.userId);
        // The friends in the cache are not theirs.
        m_missed.forget();
        m_parts.contacts.erase(profile, this, {});
        m_parts.refresher.startOver(profile);
    }
    m_parts.relayStore.accounts().claim(
        profile, account.userId, account.displayName, this,
        [this, profile, id = account.userId](const Result<void>& claimed) {
            const bool isCurrent = m_session.isAccountCertain() && m_lastAccount == id;
            if (claimed && isCurrent) {
                m_parts.relay.setAccount(profile, id);
            }
            readConnections();
        });
    m_parts.outbox.setAccount(profile, account.userId, account.displayName);
    if (m_connected.ms > 0) {
        m_parts.relayStore.sessions().closeGap(profile, m_lastAccount,
                                               std::exchange(m_connected, {}), this,
                                               [this](auto) { readConnections(); });
    }
    m_missed.setAccount(account.userId);
    storeVerifiedTime();
    readConnections();
}

void ManagedProfile::onAccountChanged()
{
    emit changed();
    if (!m_session.account()) {
        return;
    }
    const QString& profile = m_session.profile();
    m_parts.refresher.refresh(profile, this, [profile](const Result<ContactCounts>& counts) {
        if (counts) {
            qCInfo(lcContacts).noquote() << profile << "has" << counts->friends << "friends and"
                                         << counts->groups << "groups";
        } else {
            qCWarning(lcContacts).noquote()
                << profile << "contacts:" << errorText(counts.error(), TextLanguage::English);
        }
    });
}

void ManagedProfile::readConnections()
{
    m_connections.read(m_lastAccount);
}

void ManagedProfile::recordChange(const SessionChange& change)
{
    m_parts.relayStore.sessions().recordEvent(
        { m_session.profile(), m_lastAccount, change.atMs, change.state, change.reason }, this,
        [this](auto) { readConnections(); });
}

Moment ManagedProfile::lastVerified() const
{
    const SessionStatus& status = m_session.status();
    return { status.lastVerifiedAtMs, status.lastVerifiedBootMs, m_clock.bootId() };
}

void ManagedProfile::storeVerifiedTime()
{
    const Moment verified = lastVerified();
    m_storedVerifiedMs = verified.ms;
    m_parts.relayStore.profiles().setLastVerified(m_session.profile(), m_lastAccount, verified,
                                                  this, {});
}

} // namespace zalo
