// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sessionstatus.h"

#include <QObject>
#include <QVarLengthArray>

#include <optional>

namespace zalo {

//! The state machine of one session as data. TRANSITIONS.md prints all of it; SessionController
//! turns what happens into triggers and carries the actions out.
class SessionMachine
{
    Q_GADGET

public:
    //! Where the machine stands. Finer than the SessionState that people see: shownState().
    enum class Phase
    {
        NotStarted, //!< nobody has said yet which zca there is
        NoProgram, //!< there is no usable zca
        CannotStart, //!< there was one, but the listener could not be started
        LoggedOut,
        Expired,
        Kicked,
        Duplicate,
        LoggingIn, //!< a login runs, or awaits a decision, and no listener does
        Connecting, //!< the listener is started on request; nothing is verified yet
        Online,
        OnlineExpired, //!< the login is dead, the connection lives on: messages still come
        Reconnecting, //!< the listener was started again by itself
        BackingOff, //!< waiting before the next try
        LoginBackingOff, //!< the same, much longer: Zalo refused the login
        OfflineRetrying, //!< as Reconnecting, after Zalo could not be reached
        OfflineBackingOff,
        Probing, //!< the listener failed without saying why; `auth status` was asked
        StoppingToReconnect, //!< the listener is being stopped, and then…
        StoppingToLogIn,
        StoppingToLogOut,
        StoppingToSuspend,
        StoppingToEnd,
        StoppingWithoutProgram,
        LoggingOut, //!< `auth logout` runs
        Suspended, //!< messages cannot be stored, so none are received
        Ended //!< at the end of the program
    };
    Q_ENUM(Phase)

    //! What can happen. Requests come from outside; the rest is evidence.
    enum class Trigger
    {
        ProgramFound, //!< there is a zca; the one of before, where there was one
        ProgramChanged, //!< there is another zca than before
        ProgramLost,
        ReconnectRequested,
        LoginRequested,
        LogoutRequested,
        YieldRequested, //!< another profile of ours is connected with the account
        SuspendRequested,
        ResumeRequested, //!< messages can be stored again
        EndRequested,
        Woke, //!< this machine slept
        NetworkReturned, //!< the network seems to be back
        LoginDoubted, //!< a command was answered that the login is dead
        CredentialsReplaced, //!< somebody logged in to the profile, not by us
        SignOfLife, //!< a command of this profile worked, or a message arrived
        RetryDue,
        LoginSucceeded, //!< zca says so; not verified yet
        LoginHeld, //!< zca logged somebody else in than was expected: a person decides
        LoginFailed, //!< declined, expired, cancelled or broken
        LogoutSucceeded,
        LogoutFailed,
        AccountKnown, //!< `me info` answered
        AccountUnknown,
        ListenerConnected,
        // The connection, by what the kernel knows of it:
        ConnectionSilent, //!< what is sent is not acknowledged any more
        ConnectionLostInSleep, //!< it gave no sign of life after a sleep
        RenewalDue, //!< the kernel cannot tell, for long now, and nothing is under way
        // The listener ended:
        ListenerRenewed, //!< as planned
        ListenerSlept, //!< stopped because this machine had slept
        ListenerDropped,
        ListenerUnclear, //!< without saying why
        ListenerRefused, //!< Zalo refused the login
        ListenerOffline,
        ListenerLocked, //!< another listener of this machine has the profile
        ListenerLockedForGood, //!< after several tries it still has
        ListenerUnstartable,
        ListenerLoggedOut,
        ListenerExpired,
        ListenerKicked,
        ListenerDuplicate,
        ListenerReplaced, //!< kicked, while a login of ours may just have been confirmed
        ListenerContested, //!< another program took the connection, and may be gone in a moment
        // The probe answered:
        ProbeLoggedOut,
        ProbeExpired,
        ProbeOffline,
        ProbeRefused, //!< Zalo refused the login
        ProbeInconclusive
    };
    Q_ENUM(Trigger)

    enum class Action
    {
        StartListener, //!< once the history was asked for what was missed
        StopListener,
        EndSilentListener, //!< stops it; ListenerDropped follows
        EndListenerAfterSleep, //!< the same; ListenerSlept follows
        RenewListener, //!< the same; ListenerRenewed follows
        CheckAfterSleep, //!< the connection has to give a sign of life
        CheckConnection, //!< the same, where an acknowledgement is waited for
        RecoverSpools, //!< read what an earlier run left
        ScheduleReconnect,
        ScheduleOfflineRetry,
        ScheduleLoginRetry,
        ScheduleStart, //!< of a zca that did not run just now
        ContinueLoginPause, //!< waits for what is left of it
        ResetBackoff, //!< of all three
        HoldKicked, //!< if the login fails it was another program that took the connection
        BeginLogin,
        CancelLogin,
        ConfirmLogin, //!< the login that awaits its verification, if one does
        FailLogin, //!< the same
        AbandonLogin, //!< the same
        RunLogout,
        ConfirmLogout, //!< answers who asked for it
        FailLogout,
        ProbeLogin, //!< asks `auth status`
        AskAccount, //!< asks `me info`
        RecheckAccount, //!< the same: it may be somebody else's by now
        KeepAccount,
        ForgetAccount,
        MarkAlive, //!< moves the time of the last verification, where the kernel cannot tell it
        ReportVerified,
        ReportProgramLost,
        ReportEnded,
        RefuseNoProgram, //!< a request is answered with an error and changes nothing
        RefuseNotLoggedIn,
        RefuseBusy,
        RefuseEnded
    };
    Q_ENUM(Action)

    using Actions = QVarLengthArray<Action, 3>;

    //! What people are shown after a transition.
    enum class Shown
    {
        AsBefore,
        State, //!< shownState(), without a reason
        StateAndReason, //!< with the trigger's reason, or the one before where it brings none
        HeldState //!< with the reason for which it is held
    };

    struct Transition
    {
        Phase next;
        Shown shown = Shown::AsBefore;
        Actions actions = {}; //!< carried out in this order, after the state was shown

        friend bool operator==(const Transition&, const Transition&) = default;
    };

    //! What follows when `trigger` happens in `phase`. Every pair is decided. `held`: the last
    //! phase that isHeld(), where no listener was started since.
    [[nodiscard]] static Transition transition(Phase phase, Trigger trigger,
                                               std::optional<Phase> held = {});

    //! True for the phases that a person ends, or another zca, or their own time: whatever comes
    //! between, for example a login that is cancelled, leads back to them.
    [[nodiscard]] static bool isHeld(Phase phase);

    //! The state that entering the phase shows; nothing for the phases that show what was before.
    [[nodiscard]] static std::optional<SessionState> shownState(Phase phase);
};

} // namespace zalo
