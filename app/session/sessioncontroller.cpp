// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessioncontroller.h"

#include "core/logging.h"
#include "core/redact.h"
#include "session/loginflow.h"
#include "session/loginneeded.h"
#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"

#include <QDir>

namespace zalo {
namespace {

//! An orphaned listener of a killed companion dies within moments; a foreign one stays.
constexpr int OwnedTries = 3;

} // namespace

SessionController::SessionController(QString profile, ZcaRunner& runner, SessionFolders folders,
                                     Policy policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_folders(std::move(folders)),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_program(failure(ErrorKind::ZcaMissing)),
      m_listener(m_profile, m_folders.work, m_folders.spool, policy),
      m_reconnect(policy.reconnect),
      m_offline(policy.offlineRetry)
{
    m_status.sinceMs = m_clock.nowMs();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { connectNow(m_status.state); });
    connect(&m_listener, &ZcaListener::connected, this, &SessionController::onConnected);
    connect(&m_listener, &ZcaListener::ended, this, &SessionController::onListenerEnded);
    connect(&m_listener, &ZcaListener::message, this,
            [this](const InboundMessage& received, quint64 token, bool recovered) {
                if (!recovered) {
                    noteProof();
                }
                emit message(received, token);
            });
    connect(
        &m_listener, &ZcaListener::linesDropped, this, [this](qsizetype count, const QString& why) {
            qCWarning(lcSession).noquote() << m_profile << "lines of zca dropped:" << count << why;
        });
}

SessionController::~SessionController() = default;

void SessionController::setProgram(const Result<ZcaProgram>& program)
{
    m_program = program;
    if (!program) {
        m_retry.stop();
        m_listener.recover();
        stopListener(After::Stay);
        settle(SessionState::NoCli, program.error());
        return;
    }
    if (!m_listener.isRunning() && !m_login && m_after == After::Nothing) {
        connectNow(SessionState::Connecting);
    }
}

Result<void> SessionController::reconnect()
{
    if (!m_program) {
        return tl::unexpected(m_program.error());
    }
    if (m_login || m_after != After::Nothing) {
        return failure(ErrorKind::BadRequest, tr("a login or logout is under way"));
    }
    if (m_status.state == SessionState::NeedsLogin) {
        return failure(ErrorKind::NotLoggedIn);
    }
    if (m_listener.isRunning()) {
        stopListener(After::Connect);
    } else {
        m_reconnect.reset();
        m_offline.reset();
        connectNow(SessionState::Connecting);
    }
    return {};
}

void SessionController::connectNow(SessionState state)
{
    m_retry.stop();
    if (!m_program || m_listener.isRunning()) {
        return;
    }
    settle(state, state == SessionState::Connecting ? std::nullopt : m_status.reason);
    m_listener.start(*m_program);
}

void SessionController::retryLater(SessionState state, Backoff& backoff, const Error& reason)
{
    settle(state, reason);
    m_retry.start(backoff.next());
}

void SessionController::stopListener(After after)
{
    m_retry.stop();
    if (m_listener.isRunning()) {
        m_after = after;
        m_listener.stop();
    }
}

void SessionController::stop(const std::optional<Error>& reason)
{
    m_stopReason = reason;
    if (m_login) {
        m_login->cancel();
    }
    if (m_listener.isRunning()) {
        stopListener(After::Stay);
    } else {
        m_retry.stop();
        QMetaObject::invokeMethod(this, &SessionController::stopped, Qt::QueuedConnection);
    }
}

void SessionController::wake()
{
    if (m_listener.isRunning() && m_after == After::Nothing) {
        m_listener.stopAfterSleep();
    } else {
        retryNow();
    }
}

void SessionController::retryNow()
{
    if (m_retry.isActive()) {
        connectNow(m_status.state);
    }
}

void SessionController::onConnected()
{
    m_proved = true;
    m_status.lastProvedMs = m_clock.nowMs();
    settle(SessionState::Online);
    emit provedSince(m_status.lastProvedMs);
    fetchAccount(this, [this](const Result<Account>& account) { onAccount(account); });
}

void SessionController::noteProof()
{
    if (m_proved) {
        m_status.lastProvedMs = m_clock.nowMs();
        emit statusChanged();
    } else if (m_status.state == SessionState::Offline) {
        retryNow();
    }
}

void SessionController::account(QObject* context, Reply<Account> done)
{
    if (m_account) {
        done(*m_account);
        return;
    }
    fetchAccount(context, std::move(done));
}

void SessionController::fetchAccount(QObject* context, Reply<Account> done)
{
    ZcaRequest request { zcaargs::meInfo(m_profile), m_policy.commandDeadline, ZcaLane::Query, {} };
    m_runner.run(
        std::move(request), context, [done = std::move(done)](const Result<ZcaOutput>& result) {
            done(result.and_then([](const ZcaOutput& output) { return parseAccount(output.out); }));
        });
}

void SessionController::onAccount(const Result<Account>& account)
{
    if (!account) {
        qCWarning(lcSession).noquote()
            << m_profile << "me info:" << errorText(account.error(), TextLanguage::English);
        if (!m_provingLogin.isEmpty()) {
            finishLogin(LoginStep::Kind::Failed, account.error());
        }
        return;
    }
    if (!m_listener.isRunning()) {
        return; // logged out or ended meanwhile
    }
    if (m_account != *account) {
        m_account = *account;
        emit accountChanged();
    }
    noteProof();
    if (!m_provingLogin.isEmpty()) {
        finishLogin(LoginStep::Kind::Confirmed);
    }
}

void SessionController::onListenerEnded(const ListenerEnd& end)
{
    setUnproved(errorKindName(end.error.kind));
    if (end.upFor >= m_policy.stableAfter) {
        m_reconnect.reset();
        m_offline.reset();
    }
    switch (std::exchange(m_after, After::Nothing)) {
    case After::Connect:
        connectNow(SessionState::Connecting);
        return;
    case After::Logout:
        runLogout();
        return;
    case After::Stay:
        if (m_program && m_stopReason) {
            settle(SessionState::Offline, m_stopReason);
        }
        emit stopped();
        return;
    case After::Nothing:
        followCause(end);
    }
}

void SessionController::followCause(const ListenerEnd& end)
{
    qCInfo(lcSession).noquote() << m_profile
                                << "listener ended:" << errorText(end.error, TextLanguage::English);
    switch (end.cause) {
    case ListenerCause::Slept:
        m_reconnect.reset();
        m_offline.reset();
        [[fallthrough]];
    case ListenerCause::Recycle:
        if (!end.wasConnected) {
            retryLater(SessionState::Reconnecting, m_reconnect, end.error);
            return;
        }
        settle(SessionState::Reconnecting, end.error);
        connectNow(SessionState::Reconnecting);
        return;
    case ListenerCause::Closed3000:
        settleTaken(SessionState::Duplicate, end.error);
        break;
    case ListenerCause::Closed3003:
        settleTaken(SessionState::Kicked, end.error);
        break;
    case ListenerCause::NotLoggedIn:
        settle(SessionState::NeedsLogin, end.error);
        break;
    case ListenerCause::Expired:
        settle(SessionState::Expired, end.error);
        break;
    case ListenerCause::Refused:
    case ListenerCause::Failed:
        askWhoIsThere(end.error);
        return;
    case ListenerCause::AlreadyOwned:
        if (m_reconnect.failures() >= OwnedTries) {
            settle(SessionState::Duplicate, end.error);
            break;
        }
        retryLater(SessionState::Reconnecting, m_reconnect, end.error);
        return;
    case ListenerCause::StartFailed:
        settle(SessionState::NoCli, end.error);
        emit programLost();
        break;
    case ListenerCause::Offline:
        retryLater(SessionState::Offline, m_offline, end.error);
        return;
    case ListenerCause::NetworkDrop:
    case ListenerCause::Stuck:
    case ListenerCause::Crashed:
    case ListenerCause::Stopped:
        retryLater(SessionState::Reconnecting, m_reconnect, end.error);
        return;
    }
    if (!m_provingLogin.isEmpty()) {
        finishLogin(LoginStep::Kind::Failed, end.error);
    }
}

//! Another program has the session now. OpenClaw's own channel keeps its logins in files of known
//! names: where one is there, it is named. Nothing is read from it.
void SessionController::settleTaken(SessionState state, const Error& reason)
{
    const QDir folder(m_folders.nativeLogins);
    const QString own = QStringLiteral("credentials-%1.json").arg(m_profile);
    const QStringList logins = m_folders.nativeLogins.isEmpty()
        ? QStringList()
        : folder.entryList(
            { QStringLiteral("credentials.json"), QStringLiteral("credentials-*.json") },
            QDir::Files, QDir::Name | QDir::Reversed);
    if (logins.isEmpty()) {
        settle(state, reason);
        return;
    }
    // Whose account it is cannot be seen; the same name is the best guess.
    const QString& login = logins.contains(own) ? own : logins.first();
    settle(state, Error { ErrorKind::NativeChannel, folder.filePath(login) });
}

//! The listener failed without saying why: `auth status` tells a dead login from a bad connection.
void SessionController::askWhoIsThere(const Error& unless)
{
    settle(SessionState::Reconnecting, unless);
    ZcaRequest request {
        zcaargs::authStatus(m_profile), m_policy.commandDeadline, ZcaLane::Query, {}
    };
    m_runner.run(std::move(request), this, [this, unless](const Result<ZcaOutput>& result) {
        if (m_listener.isRunning() || m_login || m_after != After::Nothing) {
            return;
        }
        if (!result && needsLogin(result.error().kind)) {
            settle(result.error().kind == ErrorKind::Expired ? SessionState::Expired
                                                             : SessionState::NeedsLogin,
                   result.error());
            if (!m_provingLogin.isEmpty()) {
                finishLogin(LoginStep::Kind::Failed, result.error());
            }
        } else if (!result && result.error().kind == ErrorKind::Offline) {
            retryLater(SessionState::Offline, m_offline, result.error());
        } else {
            retryLater(SessionState::Reconnecting, m_reconnect, unless);
        }
    });
}

void SessionController::setUnproved(const QString& cause)
{
    const bool wasProved = std::exchange(m_proved, false);
    // What is found out later is the better cause: a login that had ended looks like a bad
    // connection at first.
    if (m_status.lastProvedMs > 0 && (wasProved || m_unprovedCause != cause)) {
        m_unprovedCause = cause;
        emit unprovedSince(m_status.lastProvedMs, cause);
    }
}

void SessionController::settle(SessionState state, const std::optional<Error>& reason)
{
    SessionStatus next = m_status;
    if (next.state != state) {
        next.state = state;
        next.sinceMs = m_clock.nowMs();
    }
    next.reason = reason;
    next.nextStep = nextStepFor(state, reason);
    if (reason && (state == SessionState::Expired || state == SessionState::NeedsLogin)) {
        setUnproved(errorKindName(reason->kind));
    }
    if (next != m_status) {
        m_status = next;
        qCInfo(lcSession).noquote() << m_profile << "is" << sessionStateName(state);
        emit statusChanged();
    }
    tellChange();
}

void SessionController::tellChange()
{
    const std::optional<Error>& reason = m_status.reason;
    // A try that begins has no reason of its own; the one before it stays.
    if (m_told && m_told->state == m_status.state && (!reason || m_told->reason == reason)) {
        return;
    }
    const bool isRenewal = reason && reason->kind == ErrorKind::Renewed;
    const bool endsRenewal = m_status.state == SessionState::Online && m_told && m_told->isRoutine;
    m_told = SessionChange { m_clock.nowMs(), m_status.state, reason, isRenewal || endsRenewal };
    emit stateChanged(*m_told);
}

} // namespace zalo
