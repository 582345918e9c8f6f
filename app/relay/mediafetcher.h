// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "fetch/filefetcher.h"
#include "messagestore/relaystore.h"

#include <QJsonArray>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace zalo {

//! Fetches the files of stored messages, a few messages at a time: retried with growing pauses,
//! also after a restart, until they are there, are known not to come, or nobody wants them any
//! more. The message says then what came of each.
class MediaFetcher : public QObject
{
    Q_OBJECT

public:
    //! `store` and `fetcher` outlive it. Nothing happens before the store is open.
    MediaFetcher(RelayStore& store, FileFetcher& fetcher, const Policy& policy, Clock clock,
                 QObject* parent = nullptr);

    //! There may be something to fetch.
    void look();

signals:
    //! A message of this thread has its files, or will not get them.
    void settled(const zalo::LaneKey& lane);

private:
    //! One try for one message.
    struct Try
    {
        InboundRow row;
        QList<mediastore::Target> targets;
        QJsonArray media; //!< the row's, with what came of each
        int open = 0; //!< files under way
        bool isWorthAnother = false;
    };
    using TryPtr = std::shared_ptr<Try>;

    void onFound(const QList<InboundRow>& rows);
    void begin(const InboundRow& row);
    void onFetched(const TryPtr& current, const mediastore::Target& target,
                   const Result<Fetched>& result);
    void finish(const TryPtr& current);
    void postpone(InboundRow& row) const;

    RelayStore& m_store;
    FileFetcher& m_fetcher;
    Policy m_policy;
    Clock m_clock;
    QSet<qint64> m_underWay; //!< by seq
    QTimer m_next;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace zalo
