// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/clock.h"
#include "core/gapcause.h"
#include "core/policy.h"
#include "platform/tcpview.h"
#include "session/connectionwatch.h"
#include "session/grouphistory.h"
#include "session/historyrecheck.h"
#include "session/historyrecovery.h"
#include "session/identitycheck.h"
#include "session/retrypauses.h"
#include "session/sessioncommands.h"
#include "session/sessionlogin.h"
#include "session/sessiontransitions.h"
#include "session/statusreporter.h"
#include "zca/credentialswatch.h"
#include "zca/zcalistener.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <variant>

namespace zalo {

//! Where one session's files go: private folders of ours.
struct SessionFolders
{
    QString work; //!< emptied at each start
    QString spool; //!< lasts: what zca printed and is not stored yet
    QString nativeLogins; //!< where OpenClaw's own Zalo channel keeps its logins; may not be there
    QString zcaHome = {}; //!< openzca's folder, where logins by other programs are noticed
};

//! One profile's connection to Zalo: its listener, its login, and the truth about both. The state
//! changes only on evidence. What follows on what is decided in SessionMachine; this class turns
//! what happens into triggers and carries the actions out.
// Large: carryOut() has a case for each action, and triggerOf() one for each cause.
class SessionController : public QObject
{
    Q_OBJECT

public:
    SessionController(QString profile, ZcaRunner& runner, SessionFolders folders, Policy policy,
                      const Clock& clock = {},
                      std::unique_ptr<TcpView> kernel = std::make_unique<KernelTcpView>(),
                      QObject* parent = nullptr);
    ~SessionController() override;

    [[nodiscard]] const QString& profile() const { return m_profile; }
    [[nodiscard]] const SessionStatus& status() const { return m_reporter.status(); }
    [[nodiscard]] const std::optional<Account>& account() const { return m_account; }
    //! True while it is certain that account() is logged in: zca said so since the last listener
    //! was started, and no login has come since.
    [[nodiscard]] bool isAccountCertain() const { return m_identity.isCertain(); }
    //! Whose messages the listener gives; empty while nobody has been verified since its start.
    [[nodiscard]] const QString& listeningAccount() const { return m_listeningAccount; }
    //! Another profile has the account: the listener is stopped, or not started again, and the
    //! state says which.
    void yieldTo(const QString& otherProfile);

    //! The program to use from now on, or why there is none. Connects where nothing keeps it from
    //! that: not where another program or a refused login ended the connection.
    void setProgram(const Result<ZcaProgram>& program);

    //! Connects now instead of waiting, or after Kicked and Duplicate. BadRequest while a login or
    //! logout runs, NotLoggedIn when nobody is logged in, NoCli's reason without a program.
    [[nodiscard]] Result<void> reconnect();

    //! Begins a login with `program`, which is used from now on, and gives its id; loginStep()
    //! reports how it goes. One that runs is cancelled. BadRequest during a logout, and while one
    //! awaits a decision. `expected`: who is to log in; somebody else awaits acceptLogin(). Without
    //! an id it may be anybody.
    [[nodiscard]] Result<QString> startLogin(const ZcaProgram& program,
                                             const Account& expected = {});
    [[nodiscard]] bool isLoggingIn() const { return m_login.isRunning(); }
    //! Goes on with a login that brought somebody else. False when that one awaits no decision.
    bool acceptLogin(const QString& loginId);
    //! Whoever it brought is logged out again. False when that login is not under way.
    bool cancelLogin(const QString& loginId);

    //! Who is logged in, asked of zca where it is not known yet.
    void account(QObject* context, Callback<Account> done);

    //! Stops the listener, then logs out. The state is NeedsLogin afterwards.
    void logout(QObject* context, Callback<void> done);

    //! Stops receiving, because of `reason`: messages cannot be stored.
    void suspend(const Error& reason);
    //! Ends what suspend() began, and nothing else.
    void resume();

    //! Stops for good, at the end of the program. stopped() follows.
    void stop();

    //! Nothing was received, or stored, from `ms` on: it is asked for before the next listener
    //! starts, and where one is connected in a quiet moment.
    void missedSince(qint64 ms);
    //! The groups to be asked for, after groupsWanted(): the most important first.
    void askGroups(const QStringList& groups) { m_groups.ask(groups); }

    //! The message of this token is stored (ZcaListener::confirm).
    void confirm(quint64 token) { m_listener.confirm(token); }

    //! A command of this profile worked just now: the session is alive, and Zalo can be reached. Of
    //! the listener's connection it says nothing that the kernel does not know better.
    void markAlive();

    //! This machine slept: what is connected gives a sign of life or is made anew. A pause between
    //! tries is over.
    void wake();
    //! The network seems to be back: the same, but for a connection that waits for nothing.
    void retryNow();

signals:
    void statusChanged();
    //! The state became another one, or its reason did.
    void stateChanged(const zalo::SessionChange& change);
    void accountChanged();
    //! isAccountCertain() became another.
    void certaintyChanged();
    void loginStep(const zalo::LoginStep& step);
    //! What comes from the history has no token: nothing is to be confirmed.
    void message(const zalo::InboundMessage& message, quint64 token, zalo::MessageOrigin origin);
    //! The connection is verified from `ms` on, or not any more. staleSince() comes again when a
    //! better cause is found.
    void verifiedSince(qint64 ms);
    void staleSince(qint64 ms, zalo::GapCause cause);
    //! Something may have been missed in groups: askGroups() is to be called.
    void groupsWanted();
    //! A listener starts, of which nobody knows yet whose it is; the one before it has ended.
    void listenerStarting();
    //! It is connected again, and the history was asked for what was written from `fromMs` on;
    //! `isComplete`: for all of it. It comes again when more could be asked.
    void historyAsked(qint64 fromMs, bool isComplete);
    //! zca is not where it was, or not what it was: look for it again.
    void programLost();
    void stopped();

private:
    using Trigger = SessionMachine::Trigger;
    using Action = SessionMachine::Action;
    using Phase = SessionMachine::Phase;

    //! What a trigger brings along: why it happened, or who is logged in.
    using Evidence = std::variant<std::monostate, StateReason, Account>;

    void handle(Trigger trigger, const Evidence& evidence = {});
    void carryOut(Action action, const Evidence& evidence);
    [[nodiscard]] std::optional<Error> refusal(Trigger request, const QString& busy) const;
    void startListener();
    void endListener(ListenerCause cause);
    void onConnectionFree();
    void onHistoryAsked();
    void askAboutGroups();
    void reportAsked(bool isComplete);
    void onListenerEnded(const ListenerEnd& end);
    [[nodiscard]] Trigger triggerOf(const ListenerEnd& end);
    void show(SessionMachine::Shown shown, const Evidence& evidence);
    void waitFor(std::chrono::milliseconds pause);
    void keepAccount(const std::optional<Account>& account);
    void onIdentityAnswered(const Result<Account>& account);
    void acceptIdentity();
    void onLoginStep(const LoginStep& step);
    void onRetryDue();
    void onSilent(ConnectionWatch::Silence why);
    [[nodiscard]] bool isQuiet() const;
    void onRenewalDue();
    void onRecheckDue(qint64 fromMs);
    void onProbeAnswered(const Result<void>& login);

    QString m_profile;
    ZcaRunner& m_runner;
    SessionFolders m_folders;
    Policy m_policy;
    Result<ZcaProgram> m_program;
    ZcaListener m_listener;
    SessionLogin m_login;
    SessionCommands m_commands;
    IdentityCheck m_identity;
    CredentialsWatch m_credentials;
    HistoryRecovery m_history;
    GroupHistory m_groups;
    HistoryRecheck m_recheck;
    bool m_isRechecking = false; //!< the listener is ended for it
    std::optional<ListenerCause> m_endCause; //!< for which the history is broken off
    bool m_awaitsHistory = false; //!< the listener starts after it
    QList<std::pair<InboundMessage, quint64>> m_heard; //!< meanwhile, and their tokens
    StatusReporter m_reporter;
    Clock m_clock;
    std::unique_ptr<TcpView> m_kernel;
    ConnectionWatch m_watch;
    qint64 m_lastTraffic = 0; //!< steady; when a message came or a command worked
    QTimer m_retry;
    QElapsedTimer m_websocketWait; //!< for a command that needs it; invalid: none
    qint64 m_nextTryMs = 0; //!< when m_retry is due; 0: it does not run
    RetryPauses m_pauses;
    Phase m_phase = Phase::NotStarted;
    //! The phase that it goes back to, and why it was in it (SessionMachine::isHeld).
    std::optional<std::pair<Phase, std::optional<StateReason>>> m_held;
    std::optional<ZcaProgram> m_lastProgram; //!< also while there is none
    std::optional<Account> m_account;
    Account m_expected; //!< by the login that is begun next
    QString m_listeningAccount;
    QString m_yieldedTo; //!< the profile for which the listener is being stopped
    qint64 m_falseOwner = 0; //!< a process that zca's lock names and that is no listener; 0: none
    bool m_isProbing = false; //!< `auth status` was asked and has not answered
    bool m_loginMayCome = false; //!< a QR was scanned: the credentials may be replaced
    Callback<void> m_logoutDone; //!< who waits for the logout; empty: nobody
};

} // namespace zalo
