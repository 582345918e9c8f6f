// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessioncontroller.h"

#include "core/logging.h"
#include "session/nativelogin.h"
#include "zca/zcalock.h"
#include "zca/zcarunner.h"

#include <algorithm>

namespace zalo {
namespace {

//! An orphaned listener of a killed companion dies within moments; a foreign one stays.
constexpr int OwnedTries = 3;

} // namespace

SessionController::SessionController(QString profile, ZcaRunner& runner, SessionFolders folders,
                                     Policy policy, const Clock& clock,
                                     std::unique_ptr<TcpView> kernel, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_folders(std::move(folders)),
      m_policy(policy),
      m_program(failure(ErrorKind::ZcaMissing)),
      m_listener(m_profile, m_folders.work, m_folders.spool, runner.parser(), policy),
      m_login(m_profile, runner, m_folders.work, policy, clock),
      m_commands(m_profile, runner, policy),
      m_identity(m_commands, policy.offlineRetry, policy.loginRetry),
      m_credentials(m_folders.zcaHome, m_profile),
      m_history(m_profile, runner, m_folders.work, policy, clock),
      m_groups(m_profile, runner, policy, clock),
      m_recheck(policy, clock, [this] { return isQuiet(); }),
      m_reporter(m_profile, clock),
      m_clock(clock),
      m_kernel(std::move(kernel)),
      m_watch(*m_kernel, policy, clock),
      m_pauses(policy, clock)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SessionController::onRetryDue);
    connect(&m_reporter, &StatusReporter::statusChanged, this, &SessionController::statusChanged);
    connect(&m_reporter, &StatusReporter::stateChanged, this, &SessionController::stateChanged);
    connect(&m_reporter, &StatusReporter::verifiedSince, this, &SessionController::verifiedSince);
    connect(&m_reporter, &StatusReporter::staleSince, this, [this](qint64 ms, GapCause cause) {
        m_history.missedSince(ms);
        m_groups.missedSince(ms);
        emit staleSince(ms, cause);
    });
    const auto handOn = [this](const InboundMessage& missed) {
        emit message(missed, 0, MessageOrigin::History);
    };
    connect(&m_history, &HistoryRecovery::message, this, [this, handOn](const auto& missed) {
        m_recheck.onWritten(missed.timestampMs);
        handOn(missed);
    });
    connect(&m_recheck, &HistoryRecheck::due, this, &SessionController::onRecheckDue);
    connect(&m_groups, &GroupHistory::message, this, handOn);
    connect(&m_groups, &GroupHistory::wanted, this, &SessionController::groupsWanted);
    connect(&m_groups, &GroupHistory::finished, this, &SessionController::reportAsked);
    connect(&m_groups, &GroupHistory::released, this,
            [this](const InboundMessage& received, quint64 token) {
                emit message(received, token, MessageOrigin::Listener);
            });
    connect(&m_history, &HistoryRecovery::connectionFree, this,
            &SessionController::onConnectionFree);
    connect(&m_history, &HistoryRecovery::finished, this, &SessionController::onHistoryAsked);
    connect(&m_watch, &ConnectionWatch::heard, &m_reporter, &StatusReporter::markHeard);
    connect(&m_watch, &ConnectionWatch::silent, this, &SessionController::onSilent);
    connect(&m_watch, &ConnectionWatch::renewalDue, this, &SessionController::onRenewalDue);
    connect(&m_listener, &ZcaListener::starting, this, [this] {
        m_listeningAccount.clear();
        emit listenerStarting();
    });
    connect(&m_listener, &ZcaListener::connected, this, [this] {
        m_reporter.markVerified();
        m_watch.start(m_listener.processId());
        m_pauses.loginAccepted();
        handle(Trigger::ListenerConnected);
        m_recheck.onConnected(m_history.askedMs());
        askAboutGroups();
    });
    connect(&m_listener, &ZcaListener::ended, this, &SessionController::onListenerEnded);
    connect(&m_listener, &ZcaListener::message, this,
            [this](const InboundMessage& received, quint64 token, bool recovered) {
                if (!recovered && m_listener.isConnected()) {
                    markAlive();
                }
                if (!received.isGroup) {
                    m_recheck.onWritten(received.timestampMs);
                }
                if (!recovered && m_history.isRunning()) { // what it brings is older
                    m_heard.append({ received, token });
                    return;
                }
                if (!recovered && m_groups.hold(received, token)) {
                    return;
                }
                emit message(received, token,
                             recovered ? MessageOrigin::EarlierRun : MessageOrigin::Listener);
            });
    connect(&m_listener, &ZcaListener::linesDropped, this,
            [this](qsizetype count, UnusableLine why) {
                qCWarning(lcSession).noquote()
                    << m_profile << "lines of zca dropped:" << count << unusableLineText(why);
            });
    connect(&m_identity, &IdentityCheck::answered, this, &SessionController::onIdentityAnswered);
    connect(&m_identity, &IdentityCheck::certaintyChanged, this,
            &SessionController::certaintyChanged);
    connect(&m_credentials, &CredentialsWatch::replaced, this, [this] {
        if (!m_login.isRunning()) {
            handle(Trigger::CredentialsReplaced);
        }
    });
    connect(&m_runner, &ZcaRunner::loginDead, this, [this](const QString& of) {
        if (of == m_profile) {
            handle(Trigger::LoginDoubted);
        }
    });
    connect(&m_login, &SessionLogin::step, this, &SessionController::onLoginStep);
    connect(&m_login, &SessionLogin::held, this, [this] { handle(Trigger::LoginHeld); });
    connect(&m_login, &SessionLogin::givenUp, this, [this] { m_loginMayCome = false; });
    connect(&m_login, &SessionLogin::succeeded, this, [this] {
        m_loginMayCome = false;
        handle(Trigger::LoginSucceeded);
    });
    connect(&m_login, &SessionLogin::failed, this, [this] {
        m_loginMayCome = false;
        handle(Trigger::LoginFailed);
        if (m_listener.isConnected() && !m_identity.isCertain()) {
            m_identity.ask(); // whether the old login is the one that is there
        }
    });
}

SessionController::~SessionController() = default;

// ------------------------------------------------------------------------------------- requests

void SessionController::setProgram(const Result<ZcaProgram>& program)
{
    m_program = program;
    if (!program) {
        handle(Trigger::ProgramLost, program.error());
        return;
    }
    const bool isAnother = m_lastProgram && *m_lastProgram != *program;
    m_lastProgram = *program;
    handle(isAnother ? Trigger::ProgramChanged : Trigger::ProgramFound);
}

Result<void> SessionController::reconnect()
{
    const QString busy = tr("a login or logout is under way");
    if (const auto refused = refusal(Trigger::ReconnectRequested, busy)) {
        return tl::unexpected(*refused);
    }
    if (m_login.isRunning()) { // its end decides what is connected with
        return failure(ErrorKind::BadRequest, busy);
    }
    handle(Trigger::ReconnectRequested);
    return {};
}

Result<QString> SessionController::startLogin(const ZcaProgram& program, const Account& expected)
{
    if (const auto refused = refusal(Trigger::LoginRequested, tr("a logout is under way"))) {
        return tl::unexpected(*refused);
    }
    if (m_login.isHeld()) {
        return failure(ErrorKind::BadRequest,
                       tr("another person logged in, and the window asks what to do"));
    }
    m_expected = expected;
    m_program = program;
    m_lastProgram = program;
    handle(Trigger::LoginRequested);
    return m_login.id();
}

bool SessionController::acceptLogin(const QString& loginId)
{
    if (!m_login.isHeld() || m_login.id() != loginId) {
        return false;
    }
    m_login.accept();
    return true;
}

bool SessionController::cancelLogin(const QString& loginId)
{
    if (!m_login.isRunning() || m_login.id() != loginId) {
        return false;
    }
    if (m_login.isHeld()) { // zca has the other one's login in the place of the earlier one
        logout(this, [this](const Result<void>& done) {
            if (!done) {
                qCWarning(lcSession).noquote()
                    << m_profile << "logout:" << errorText(done.error(), TextLanguage::English);
            }
        });
        return true;
    }
    m_login.cancel();
    return true;
}

void SessionController::logout(QObject* context, Callback<void> done)
{
    Callback<void> answer = boundTo<void>(context, std::move(done));
    if (const auto refused = refusal(Trigger::LogoutRequested, tr("a logout is under way"))) {
        QMetaObject::invokeMethod(
            this, [answer, refused] { answer(tl::unexpected(*refused)); }, Qt::QueuedConnection);
        return;
    }
    m_logoutDone = std::move(answer);
    handle(Trigger::LogoutRequested);
}

void SessionController::suspend(const Error& reason)
{
    handle(Trigger::SuspendRequested, reason);
}

void SessionController::resume()
{
    handle(Trigger::ResumeRequested);
}

void SessionController::stop()
{
    handle(Trigger::EndRequested);
}

void SessionController::markAlive()
{
    m_lastTraffic = m_clock.steadyMs();
    handle(Trigger::SignOfLife);
}

void SessionController::wake()
{
    handle(Trigger::Woke);
}

void SessionController::retryNow()
{
    handle(Trigger::NetworkReturned);
}

void SessionController::yieldTo(const QString& otherProfile)
{
    m_identity.invalidate();
    if (m_listener.isRunning() || m_awaitsHistory) {
        m_yieldedTo = otherProfile;
        endListener(ListenerCause::Stopped);
    } else {
        handle(Trigger::YieldRequested, Error { ErrorKind::AccountInUse, otherProfile });
    }
}

void SessionController::account(QObject* context, Callback<Account> done)
{
    if (m_account) {
        done(*m_account);
        return;
    }
    m_commands.askAccount(context, std::move(done));
}

//! Why a request is not possible now; nothing where it is.
std::optional<Error> SessionController::refusal(Trigger request, const QString& busy) const
{
    const auto actions = SessionMachine::transition(m_phase, request).actions;
    if (actions.contains(Action::RefuseNoProgram)) {
        return m_program.error();
    }
    if (actions.contains(Action::RefuseNotLoggedIn)) {
        return Error { ErrorKind::NotLoggedIn, {} };
    }
    if (actions.contains(Action::RefuseBusy)) {
        return Error { ErrorKind::BadRequest, busy };
    }
    return actions.contains(Action::RefuseEnded) ? std::optional(Error { ErrorKind::Cancelled, {} })
                                                 : std::nullopt;
}

// ----------------------------------------------------------------------------------- the machine

void SessionController::handle(Trigger trigger, const Evidence& evidence)
{
    const SessionMachine::Transition next = SessionMachine::transition(
        m_phase, trigger, m_held ? std::optional(m_held->first) : std::nullopt);
    if (next.next != m_phase) {
        qCDebug(lcSession) << m_profile << m_phase << trigger << next.next;
        m_retry.stop();
        m_nextTryMs = 0;
        m_phase = next.next;
        m_credentials.watch();
        const bool isTaken = m_phase == Phase::Kicked || m_phase == Phase::Duplicate
            || trigger == Trigger::ListenerContested;
        if (isTaken && !m_identity.isCertain()) {
            m_identity.ask(); // commands work beside the listener that another program has
        }
    }
    show(next.shown, evidence);
    for (const Action action : next.actions) {
        carryOut(action, evidence);
    }
    const bool isOnline = m_phase == Phase::Online || m_phase == Phase::OnlineExpired;
    m_reporter.setRetry({ m_nextTryMs, isOnline ? 0 : m_pauses.failures(), m_pauses.refusals(),
                          m_pauses.isLoginDoubtful() });
}

void SessionController::show(SessionMachine::Shown shown, const Evidence& evidence)
{
    using Shown = SessionMachine::Shown;
    const SessionState state = SessionMachine::shownState(m_phase).value_or(status().state);
    const auto* reason = std::get_if<StateReason>(&evidence);
    switch (shown) {
    case Shown::AsBefore:
        return;
    case Shown::State:
        m_reporter.show(state, {});
        return;
    case Shown::StateAndReason:
        m_reporter.show(state, reason ? std::optional(*reason) : status().reason,
                        m_phase == Phase::OnlineExpired);
        if (SessionMachine::isHeld(m_phase)) {
            m_held = { m_phase, status().reason };
        }
        return;
    case Shown::HeldState:
        m_reporter.show(state, m_held ? m_held->second : std::nullopt);
        return;
    }
    Q_UNREACHABLE();
}

void SessionController::waitFor(std::chrono::milliseconds pause)
{
    m_retry.start(pause);
    m_nextTryMs = m_clock.nowMs() + pause.count();
}

// NOLINTNEXTLINE(readability-function-size): a case for each action
void SessionController::carryOut(Action action, const Evidence& evidence)
{
    const auto* reason = std::get_if<StateReason>(&evidence);
    const Error* cause = reason ? std::get_if<Error>(reason) : nullptr;
    const Error error = cause ? *cause : Error { ErrorKind::Cancelled, {} };
    switch (action) {
    case Action::StartListener:
        m_held.reset();
        m_identity.invalidate();
        m_yieldedTo.clear();
        if (lockOwner(m_falseOwner) == LockOwner::Foreign) {
            m_listener.ignoreLock();
        }
        startListener();
        break;
    case Action::StopListener:
        endListener(ListenerCause::Stopped);
        break;
    case Action::EndSilentListener:
        endListener(ListenerCause::Silent);
        break;
    case Action::EndListenerAfterSleep:
        endListener(ListenerCause::Slept);
        break;
    case Action::RenewListener:
        endListener(ListenerCause::Recycle);
        break;
    case Action::CheckAfterSleep:
        m_watch.demandAnswer(ConnectionWatch::Occasion::Woke);
        break;
    case Action::CheckConnection:
        m_watch.demandAnswer(ConnectionWatch::Occasion::NetworkReturned);
        break;
    case Action::RecoverSpools:
        m_listener.recover();
        break;
    case Action::ScheduleReconnect:
        waitFor(m_pauses.afterBreak());
        break;
    case Action::ScheduleOfflineRetry:
        waitFor(m_pauses.whileOffline());
        break;
    case Action::ScheduleLoginRetry:
        waitFor(m_pauses.afterRefusal());
        break;
    case Action::ContinueLoginPause:
        waitFor(m_pauses.untilNextLogin());
        break;
    case Action::ScheduleStart:
        waitFor(m_policy.zcaSearch);
        break;
    case Action::ResetBackoff:
        m_held.reset();
        m_pauses.reset();
        break;
    case Action::HoldKicked:
        m_held = { Phase::Kicked, reason ? std::optional(*reason) : std::nullopt };
        break;
    case Action::BeginLogin:
        m_login.begin(*m_program, m_expected);
        break;
    case Action::CancelLogin:
        m_login.cancel();
        break;
    case Action::ConfirmLogin:
        m_login.confirm(*m_account);
        break;
    case Action::FailLogin:
        m_login.fail(error);
        break;
    case Action::AbandonLogin:
        m_login.abandon();
        break;
    case Action::RunLogout:
        m_commands.logout(this, [this](const Result<void>& result) {
            if (result) {
                handle(Trigger::LogoutSucceeded, Error { ErrorKind::NotLoggedIn, {} });
            } else {
                handle(Trigger::LogoutFailed, result.error());
            }
        });
        break;
    case Action::ConfirmLogout:
        std::exchange(m_logoutDone, {})({});
        break;
    case Action::FailLogout:
        std::exchange(m_logoutDone, {})(tl::unexpected(error));
        break;
    case Action::RecheckAccount:
        m_identity.invalidate();
        m_identity.ask();
        break;
    case Action::ProbeLogin:
        if (std::exchange(m_isProbing, true)) {
            break;
        }
        m_commands.askLogin(this, [this](const auto& login) { onProbeAnswered(login); });
        break;
    case Action::AskAccount:
        m_identity.ask();
        break;
    case Action::KeepAccount:
        keepAccount(std::get<Account>(evidence));
        acceptIdentity();
        break;
    case Action::ForgetAccount:
        m_identity.invalidate();
        keepAccount({});
        break;
    case Action::MarkAlive:
        if (m_listener.isConnected() && !m_watch.canTell()) {
            m_reporter.markAlive();
        }
        break;
    case Action::ReportVerified:
        m_reporter.reportVerified();
        break;
    case Action::ReportProgramLost:
        emit programLost();
        break;
    case Action::ReportEnded:
        QMetaObject::invokeMethod(this, &SessionController::stopped, Qt::QueuedConnection);
        break;
    case Action::RefuseNoProgram:
    case Action::RefuseNotLoggedIn:
    case Action::RefuseBusy:
    case Action::RefuseEnded:
        break; // refusal() answered
    }
}

// -------------------------------------------------------------------------------------- evidence

void SessionController::onListenerEnded(const ListenerEnd& end)
{
    m_groups.stop(end.cause == ListenerCause::Closed3000);
    m_recheck.stop();
    m_watch.stop();
    if (end.reason) {
        qCInfo(lcSession).noquote()
            << m_profile
            << "listener ended:" << stateReasonText(*end.reason, TextLanguage::English);
    }
    m_identity.pause();
    m_pauses.connectionEnded(end.connectedFor);
    const bool isYielding = !m_yieldedTo.isEmpty();
    const Trigger trigger = isYielding ? Trigger::ListenerDuplicate : triggerOf(end);
    std::optional<StateReason> reason = end.reason;
    if (trigger == Trigger::ListenerContested) {
        reason = StateCause::Contested;
    } else if (trigger == Trigger::ListenerDropped && end.cause == ListenerCause::Closed3000) {
        reason = StateCause::OwnCommand;
    } else if (std::exchange(m_isRechecking, false) && trigger == Trigger::ListenerRenewed) {
        reason = StateCause::AsksHistory;
    }
    const bool isOurLogin = trigger == Trigger::ListenerReplaced
        || (trigger == Trigger::ListenerKicked && m_phase == Phase::StoppingToReconnect);
    m_reporter.markStale(reason && !isOurLogin ? gapCauseOf(*reason) : GapCause::Interrupted,
                         end.wasConnected);
    Evidence evidence;
    if (m_phase == Phase::OnlineExpired) {
        evidence = Error { ErrorKind::Expired, {} };
    } else if (reason) {
        evidence = *reason;
    }
    if (isYielding) {
        evidence = Error { ErrorKind::AccountInUse, std::exchange(m_yieldedTo, {}) };
    } else if (trigger == Trigger::ListenerKicked || trigger == Trigger::ListenerReplaced
               || trigger == Trigger::ListenerDuplicate) {
        if (const auto file = findNativeLogin(m_folders.nativeLogins, m_profile)) {
            evidence = Error { ErrorKind::NativeChannel, *file };
        }
    }
    handle(trigger, evidence);
}

//! What was missed comes before what a listener hears: it is older. What an earlier listener left
//! is older still.
void SessionController::startListener()
{
    if (m_history.isRunning()) { // it reads what it got before the last listener
        m_awaitsHistory = true;
        return;
    }
    // Each question is a login, too, and Zalo refuses those just now.
    if (m_pauses.refusals() > 0 || !m_history.isDue(*m_program)) {
        m_listener.start(*m_program);
        return;
    }
    m_awaitsHistory = true;
    m_listener.recover();
    m_history.start(*m_program);
}

void SessionController::onConnectionFree()
{
    if (std::exchange(m_awaitsHistory, false)) {
        m_listener.start(*m_program, m_history.listenDatabase());
    }
}

void SessionController::onHistoryAsked()
{
    askAboutGroups(); // what is heard of them waits for the answer
    const auto heard = std::exchange(m_heard, {});
    for (const auto& [received, token] : heard) {
        if (!m_groups.hold(received, token)) {
            emit message(received, token, MessageOrigin::Listener);
        }
    }
    if (const auto cause = std::exchange(m_endCause, {})) {
        onListenerEnded({ .cause = *cause,
                          .reason = {},
                          .closeCode = 0,
                          .wasConnected = false,
                          .connectedFor = {} });
    } else if (std::exchange(m_awaitsHistory, false)) {
        startListener();
    }
}

//! Once a listener is connected and the direct chats have been read.
void SessionController::askAboutGroups()
{
    if (!m_listener.isConnected() || m_history.isRunning() || !m_program
        || !m_history.isMissed(*m_program)) {
        return;
    }
    if (m_groups.isMissed() && m_program->can(ZcaCapability::MsgRecent)) {
        m_groups.begin();
    } else {
        reportAsked(true);
    }
}

//! What was missed ends here, or `isComplete` is false and groups are asked for again.
void SessionController::reportAsked(bool isComplete)
{
    emit historyAsked(m_history.fromMs(), m_history.isAnswered() && isComplete);
    if (isComplete) {
        m_history.endMissed();
    }
    if (m_history.isAnswered()) {
        m_recheck.onAnswered();
    } else {
        m_recheck.retryLater();
    }
}

void SessionController::missedSince(qint64 ms)
{
    m_history.missedSince(ms);
    m_groups.missedSince(ms);
    if (m_listener.isConnected()) {
        m_groups.retryLater();
        m_recheck.retryLater();
    }
}

//! The connection is heard of once more, so that the outage begins when it does.
void SessionController::endListener(ListenerCause cause)
{
    if (std::exchange(m_awaitsHistory, false)) {
        m_endCause = cause;
        m_history.cancel();
        return;
    }
    m_watch.read();
    m_watch.stop();
    m_listener.stop(cause);
}

//! A command of ours that has the account's websocket would lose it to a listener, and what it
//! carries: it is waited for, but not for ever.
void SessionController::onRetryDue()
{
    if (!m_runner.usesWebsocket(m_profile)) {
        m_websocketWait.invalidate();
    } else if (!m_websocketWait.isValid()) {
        m_websocketWait.start();
    }
    if (m_websocketWait.isValid()
        && m_websocketWait.elapsed() < m_policy.websocketPatience.count()) {
        m_retry.start(m_policy.reconnect.first);
        return;
    }
    m_websocketWait.invalidate();
    handle(Trigger::RetryDue);
}

void SessionController::onSilent(ConnectionWatch::Silence why)
{
    switch (why) {
    case ConnectionWatch::Silence::Unacknowledged:
        handle(Trigger::ConnectionSilent);
        return;
    case ConnectionWatch::Silence::AfterSleep:
        handle(Trigger::ConnectionLostInSleep);
        return;
    }
    Q_UNREACHABLE();
}

//! Nothing is expected now.
bool SessionController::isQuiet() const
{
    return m_clock.steadyMs() - m_lastTraffic >= m_policy.quietMoment.count() && m_runner.isIdle()
        && !m_login.isRunning();
}

//! Each renewal is a moment in which nothing is received.
void SessionController::onRenewalDue()
{
    if (isQuiet()) {
        handle(Trigger::RenewalDue);
    }
}

//! The question comes before the next listener.
void SessionController::onRecheckDue(qint64 fromMs)
{
    if (m_phase != Phase::Online || !m_program || !m_program->can(ZcaCapability::Database)) {
        return;
    }
    m_history.missedSince(fromMs);
    if (!m_history.isDue(*m_program)) {
        m_recheck.retryLater();
        return;
    }
    m_isRechecking = true;
    handle(Trigger::RenewalDue);
}

SessionController::Trigger SessionController::triggerOf(const ListenerEnd& end)
{
    switch (end.cause) {
    case ListenerCause::Recycle:
        return Trigger::ListenerRenewed;
    case ListenerCause::Slept:
        return Trigger::ListenerSlept;
    case ListenerCause::Closed3000:
        // Our own doing, by a command that ran while the listener was connected. Else two programs
        // that take the connection from each other right after each question would never end.
        if (m_runner.usesWebsocket(m_profile, std::min(m_policy.ownWebsocket, end.connectedFor))) {
            return Trigger::ListenerDropped;
        }
        return m_pauses.connectionTaken(end.connectedFor) ? Trigger::ListenerDuplicate
                                                          : Trigger::ListenerContested;
    case ListenerCause::Closed3003: // so is what comes with the confirmation of our login
        return m_loginMayCome ? Trigger::ListenerReplaced : Trigger::ListenerKicked;
    case ListenerCause::NotLoggedIn:
        return Trigger::ListenerLoggedOut;
    case ListenerCause::Expired:
        return Trigger::ListenerExpired;
    case ListenerCause::LoginRefused:
        m_pauses.loginRefused(*errorKindOf(end.reason));
        return Trigger::ListenerRefused;
    case ListenerCause::Refused:
    case ListenerCause::Flooded:
    case ListenerCause::Failed:
        return Trigger::ListenerUnclear;
    case ListenerCause::AlreadyOwned:
        m_falseOwner = lockOwner(end.lockedBy) == LockOwner::Foreign ? end.lockedBy : 0;
        return m_pauses.breaks() < OwnedTries ? Trigger::ListenerLocked
                                              : Trigger::ListenerLockedForGood;
    case ListenerCause::StartFailed:
    case ListenerCause::Unsupported:
        return Trigger::ListenerUnstartable;
    case ListenerCause::Offline:
    case ListenerCause::Hindered: // it passes, too
        return Trigger::ListenerOffline;
    case ListenerCause::NetworkDrop:
    case ListenerCause::Silent:
    case ListenerCause::Stuck:
    case ListenerCause::Crashed:
    case ListenerCause::Stopped:
        return Trigger::ListenerDropped;
    }
    Q_UNREACHABLE();
}

void SessionController::onIdentityAnswered(const Result<Account>& account)
{
    // The connection was taken. Commands work beside the listener that another program has.
    const bool isTaken = m_phase == Phase::Kicked || m_phase == Phase::Duplicate
        || (m_phase == Phase::BackingOff && !m_loginMayCome);
    if (account && isTaken) {
        keepAccount(*account);
        m_identity.accept();
    } else if (account) {
        handle(Trigger::AccountKnown, *account);
    } else {
        qCWarning(lcSession).noquote()
            << m_profile << "me info:" << errorText(account.error(), TextLanguage::English);
        handle(Trigger::AccountUnknown, account.error());
        if (m_listener.isConnected() && m_phase != Phase::OnlineExpired) {
            m_identity.askLater(account.error().kind);
        }
    }
}

//! `me info` answered while the listener ran. A listener that is being stopped makes room for a
//! login of which the answer says nothing.
void SessionController::acceptIdentity()
{
    const bool isListening = m_phase == Phase::Connecting || m_phase == Phase::Online
        || m_phase == Phase::Reconnecting || m_phase == Phase::OfflineRetrying;
    if (!isListening || m_loginMayCome) {
        return;
    }
    if (!m_listeningAccount.isEmpty() && m_listeningAccount != m_account->userId) {
        // Somebody logged in to the profile meanwhile: the listener is still the other one's.
        handle(Trigger::ReconnectRequested);
        return;
    }
    m_listeningAccount = m_account->userId;
    m_identity.accept();
}

//! From the scan on the phone may confirm it, and zca replace the credentials, at any moment. An
//! older dialect does not tell of the scan.
void SessionController::onLoginStep(const LoginStep& step)
{
    const bool tellsOfScan = m_program && m_program->can(ZcaCapability::QrPath);
    if (step.kind == LoginStep::Kind::Scanned
        || (step.kind == LoginStep::Kind::Qr && !tellsOfScan)) {
        m_loginMayCome = true;
        m_identity.invalidate();
    }
    emit loginStep(step);
}

void SessionController::keepAccount(const std::optional<Account>& account)
{
    if (m_account != account || !account) {
        m_account = account;
        emit accountChanged();
    }
}

//! The listener failed without saying why: `auth status` distinguishes a dead or refused login from
//! a bad connection.
void SessionController::onProbeAnswered(const Result<void>& login)
{
    m_isProbing = false;
    if (login) {
        handle(Trigger::ProbeInconclusive); // the listener's own reason stays
        return;
    }
    switch (login.error().kind) {
    case ErrorKind::NotLoggedIn:
        handle(Trigger::ProbeLoggedOut, login.error());
        break;
    case ErrorKind::Expired:
        handle(Trigger::ProbeExpired, login.error());
        break;
    case ErrorKind::Offline:
        handle(Trigger::ProbeOffline, login.error());
        break;
    case ErrorKind::LoginRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::ZaloRefused:
    case ErrorKind::ZcaFailed: // an answer that zca itself did not understand
        if (m_phase != SessionMachine::Phase::Probing) {
            break;
        }
        m_pauses.loginRefused(login.error().kind);
        handle(Trigger::ProbeRefused, login.error());
        break;
    default:
        handle(Trigger::ProbeInconclusive);
        break;
    }
}

} // namespace zalo
