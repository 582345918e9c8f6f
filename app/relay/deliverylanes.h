// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"

#include <QHash>
#include <QList>

#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace zalo {

//! The threads with messages to deliver, and whose turn it is. It knows no message, so its size
//! goes with the number of threads, not of messages. Times are Clock::steadyMs.
class DeliveryLanes
{
public:
    enum class Phase
    {
        Gone, //!< no longer here; late answers find that out
        Ready, //!< waits for room in the window
        Resting, //!< waits for a time: a pause between tries, or the pace of a backlog
        Fetching, //!< its next message is being read; from here on it takes room in the window
        Delivering, //!< the Gateway has been asked
        Settling //!< the answer is being stored
    };

    struct Lane
    {
        LaneKey key;
        Phase phase = Phase::Gone;
        qint64 nextSeq = 0; //!< no message of it has a smaller seq
        qint64 backlogUpTo = 0; //!< messages up to this seq belong to the backlog
        qint64 backoffDoneForSeq = 0; //!< the seq whose pause between tries is over
        quint64 connectionId = 0; //!< the connection that the delivery under way went to
        quint64 delivery = 0; //!< which one that is: a late answer is told from the right one
        qint64 failingSeq = 0; //!< the message whose delivery fails
        qint64 failingSinceMs = 0; //!< since when it does
        quint64 failedLast = 0; //!< its delivery that failed last
        int failedAlone = 0; //!< how many of those that failed were followed by one that was taken
        qint64 mediaSeq = 0; //!< its next message, if that waits for its files, or waited; else 0
        qint64 mediaUntilMs = 0; //!< it waits no longer
        int unanswered = 0; //!< how often in a row it got no answer
        bool isBacklog = false; //!< its next message waited for the Gateway, as of makeReady()

    private:
        friend class DeliveryLanes;
        std::multimap<qint64, std::shared_ptr<Lane>>::iterator place {}; //!< in one of the lists
        std::multimap<qint64, std::shared_ptr<Lane>>* where = nullptr; //!< which; null: nowhere
    };
    using Ptr = std::shared_ptr<Lane>;

    [[nodiscard]] Ptr find(const LaneKey& key) const { return m_lanes.value(key); }
    [[nodiscard]] Ptr add(const LaneKey& key, qint64 nextSeq, qint64 backlogUpTo);
    void remove(const Ptr& lane);

    void makeReady(const Ptr& lane);
    void rest(const Ptr& lane, qint64 untilMs);
    //! Fetching, Delivering or Settling; `deadlineMs` is when takeDue() gives it back.
    void setUnderWay(const Ptr& lane, Phase phase,
                     qint64 deadlineMs = std::numeric_limits<qint64>::max());

    //! The ready lane with the message of smallest seq that just came or, with `backlog`, that
    //! waited for the Gateway; or null.
    [[nodiscard]] Ptr firstReady(bool backlog) const;
    //! Lanes whose time has come: Resting, or Delivering beyond the deadline. Each is given once.
    [[nodiscard]] QList<Ptr> takeDue(qint64 nowMs);
    [[nodiscard]] std::optional<qint64> nextDue() const;
    [[nodiscard]] int underWay() const { return m_underWay; }
    [[nodiscard]] int backlogUnderWay() const { return m_backlogUnderWay; }
    //! True while a thread of the profile has messages that waited for the Gateway.
    [[nodiscard]] bool hasBacklog(const QString& profile) const;
    [[nodiscard]] QList<Ptr> ofProfile(const QString& profile) const;

private:
    static void put(const Ptr& lane, std::multimap<qint64, Ptr>& where, qint64 at);
    static void unplace(const Ptr& lane);
    void setPhase(const Ptr& lane, Phase phase);

    QHash<LaneKey, Ptr> m_lanes;
    std::multimap<qint64, Ptr> m_ready; //!< by nextSeq
    std::multimap<qint64, Ptr> m_readyBacklog; //!< by nextSeq
    std::multimap<qint64, Ptr> m_due;
    int m_underWay = 0;
    int m_backlogUnderWay = 0;
};

} // namespace zalo
