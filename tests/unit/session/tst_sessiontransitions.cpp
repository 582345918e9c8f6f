// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessiontransitions.h"

#include <QFile>
#include <QMetaEnum>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

using Phase = SessionMachine::Phase;
using Trigger = SessionMachine::Trigger;
using Action = SessionMachine::Action;
using Actions = SessionMachine::Actions;
using Shown = SessionMachine::Shown;
using Transition = SessionMachine::Transition;

namespace {

template <typename Enum> QList<Enum> all()
{
    QList<Enum> values;
    const auto meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        values << Enum(meta.value(i));
    }
    return values;
}

template <typename Enum> QString name(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
}

//! Runs of listeners, as the phase implies them.
bool hasListener(Phase phase)
{
    return QSet<Phase> { Phase::Connecting,
                         Phase::Online,
                         Phase::OnlineExpired,
                         Phase::Reconnecting,
                         Phase::OfflineRetrying,
                         Phase::StoppingToReconnect,
                         Phase::StoppingToLogIn,
                         Phase::StoppingToLogOut,
                         Phase::StoppingToSuspend,
                         Phase::StoppingToEnd,
                         Phase::StoppingWithoutProgram }
        .contains(phase);
}

bool isStopping(Phase phase)
{
    return name(phase).startsWith(u"Stopping");
}

bool isListenerEnd(Trigger trigger)
{
    return name(trigger).startsWith(u"Listener") && trigger != Trigger::ListenerConnected;
}

bool isWaiting(Phase phase)
{
    return phase == Phase::BackingOff || phase == Phase::OfflineBackingOff
        || phase == Phase::LoginBackingOff;
}

bool isRefusal(Action action)
{
    return name(action).startsWith(u"Refuse");
}

// ---------------------------------------------------------------------------- the printed table

QList<Phase> heldPhases()
{
    QList<Phase> phases = all<Phase>();
    phases.removeIf([](Phase phase) { return !SessionMachine::isHeld(phase); });
    return phases;
}

//! One row of the document: what follows, without the phase it started in.
QString outcome(Phase phase, const Transition& transition)
{
    QStringList actions;
    for (const Action action : transition.actions) {
        actions << name(action);
    }
    QString shown;
    if (transition.shown != Shown::AsBefore) {
        shown = sessionStateName(*SessionMachine::shownState(transition.next));
        if (transition.shown == Shown::StateAndReason) {
            shown += u" + reason"_s;
        } else if (transition.shown == Shown::HeldState) {
            shown += u" + its reason"_s;
        }
    }
    const QString next = transition.next == phase && transition.shown == Shown::AsBefore
        ? u"stays"_s
        : name(transition.next);
    return u"%1 | %2 | %3"_s.arg(next, shown, actions.join(u", "_s));
}

QString tableOf(Trigger trigger)
{
    QStringList outcomes; // in the order of the first phase of each
    QHash<QString, QStringList> phases;
    const auto add = [&](const QString& in, const QString& result) {
        if (!phases.contains(result)) {
            outcomes << result;
        }
        phases[result] << in;
    };
    for (const Phase phase : all<Phase>()) {
        const Transition free = SessionMachine::transition(phase, trigger);
        add(name(phase), outcome(phase, free));
        for (const Phase held : heldPhases()) {
            const Transition found = SessionMachine::transition(phase, trigger, held);
            if (found != free) {
                add(u"%1 after %2"_s.arg(name(phase), name(held)), outcome(phase, found));
            }
        }
    }
    // The outcome of most phases comes last, as "any other".
    const auto most = std::max_element(
        outcomes.begin(), outcomes.end(), [&phases](const QString& left, const QString& right) {
            return phases.value(left).size() < phases.value(right).size();
        });
    const QString common = *most;
    outcomes.erase(most);
    QString text =
        u"\n### %1\n\n| In | Next | Shown | Actions |\n| --- | --- | --- | --- |\n"_s.arg(
            name(trigger));
    for (const QString& result : std::as_const(outcomes)) {
        text += u"| %1 | %2 |\n"_s.arg(phases.value(result).join(u", "_s), result);
    }
    return text + u"| %1 | %2 |\n"_s.arg(outcomes.isEmpty() ? u"any"_s : u"any other"_s, common);
}

QString printed()
{
    QString text;
    for (const Trigger trigger : all<Trigger>()) {
        text += tableOf(trigger);
    }
    text.replace(u"|  |"_s, u"| |"_s);
    return text.replace(u"|  |"_s, u"| |"_s);
}

} // namespace

//! Each row of the table, the rules that hold over all of it, and the document that prints it.
class TestSessionTransitions : public QObject
{
    Q_OBJECT

private slots:
    //! app/session/TRANSITIONS.md is the table as it was last reviewed, so this compares every row.
    //! `ZALO_WRITE_TRANSITIONS=1 tst_sessiontransitions document` writes it anew.
    void document()
    {
        QFile file(QStringLiteral(ZALO_SOURCE_DIR "/app/session/TRANSITIONS.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        file.close();
        const QString mark = u"<!-- generated from here on -->\n"_s;
        const qsizetype start = text.indexOf(mark) + mark.size();
        QVERIFY(text.contains(mark));
        if (qEnvironmentVariableIsSet("ZALO_WRITE_TRANSITIONS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((text.left(start) + printed()).toUtf8());
            return;
        }
        const QStringList expected = printed().split(u'\n');
        const QStringList found = text.mid(start).split(u'\n');
        for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i) {
            QCOMPARE(found.at(i), expected.at(i));
        }
        QCOMPARE(found.size(), expected.size());
    }

    void rows_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<Trigger>("trigger");
        QTest::addColumn<Phase>("next");
        QTest::addColumn<Actions>("actions");
        const auto row = [](Phase phase, Trigger trigger, Phase next, const Actions& actions = {}) {
            QTest::addRow("%s, %s", qPrintable(name(phase)), qPrintable(name(trigger)))
                << phase << trigger << next << actions;
        };
        using P = Phase;
        using T = Trigger;
        using A = Action;
        // The way of a session that works.
        row(P::NotStarted, T::ProgramFound, P::Connecting, { A::StartListener });
        row(P::Connecting, T::ListenerConnected, P::Online, { A::ReportVerified, A::AskAccount });
        row(P::Online, T::AccountKnown, P::Online,
            { A::KeepAccount, A::MarkAlive, A::ConfirmLogin });
        row(P::Online, T::SignOfLife, P::Online, { A::MarkAlive });
        row(P::Online, T::EndRequested, P::StoppingToEnd, { A::CancelLogin, A::StopListener });
        row(P::StoppingToEnd, T::ListenerDropped, P::Ended, { A::ReportEnded });
        // Causes of an end, while it was connected and before.
        row(P::Online, T::ListenerRenewed, P::Reconnecting, { A::StartListener });
        row(P::Connecting, T::ListenerRenewed, P::BackingOff, { A::ScheduleReconnect });
        row(P::Reconnecting, T::ListenerRenewed, P::BackingOff, { A::ScheduleReconnect });
        row(P::Online, T::ListenerSlept, P::Reconnecting, { A::ResetBackoff, A::StartListener });
        row(P::Reconnecting, T::ListenerSlept, P::BackingOff,
            { A::ResetBackoff, A::ScheduleReconnect });
        row(P::Online, T::ListenerDropped, P::BackingOff, { A::ScheduleReconnect });
        row(P::Online, T::ListenerUnclear, P::Probing, { A::ProbeLogin });
        row(P::Reconnecting, T::ListenerOffline, P::OfflineBackingOff, { A::ScheduleOfflineRetry });
        row(P::Connecting, T::ListenerLocked, P::BackingOff, { A::ScheduleReconnect });
        row(P::Reconnecting, T::ListenerLockedForGood, P::Duplicate, { A::FailLogin });
        row(P::Connecting, T::ListenerUnstartable, P::CannotStart,
            { A::ReportProgramLost, A::FailLogin, A::ScheduleStart });
        row(P::CannotStart, T::RetryDue, P::Reconnecting, { A::StartListener });
        row(P::CannotStart, T::NetworkReturned, P::CannotStart);
        row(P::Connecting, T::ListenerLoggedOut, P::LoggedOut, { A::FailLogin });
        row(P::Online, T::ListenerExpired, P::Expired, { A::FailLogin });
        row(P::Online, T::ListenerKicked, P::Kicked, { A::FailLogin });
        row(P::Online, T::ListenerDuplicate, P::Duplicate, { A::FailLogin });
        row(P::Online, T::ListenerContested, P::BackingOff, { A::ScheduleReconnect });
        row(P::Online, T::ListenerReplaced, P::LoggingIn, { A::HoldKicked });
        row(P::StoppingToReconnect, T::ListenerReplaced, P::Connecting, { A::StartListener });
        row(P::BackingOff, T::YieldRequested, P::Duplicate, { A::FailLogin });
        row(P::Online, T::YieldRequested, P::Online); // its listener is stopped
        row(P::StoppingToReconnect, T::ListenerContested, P::Connecting, { A::StartListener });
        // Pauses, and what ends them.
        row(P::BackingOff, T::RetryDue, P::Reconnecting, { A::StartListener });
        row(P::OfflineBackingOff, T::RetryDue, P::OfflineRetrying, { A::StartListener });
        row(P::OfflineBackingOff, T::SignOfLife, P::OfflineRetrying, { A::StartListener });
        row(P::BackingOff, T::SignOfLife, P::BackingOff);
        row(P::BackingOff, T::NetworkReturned, P::Reconnecting, { A::StartListener });
        row(P::OfflineBackingOff, T::Woke, P::OfflineRetrying, { A::StartListener });
        // What is connected has to prove it; what was about to connect begins again.
        row(P::Online, T::Woke, P::Online, { A::CheckAfterSleep });
        row(P::Online, T::NetworkReturned, P::Online, { A::CheckConnection });
        row(P::Connecting, T::Woke, P::Connecting, { A::EndListenerAfterSleep });
        row(P::Connecting, T::NetworkReturned, P::Connecting);
        // What the kernel tells of the connection.
        row(P::Online, T::ConnectionSilent, P::Online, { A::EndSilentListener });
        row(P::Online, T::ConnectionLostInSleep, P::Online, { A::EndListenerAfterSleep });
        row(P::Online, T::RenewalDue, P::Online, { A::RenewListener });
        row(P::StoppingToSuspend, T::ConnectionSilent, P::StoppingToSuspend);
        row(P::Reconnecting, T::RenewalDue, P::Reconnecting);
        // What another program took stays taken.
        row(P::Kicked, T::Woke, P::Kicked);
        row(P::Duplicate, T::NetworkReturned, P::Duplicate);
        row(P::Kicked, T::ReconnectRequested, P::Connecting, { A::ResetBackoff, A::StartListener });
        // To be told about a program is no command to connect.
        for (const P phase : { P::Kicked, P::Duplicate, P::Expired, P::LoggedOut, P::BackingOff,
                               P::LoginBackingOff, P::OfflineBackingOff, P::Probing }) {
            row(phase, T::ProgramFound, phase);
        }
        row(P::Kicked, T::ProgramChanged, P::Kicked);
        row(P::Duplicate, T::ProgramChanged, P::Duplicate);
        row(P::Expired, T::ProgramChanged, P::Connecting, { A::StartListener });
        row(P::Kicked, T::LoginFailed, P::Kicked);
        // A login that Zalo refuses is asked again after a long time, whatever the network does.
        row(P::Connecting, T::ListenerRefused, P::LoginBackingOff,
            { A::ScheduleLoginRetry, A::FailLogin });
        row(P::LoginBackingOff, T::RetryDue, P::Reconnecting, { A::StartListener });
        row(P::LoginBackingOff, T::NetworkReturned, P::LoginBackingOff);
        row(P::LoginBackingOff, T::Woke, P::LoginBackingOff);
        row(P::LoginBackingOff, T::SignOfLife, P::LoginBackingOff);
        row(P::LoginBackingOff, T::ReconnectRequested, P::Connecting,
            { A::ResetBackoff, A::StartListener });
        row(P::Probing, T::ProbeRefused, P::LoginBackingOff,
            { A::ScheduleLoginRetry, A::FailLogin });
        // The probe.
        row(P::Probing, T::ProbeExpired, P::Expired, { A::FailLogin });
        row(P::Probing, T::ProbeLoggedOut, P::LoggedOut, { A::FailLogin });
        row(P::Probing, T::ProbeOffline, P::OfflineBackingOff, { A::ScheduleOfflineRetry });
        row(P::Probing, T::ProbeInconclusive, P::BackingOff, { A::ScheduleReconnect });
        row(P::LoggingIn, T::ProbeExpired, P::LoggingIn);
        // A command says that the login is dead; the connection may live on.
        row(P::Online, T::LoginDoubted, P::Online, { A::ProbeLogin });
        row(P::Reconnecting, T::LoginDoubted, P::Reconnecting);
        row(P::Online, T::ProbeExpired, P::OnlineExpired, { A::FailLogin });
        row(P::Online, T::ProbeInconclusive, P::Online);
        row(P::OnlineExpired, T::ListenerDropped, P::Expired, { A::FailLogin });
        row(P::OnlineExpired, T::LoginSucceeded, P::StoppingToReconnect,
            { A::ResetBackoff, A::StopListener });
        // Somebody logs in with another program.
        for (const P phase : { P::LoggedOut, P::Expired, P::Kicked, P::LoginBackingOff }) {
            row(phase, T::CredentialsReplaced, P::Connecting,
                { A::ResetBackoff, A::StartListener });
        }
        row(P::Duplicate, T::CredentialsReplaced, P::Duplicate);
        row(P::Online, T::CredentialsReplaced, P::Online, { A::RecheckAccount });
        row(P::OnlineExpired, T::CredentialsReplaced, P::StoppingToReconnect,
            { A::ResetBackoff, A::StopListener });
        // A login, beside a connection and without one.
        row(P::LoggedOut, T::LoginRequested, P::LoggingIn, { A::BeginLogin });
        row(P::LoggingIn, T::LoginSucceeded, P::Connecting, { A::ResetBackoff, A::StartListener });
        row(P::LoggingIn, T::LoginFailed, P::Connecting, { A::StartListener });
        row(P::Online, T::LoginRequested, P::Online, { A::BeginLogin });
        row(P::Online, T::LoginFailed, P::Online);
        row(P::Online, T::LoginSucceeded, P::StoppingToReconnect,
            { A::ResetBackoff, A::StopListener });
        // A 3000 or 3003 at the end of our own stop is our own doing.
        row(P::StoppingToReconnect, T::ListenerKicked, P::Connecting, { A::StartListener });
        row(P::StoppingToReconnect, T::ListenerDuplicate, P::Connecting, { A::StartListener });
        row(P::StoppingToLogOut, T::ListenerDuplicate, P::LoggingOut, { A::RunLogout });
        row(P::StoppingToReconnect, T::AccountKnown, P::StoppingToReconnect,
            { A::KeepAccount, A::MarkAlive });
        row(P::StoppingToReconnect, T::AccountUnknown, P::StoppingToReconnect);

        // Another person logged in: nothing connects before somebody has agreed.
        row(P::Online, T::LoginHeld, P::StoppingToLogIn, { A::StopListener });
        row(P::LoggingIn, T::LoginHeld, P::LoggingIn);
        row(P::BackingOff, T::LoginHeld, P::LoggingIn);
        row(P::StoppingToLogIn, T::AccountKnown, P::StoppingToLogIn);
        row(P::StoppingToLogIn, T::ListenerDropped, P::LoggingIn);
        row(P::StoppingToLogIn, T::LoginSucceeded, P::StoppingToReconnect, { A::ResetBackoff });
        row(P::StoppingToLogIn, T::LogoutRequested, P::StoppingToLogOut, { A::CancelLogin });
        row(P::LoggingIn, T::RetryDue, P::LoggingIn);
        row(P::LoggingIn, T::NetworkReturned, P::LoggingIn);
        // A logout.
        row(P::Online, T::LogoutRequested, P::StoppingToLogOut,
            { A::CancelLogin, A::StopListener });
        row(P::BackingOff, T::LogoutRequested, P::LoggingOut, { A::CancelLogin, A::RunLogout });
        row(P::LoggingOut, T::LogoutSucceeded, P::LoggedOut,
            { A::ForgetAccount, A::ConfirmLogout });
        row(P::LoggingOut, T::LogoutFailed, P::Connecting, { A::StartListener, A::FailLogout });
        row(P::LoggingOut, T::ProgramFound, P::LoggingOut);
        row(P::LoggingOut, T::LoginRequested, P::LoggingOut, { A::RefuseBusy });
        row(P::LoggingOut, T::LogoutRequested, P::LoggingOut, { A::RefuseBusy });
        row(P::LoggedOut, T::ReconnectRequested, P::LoggedOut, { A::RefuseNotLoggedIn });
        // zca went, and came back while its listener was still being stopped.
        row(P::Online, T::ProgramLost, P::StoppingWithoutProgram,
            { A::CancelLogin, A::RecoverSpools, A::StopListener });
        row(P::StoppingWithoutProgram, T::ProgramFound, P::StoppingToReconnect);
        row(P::StoppingWithoutProgram, T::ListenerDropped, P::NoProgram);
        row(P::StoppingToLogOut, T::ProgramLost, P::StoppingWithoutProgram,
            { A::FailLogout, A::RecoverSpools });
        row(P::NoProgram, T::ReconnectRequested, P::NoProgram, { A::RefuseNoProgram });
        // Messages cannot be stored, and can be again.
        row(P::Online, T::SuspendRequested, P::StoppingToSuspend,
            { A::CancelLogin, A::StopListener });
        row(P::BackingOff, T::SuspendRequested, P::Suspended, { A::CancelLogin });
        row(P::StoppingToSuspend, T::ListenerDropped, P::Suspended);
        row(P::StoppingToSuspend, T::ListenerKicked, P::Kicked, { A::FailLogin });
        row(P::Suspended, T::ResumeRequested, P::Connecting, { A::StartListener });
        row(P::StoppingToSuspend, T::ResumeRequested, P::StoppingToReconnect);
        row(P::Suspended, T::ProgramChanged, P::Suspended);
        row(P::StoppingToSuspend, T::ProgramFound, P::StoppingToSuspend);
        row(P::Kicked, T::ResumeRequested, P::Kicked);
        row(P::LoginBackingOff, T::ResumeRequested, P::LoginBackingOff);
        row(P::Kicked, T::SuspendRequested, P::Kicked, { A::CancelLogin });
    }

    void rows()
    {
        QFETCH(Phase, phase);
        QFETCH(Trigger, trigger);
        QFETCH(Phase, next);
        QFETCH(Actions, actions);
        const Transition found = SessionMachine::transition(phase, trigger);
        QCOMPARE(found.next, next);
        QCOMPARE(found.actions, actions);
    }

    //! What comes between leads back to where only a person, or another zca, leads out of.
    void heldPhasesAreComeBackTo()
    {
        for (const Phase held : heldPhases()) {
            const Actions pause = held == Phase::LoginBackingOff
                ? Actions { Action::ContinueLoginPause }
                : Actions {};
            Actions logoutFailed = pause;
            logoutFailed.append(Action::FailLogout);
            const auto back = [held](const Actions& actions) {
                return Transition { held, Shown::HeldState, actions };
            };
            QCOMPARE(SessionMachine::transition(Phase::NoProgram, Trigger::ProgramFound, held),
                     back(pause));
            QCOMPARE(SessionMachine::transition(Phase::LoggingIn, Trigger::LoginFailed, held),
                     back(pause));
            QCOMPARE(SessionMachine::transition(Phase::LoggingOut, Trigger::LogoutFailed, held),
                     back(logoutFailed));
            QCOMPARE(SessionMachine::transition(Phase::Suspended, Trigger::ResumeRequested, held),
                     back(pause));
        }
        for (const Phase held : { Phase::Kicked, Phase::Duplicate }) {
            QCOMPARE(
                SessionMachine::transition(Phase::NoProgram, Trigger::ProgramChanged, held).next,
                held);
        }
    }

    //! One listener at a time: it is started only where none runs, and stopped only where one does.
    void listeners()
    {
        for (const Phase phase : all<Phase>()) {
            for (const Trigger trigger : all<Trigger>()) {
                const Transition found = SessionMachine::transition(phase, trigger);
                const QString where = u"%1, %2"_s.arg(name(phase), name(trigger));
                const bool ended = isListenerEnd(trigger) && hasListener(phase);
                const bool runs = hasListener(phase) && !ended;
                const bool starts = found.actions.contains(Action::StartListener);
                QVERIFY2(!(runs && starts), qPrintable(where));
                QCOMPARE(hasListener(found.next), runs || starts);
                QVERIFY2(!found.actions.contains(Action::StopListener)
                             || (runs && !isStopping(phase) && isStopping(found.next)),
                         qPrintable(where));
                // Whoever begins to stop it says so.
                QVERIFY2(!isStopping(found.next) || isStopping(phase)
                             || found.actions.contains(Action::StopListener),
                         qPrintable(where));
            }
        }
    }

    //! A pause is waited for exactly where it was begun.
    void pauses()
    {
        for (const Phase phase : all<Phase>()) {
            for (const Trigger trigger : all<Trigger>()) {
                const Transition found = SessionMachine::transition(phase, trigger);
                const bool begins = found.next != phase && isWaiting(found.next);
                QCOMPARE(found.actions.contains(Action::ScheduleReconnect),
                         begins && found.next == Phase::BackingOff);
                QCOMPARE(found.actions.contains(Action::ScheduleOfflineRetry),
                         begins && found.next == Phase::OfflineBackingOff);
                QCOMPARE(found.actions.contains(Action::ScheduleLoginRetry),
                         begins && found.next == Phase::LoginBackingOff);
            }
        }
    }

    //! A refusal stands alone and changes nothing, and only requests are refused.
    void refusals()
    {
        for (const Phase phase : all<Phase>()) {
            for (const Trigger trigger : all<Trigger>()) {
                const Transition found = SessionMachine::transition(phase, trigger);
                if (std::none_of(found.actions.begin(), found.actions.end(), isRefusal)) {
                    continue;
                }
                QCOMPARE(found, (Transition { phase, Shown::AsBefore, found.actions }));
                QCOMPARE(found.actions.size(), 1);
                QVERIFY(trigger == Trigger::ReconnectRequested || trigger == Trigger::LoginRequested
                        || trigger == Trigger::LogoutRequested);
            }
        }
    }

    //! What is shown is known wherever it is to be shown.
    void shownStates()
    {
        for (const Phase phase : all<Phase>()) {
            for (const Trigger trigger : all<Trigger>()) {
                const Transition found = SessionMachine::transition(phase, trigger);
                QVERIFY(found.shown == Shown::AsBefore || SessionMachine::shownState(found.next));
                const QSet<Phase> calm { Phase::Connecting, Phase::Online, Phase::LoggingIn };
                QVERIFY(found.shown != Shown::State || calm.contains(found.next));
                QVERIFY(found.shown != Shown::StateAndReason || !calm.contains(found.next));
            }
        }
    }

    //! Goes every way that a session can go, with what the phases do not say: whether there is a
    //! program, and whether somebody waits for a logout.
    void everyWay()
    {
        struct World
        {
            Phase phase = Phase::NotStarted;
            std::optional<Phase> held;
            bool program = false;
            bool logoutWaits = false;
            bool logoutRuns = false;
            bool operator==(const World&) const = default;
        };
        QList<World> seen { World() };
        for (qsizetype i = 0; i < seen.size(); ++i) {
            for (const Trigger trigger : all<Trigger>()) {
                World world = seen.at(i);
                const bool answersLogout =
                    trigger == Trigger::LogoutSucceeded || trigger == Trigger::LogoutFailed;
                if ((isListenerEnd(trigger) && !hasListener(world.phase))
                    || (answersLogout && !world.logoutRuns)) {
                    continue;
                }
                const Transition found =
                    SessionMachine::transition(world.phase, trigger, world.held);
                const QString where = u"%1, %2"_s.arg(name(world.phase), name(trigger));
                const bool refused =
                    std::any_of(found.actions.begin(), found.actions.end(), isRefusal);
                if (trigger == Trigger::ProgramFound || trigger == Trigger::ProgramChanged) {
                    world.program = true;
                } else if (trigger == Trigger::ProgramLost) {
                    world.program = false;
                }
                if (found.shown == Shown::StateAndReason && SessionMachine::isHeld(found.next)) {
                    world.held = found.next;
                }
                world.program |= trigger == Trigger::LoginRequested && !refused;
                world.logoutWaits |= trigger == Trigger::LogoutRequested && !refused;
                world.logoutRuns &= !answersLogout;
                for (const Action action : found.actions) {
                    switch (action) {
                    case Action::ResetBackoff:
                        world.held.reset();
                        break;
                    case Action::HoldKicked:
                        world.held = Phase::Kicked;
                        break;
                    case Action::StartListener:
                        world.held.reset();
                        [[fallthrough]];
                    case Action::BeginLogin:
                        QVERIFY2(world.program, qPrintable(where));
                        break;
                    case Action::RunLogout:
                        QVERIFY2(world.program && world.logoutWaits, qPrintable(where));
                        world.logoutRuns = true;
                        break;
                    case Action::ConfirmLogout:
                    case Action::FailLogout:
                        QVERIFY2(world.logoutWaits, qPrintable(where));
                        world.logoutWaits = false;
                        break;
                    case Action::RefuseNoProgram: // its reason is why there is no program
                        QVERIFY2(!world.program, qPrintable(where));
                        break;
                    default:
                        break;
                    }
                }
                world.phase = found.next;
                // Whoever waits for a logout is answered before the session goes on.
                QVERIFY2(world.logoutWaits
                             == (world.phase == Phase::StoppingToLogOut
                                 || world.phase == Phase::LoggingOut),
                         qPrintable(where));
                if (!seen.contains(world)) {
                    seen << world;
                }
            }
        }
        QSet<Phase> reached;
        for (const World& world : std::as_const(seen)) {
            reached << world.phase;
        }
        QCOMPARE(reached.size(), all<Phase>().size());
    }
};

Q_DECLARE_METATYPE(SessionMachine::Actions)

QTEST_APPLESS_MAIN(TestSessionTransitions)
#include "tst_sessiontransitions.moc"
