// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/profileservice.h"
#include "fakecalls.h"

namespace zalo::test {

class FakeProfiles : public ProfileService
{
public:
    explicit FakeProfiles(FakeCalls& calls)
        : m_calls(calls)
    { }

    Result<QString> addProfile(const QString& label) override
    {
        m_calls.asked << u"addProfile " + label;
        return m_calls.answer().map([] { return QStringLiteral("shop"); });
    }
    Result<void> renameProfile(const QString& profile, const QString& label) override
    {
        m_calls.asked << u"renameProfile " + profile + u' ' + label;
        return m_calls.answer();
    }
    void removeProfile(const QString& profile, bool erases, QObject*, Callback<void> done) override
    {
        m_calls.asked << (erases ? u"eraseProfile " : u"removeProfile ") + profile;
        done(m_calls.answer());
    }
    void discardWaiting(const QString& profile, const QString& account, QObject*,
                        Callback<int> done) override
    {
        m_calls.asked << u"discardWaiting " + profile + u' ' + account;
        done(m_calls.answer().map([] { return 1; }));
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
