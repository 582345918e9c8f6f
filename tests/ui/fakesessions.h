// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/sessionservice.h"
#include "fakecalls.h"

namespace zalo::test {

//! Begins logins that go no further by themselves: a test emits loginChanged().
class FakeSessions : public SessionService
{
public:
    explicit FakeSessions(FakeCalls& calls)
        : m_calls(calls)
    { }

    Result<void> adopt(const QString& profile) override
    {
        m_calls.asked << u"adopt " + profile;
        return {};
    }
    [[nodiscard]] Result<QString> startLogin(const QString& profile, OtherPerson) override
    {
        m_calls.asked << u"startLogin " + profile;
        if (m_calls.fails) {
            return tl::unexpected(*m_calls.fails);
        }
        return QStringLiteral("login-%1").arg(++m_logins);
    }
    bool acceptLogin(const QString& loginId) override
    {
        m_calls.asked << u"acceptLogin " + loginId;
        return true;
    }
    bool cancelLogin(const QString& loginId) override
    {
        m_calls.asked << u"cancelLogin " + loginId;
        return true;
    }
    void logout(const QString& profile, QObject*, Callback<void> done) override
    {
        m_calls.asked << u"logout " + profile;
        done(m_calls.answer());
    }
    [[nodiscard]] Result<void> reconnect(const QString& profile) override
    {
        m_calls.asked << u"reconnect " + profile;
        return m_calls.answer();
    }
    void account(const QString&, QObject*, Callback<Account> done) override
    {
        done(failure(ErrorKind::NotLoggedIn));
    }

private:
    FakeCalls& m_calls;
    int m_logins = 0;
};

} // namespace zalo::test
