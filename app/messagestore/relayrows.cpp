// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/relayrows.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

template <typename Value, typename Name, size_t Count>
std::optional<Value> valueIn(const std::array<Value, Count>& values, QStringView wanted, Name name)
{
    for (const Value value : values) {
        if (wanted == name(value)) {
            return value;
        }
    }
    return {};
}

} // namespace

OutboundKind OutboundRow::partKind(qsizetype index) const
{
    const qsizetype itself = kind == OutboundKind::Url ? parts.size() - 1 : 0;
    return index == itself ? kind : OutboundKind::Text;
}

QString OutboundRow::partTarget(qsizetype index) const
{
    const bool refersItself = kind == OutboundKind::Reaction || kind == OutboundKind::Unsend;
    const qsizetype firstText = partKind(0) == OutboundKind::Text ? 0 : 1;
    return index == (refersItself ? 0 : firstText) ? target : QString();
}

WaitingChats WaitingChats::plus(const WaitingChats& others) const
{
    const bool isFirst = others.sinceMs == 0 || (sinceMs > 0 && sinceMs < others.sinceMs);
    return { count + others.count, isFirst ? sinceMs : others.sinceMs };
}

RelayCounts ProfileTally::of(const QString& account) const
{
    RelayCounts sum = counts.value(account);
    if (account.isEmpty()) {
        return sum;
    }
    const RelayCounts nobodys = counts.value({});
    sum.inboundWaiting += nobodys.inboundWaiting;
    sum.inboundDead += nobodys.inboundDead;
    sum.inboundExpired += nobodys.inboundExpired;
    sum.outboundWaiting += nobodys.outboundWaiting;
    sum.outboundUncertain += nobodys.outboundUncertain;
    sum.inboundFailed += nobodys.inboundFailed;
    sum.outboundFailed += nobodys.outboundFailed;
    sum.waiting = sum.waiting.plus(nobodys.waiting);
    sum.waitingPaused = sum.waitingPaused.plus(nobodys.waitingPaused);
    sum.lastInMs = std::max(sum.lastInMs, nobodys.lastInMs);
    sum.lastOutMs = std::max(sum.lastOutMs, nobodys.lastOutMs);
    return sum;
}

QList<WaitingAccount> ProfileTally::others(const QString& account) const
{
    QList<WaitingAccount> found;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        RelayCounts waiting = it.value();
        waiting.lastInMs = 0;
        waiting.lastOutMs = 0;
        waiting.inboundFailed = 0; // that is over
        waiting.outboundFailed = 0;
        waiting.waiting = {};
        waiting.waitingPaused = {};
        if (!it.key().isEmpty() && it.key() != account && waiting != RelayCounts()) {
            found.append({ it.key(), names.value(it.key()), waiting });
        }
    }
    std::sort(found.begin(), found.end(),
              [](const WaitingAccount& a, const WaitingAccount& b) { return a.userId < b.userId; });
    return found;
}

QStringList OutboundRow::messageIds() const
{
    QStringList ids;
    for (const OutboundPartRow& part : parts) {
        ids << part.messageIds;
    }
    return ids;
}

ActivityMedium activityMedium(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return ActivityMedium::Image;
    case MediaKind::Video:
        return ActivityMedium::Video;
    case MediaKind::Audio:
        return ActivityMedium::Voice;
    case MediaKind::File:
        return ActivityMedium::File;
    }
    Q_UNREACHABLE();
}

ActivityMedium activityMedium(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::Text:
        return ActivityMedium::None;
    case OutboundKind::Image:
        return ActivityMedium::Image;
    case OutboundKind::File:
        return ActivityMedium::File;
    case OutboundKind::Url:
        return ActivityMedium::Link;
    case OutboundKind::Video:
        return ActivityMedium::Video;
    case OutboundKind::Voice:
        return ActivityMedium::Voice;
    case OutboundKind::Sticker:
        return ActivityMedium::Sticker;
    case OutboundKind::Reaction:
        return ActivityMedium::Reaction;
    case OutboundKind::Unsend:
        return ActivityMedium::Unsend;
    }
    Q_UNREACHABLE();
}

QString mediumName(ActivityMedium medium)
{
    switch (medium) {
    case ActivityMedium::None:
        return {};
    case ActivityMedium::Image:
        return u"image"_s;
    case ActivityMedium::Video:
        return u"video"_s;
    case ActivityMedium::Voice:
        return u"voice"_s;
    case ActivityMedium::File:
        return u"file"_s;
    case ActivityMedium::Link:
        return u"link"_s;
    case ActivityMedium::Sticker:
        return u"sticker"_s;
    case ActivityMedium::Reaction:
        return u"reaction"_s;
    case ActivityMedium::Unsend:
        return u"unsend"_s;
    }
    Q_UNREACHABLE();
}

ActivityState activityState(InboundState state)
{
    switch (state) {
    case InboundState::Waiting:
        return ActivityState::Waiting;
    case InboundState::Accepted:
        return ActivityState::Accepted;
    case InboundState::Dead:
        return ActivityState::Dead;
    case InboundState::Discarded:
        return ActivityState::Discarded;
    case InboundState::Own:
        return ActivityState::Own;
    case InboundState::Expired:
        return ActivityState::Expired;
    }
    Q_UNREACHABLE();
}

ActivityState activityState(OutboundState state)
{
    switch (state) {
    case OutboundState::Queued:
        return ActivityState::Queued;
    case OutboundState::Sending:
        return ActivityState::Sending;
    case OutboundState::Sent:
        return ActivityState::Sent;
    case OutboundState::Failed:
        return ActivityState::Failed;
    case OutboundState::Uncertain:
        return ActivityState::Uncertain;
    case OutboundState::Dismissed:
        return ActivityState::Dismissed;
    }
    Q_UNREACHABLE();
}

ActivityState ActivityItem::effectiveState() const
{
    switch (outcome) {
    case InboundOutcome::None:
        return state;
    case InboundOutcome::Dispatched:
        return ActivityState::Dispatched;
    case InboundOutcome::Dropped:
        return ActivityState::Dropped;
    case InboundOutcome::Failed:
        return ActivityState::Failed;
    }
    Q_UNREACHABLE();
}

QString stateName(OutboundState state)
{
    return stateName(activityState(state));
}

QString stateName(ActivityState state)
{
    switch (state) {
    case ActivityState::Waiting:
        return u"waiting"_s;
    case ActivityState::Accepted:
        return u"accepted"_s;
    case ActivityState::Dead:
        return u"dead"_s;
    case ActivityState::Discarded:
        return u"discarded"_s;
    case ActivityState::Expired:
        return u"expired"_s;
    case ActivityState::Own:
        return u"own"_s;
    case ActivityState::Dispatched:
        return u"dispatched"_s;
    case ActivityState::Dropped:
        return u"dropped"_s;
    case ActivityState::Queued:
        return u"queued"_s;
    case ActivityState::Sending:
        return u"sending"_s;
    case ActivityState::Sent:
        return u"sent"_s;
    case ActivityState::Uncertain:
        return u"uncertain"_s;
    case ActivityState::Dismissed:
        return u"dismissed"_s;
    case ActivityState::Failed:
        return u"failed"_s;
    case ActivityState::GapOpen:
        return u"open"_s;
    case ActivityState::GapClosed:
        return u"closed"_s;
    }
    Q_UNREACHABLE();
}

QString storedName(InboundState state)
{
    switch (state) {
    case InboundState::Waiting:
        return u"waiting"_s;
    case InboundState::Accepted:
        return u"taken"_s; // as the first version called it
    case InboundState::Dead:
        return u"dead"_s;
    case InboundState::Discarded:
        return u"discarded"_s;
    case InboundState::Own:
        return u"own"_s;
    case InboundState::Expired:
        return u"expired"_s;
    }
    Q_UNREACHABLE();
}

QString outcomeName(InboundOutcome outcome)
{
    switch (outcome) {
    case InboundOutcome::None:
        return u""_s;
    case InboundOutcome::Dispatched:
        return u"dispatched"_s;
    case InboundOutcome::Dropped:
        return u"dropped"_s;
    case InboundOutcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString pauseCauseName(PauseCause cause)
{
    switch (cause) {
    case PauseCause::Person:
        return u"person"_s;
    case PauseCause::Owner:
        return u"owner"_s;
    }
    Q_UNREACHABLE();
}

QString kindName(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::Text:
        return u"text"_s;
    case OutboundKind::Image:
        return u"image"_s;
    case OutboundKind::File:
        return u"file"_s;
    case OutboundKind::Url:
        return u"link"_s;
    case OutboundKind::Video:
        return u"video"_s;
    case OutboundKind::Voice:
        return u"voice"_s;
    case OutboundKind::Sticker:
        return u"sticker"_s;
    case OutboundKind::Reaction:
        return u"reaction"_s;
    case OutboundKind::Unsend:
        return u"unsend"_s;
    }
    Q_UNREACHABLE();
}

std::optional<InboundState> inboundState(QStringView name)
{
    using enum InboundState;
    return valueIn(std::array { Waiting, Accepted, Dead, Discarded, Own, Expired }, name,
                   &storedName);
}

std::optional<OutboundState> outboundState(QStringView name)
{
    using enum OutboundState;
    return valueIn(std::array { Queued, Sending, Sent, Failed, Uncertain, Dismissed }, name,
                   [](OutboundState state) { return stateName(state); });
}

std::optional<InboundOutcome> inboundOutcome(QStringView name)
{
    using enum InboundOutcome;
    return valueIn(std::array { None, Dispatched, Dropped, Failed }, name, &outcomeName);
}

std::optional<PauseCause> pauseCause(QStringView name)
{
    using enum PauseCause;
    return valueIn(std::array { Person, Owner }, name, &pauseCauseName);
}

std::optional<OutboundKind> outboundKind(QStringView name)
{
    using enum OutboundKind;
    return valueIn(std::array { Text, Image, File, Url, Video, Voice, Sticker, Reaction, Unsend },
                   name, &kindName);
}

} // namespace zalo
