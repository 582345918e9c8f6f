// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessiontransitions.h"

#include <utility>

// One file, though long: it is one table. One function for each trigger, or for triggers that are
// handled alike; each decides every phase. There is no `default`: a new phase or trigger does not
// compile until all its pairs are decided.

namespace zalo {
namespace {

using Phase = SessionMachine::Phase;
using Trigger = SessionMachine::Trigger;
using Action = SessionMachine::Action;
using Actions = SessionMachine::Actions;
using Shown = SessionMachine::Shown;
using Transition = SessionMachine::Transition;

//! Nothing becomes of the phase or of what is shown.
Transition stay(Phase phase, Actions actions = {})
{
    return { phase, Shown::AsBefore, std::move(actions) };
}

//! Another phase that shows what was shown before.
Transition quietly(Phase next, Actions actions = {})
{
    return { next, Shown::AsBefore, std::move(actions) };
}

//! Another phase, with its state.
Transition enter(Phase next, Actions actions = {})
{
    const bool isCalm =
        next == Phase::Connecting || next == Phase::Online || next == Phase::LoggingIn;
    return { next, isCalm ? Shown::State : Shown::StateAndReason, std::move(actions) };
}

Transition connect()
{
    return enter(Phase::Connecting, { Action::StartListener });
}

//! Connects, but where only a person may do that: there it is as it was.
Transition connectUnless(std::optional<Phase> held, Actions actions = {})
{
    if (held == Phase::LoginBackingOff) {
        actions.insert(actions.cbegin(), Action::ContinueLoginPause);
    }
    if (held) {
        return { *held, Shown::HeldState, std::move(actions) };
    }
    actions.insert(actions.cbegin(), Action::StartListener);
    return enter(Phase::Connecting, std::move(actions));
}

// ---------------------------------------------------------------------------------- the program

//! To be told about a program is no command to connect: what was taken by another program stays
//! taken, and a pause goes on. Where the login was the trouble, another zca may know a better one.
Transition programFound(Phase phase, bool isAnother, std::optional<Phase> held)
{
    switch (phase) {
    case Phase::NotStarted:
    case Phase::CannotStart:
        return connect();
    case Phase::NoProgram:
        return isAnother && held != Phase::Kicked && held != Phase::Duplicate ? connect()
                                                                              : connectUnless(held);
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
        return isAnother ? connect() : stay(phase);
    case Phase::StoppingWithoutProgram:
        return quietly(Phase::StoppingToReconnect);
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend: // until messages can be stored again
    case Phase::StoppingToEnd:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition programLost(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return enter(Phase::StoppingWithoutProgram,
                     { Action::CancelLogin, Action::RecoverSpools, Action::StopListener });
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToSuspend:
    case Phase::StoppingWithoutProgram:
        return enter(Phase::StoppingWithoutProgram, { Action::CancelLogin, Action::RecoverSpools });
    case Phase::StoppingToLogOut:
        return enter(Phase::StoppingWithoutProgram, { Action::FailLogout, Action::RecoverSpools });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return enter(Phase::NoProgram, { Action::CancelLogin, Action::RecoverSpools });
    case Phase::LoggingOut:
        return enter(Phase::NoProgram, { Action::FailLogout, Action::RecoverSpools });
    case Phase::StoppingToEnd:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

// ------------------------------------------------------------------------------------- requests

Transition reconnectRequested(Phase phase)
{
    switch (phase) {
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::StoppingWithoutProgram:
        return stay(phase, { Action::RefuseNoProgram });
    case Phase::LoggedOut:
        return stay(phase, { Action::RefuseNotLoggedIn });
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return quietly(Phase::StoppingToReconnect, { Action::StopListener });
    case Phase::CannotStart:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return enter(Phase::Connecting, { Action::ResetBackoff, Action::StartListener });
    case Phase::LoggingIn:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::LoggingOut:
        return stay(phase, { Action::RefuseBusy });
    case Phase::StoppingToEnd:
    case Phase::Ended:
        return stay(phase, { Action::RefuseEnded });
    }
    Q_UNREACHABLE();
}

//! The request brings a program along.
Transition loginRequested(Phase phase)
{
    switch (phase) {
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return enter(Phase::LoggingIn, { Action::BeginLogin });
    case Phase::Connecting: // the old login works until the new one is confirmed
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToSuspend:
        return stay(phase, { Action::BeginLogin });
    case Phase::StoppingWithoutProgram:
        return quietly(Phase::StoppingToReconnect, { Action::BeginLogin });
    case Phase::StoppingToLogOut:
    case Phase::LoggingOut:
        return stay(phase, { Action::RefuseBusy });
    case Phase::StoppingToEnd:
    case Phase::Ended:
        return stay(phase, { Action::RefuseEnded });
    }
    Q_UNREACHABLE();
}

Transition logoutRequested(Phase phase)
{
    switch (phase) {
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::StoppingWithoutProgram:
        return stay(phase, { Action::RefuseNoProgram });
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return quietly(Phase::StoppingToLogOut, { Action::CancelLogin, Action::StopListener });
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToSuspend:
        return quietly(Phase::StoppingToLogOut, { Action::CancelLogin });
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return quietly(Phase::LoggingOut, { Action::CancelLogin, Action::RunLogout });
    case Phase::StoppingToLogOut:
    case Phase::LoggingOut:
        return stay(phase, { Action::RefuseBusy });
    case Phase::StoppingToEnd:
    case Phase::Ended:
        return stay(phase, { Action::RefuseEnded });
    }
    Q_UNREACHABLE();
}

//! A listener that runs is stopped by its controller. One that is only waited for is given up.
Transition yieldRequested(Phase phase)
{
    switch (phase) {
    case Phase::BackingOff:
        return enter(Phase::Duplicate, { Action::FailLogin });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::LoginBackingOff:
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition suspendRequested(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return enter(Phase::StoppingToSuspend, { Action::CancelLogin, Action::StopListener });
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToSuspend:
        return enter(Phase::StoppingToSuspend, { Action::CancelLogin });
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return enter(Phase::Suspended, { Action::CancelLogin });
    case Phase::NotStarted: // nothing is received; what is shown stays the better answer
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
        return stay(phase, { Action::CancelLogin });
    case Phase::StoppingToLogOut:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition resumeRequested(Phase phase, std::optional<Phase> held)
{
    switch (phase) {
    case Phase::Suspended:
        return connectUnless(held);
    case Phase::StoppingToSuspend:
        return quietly(Phase::StoppingToReconnect);
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition endRequested(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return quietly(Phase::StoppingToEnd, { Action::CancelLogin, Action::StopListener });
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToSuspend:
    case Phase::StoppingWithoutProgram:
        return quietly(Phase::StoppingToEnd, { Action::CancelLogin });
    case Phase::StoppingToLogOut:
        return quietly(Phase::StoppingToEnd, { Action::FailLogout });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::Suspended:
        return quietly(Phase::Ended, { Action::CancelLogin, Action::ReportEnded });
    case Phase::LoggingOut:
        return quietly(Phase::Ended, { Action::FailLogout, Action::ReportEnded });
    case Phase::StoppingToEnd:
        return stay(phase);
    case Phase::Ended:
        return stay(phase, { Action::ReportEnded });
    }
    Q_UNREACHABLE();
}

// ------------------------------------------------------------------ the machine and its network

//! RetryDue, NetworkReturned and Woke end a pause between tries. What is connected has to prove it;
//! what was about to connect when the machine fell asleep begins again.
Transition tryAgain(Phase phase, Trigger trigger)
{
    switch (phase) {
    case Phase::BackingOff:
        return enter(Phase::Reconnecting, { Action::StartListener });
    case Phase::LoginBackingOff: // the network was not what refused it
        return trigger == Trigger::RetryDue ? enter(Phase::Reconnecting, { Action::StartListener })
                                            : stay(phase);
    case Phase::OfflineBackingOff:
        return enter(Phase::OfflineRetrying, { Action::StartListener });
    case Phase::CannotStart: // it is shown until the listener connects
        return trigger == Trigger::RetryDue
            ? quietly(Phase::Reconnecting, { Action::StartListener })
            : stay(phase);
    case Phase::Online:
    case Phase::OnlineExpired:
        if (trigger == Trigger::RetryDue) {
            return stay(phase);
        }
        return stay(
            phase,
            { trigger == Trigger::Woke ? Action::CheckAfterSleep : Action::CheckConnection });
    case Phase::Connecting:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return trigger == Trigger::Woke ? stay(phase, { Action::EndListenerAfterSleep })
                                        : stay(phase);
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked: // what another program took stays taken
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition signOfLife(Phase phase)
{
    switch (phase) {
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
        return stay(phase, { Action::MarkAlive });
    case Phase::OfflineBackingOff: // Zalo can be reached
        return enter(Phase::OfflineRetrying, { Action::StartListener });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineRetrying:
    case Phase::Probing:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

// ------------------------------------------------------------------------------ login and logout

Transition loginSucceeded(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return quietly(Phase::StoppingToReconnect, { Action::ResetBackoff, Action::StopListener });
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
        return enter(Phase::Connecting, { Action::ResetBackoff, Action::StartListener });
    case Phase::StoppingToLogIn:
        return quietly(Phase::StoppingToReconnect, { Action::ResetBackoff });
    case Phase::NotStarted: // verified when it is connected
    case Phase::NoProgram:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToSuspend:
    case Phase::StoppingWithoutProgram:
    case Phase::Suspended:
        return stay(phase, { Action::ResetBackoff });
    case Phase::StoppingToLogOut:
    case Phase::StoppingToEnd:
    case Phase::LoggingOut:
    case Phase::Ended:
        return stay(phase, { Action::AbandonLogin });
    }
    Q_UNREACHABLE();
}

//! The listener is still the one of who was expected: it ends, and nothing is started before a
//! person has decided.
Transition loginHeld(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return quietly(Phase::StoppingToLogIn, { Action::StopListener });
    case Phase::StoppingToReconnect:
        return quietly(Phase::StoppingToLogIn);
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
        return enter(Phase::LoggingIn);
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

Transition loginFailed(Phase phase, std::optional<Phase> held)
{
    switch (phase) {
    case Phase::CannotStart: // whether an earlier login still works is found out by connecting
    case Phase::BackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
        return connect();
    case Phase::LoggingIn:
        return connectUnless(held);
    case Phase::StoppingToLogIn:
        return quietly(Phase::StoppingToReconnect);
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoginBackingOff:
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

//! Where the session has gone on meanwhile, whoever asked has been answered.
Transition logoutFinished(Phase phase, bool succeeded, std::optional<Phase> held = {})
{
    switch (phase) {
    case Phase::LoggingOut:
        return succeeded ? enter(Phase::LoggedOut, { Action::ForgetAccount, Action::ConfirmLogout })
                         : connectUnless(held, { Action::FailLogout });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::Suspended:
    case Phase::Ended:
        return succeeded ? stay(phase, { Action::ForgetAccount }) : stay(phase);
    }
    Q_UNREACHABLE();
}

Transition accountAnswered(Phase phase, bool known)
{
    switch (phase) {
    case Phase::OnlineExpired: // the login works after all
        return known
            ? enter(Phase::Online, { Action::KeepAccount, Action::MarkAlive, Action::ConfirmLogin })
            : stay(phase);
    case Phase::Connecting:
    case Phase::Online:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return known ? stay(phase, { Action::KeepAccount, Action::MarkAlive, Action::ConfirmLogin })
                     : stay(phase, { Action::FailLogin });
    case Phase::StoppingToLogIn: // it may be of whom nobody has agreed to yet
        return stay(phase);
    case Phase::StoppingToReconnect: // the answer says nothing about a login that came after it
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
        return known ? stay(phase, { Action::KeepAccount, Action::MarkAlive }) : stay(phase);
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return known ? stay(phase) : stay(phase, { Action::FailLogin });
    }
    Q_UNREACHABLE();
}

// --------------------------------------------------------------------------------- the listener

Transition listenerConnected(Phase phase)
{
    switch (phase) {
    case Phase::Connecting:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return enter(Phase::Online, { Action::ReportVerified, Action::AskAccount });
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
        return stay(phase, { Action::ReportVerified });
    case Phase::NotStarted: // no listener runs, or it has said so before
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Online:
    case Phase::OnlineExpired:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

//! What is watched is the connection of a session that is Online.
Transition connectionJudged(Phase phase, Action action)
{
    switch (phase) {
    case Phase::Online:
    case Phase::OnlineExpired:
        return stay(phase, { action });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

//! What the cause of an end that was not asked for is followed by.
Transition afterCause(Phase phase, Trigger trigger)
{
    switch (trigger) {
    case Trigger::ListenerRenewed:
        // One that never connected is not started again and again without a pause.
        return phase == Phase::Online ? enter(Phase::Reconnecting, { Action::StartListener })
                                      : enter(Phase::BackingOff, { Action::ScheduleReconnect });
    case Trigger::ListenerSlept:
        return phase == Phase::Online
            ? enter(Phase::Reconnecting, { Action::ResetBackoff, Action::StartListener })
            : enter(Phase::BackingOff, { Action::ResetBackoff, Action::ScheduleReconnect });
    case Trigger::ListenerDropped:
    case Trigger::ListenerLocked:
    case Trigger::ListenerContested:
        return enter(Phase::BackingOff, { Action::ScheduleReconnect });
    case Trigger::ListenerUnclear:
        return enter(Phase::Probing, { Action::ProbeLogin });
    case Trigger::ListenerRefused:
        return enter(Phase::LoginBackingOff, { Action::ScheduleLoginRetry, Action::FailLogin });
    case Trigger::ListenerOffline:
        return enter(Phase::OfflineBackingOff, { Action::ScheduleOfflineRetry });
    case Trigger::ListenerUnstartable:
        return enter(Phase::CannotStart,
                     { Action::ReportProgramLost, Action::FailLogin, Action::ScheduleStart });
    case Trigger::ListenerLoggedOut:
        return enter(Phase::LoggedOut, { Action::FailLogin });
    case Trigger::ListenerExpired:
        return enter(Phase::Expired, { Action::FailLogin });
    case Trigger::ListenerKicked:
        return enter(Phase::Kicked, { Action::FailLogin });
    case Trigger::ListenerReplaced:
        return enter(Phase::LoggingIn, { Action::HoldKicked });
    case Trigger::ListenerDuplicate:
    case Trigger::ListenerLockedForGood:
        return enter(Phase::Duplicate, { Action::FailLogin });
    case Trigger::ProgramFound:
    case Trigger::ProgramChanged:
    case Trigger::ProgramLost:
    case Trigger::ReconnectRequested:
    case Trigger::LoginRequested:
    case Trigger::LogoutRequested:
    case Trigger::YieldRequested:
    case Trigger::SuspendRequested:
    case Trigger::ResumeRequested:
    case Trigger::EndRequested:
    case Trigger::Woke:
    case Trigger::NetworkReturned:
    case Trigger::LoginDoubted:
    case Trigger::CredentialsReplaced:
    case Trigger::SignOfLife:
    case Trigger::RetryDue:
    case Trigger::LoginSucceeded:
    case Trigger::LoginHeld:
    case Trigger::LoginFailed:
    case Trigger::LogoutSucceeded:
    case Trigger::LogoutFailed:
    case Trigger::AccountKnown:
    case Trigger::AccountUnknown:
    case Trigger::ListenerConnected:
    case Trigger::ConnectionSilent:
    case Trigger::ConnectionLostInSleep:
    case Trigger::RenewalDue:
    case Trigger::ProbeLoggedOut:
    case Trigger::ProbeExpired:
    case Trigger::ProbeOffline:
    case Trigger::ProbeRefused:
    case Trigger::ProbeInconclusive:
        break; // no end of a listener
    }
    Q_UNREACHABLE();
}

Transition listenerEnded(Phase phase, Trigger trigger)
{
    switch (phase) {
    case Phase::OnlineExpired:
        return enter(Phase::Expired, { Action::FailLogin });
    case Phase::Connecting:
    case Phase::Online:
    case Phase::Reconnecting:
    case Phase::OfflineRetrying:
        return afterCause(phase, trigger);
    case Phase::StoppingToReconnect: // it was asked for, whatever else the listener said
        return connect();
    case Phase::StoppingToLogIn:
        return enter(Phase::LoggingIn);
    case Phase::StoppingToLogOut:
        return quietly(Phase::LoggingOut, { Action::RunLogout });
    case Phase::StoppingToSuspend: // it may have been taken a moment before
        return trigger == Trigger::ListenerKicked || trigger == Trigger::ListenerDuplicate
            ? afterCause(phase, trigger)
            : quietly(Phase::Suspended);
    case Phase::StoppingToEnd:
        return quietly(Phase::Ended, { Action::ReportEnded });
    case Phase::StoppingWithoutProgram:
        return quietly(Phase::NoProgram);
    case Phase::NotStarted: // no listener runs
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

//! A command said that the login is dead: `auth status` is asked before that is believed.
Transition loginDoubted(Phase phase)
{
    return phase == Phase::Online ? stay(phase, { Action::ProbeLogin }) : stay(phase);
}

//! Where the login was what was missing, there may be one now, and where the connection was taken
//! it was for that login.
Transition credentialsReplaced(Phase phase)
{
    switch (phase) {
    case Phase::LoggedOut:
    case Phase::Expired:
    case Phase::Kicked:
    case Phase::LoginBackingOff:
        return enter(Phase::Connecting, { Action::ResetBackoff, Action::StartListener });
    case Phase::OnlineExpired:
        return quietly(Phase::StoppingToReconnect, { Action::ResetBackoff, Action::StopListener });
    case Phase::Online:
        return stay(phase, { Action::RecheckAccount });
    case Phase::NotStarted:
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::Duplicate:
    case Phase::LoggingIn:
    case Phase::Connecting:
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::Probing:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToSuspend:
    case Phase::StoppingToEnd:
    case Phase::StoppingWithoutProgram:
    case Phase::LoggingOut:
    case Phase::Suspended:
    case Phase::Ended:
        return stay(phase);
    }
    Q_UNREACHABLE();
}

//! An answer that comes after the session has gone on is no news.
Transition probeAnswered(Phase phase, const Transition& verdict)
{
    return phase == Phase::Probing ? verdict : stay(phase);
}

} // namespace

SessionMachine::Transition SessionMachine::transition(Phase phase, Trigger trigger,
                                                      std::optional<Phase> held)
{
    switch (trigger) {
    case Trigger::ProgramFound:
        return programFound(phase, false, held);
    case Trigger::ProgramChanged:
        return programFound(phase, true, held);
    case Trigger::ProgramLost:
        return programLost(phase);
    case Trigger::ReconnectRequested:
        return reconnectRequested(phase);
    case Trigger::LoginRequested:
        return loginRequested(phase);
    case Trigger::LogoutRequested:
        return logoutRequested(phase);
    case Trigger::YieldRequested:
        return yieldRequested(phase);
    case Trigger::SuspendRequested:
        return suspendRequested(phase);
    case Trigger::ResumeRequested:
        return resumeRequested(phase, held);
    case Trigger::EndRequested:
        return endRequested(phase);
    case Trigger::Woke:
    case Trigger::NetworkReturned:
    case Trigger::RetryDue:
        return tryAgain(phase, trigger);
    case Trigger::LoginDoubted:
        return loginDoubted(phase);
    case Trigger::CredentialsReplaced:
        return credentialsReplaced(phase);
    case Trigger::SignOfLife:
        return signOfLife(phase);
    case Trigger::LoginSucceeded:
        return loginSucceeded(phase);
    case Trigger::LoginHeld:
        return loginHeld(phase);
    case Trigger::LoginFailed:
        return loginFailed(phase, held);
    case Trigger::LogoutSucceeded:
        return logoutFinished(phase, true);
    case Trigger::LogoutFailed:
        return logoutFinished(phase, false, held);
    case Trigger::AccountKnown:
        return accountAnswered(phase, true);
    case Trigger::AccountUnknown:
        return accountAnswered(phase, false);
    case Trigger::ListenerConnected:
        return listenerConnected(phase);
    case Trigger::ConnectionSilent:
        return connectionJudged(phase, Action::EndSilentListener);
    case Trigger::ConnectionLostInSleep:
        return connectionJudged(phase, Action::EndListenerAfterSleep);
    case Trigger::RenewalDue:
        return connectionJudged(phase, Action::RenewListener);
    case Trigger::ListenerRenewed:
    case Trigger::ListenerSlept:
    case Trigger::ListenerDropped:
    case Trigger::ListenerUnclear:
    case Trigger::ListenerRefused:
    case Trigger::ListenerOffline:
    case Trigger::ListenerLocked:
    case Trigger::ListenerLockedForGood:
    case Trigger::ListenerUnstartable:
    case Trigger::ListenerLoggedOut:
    case Trigger::ListenerExpired:
    case Trigger::ListenerKicked:
    case Trigger::ListenerDuplicate:
    case Trigger::ListenerReplaced:
    case Trigger::ListenerContested:
        return listenerEnded(phase, trigger);
    case Trigger::ProbeLoggedOut:
        return probeAnswered(phase, enter(Phase::LoggedOut, { Action::FailLogin }));
    case Trigger::ProbeExpired:
        return phase == Phase::Online
            ? enter(Phase::OnlineExpired, { Action::FailLogin })
            : probeAnswered(phase, enter(Phase::Expired, { Action::FailLogin }));
    case Trigger::ProbeOffline:
        return probeAnswered(phase,
                             enter(Phase::OfflineBackingOff, { Action::ScheduleOfflineRetry }));
    case Trigger::ProbeRefused:
        return probeAnswered(
            phase,
            enter(Phase::LoginBackingOff, { Action::ScheduleLoginRetry, Action::FailLogin }));
    case Trigger::ProbeInconclusive:
        return probeAnswered(phase, enter(Phase::BackingOff, { Action::ScheduleReconnect }));
    }
    Q_UNREACHABLE();
}

bool SessionMachine::isHeld(Phase phase)
{
    return phase == Phase::LoggedOut || phase == Phase::Expired || phase == Phase::Kicked
        || phase == Phase::Duplicate || phase == Phase::LoginBackingOff;
}

std::optional<SessionState> SessionMachine::shownState(Phase phase)
{
    switch (phase) {
    case Phase::NoProgram:
    case Phase::CannotStart:
    case Phase::StoppingWithoutProgram:
        return SessionState::NoCli;
    case Phase::LoggedOut:
        return SessionState::NeedsLogin;
    case Phase::OnlineExpired:
    case Phase::Expired:
        return SessionState::Expired;
    case Phase::Kicked:
        return SessionState::Kicked;
    case Phase::Duplicate:
        return SessionState::Duplicate;
    case Phase::LoggingIn:
        return SessionState::LoggingIn;
    case Phase::Connecting:
        return SessionState::Connecting;
    case Phase::Online:
        return SessionState::Online;
    case Phase::Reconnecting:
    case Phase::BackingOff:
    case Phase::LoginBackingOff:
    case Phase::Probing:
        return SessionState::Reconnecting;
    case Phase::OfflineRetrying:
    case Phase::OfflineBackingOff:
    case Phase::StoppingToSuspend:
    case Phase::Suspended:
        return SessionState::Offline;
    case Phase::NotStarted:
    case Phase::StoppingToReconnect:
    case Phase::StoppingToLogIn:
    case Phase::StoppingToLogOut:
    case Phase::StoppingToEnd:
    case Phase::LoggingOut:
    case Phase::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace zalo
