// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSettings>
#include <QStringList>

namespace zalo {

//! What is chosen once and kept, in a file of the private configuration folder.
class Settings
{
public:
    explicit Settings(const QString& configFolder);

    //! Profiles in the companion's care, in order of their adoption.
    [[nodiscard]] QStringList profiles() const;
    void addProfile(const QString& profile);

    //! The path of zca that was chosen; empty: it is looked for.
    [[nodiscard]] QString zcaPath() const;
    void setZcaPath(const QString& path);

    //! Somebody paused the relay; it stays so until it is resumed.
    [[nodiscard]] bool isRelayPaused() const;
    void setRelayPaused(bool paused);

    //! How many messages an account sends a minute, on average; 0: as the policy says.
    [[nodiscard]] int sendsPerMinute() const;
    void setSendsPerMinute(int count);

    //! How long finished messages are kept, in days: 1 to 3650.
    [[nodiscard]] int retentionDays() const;
    void setRetentionDays(int days);

private:
    QSettings m_file;
};

} // namespace zalo
