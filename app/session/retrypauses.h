// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backoff.h"
#include "core/clock.h"
#include "core/error.h"
#include "core/policy.h"

#include <QList>

namespace zalo {

//! How long a session waits before it tries again. Breaks of a connection, a Zalo that cannot be
//! reached and a login that Zalo refuses are counted apart: the first two cost nobody anything, the
//! third endangers the account (ZCA.md 6).
class RetryPauses
{
public:
    explicit RetryPauses(const Policy& policy, Clock clock = {});

    //! A listener ended that had been connected for so long, 0 for one that never was. What worked
    //! for some seconds is forgiven, unless it breaks again and again.
    void connectionEnded(std::chrono::milliseconds connectedFor);
    //! Another program took a connection that had lasted for so long (3000). True where it took the
    //! one before, too: it has come to stay. Else the next afterBreak() leaves it time to go.
    [[nodiscard]] bool connectionTaken(std::chrono::milliseconds connectedFor);
    //! Zalo refused the login with an error of this kind.
    void loginRefused(ErrorKind kind);
    //! Zalo took the login.
    void loginAccepted();
    //! A person wants it tried anew.
    void reset();

    //! The next pause of each kind; a call counts as one more failure of the first two.
    [[nodiscard]] std::chrono::milliseconds afterBreak();
    [[nodiscard]] std::chrono::milliseconds whileOffline() { return m_offline.next(); }
    [[nodiscard]] std::chrono::milliseconds afterRefusal();
    //! What is left of the last afterRefusal(), 0 when it is over.
    [[nodiscard]] std::chrono::milliseconds untilNextLogin() const;

    //! Tries in a row that did not connect or did not last.
    [[nodiscard]] int breaks() const { return m_breaks.failures(); }
    [[nodiscard]] int failures() const { return m_breaks.failures() + m_offline.failures(); }
    //! Logins in a row that Zalo refused.
    [[nodiscard]] int refusals() const { return m_refusals; }
    //! It did so that often and that vaguely (ErrorKind::LoginRefused) that the login may be dead.
    //! That is no proof: it is asked again.
    [[nodiscard]] bool isLoginDoubtful() const;

private:
    Policy m_policy;
    Clock m_clock;
    Backoff m_breaks;
    Backoff m_offline;
    Backoff m_login;
    QList<qint64> m_recentBreaks; //!< steady times within the last flapWindow
    bool m_isContested = false; //!< another program took the last connection
    bool m_leavesTime = false; //!< to that program, in the next afterBreak()
    int m_refusals = 0;
    int m_vagueRefusals = 0; //!< of them, those in a row that did not say why
    bool m_isRateLimited = false;
    qint64 m_nextLogin = 0; //!< a steady time
};

} // namespace zalo
