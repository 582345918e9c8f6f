// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/clock.h"
#include "core/policy.h"
#include "core/reply.h"
#include "session/loginstep.h"
#include "session/sessionstate.h"
#include "zca/zcalistener.h"
#include "zca/zcalogin.h"
#include "zca/zcarunner.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace zalo {

class LoginFlow;

//! Where one session's files go: private folders of ours.
struct SessionFolders
{
    QString work; //!< emptied at each start
    QString spool; //!< lasts: what zca printed and is not stored yet
    QString nativeLogins; //!< where OpenClaw's own Zalo channel keeps its logins; may not be there
};

//! One Zalo account: its listener, its login, and the truth about both. The state changes only on
//! evidence; the cause of a listener's end decides what follows (ARCHITECTURE.md, "Driving zca").
class SessionController : public QObject
{
    Q_OBJECT

public:
    SessionController(QString profile, ZcaRunner& runner, SessionFolders folders, Policy policy,
                      Clock clock = {}, QObject* parent = nullptr);
    ~SessionController() override;

    [[nodiscard]] const QString& profile() const { return m_profile; }
    [[nodiscard]] const SessionStatus& status() const { return m_status; }
    [[nodiscard]] const std::optional<Account>& account() const { return m_account; }

    //! The program to use from now on, or why there is none; connects where it can.
    void setProgram(const Result<ZcaProgram>& program);

    //! Connects now instead of waiting, or after Kicked and Duplicate. BadRequest while a login
    //! runs or nobody is logged in, NoCli's reason without a program.
    [[nodiscard]] Result<void> reconnect();

    //! Begins a login with `program`, which is used from now on, and gives its id; loginStep()
    //! tells how it goes. One that runs is cancelled. BadRequest during a logout.
    [[nodiscard]] Result<QString> startLogin(const ZcaProgram& program);
    //! False when that login is not under way.
    bool cancelLogin(const QString& loginId);

    //! Who is logged in, asked of zca where it is not known yet.
    void account(QObject* context, Reply<Account> done);

    //! Stops the listener, then logs out. The state is NeedsLogin afterwards.
    void logout(QObject* context, Reply<void> done);

    //! Stops taking messages in: at the end of the program, or for `reason` (they cannot be
    //! stored). stopped() follows. setProgram() or reconnect() take it up again.
    void stop(const std::optional<Error>& reason = {});

    //! The message of this token is stored (ZcaListener::confirm).
    void confirm(quint64 token) { m_listener.confirm(token); }

    //! A command of this account worked just now: the session is proved, and Zalo can be reached.
    void noteProof();

    //! This machine slept: what is connected is made anew, once. A pause between tries is over.
    void wake();
    //! The network seems to be back: a pause between tries is over.
    void retryNow();

signals:
    void statusChanged();
    //! The state became another one, or its reason did.
    void stateChanged(const zalo::SessionChange& change);
    void accountChanged();
    void loginStep(const zalo::LoginStep& step);
    void message(const zalo::InboundMessage& message, quint64 token);
    //! The connection is proved from `ms` on, or not any more; `cause` is a word. unprovedSince()
    //! comes again when a better cause is found.
    void provedSince(qint64 ms);
    void unprovedSince(qint64 ms, const QString& cause);
    //! zca is not where it was, or not what it was: look for it again.
    void programLost();
    void stopped();

private:
    //! What a listener's end is followed by, beside what its cause says.
    enum class After
    {
        Nothing,
        Connect, //!< a login was confirmed
        Logout,
        Stay //!< ended on purpose
    };

    void connectNow(SessionState state);
    void retryLater(SessionState state, Backoff& backoff, const Error& reason);
    void stopListener(After after);
    void onListenerEnded(const ListenerEnd& end);
    void followCause(const ListenerEnd& end);
    void settleTaken(SessionState state, const Error& reason);
    void askWhoIsThere(const Error& unless);
    void fetchAccount(QObject* context, Reply<Account> done);
    void onAccount(const Result<Account>& account);
    void onConnected();
    void onLoginFinished(const Result<LoginResult>& result);
    void finishLogin(LoginStep::Kind kind, const std::optional<Error>& error = {});
    void runLogout();
    void settle(SessionState state, const std::optional<Error>& reason = {});
    void tellChange();
    void setUnproved(const QString& cause);

    QString m_profile;
    ZcaRunner& m_runner;
    SessionFolders m_folders;
    Policy m_policy;
    Clock m_clock;
    Result<ZcaProgram> m_program;
    ZcaListener m_listener;
    QTimer m_retry;
    Backoff m_reconnect;
    Backoff m_offline;
    SessionStatus m_status;
    std::optional<SessionChange> m_told; //!< the last change that was told
    std::optional<Account> m_account;
    LoginFlow* m_login = nullptr;
    QString m_provingLogin; //!< zca says it logged in; Confirmed follows when the session is proved
    After m_after = After::Nothing;
    std::optional<Error> m_stopReason;
    bool m_proved = false;
    QString m_unprovedCause;
    Reply<void> m_logoutDone;
    QPointer<QObject> m_logoutContext;
};

} // namespace zalo
