// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/contact.h"
#include "core/policy.h"
#include "session/loginstep.h"
#include "zca/zcaloginattempt.h"

#include <QObject>

namespace zalo {

class LoginFlow;
class ZcaRunner;

//! The logins of one session, one at a time, each from its start to its final step. What zca calls
//! a success is not final: the login then awaits confirm() or fail() by its owner.
class SessionLogin : public QObject
{
    Q_OBJECT

public:
    //! `folder` is a private folder of ours; `runner` outlives this object.
    SessionLogin(QString profile, ZcaRunner& runner, QString folder, Policy policy, Clock clock,
                 QObject* parent = nullptr);

    //! Begins a login and gives its id. One that runs is cancelled. `expected`: who is to log in;
    //! anybody else is held; without an id nobody is.
    QString begin(const ZcaProgram& program, const Account& expected);

    //! True from begin() to succeeded() or failed().
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr || isHeld(); }
    //! zca has logged somebody else in, and a person has not decided yet.
    [[nodiscard]] bool isHeld() const { return !m_held.isEmpty(); }
    //! The id of the login that runs; empty when none does.
    [[nodiscard]] QString id() const;

    //! Goes on with a login that is held: succeeded() follows.
    void accept();
    //! failed() follows, or the success that came first. A login that is held is given up, and zca
    //! keeps what it has: givenUp() follows. Does nothing when no login runs.
    void cancel();

    //! The final step of the login that awaits its verification; nothing happens when none does.
    void confirm(const Account& user);
    void fail(const Error& error);
    void abandon(); //!< Cancelled: its result is not wanted any more

signals:
    void step(const zalo::LoginStep& step);
    //! isHeld() from now on; the step OtherPerson follows.
    void held();
    //! A login that was held is cancelled; the final step was reported.
    void givenUp();
    //! zca says that it logged in. The final step is still to come.
    void succeeded();
    //! The final step was reported.
    void failed();

private:
    void supersede();
    void onFinished(const Result<LoginResult>& result);
    void finishUnverified(const LoginStep& final);
    [[nodiscard]] LoginStep stepOf(const QString& loginId, LoginStep::Kind kind) const;

    QString m_profile;
    ZcaRunner& m_runner;
    QString m_folder;
    Policy m_policy;
    Clock m_clock;
    Account m_expected;
    LoginFlow* m_flow = nullptr;
    QString m_held; //!< the id of the login that is
    QString m_unverified; //!< the id of the login that zca calls a success
};

} // namespace zalo
