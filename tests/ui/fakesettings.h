// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/dataservice.h"
#include "companion/settingsservice.h"
#include "fakecalls.h"

namespace zalo::test {

//! Keeps what was chosen.
class FakeSettings : public SettingsService
{
public:
    explicit FakeSettings(FakeCalls& calls)
        : m_calls(calls)
    { }

    QString zca;
    int perMinute = 20;
    int days = 30;

    [[nodiscard]] int sendsPerMinute() const override { return perMinute; }
    void setSendsPerMinute(int count) override
    {
        m_calls.asked << QStringLiteral("setSendsPerMinute %1").arg(count);
        perMinute = count;
    }
    [[nodiscard]] QString zcaPath() const override { return zca; }
    void setZcaPath(const QString& path) override
    {
        m_calls.asked << u"setZcaPath " + path;
        zca = path;
    }
    int hours = 24;

    [[nodiscard]] int maxAgeHours() const override { return hours; }
    void setMaxAgeHours(int count) override
    {
        m_calls.asked << QStringLiteral("setMaxAgeHours %1").arg(count);
        hours = count;
    }
    bool ownerPause = true;

    [[nodiscard]] bool pausesForOwner() const override { return ownerPause; }
    void setPausesForOwner(bool pauses) override
    {
        m_calls.asked << QStringLiteral("setPausesForOwner %1").arg(pauses);
        ownerPause = pauses;
    }
    [[nodiscard]] int retentionDays() const override { return days; }
    void setRetentionDays(int kept) override
    {
        m_calls.asked << QStringLiteral("setRetentionDays %1").arg(kept);
        days = kept;
    }

private:
    FakeCalls& m_calls;
};

//! Has nothing to delete.
class FakeData : public DataService
{
public:
    explicit FakeData(FakeCalls& calls)
        : m_calls(calls)
    { }

    [[nodiscard]] Result<void> reset(ResetMode mode) override
    {
        m_calls.asked << (mode == ResetMode::Everything ? QStringLiteral("reset everything")
                                                        : QStringLiteral("reset keepDamaged"));
        return m_calls.answer();
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
