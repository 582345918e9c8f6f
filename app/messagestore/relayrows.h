// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/gapcause.h"
#include "core/gaprecovery.h"
#include "core/ids.h"
#include "core/mediakind.h"
#include "core/outcomereason.h"
#include "core/sessionstate.h"
#include "core/statereason.h"
#include "core/styledtext.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace zalo {

// Rows of the relay's database as values. Times are milliseconds since 1970 UTC, 0 = not yet.

//! One thread of one account in one profile.
struct LaneKey
{
    QString profile;
    QString account; //!< Zalo's user id; empty: not known yet
    ThreadRef thread;

    friend bool operator==(const LaneKey&, const LaneKey&) = default;
};

inline size_t qHash(const LaneKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.profile, key.account, key.thread);
}

//! Who paused the bot in a thread.
enum class PauseCause
{
    Person, //!< at this machine
    Owner //!< the account's owner, by writing there
};

//! A thread in which the bot is paused.
struct ThreadPause
{
    LaneKey lane;
    qint64 untilMs = 0; //!< it ends by itself then; 0: a person ends it
    PauseCause cause = PauseCause::Person;

    friend bool operator==(const ThreadPause&, const ThreadPause&) = default;
};

enum class InboundState
{
    Waiting,
    Accepted,
    Dead,
    Discarded,
    Own, //!< the account's owner wrote it elsewhere: never delivered
    Expired //!< too old when it could have been delivered; a person can have it delivered
};
enum class InboundOutcome
{
    None,
    Dispatched,
    Dropped,
    Failed
};

//! One message from Zalo.
struct InboundRow
{
    qint64 seq = 0; //!< order of arrival, given by the store
    QString profile;
    QString account; //!< whose message it is, Zalo's user id; empty: not known yet
    QString msgId;
    ThreadRef thread;
    qint64 receivedMs = 0; //!< by this machine's clock
    qint64 agedMs = 0; //!< what its age counts from: when Zalo says it was sent, else receivedMs
    QJsonObject payload; //!< what the message says (deliverypayload.h)
    InboundState state = InboundState::Waiting;
    int attempts = 0; //!< failed tries
    qint64 nextAttemptMs = 0;
    std::optional<Error> lastError;
    bool released = false; //!< to be delivered however old it is: a person asked for it
    qint64 acceptedMs = 0; //!< of a waiting row: it was accepted before, and is handed over again
    InboundOutcome outcome = InboundOutcome::None;
    OutcomeReason outcomeReason;
    qint64 outcomeMs = 0;
    bool wantsMedia = false; //!< files of it are still to be fetched
    int mediaTries = 0; //!< failed ones
    qint64 nextMediaMs = 0; //!< the next one is not before
    //! Of InboundStore::nextWaiting(): the smallest seq in its thread that came before and still
    //! waits, for it was sent after; 0: none.
    qint64 overtakenSeq = 0;
};

//! A thread with waiting rows.
struct WaitingLane
{
    ThreadRef thread;
    qint64 firstSeq = 0;
    int count = 0;
};

//! How much of what waited for the Gateway has been delivered.
struct BacklogProgress
{
    int done = 0;
    int total = 0; //!< 0: nothing waited, or all is done

    friend bool operator==(const BacklogProgress&, const BacklogProgress&) = default;
};

enum class OutboundKind
{
    Text,
    Image,
    File,
    Url,
    Video,
    Voice,
    Sticker,
    Reaction, //!< to the target
    Unsend //!< takes the target back; texts behind it stand in its place
};
enum class OutboundState
{
    Queued,
    Sending,
    Sent,
    Failed,
    Uncertain,
    Dismissed //!< failed or uncertain, and a person has settled it
};

//! How a person settles a send that did not end well.
enum class SendSettlement
{
    Arrived, //!< an uncertain one, or its uncertain part, was seen in Zalo
    Dismissed //!< nothing more is to be done about it
};

//! One of the messages that a `message.send` makes, or the only one.
struct OutboundPartRow
{
    //! Of a medium the caption that goes with it; a sticker's number; a reaction's emoji, empty
    //! where it is taken back.
    QString text;
    OutboundState state = OutboundState::Queued;
    QStringList messageIds; //!< Zalo's; empty where the dialect gives none
    StyleSpans styles {}; //!< of the text

    friend bool operator==(const OutboundPartRow&, const OutboundPartRow&) = default;
};

//! One `message.send`.
struct OutboundRow
{
    qint64 id = 0; //!< given by the store
    QString owner; //!< the Gateway's id, or `local`
    QString key; //!< idempotency key, unique for the owner
    QString profile;
    QString account; //!< who sends it, Zalo's user id; empty: not known yet
    ThreadRef thread;
    OutboundKind kind = OutboundKind::Text;
    QString path; //!< of a medium that is a file
    QString url; //!< of a link, or of a medium that zca fetches
    QString target; //!< Zalo's id of the message that it refers to; may be empty
    qint64 createdMs = 0;
    qint64 deadlineMs = 0; //!< not started by then: never sent
    qint64 startedMs = 0;
    qint64 finishedMs = 0;
    OutboundState state = OutboundState::Queued;
    std::optional<Error> error;
    //! In order. A medium is the first of its parts and a link the last; the others are texts.
    QList<OutboundPartRow> parts;

    //! What the part of this index is: `kind`, or Text for what goes beside it.
    [[nodiscard]] OutboundKind partKind(qsizetype index) const;
    //! `target` for the part that refers to it: a reaction, what takes it back, or the first text,
    //! which answers it. Empty for the others.
    [[nodiscard]] QString partTarget(qsizetype index) const;
    //! Ids of all parts, in order.
    [[nodiscard]] QStringList messageIds() const;
    [[nodiscard]] bool isFinal() const
    {
        return state != OutboundState::Queued && state != OutboundState::Sending;
    }

    friend bool operator==(const OutboundRow&, const OutboundRow&) = default;
};

//! The stored row of an (owner, key).
struct EnqueuedOutbound
{
    OutboundRow row;
    bool inserted = false; //!< it is new
};

//! An interval in which the connection to Zalo was not verified. Zalo replays nothing of it by
//! itself.
struct ConnectionGap
{
    qint64 fromMs = 0;
    qint64 toMs = 0; //!< 0 while it lasts
    GapCause cause = GapCause::Interrupted;
    GapRecovery recovery = GapRecovery::NotAsked;
    int recovered = 0; //!< messages of it that came from Zalo's history

    friend bool operator==(const ConnectionGap&, const ConnectionGap&) = default;
};

//! What came of asking Zalo's history for all that was missed.
struct RecoveryResult
{
    qint64 sinceMs = 0; //!< it was asked for what was written from then on
    bool isComplete = false; //!< false: some of it could not be asked
    QList<qint64> writtenMs; //!< when the messages were written that were not known yet
};

//! One change of a profile's session, and why it came.
struct SessionEvent
{
    QString profile;
    QString account; //!< whose session; empty: not known yet
    qint64 atMs = 0;
    SessionState state = SessionState::Connecting;
    std::optional<StateReason> reason;
};

//! Conversations in which somebody waits: a message of them is to be delivered or sent.
struct WaitingChats
{
    int count = 0;
    qint64 sinceMs = 0; //!< when the first of them wrote; 0: nobody waits

    //! Those of both.
    [[nodiscard]] WaitingChats plus(const WaitingChats& others) const;

    friend bool operator==(const WaitingChats&, const WaitingChats&) = default;
};

//! What the snapshot shows of one account in one profile.
struct RelayCounts
{
    int inboundWaiting = 0;
    int inboundDead = 0;
    int inboundExpired = 0;
    int outboundWaiting = 0; //!< queued and being sent
    int outboundUncertain = 0;
    qint64 lastInMs = 0;
    qint64 lastOutMs = 0; //!< the last one that was sent
    int inboundFailed = 0; //!< the Gateway took them, and no answer came of it
    int outboundFailed = 0;
    WaitingChats waiting {}; //!< where the bot is not paused
    WaitingChats waitingPaused {}; //!< where it is

    friend bool operator==(const RelayCounts&, const RelayCounts&) = default;
};

//! An account of which something waits in a profile where another one is logged in.
struct WaitingAccount
{
    QString userId;
    QString name; //!< as Zalo last gave it; may be empty
    RelayCounts counts; //!< of what waits for it, without times

    friend bool operator==(const WaitingAccount&, const WaitingAccount&) = default;
};

//! What is counted of a profile, by account; under '' what is nobody's yet.
struct ProfileTally
{
    QHash<QString, RelayCounts> counts;
    QHash<QString, QString> names; //!< of accounts, as Zalo last gave them

    //! Of an account, and of what is nobody's yet.
    [[nodiscard]] RelayCounts of(const QString& account) const;
    //! Other accounts of which something waits, by their ids.
    [[nodiscard]] QList<WaitingAccount> others(const QString& account) const;
};

//! What of an account in a profile survives a restart.
struct ProfileState
{
    QString account; //!< the one that was last verified in the profile; empty: none yet
    qint64 coolDownUntilMs = 0; //!< no sending before (Zalo's 221)
    Moment lastVerified; //!< when the connection to Zalo was last verified
};

//! What came or went besides a text.
enum class ActivityMedium
{
    None,
    Image,
    Video,
    Voice,
    File,
    Link,
    Sticker,
    Reaction,
    Unsend
};

[[nodiscard]] ActivityMedium activityMedium(MediaKind kind);
[[nodiscard]] ActivityMedium activityMedium(OutboundKind kind);
//! Its name on the bridge; empty for a text.
[[nodiscard]] QString mediumName(ActivityMedium medium);

//! What a line of the activity says to the person at this machine. By the bridge it leaves only as
//! a message of the thread whose history was asked for.
struct ActivityText
{
    QString body; //!< of the message, bounded
    ActivityMedium medium = ActivityMedium::None;
    QString senderName; //!< of a message from Zalo
    QString threadName; //!< empty where nobody knows it
    bool isThreadPaused = false; //!< the bot is paused in this thread
    QString senderId {}; //!< of a message from Zalo
    bool isTakenBack = false; //!< the account wrote it, and took it back from here
    qint64 pausedUntilMs = 0; //!< as ThreadPause::untilMs
    PauseCause pauseCause = PauseCause::Person;

    friend bool operator==(const ActivityText&, const ActivityText&) = default;
};

//! Where a line of the activity stands.
enum class ActivityState
{
    // a message from Zalo, and what the Gateway did with it
    Waiting,
    Accepted,
    Dead,
    Discarded,
    Own,
    Expired,
    Dispatched,
    Dropped,
    // a message to Zalo
    Queued,
    Sending,
    Sent,
    Uncertain,
    Dismissed,
    // either
    Failed,
    // a gap
    GapOpen,
    GapClosed
};

[[nodiscard]] ActivityState activityState(InboundState state);
[[nodiscard]] ActivityState activityState(OutboundState state);

//! One line of the activity.
struct ActivityItem
{
    enum class Kind
    {
        Inbound,
        Outbound,
        Gap
    };
    Kind kind = Kind::Inbound;
    qint64 id = 0; //!< InboundRow::seq, OutboundRow::id or a gap's row
    qint64 timeMs = 0;
    QString profile;
    QString account; //!< Zalo's user id; empty: not known yet
    ThreadRef thread; //!< empty for a gap
    ActivityState state = ActivityState::Waiting;
    InboundOutcome outcome = InboundOutcome::None; //!< inbound
    OutcomeReason reason; //!< the outcome's
    GapCause cause = GapCause::Interrupted; //!< of a gap
    GapRecovery recovery = GapRecovery::NotAsked; //!< of a gap
    int recovered = 0; //!< of a gap: messages that came from Zalo's history
    std::optional<Error> error;
    int attempts = 0;
    QString messageId; //!< Zalo's id, the first of several
    qint64 endMs = 0; //!< taken, finished, or the gap's end
    int parts = 0; //!< outbound: messages that a longer text makes
    int partsSent = 0; //!< those that went out, the first ones
    std::optional<ActivityText> text; //!< where ActivityQuery::withText asked for them

    //! The outcome where there is one, else the state.
    [[nodiscard]] ActivityState effectiveState() const;

    friend bool operator==(const ActivityItem&, const ActivityItem&) = default;
};

//! Messages that somebody is sent to because of what became of them.
enum class ActivityPart
{
    All,
    FailedTurns, //!< what RelayCounts::inboundFailed counts
    FailedSends //!< what RelayCounts::outboundFailed counts
};

struct ActivityQuery
{
    QString profile; //!< empty: all
    QString threadId; //!< empty: all
    int limit = 100; //!< 1 to 500
    QString cursor; //!< ActivityList::nextCursor, or empty for the newest
    //! Only lines of which effectiveState() is one of these; empty: all.
    QList<ActivityState> states = {};
    ActivityPart part = ActivityPart::All; //!< another one: `states` do not count
    bool withText = false; //!< for a window, or a thread's history; never for the activity's list
};

struct ActivityList
{
    QList<ActivityItem> items; //!< newest first
    QString nextCursor; //!< empty at the end
};

//! What opening the store found and settled.
struct RelayRecovery
{
    int uncertain = 0; //!< sends that were under way when the program ended
    int expired = 0; //!< queued sends whose deadline has passed
};

//! How much of what is finished is kept. Waiting, dead, queued and uncertain rows always are.
struct RetentionPolicy
{
    qint64 maxAgeMs = qint64(30) * 24 * 3600 * 1000;
    qint64 maxRows = 100'000; //!< of each direction; of what was never delivered as many again
};

// Names on the bridge, and in the database but for InboundState (storedName()).
[[nodiscard]] QString
stateName(OutboundState state); //!< queued sending sent failed uncertain dismissed
//! waiting accepted dead discarded dispatched dropped, OutboundState's, open closed
[[nodiscard]] QString stateName(ActivityState state);
[[nodiscard]] QString storedName(InboundState state); //!< waiting taken dead discarded
[[nodiscard]] QString outcomeName(InboundOutcome outcome); //!< empty, dispatched dropped failed
[[nodiscard]] QString pauseCauseName(PauseCause cause); //!< person owner
[[nodiscard]] QString
kindName(OutboundKind kind); //!< text image file link video voice sticker reaction unsend
//! Nothing for a name that this version does not know.
[[nodiscard]] std::optional<InboundState> inboundState(QStringView name);
[[nodiscard]] std::optional<OutboundState> outboundState(QStringView name);
[[nodiscard]] std::optional<InboundOutcome> inboundOutcome(QStringView name);
[[nodiscard]] std::optional<PauseCause> pauseCause(QStringView name);
[[nodiscard]] std::optional<OutboundKind> outboundKind(QStringView name);

} // namespace zalo
