// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/settingsservice.h"

#include <chrono>

namespace zalo {

class Outbox;
class Settings;
class StorageSupervisor;
class InboundRelay;
class ZcaTool;
struct Timing;

//! Keeps each choice in the settings, and applies it to the part that it is about.
class LocalSettings : public SettingsService
{
    Q_OBJECT

public:
    //! All outlive it. Applies what was chosen before. `timing`: what holds where nothing was
    //! chosen.
    LocalSettings(Settings& settings, InboundRelay& relay, Outbox& outbox, ZcaTool& zca,
                  StorageSupervisor& storage, const Timing& timing, QObject* parent = nullptr);

    [[nodiscard]] int sendsPerMinute() const override;
    void setSendsPerMinute(int count) override;
    [[nodiscard]] QString zcaPath() const override;
    void setZcaPath(const QString& path) override;
    [[nodiscard]] int maxAgeHours() const override;
    void setMaxAgeHours(int hours) override;
    [[nodiscard]] bool pausesForOwner() const override;
    void setPausesForOwner(bool pauses) override;
    [[nodiscard]] int retentionDays() const override;
    void setRetentionDays(int days) override;

private:
    Settings& m_settings;
    InboundRelay& m_relay;
    Outbox& m_outbox;
    ZcaTool& m_zca;
    StorageSupervisor& m_storage;
    std::chrono::milliseconds m_sendInterval;
    std::chrono::milliseconds m_maxAge;
};

} // namespace zalo
