// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/settings.h"

#include "core/ids.h"
#include "core/settingsformat.h"

namespace zalo {
namespace {

const QString ProfilesKey = QStringLiteral("accounts/profiles");
const QString ZcaPathKey = QStringLiteral("zca/path");
const QString RelayPausedKey = QStringLiteral("relay/paused");
const QString SendsPerMinuteKey = QStringLiteral("relay/sendsPerMinute");
const QString DaysKeptKey = QStringLiteral("relay/days-kept");
constexpr int RetentionDays = 30;
constexpr int MostDaysKept = 3'650;

} // namespace

Settings::Settings(const QString& configFolder)
    : m_file(configFolder + QStringLiteral("/settings.json"), settingsFormat())
{ }

QStringList Settings::profiles() const
{
    QStringList names = m_file.value(ProfilesKey).toStringList();
    names.removeIf([](const QString& name) { return !isProfileName(name); });
    names.removeDuplicates();
    return names;
}

void Settings::addProfile(const QString& profile)
{
    QStringList names = profiles();
    if (!names.contains(profile)) {
        names << profile;
        m_file.setValue(ProfilesKey, names);
    }
}

QString Settings::zcaPath() const
{
    return m_file.value(ZcaPathKey).toString();
}

void Settings::setZcaPath(const QString& path)
{
    m_file.setValue(ZcaPathKey, path);
}

bool Settings::isRelayPaused() const
{
    return m_file.value(RelayPausedKey).toBool();
}

void Settings::setRelayPaused(bool paused)
{
    m_file.setValue(RelayPausedKey, paused);
}

int Settings::sendsPerMinute() const
{
    const int count = m_file.value(SendsPerMinuteKey).toInt();
    return count >= 1 && count <= 60 ? count : 0;
}

void Settings::setSendsPerMinute(int count)
{
    m_file.setValue(SendsPerMinuteKey, count);
}

int Settings::retentionDays() const
{
    const int days = m_file.value(DaysKeptKey, RetentionDays).toInt();
    return days >= 1 && days <= MostDaysKept ? days : RetentionDays;
}

void Settings::setRetentionDays(int days)
{
    m_file.setValue(DaysKeptKey, days);
}

} // namespace zalo
