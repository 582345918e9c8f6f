// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localsettings.h"

#include "core/timing.h"
#include "localcompanion/storagesupervisor.h"
#include "relay/inboundrelay.h"
#include "relay/outbox.h"
#include "settings/settings.h"
#include "zca/zcatool.h"

#include <algorithm>

namespace zalo {
namespace {

constexpr int MaxSendsPerMinute = 60;
constexpr int MaxMaxAgeHours = 24 * 30;

std::chrono::milliseconds intervalOf(int sendsPerMinute)
{
    return std::chrono::milliseconds(std::chrono::minutes(1)) / sendsPerMinute;
}

} // namespace

LocalSettings::LocalSettings(Settings& settings, InboundRelay& relay, Outbox& outbox, ZcaTool& zca,
                             StorageSupervisor& storage, const Timing& timing, QObject* parent)
    : SettingsService(parent),
      m_settings(settings),
      m_relay(relay),
      m_outbox(outbox),
      m_zca(zca),
      m_storage(storage),
      m_sendInterval(timing.sendInterval),
      m_maxAge(timing.backlogMaxAge)
{
    m_zca.setZcaPath(m_settings.zcaPath());
    if (const int chosen = m_settings.sendsPerMinute()) {
        m_outbox.setSendInterval(intervalOf(chosen));
    }
    if (const int chosen = m_settings.maxAgeHours()) {
        m_relay.setMaxAge(std::chrono::hours(chosen));
    }
}

int LocalSettings::sendsPerMinute() const
{
    const int chosen = m_settings.sendsPerMinute();
    return chosen > 0 ? chosen : int(std::chrono::minutes(1) / m_sendInterval);
}

void LocalSettings::setSendsPerMinute(int count)
{
    const int bounded = std::clamp(count, 1, MaxSendsPerMinute);
    m_settings.setSendsPerMinute(bounded);
    m_outbox.setSendInterval(intervalOf(bounded));
}

QString LocalSettings::zcaPath() const
{
    return m_settings.zcaPath();
}

void LocalSettings::setZcaPath(const QString& path)
{
    m_settings.setZcaPath(path);
    m_zca.setZcaPath(path);
}

int LocalSettings::maxAgeHours() const
{
    const int chosen = m_settings.maxAgeHours();
    return chosen > 0 ? chosen : int(m_maxAge / std::chrono::hours(1));
}

void LocalSettings::setMaxAgeHours(int hours)
{
    const int bounded = std::clamp(hours, 1, MaxMaxAgeHours);
    m_settings.setMaxAgeHours(bounded);
    m_relay.setMaxAge(std::chrono::hours(bounded));
}

bool LocalSettings::pausesForOwner() const
{
    return m_settings.isOn(Settings::Switch::PauseForOwner);
}

void LocalSettings::setPausesForOwner(bool pauses)
{
    m_settings.setOn(Settings::Switch::PauseForOwner, pauses);
}

int LocalSettings::retentionDays() const
{
    return m_settings.retentionDays();
}

void LocalSettings::setRetentionDays(int days)
{
    m_settings.setRetentionDays(days);
    m_storage.prune();
}

} // namespace zalo
