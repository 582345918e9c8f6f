// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/outbox.h"

#include "core/logging.h"
#include "relay/textsplitter.h"

#include <algorithm>
#include <limits>

// The outbox's queue. How one message goes is in outboxsend.cpp.

namespace zalo {
namespace {

constexpr qint64 MaxDeadline = 600'000; // PROTOCOL.md

} // namespace

OutboundRequest unsentOf(const OutboundRow& row)
{
    OutboundRequest request;
    request.profile = row.profile;
    request.thread = row.thread;
    request.kind = row.kind;
    request.path = row.path;
    request.url = row.url;
    for (qsizetype i = 0; i < row.parts.size(); ++i) {
        if (row.parts.at(i).state != OutboundState::Sent) {
            request.text += row.parts.at(i).text;
        } else if (row.partKind(i) == row.kind) {
            request.kind = OutboundKind::Text; // a medium that is there, without its words
        }
    }
    return request;
}

Outbox::Outbox(RelayStore* store, MessageSender* sender, Policy policy, Clock clock,
               QObject* parent)
    : QObject(parent),
      m_store(store),
      m_sender(sender),
      m_policy(policy),
      m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::onTimeout);
}

Outbox::~Outbox() = default;

void Outbox::start()
{
    m_store->profiles().coolDowns(this, [this](const Result<QHash<QString, qint64>>& found) {
        const auto all = found.value_or(QHash<QString, qint64>());
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            coolDown(it.key(), it.value());
        }
    });
    m_store->profiles().pausedThreads(this, [this](const Result<QList<LaneKey>>& threads) {
        for (const LaneKey& key : threads.value_or(QList<LaneKey>())) {
            m_profiles[key.profile].paused.insert(key.thread);
        }
    });
    m_store->outbound().queued(this, [this](const Result<QList<OutboundRow>>& rows) {
        const qint64 now = m_clock.steadyMs();
        for (const OutboundRow& row : rows.value_or(QList<OutboundRow>())) {
            if (m_open.contains({ row.owner, row.key })) {
                continue;
            }
            auto item = std::make_shared<Item>();
            item->row = row;
            item->deadline =
                now + std::clamp<qint64>(row.deadlineMs - m_clock.nowMs(), 0, MaxDeadline);
            m_open.insert({ row.owner, row.key }, item);
            queue(item);
        }
        m_started = true;
        pumpAll();
    });
}

void Outbox::send(const OutboundRequest& request, QObject* context, Reply<OutboundRow> done)
{
    Reply<OutboundRow> reply = guarded<OutboundRow>(context, std::move(done));
    ItemPtr& item = m_open[{ request.owner, request.key }];
    if (item) {
        item->waiting.append(std::move(reply));
        return;
    }
    item = std::make_shared<Item>();
    item->waiting.append(std::move(reply));
    item->deadline = m_clock.steadyMs() + request.deadline.count();
    OutboundRow row;
    row.owner = request.owner;
    row.key = request.key;
    row.profile = request.profile;
    row.thread = request.thread;
    row.kind = request.kind;
    row.path = request.path;
    row.url = request.url;
    row.createdMs = m_clock.nowMs();
    row.deadlineMs = row.createdMs + request.deadline.count();
    item->row = row;
    for (const QString& text : partTexts(request)) {
        row.parts.append({ text, OutboundState::Queued, {} });
    }
    m_store->outbound().enqueue(
        row, this,
        [this, item = item](const Result<EnqueuedOutbound>& result) { stored(item, result); });
}

//! The texts of the parts: nothing of a caption is lost that does not go with its medium. People
//! put words before a link, and below a picture or file.
QStringList Outbox::partTexts(const OutboundRequest& request) const
{
    QStringList texts;
    if (request.kind == OutboundKind::Text || !request.text.trimmed().isEmpty()) {
        texts = splitText(request.text, m_policy.maxTextUnits);
    }
    if (request.kind == OutboundKind::Url) {
        texts.append(QString());
    } else if (request.kind != OutboundKind::Text
               && (texts.isEmpty() || !m_sender->takesCaption(request.kind, request.path))) {
        texts.prepend(QString());
    }
    return texts;
}

void Outbox::stored(const ItemPtr& item, const Result<EnqueuedOutbound>& result)
{
    if (!result) {
        answerStored(item, result.error());
        return;
    }
    item->row = result->row;
    item->row.parts.clear();
    if (item->row.isFinal()) {
        close(item, result->row);
        return;
    }
    queue(item);
    pump(item->row.profile);
}

//! Nothing can be stored just now; a result that was stored before can still be told.
void Outbox::answerStored(const ItemPtr& item, const Error& error)
{
    m_store->outbound().byKey(item->row.owner, item->row.key, this,
                              [this, item, error](const Result<std::optional<OutboundRow>>& found) {
                                  if (found && *found && (*found)->isFinal()) {
                                      item->row = **found;
                                      close(item, item->row);
                                  } else {
                                      close(item, tl::unexpected(error));
                                  }
                              });
}

void Outbox::outcome(const QString& owner, const QString& key, QObject* context,
                     Reply<std::optional<OutboundRow>> done)
{
    m_store->outbound().byKey(owner, key, context, std::move(done));
}

void Outbox::queue(const ItemPtr& item)
{
    item->isQueued = true;
    m_profiles[item->row.profile].queue.emplace(item->row.id, item);
    m_deadlines.emplace(item->deadline, item);
    refuseWhatCannotStart(item->row.profile);
    armTimer();
}

//! Waiting makes no sense for what a cool-down outlasts: its sender learns it at once.
void Outbox::refuseWhatCannotStart(const QString& profile)
{
    const ProfileLanes& lanes = m_profiles[profile];
    if (lanes.coolDownUntilMs == 0) {
        return;
    }
    QList<ItemPtr> hopeless;
    for (const auto& [id, item] : lanes.queue) {
        if (item->deadline <= lanes.coolDownEnd) {
            hopeless.append(item);
        }
    }
    const Error error { ErrorKind::RateLimited, QString::number(lanes.coolDownUntilMs) };
    for (const ItemPtr& item : hopeless) {
        finish(item, OutboundState::Failed, error);
    }
}

void Outbox::pump(const QString& profile)
{
    ProfileLanes& lanes = m_profiles[profile];
    const auto isReady = [&lanes](const auto& entry) {
        const ThreadRef& thread = entry.second->row.thread;
        return !lanes.busy.contains(thread) && !lanes.paused.contains(thread);
    };
    pumpNextParts(profile);
    while (m_started && !m_paused && !lanes.isSuspended && lanes.coolDownUntilMs == 0
           && lanes.busy.size() < m_policy.parallelSends && mayGo(profile)) {
        const auto next = std::find_if(lanes.queue.begin(), lanes.queue.end(), isReady);
        if (next == lanes.queue.end()) {
            break;
        }
        pacerOf(profile).take(m_clock.steadyMs());
        begin(ItemPtr(next->second));
    }
    armTimer();
}

//! The rest of a long text goes before what is new: its thread waits for it.
void Outbox::pumpNextParts(const QString& profile)
{
    ProfileLanes& lanes = m_profiles[profile];
    const QList<NextPart> waiting = std::exchange(lanes.nextParts, {});
    for (const NextPart& next : waiting) {
        if (isPaused(next.item->row)) {
            finish(next.item, OutboundState::Failed, Error { ErrorKind::Paused, {} });
        } else if (lanes.coolDownUntilMs > 0) {
            finish(next.item, OutboundState::Failed,
                   Error { ErrorKind::RateLimited, QString::number(lanes.coolDownUntilMs) });
        } else if (!mayGo(profile)) {
            lanes.nextParts.append(next);
        } else {
            pacerOf(profile).take(m_clock.steadyMs());
            startPart(next.item, next.ordinal);
        }
    }
}

SendPacer& Outbox::pacerOf(const QString& profile)
{
    const SendPace pace { m_policy.sendInterval, m_policy.sendBurst, m_policy.sendSpread };
    return m_pacers.try_emplace(profile, pace).first->second;
}

bool Outbox::mayGo(const QString& profile)
{
    return pacerOf(profile).nextAt() <= m_clock.steadyMs();
}

void Outbox::setSendInterval(std::chrono::milliseconds interval)
{
    m_policy.sendInterval = interval;
    for (auto& [profile, pacer] : m_pacers) {
        pacer.setInterval(interval, m_clock.steadyMs());
    }
    pumpAll();
}

void Outbox::pumpAll()
{
    const QStringList profiles = m_profiles.keys();
    for (const QString& profile : profiles) {
        pump(profile);
    }
}

void Outbox::setPaused(bool paused)
{
    m_paused = paused;
    pumpAll();
}

void Outbox::setSuspended(const QString& profile, bool suspended)
{
    m_profiles[profile].isSuspended = suspended;
    pump(profile);
}

void Outbox::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused)
{
    QSet<ThreadRef>& threads = m_profiles[profile].paused;
    if (paused) {
        threads.insert(thread);
    } else {
        threads.remove(thread);
    }
    pump(profile);
}

bool Outbox::isPaused(const OutboundRow& row) const
{
    const auto lanes = m_profiles.constFind(row.profile);
    return m_paused || (lanes != m_profiles.cend() && lanes->paused.contains(row.thread));
}

Outbox::Sending Outbox::sendingState(const QString& profile) const
{
    return coolDownUntilMs(profile) > 0 ? Sending::CoolDown : Sending::Running;
}

qint64 Outbox::coolDownUntilMs(const QString& profile) const
{
    return m_profiles.value(profile).coolDownUntilMs;
}

void Outbox::endCoolDown(const QString& profile)
{
    coolDown(profile, 0);
    m_store->profiles().setCoolDown(profile, 0, this, {});
}

int Outbox::underWay() const
{
    int count = 0;
    for (const ProfileLanes& lanes : m_profiles) {
        count += int(lanes.busy.size());
    }
    return count;
}

//! `untilMs` 0 ends it.
void Outbox::coolDown(const QString& profile, qint64 untilMs)
{
    ProfileLanes& lanes = m_profiles[profile];
    if (lanes.coolDownUntilMs == untilMs) {
        return;
    }
    // A wall clock that was set must not make the pause longer than it ever is.
    const qint64 rest = std::clamp<qint64>(untilMs - m_clock.nowMs(), 0, m_policy.coolDown.count());
    lanes.coolDownUntilMs = untilMs;
    lanes.coolDownEnd = m_clock.steadyMs() + rest;
    qCInfo(lcRelay) << (untilMs > 0 ? "sending pauses, as Zalo asked" : "sending goes on");
    emit sendingStateChanged(profile, sendingState(profile), untilMs);
    refuseWhatCannotStart(profile);
    pump(profile);
}

void Outbox::onTimeout()
{
    const qint64 now = m_clock.steadyMs();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const ItemPtr item = m_deadlines.begin()->second.lock();
        m_deadlines.erase(m_deadlines.begin());
        if (item && item->isQueued) {
            finish(item, OutboundState::Failed, lateness(item->row));
        }
    }
    const QStringList profiles = m_profiles.keys();
    for (const QString& profile : profiles) {
        const ProfileLanes& lanes = m_profiles[profile];
        if (lanes.coolDownUntilMs > 0 && lanes.coolDownEnd <= now) {
            endCoolDown(profile);
        }
        pump(profile);
    }
}

Error Outbox::lateness(const OutboundRow& row)
{
    if (isPaused(row)) {
        return { ErrorKind::Paused, {} };
    }
    if (!m_profiles[row.profile].isSuspended && !mayGo(row.profile)) {
        return { ErrorKind::SendsTooMany, {} };
    }
    return { ErrorKind::TimedOut, QStringLiteral("sending") };
}

void Outbox::armTimer()
{
    qint64 due = std::numeric_limits<qint64>::max();
    if (!m_deadlines.empty()) {
        due = m_deadlines.begin()->first;
    }
    const qint64 now = m_clock.steadyMs();
    for (auto it = m_profiles.cbegin(); it != m_profiles.cend(); ++it) {
        if (it->coolDownUntilMs > 0) {
            due = std::min(due, it->coolDownEnd);
        }
        // Once its time has come it is not the pace that holds a message back.
        const qint64 next = pacerOf(it.key()).nextAt();
        if (next > now && !(it->queue.empty() && it->nextParts.isEmpty())) {
            due = std::min(due, next);
        }
    }
    if (due == std::numeric_limits<qint64>::max()) {
        m_timer.stop();
    } else {
        m_timer.start(int(std::clamp<qint64>(due - now, 0, 60'000)));
    }
}

} // namespace zalo
