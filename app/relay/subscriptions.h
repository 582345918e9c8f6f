// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"

#include <QHash>
#include <QSet>

namespace zalo {

//! A Gateway's subscription to a profile.
struct Subscription
{
    bool isConnected = false;
    bool isLoaded = false; //!< what waited is known
    QString account; //!< who is logged in in the profile, as was verified; empty: not known
    quint64 connectionId = 0; //!< counts connections
    qint64 backlogUpTo = 0; //!< messages up to this seq waited for the Gateway
    QSet<ThreadRef> pausedThreads;
    BacklogProgress progress;
};

//! Which profiles have a Gateway, and whether a thread's messages may go there.
class Subscriptions
{
public:
    //! The profile's; one without a Gateway where there was none.
    [[nodiscard]] Subscription& of(const QString& profile) { return m_all[profile]; }
    [[nodiscard]] Subscription value(const QString& profile) const { return m_all.value(profile); }
    [[nodiscard]] bool contains(const QString& profile) const { return m_all.contains(profile); }
    [[nodiscard]] QStringList profiles() const { return m_all.keys(); }

    //! Pauses all deliveries.
    void setPaused(bool paused) { m_isPaused = paused; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    //! True while the profile's Gateway is the one of this connection.
    [[nodiscard]] bool isCurrent(const QString& profile, quint64 connectionId) const;
    //! True while messages of the thread may be delivered: those of who is logged in.
    [[nodiscard]] bool mayDeliver(const LaneKey& key) const;

private:
    QHash<QString, Subscription> m_all;
    bool m_isPaused = false;
};

} // namespace zalo
