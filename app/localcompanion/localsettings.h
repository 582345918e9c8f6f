// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/settingsservice.h"

#include <chrono>

namespace zalo {

class Outbox;
class Settings;
class StorageSupervisor;
class ZcaTool;

//! Keeps each choice in the settings, and applies it to the part that it is about.
class LocalSettings : public SettingsService
{
    Q_OBJECT

public:
    //! All outlive it. Applies what was chosen before. `sendInterval`: from one message of an
    //! account to the next, where nothing was chosen.
    LocalSettings(Settings& settings, Outbox& outbox, ZcaTool& zca, StorageSupervisor& storage,
                  std::chrono::milliseconds sendInterval, QObject* parent = nullptr);

    [[nodiscard]] int sendsPerMinute() const override;
    void setSendsPerMinute(int count) override;
    [[nodiscard]] QString zcaPath() const override;
    void setZcaPath(const QString& path) override;
    [[nodiscard]] int retentionDays() const override;
    void setRetentionDays(int days) override;

private:
    Settings& m_settings;
    Outbox& m_outbox;
    ZcaTool& m_zca;
    StorageSupervisor& m_storage;
    std::chrono::milliseconds m_sendInterval;
};

} // namespace zalo
