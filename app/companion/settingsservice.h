// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace zalo {

//! What a person chooses about the companion's work. A choice applies at once and is kept.
class SettingsService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! How many messages an account may send a minute, on average.
    [[nodiscard]] virtual int sendsPerMinute() const = 0;
    //! 1 to 60.
    virtual void setSendsPerMinute(int count) = 0;
    //! The path of the zca that was chosen; empty: it is looked for.
    [[nodiscard]] virtual QString zcaPath() const = 0;
    //! Uses the program at `path` from now on; empty: looks for one.
    virtual void setZcaPath(const QString& path) = 0;
    //! How long a message waits for the Gateway before it is too old to be delivered, in hours.
    [[nodiscard]] virtual int maxAgeHours() const = 0;
    //! 1 to 720. What is older expires at once; what had expired before stays so.
    virtual void setMaxAgeHours(int hours) = 0;
    //! The bot is paused for a while in a chat in which the account's owner has just written.
    [[nodiscard]] virtual bool pausesForOwner() const = 0;
    //! Pauses that run stay.
    virtual void setPausesForOwner(bool pauses) = 0;
    //! How long finished messages are kept, in days.
    [[nodiscard]] virtual int retentionDays() const = 0;
    //! Older ones are deleted at once.
    virtual void setRetentionDays(int days) = 0;
};

} // namespace zalo
