// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "messagestore/relayrows.h"
#include "relay/sendpacer.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>
#include <optional>

namespace zalo {

//! A message that is not final yet.
struct PendingSend
{
    OutboundRow row; //!< without its parts until it starts
    qint64 deadline = 0; //!< Clock::steadyMs
    bool needsConnection = false; //!< see MessageSender
    bool isQueued = false; //!< stored, not started: the deadline still counts
    bool isStarted = false;
    QList<Callback<OutboundRow>> waiting;
};
using PendingSendPtr = std::shared_ptr<PendingSend>;

//! What waits to be sent, and whose turn it is: strictly in order within a thread, a bounded number
//! of an account's threads at once, at the account's pace, and nothing while that is paused,
//! suspended or cooling down. It knows neither store nor zca. Times are Clock::steadyMs where they
//! are not said to be others.
// Large: all that holds a message up (whose it is, pauses, a cool-down, the pace) meets here.
class SendQueue
{
public:
    //! The next part of a message whose part before it has gone; its thread stays busy meanwhile.
    struct NextPart
    {
        PendingSendPtr send;
        int ordinal = 0;
        qint64 patience = 0; //!< it waits until then to learn who is logged in
        std::optional<Error> refusal = {}; //!< why it may not go any more
    };

    SendQueue(SendPace pace, int parallelSends);

    //! Queues a stored message; it waits for its turn or its deadline.
    void add(const PendingSendPtr& send);
    //! Queues the rest of a message.
    void addPart(const PendingSendPtr& send, int ordinal, qint64 now);
    //! It does not wait any more.
    void remove(const PendingSendPtr& send);
    //! It has ended: the next one of its thread may go.
    void release(const PendingSendPtr& send);

    //! The message whose turn it is, or null; it counts as under way from here on.
    [[nodiscard]] PendingSendPtr takeNext(const QString& profile, qint64 now);
    //! Parts that may go now, or never. They go before what is new: their threads wait for them.
    [[nodiscard]] QList<NextPart> takeParts(const QString& profile, qint64 now);
    //! Messages whose deadline has passed before their turn came.
    [[nodiscard]] QList<PendingSendPtr> takeOverdue(qint64 now);
    //! Messages that the profile's cool-down outlasts.
    [[nodiscard]] QList<PendingSendPtr> hopeless(const QString& profile) const;
    //! Messages of an account in a profile that have not started.
    [[nodiscard]] QList<PendingSendPtr> ofAccount(const QString& profile,
                                                  const QString& account) const;
    //! Why a message was not sent by its deadline.
    [[nodiscard]] Error lateness(const OutboundRow& row, qint64 now);

    //! Lets messages go; before that they only gather.
    void start() { m_isStarted = true; }
    void setPaused(bool paused) { m_isPaused = paused; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    //! Who is logged in in the profile, as was verified. Its messages go after setReady(), those of
    //! others wait; what is nobody's yet becomes its own, and what it has in other profiles comes
    //! here.
    void setAccount(const QString& profile, const QString& account);
    //! It was the last one in an earlier run; nothing where one was verified since.
    void presumeAccount(const QString& profile, const QString& account);
    //! Whether the profile's account is certain just now, and what holds it up is known.
    void setReady(const QString& profile, bool ready);
    //! The account whose the profile's next message is; empty while that is not certain.
    [[nodiscard]] QString account(const QString& profile) const;
    //! The account that was verified last, also in an earlier run; empty: none yet.
    [[nodiscard]] QString lastAccount(const QString& profile) const;
    //! How an account is called, for what people read.
    void setName(const QString& account, const QString& name) { m_names.insert(account, name); }
    void setSuspended(const QString& profile, bool suspended);
    //! Whether what needs the listener's connection may go; it keeps its thread waiting.
    void setConnected(const QString& profile, bool connected);
    void setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused);
    void setInterval(std::chrono::milliseconds interval, qint64 now);

    //! Nothing goes before `endsAt`, which the wall clock calls `untilMs`; an `untilMs` of 0 ends
    //! it.
    void setCoolDown(const QString& profile, qint64 untilMs, qint64 endsAt);
    //! By the wall clock; 0 while there is none.
    [[nodiscard]] qint64 coolDownUntilMs(const QString& profile) const;
    //! Profiles whose cool-down is over by now.
    [[nodiscard]] QStringList overCoolDowns(qint64 now) const;

    [[nodiscard]] QStringList profiles() const { return m_profiles.keys(); }
    //! When there may be something to do next; it may be past.
    [[nodiscard]] std::optional<qint64> nextDue();
    //! How many messages are under way.
    [[nodiscard]] int underWay() const;

private:
    struct Profile
    {
        QString account;
        bool isVerified = false; //!< that it is logged in
        bool isReady = false; //!< and its pauses are known
        QList<NextPart> nextParts;
        std::map<qint64, PendingSendPtr> queue; //!< by id, which is the order of arrival
        QSet<ThreadRef> busy; //!< threads with a message under way
        QSet<ThreadRef> paused;
        qint64 lookedAt = 0; //!< when its next message was asked for last
        qint64 coolDownUntilMs = 0; //!< by the wall clock
        qint64 coolDownEnd = 0;
        bool isSuspended = false;
        bool isConnected = false;
    };

    [[nodiscard]] SendPacer& pacerOf(const QString& profile);
    [[nodiscard]] bool mayGo(const QString& profile, qint64 now);
    [[nodiscard]] bool isPaused(const OutboundRow& row) const;
    [[nodiscard]] const Profile& known(const QString& profile) const;
    [[nodiscard]] static bool isForeign(const Profile& profile, const OutboundRow& row);
    [[nodiscard]] Error accountChanged(const OutboundRow& row) const;
    [[nodiscard]] std::optional<Error> partRefusal(const NextPart& part, qint64 now) const;

    SendPace m_pace;
    int m_parallelSends;
    QHash<QString, Profile> m_profiles;
    QHash<QString, QString> m_names; //!< of accounts
    std::map<QString, SendPacer> m_pacers;
    std::multimap<qint64, std::weak_ptr<PendingSend>> m_deadlines;
    bool m_isStarted = false;
    bool m_isPaused = false;
};

} // namespace zalo
