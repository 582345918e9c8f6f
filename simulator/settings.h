// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonArray>

namespace zalo::sim {

//! What `zca-sim ctl set` has set: how the simulator misbehaves and how big its world is. A rule
//! may hold for one profile, for one command ("msg.send"), and for a number of uses only.
class Settings
{
public:
    explicit Settings(const Home& home);

    //! Says for whom values are asked; a rule for another profile or command is not seen.
    void setScope(const QString& profile, const QString& command);

    //! The value of the most particular rule, else `fallback`. A rule for so many uses is used up.
    [[nodiscard]] QString value(const QString& key, const QString& fallback = {});
    [[nodiscard]] int number(const QString& key, int fallback);
    //! A time in ms: the value set, else `realTime` scaled by `scale`, in percent (usually 5).
    [[nodiscard]] int duration(const QString& key, int realTime);
    //! True if set, and not to 0, off or false.
    [[nodiscard]] bool flag(const QString& key);

    //! Reads again what other processes have set.
    void reload();

    //! Adds `KEY=VALUE[@command][@once|@Nx]`; an empty value removes the rule. `profile` empty:
    //! all. Returns an error message, or nothing.
    QString assign(const QString& assignment, const QString& profile);

    //! Removes all rules.
    void reset();

    [[nodiscard]] QJsonArray rules() const { return m_rules; }

private:
    [[nodiscard]] int find(const QString& key) const;
    void save() const;

    QString m_file;
    QString m_lockFile;
    QString m_profile;
    QString m_command;
    QJsonArray m_rules;
};

//! True for a key that `set` takes.
[[nodiscard]] bool isSettingKey(const QString& key);

} // namespace zalo::sim
