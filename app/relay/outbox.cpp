// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/outbox.h"

#include "core/logging.h"

#include <QPointer>

#include <algorithm>

namespace zalo {
namespace {

constexpr qint64 MaxDeadline = 600'000; // PROTOCOL.md

} // namespace

Outbox::Outbox(RelayStore* store, MessageSender* sender, Policy policy, Clock clock,
               QObject* parent)
    : QObject(parent),
      m_store(store),
      m_sender(sender),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_queue({ policy.sendInterval, policy.sendBurst, policy.sendSpread }, policy.parallelSends),
      m_parts(store->outbound(), *sender, m_clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::onTimeout);
    connect(&m_parts, &PartSender::partSent, this, [this](const PendingSendPtr& send, int next) {
        m_queue.addPart(send, next, m_clock.steadyMs());
        pump(send->row.profile);
    });
    connect(&m_parts, &PartSender::pauseAsked, this,
            [this](const QString& profile, const QString& account) {
                const qint64 until = m_clock.nowMs() + m_policy.coolDown.count();
                m_store->profiles().setCoolDown(profile, account, until, this, {});
                if (m_queue.lastAccount(profile) == account) {
                    coolDown(profile, until);
                }
            });
    connect(&m_parts, &PartSender::ended, this, &Outbox::close);
}

Outbox::~Outbox() = default;

void Outbox::start()
{
    m_store->accounts().names(this, [this](const Result<QHash<QString, QString>>& found) {
        const auto names = found.value_or(QHash<QString, QString>());
        for (auto it = names.cbegin(); it != names.cend(); ++it) {
            m_queue.setName(it.key(), it.value());
        }
    });
    m_store->outbound().queued(this, [this](const Result<QList<OutboundRow>>& rows) {
        restore(rows.value_or(QList<OutboundRow>()));
        m_queue.start();
        pumpAll();
    });
}

void Outbox::setAccount(const QString& profile, const QString& userId, const QString& name)
{
    const bool isOther = m_queue.lastAccount(profile) != userId;
    m_queue.setName(userId, name);
    m_queue.setAccount(profile, userId);
    if (isOther) {
        emit sendingStateChanged(profile, sendingState(profile), coolDownUntilMs(profile));
    }
    loadAccount(profile, userId);
    armTimer();
}

//! What holds its messages up belongs to the account too, and is known before the first one goes.
void Outbox::loadAccount(const QString& profile, const QString& account)
{
    const auto isCurrent = [this, profile, account] { return m_queue.account(profile) == account; };
    m_store->profiles().state(profile, account, this, [=, this](const Result<ProfileState>& state) {
        if (!state || !isCurrent()) {
            return;
        }
        // Stored by a clock that was ahead, it ends no later than a pause that begins now.
        const qint64 latest = m_clock.nowMs() + m_policy.coolDown.count();
        if (state->coolDownUntilMs > latest) {
            m_store->profiles().setCoolDown(profile, account, latest, this, {});
        }
        coolDown(profile, std::min(state->coolDownUntilMs, latest));
    });
    m_store->profiles().pausedThreads(this, [=, this](const Result<QList<LaneKey>>& threads) {
        if (!isCurrent()) {
            return;
        }
        for (const LaneKey& key : threads.value_or(QList<LaneKey>())) {
            if (key.profile == profile && key.account == account) {
                m_queue.setThreadPaused(profile, key.thread, true);
            }
        }
        m_queue.setReady(profile, true);
        pump(profile);
    });
}

void Outbox::presumeAccount(const QString& profile, const QString& userId)
{
    m_queue.presumeAccount(profile, userId);
}

void Outbox::setAccountUnknown(const QString& profile)
{
    m_queue.setReady(profile, false);
}

void Outbox::discard(const QString& profile, const QString& account)
{
    const QList<PendingSendPtr> sends = m_queue.ofAccount(profile, account);
    for (const PendingSendPtr& send : sends) {
        fail(send, { ErrorKind::Cancelled, {} });
    }
}

void Outbox::restore(const QList<OutboundRow>& rows)
{
    const qint64 now = m_clock.steadyMs();
    for (const OutboundRow& row : rows) {
        if (m_open.contains({ row.owner, row.key })) {
            continue;
        }
        auto send = std::make_shared<PendingSend>();
        send->row = row;
        send->deadline = now + std::clamp<qint64>(row.deadlineMs - m_clock.nowMs(), 0, MaxDeadline);
        m_open.insert({ row.owner, row.key }, send);
        queue(send);
    }
}

void Outbox::send(const OutboundRequest& request, QObject* context, Callback<OutboundRow> done)
{
    Callback<OutboundRow> reply = boundTo<OutboundRow>(context, std::move(done));
    PendingSendPtr& send = m_open[{ request.owner, request.key }];
    if (send) {
        send->waiting.append(std::move(reply));
        return;
    }
    send = std::make_shared<PendingSend>();
    send->waiting.append(std::move(reply));
    send->deadline = m_clock.steadyMs() + request.deadline.count();
    OutboundRow row = rowOf(request, m_clock.nowMs());
    if (row.account.isEmpty()) {
        row.account = m_queue.lastAccount(row.profile);
    }
    send->row = row;
    const QList<StyledText> texts =
        partTexts(request, m_policy, m_sender->takesCaption(request.kind, request.path));
    for (const StyledText& part : texts) {
        row.parts.append({ part.text, OutboundState::Queued, {}, part.styles });
    }
    m_store->outbound().enqueue(
        row, this,
        [this, send = send](const Result<EnqueuedOutbound>& result) { onStored(send, result); });
}

void Outbox::onStored(const PendingSendPtr& send, const Result<EnqueuedOutbound>& result)
{
    if (!result) {
        answerStored(send, result.error());
        return;
    }
    // Who is logged in may have become known since.
    const QString account = send->row.account;
    send->row = result->row;
    if (send->row.account.isEmpty()) {
        send->row.account = account.isEmpty() ? m_queue.account(send->row.profile) : account;
    }
    if (send->row.isFinal()) {
        close(send, result->row);
        return;
    }
    if (send->row.state == OutboundState::Sending) {
        // Its end could not be stored. Nobody sends it now, and nobody may do so again.
        m_parts.settleInterrupted(send);
        return;
    }
    send->row.parts.clear();
    queue(send);
    pump(send->row.profile);
}

//! Nothing can be stored just now; a result that was stored before can still be told.
void Outbox::answerStored(const PendingSendPtr& send, const Error& error)
{
    m_store->outbound().byKey(send->row.owner, send->row.key, this,
                              [this, send, error](const Result<std::optional<OutboundRow>>& found) {
                                  if (found && *found && (*found)->isFinal()) {
                                      send->row = **found;
                                      close(send, send->row);
                                  } else {
                                      close(send, tl::unexpected(error));
                                  }
                              });
}

void Outbox::outcome(const QString& owner, const QString& key, QObject* context,
                     Callback<std::optional<OutboundRow>> done)
{
    // What is not under way was committed before it was answered, so the file knows all of it.
    if (m_open.contains({ owner, key })) {
        m_store->outbound().byKey(owner, key, context, std::move(done));
    } else {
        m_store->outbound().committedByKey(owner, key, context, std::move(done));
    }
}

void Outbox::queue(const PendingSendPtr& send)
{
    send->needsConnection = m_sender->needsConnection(send->row.kind, send->row.path);
    m_queue.add(send);
    refuseHopeless(send->row.profile);
    armTimer();
}

void Outbox::fail(const PendingSendPtr& send, const Error& error)
{
    m_queue.remove(send);
    m_parts.finish(send, OutboundState::Failed, error);
}

//! Waiting makes no sense for what a cool-down outlasts: its sender learns it at once.
void Outbox::refuseHopeless(const QString& profile)
{
    const Error error { ErrorKind::RateLimited, QString::number(coolDownUntilMs(profile)) };
    const QList<PendingSendPtr> hopeless = m_queue.hopeless(profile);
    for (const PendingSendPtr& send : hopeless) {
        fail(send, error);
    }
}

void Outbox::pump(const QString& profile)
{
    const qint64 now = m_clock.steadyMs();
    const QList<SendQueue::NextPart> parts = m_queue.takeParts(profile, now);
    for (const SendQueue::NextPart& part : parts) {
        if (part.refusal) {
            fail(part.send, *part.refusal);
        } else {
            m_parts.sendNext(part.send, part.ordinal);
        }
    }
    while (const PendingSendPtr send = m_queue.takeNext(profile, now)) {
        m_parts.begin(send);
    }
    armTimer();
}

void Outbox::pumpAll()
{
    const QStringList profiles = m_queue.profiles();
    for (const QString& profile : profiles) {
        pump(profile);
    }
}

void Outbox::setSendInterval(std::chrono::milliseconds interval)
{
    m_queue.setInterval(interval, m_clock.steadyMs());
    pumpAll();
}

void Outbox::setPaused(bool paused)
{
    m_queue.setPaused(paused);
    pumpAll();
}

void Outbox::setSuspended(const QString& profile, bool suspended)
{
    m_queue.setSuspended(profile, suspended);
    pump(profile);
}

void Outbox::setConnected(const QString& profile, bool connected)
{
    m_queue.setConnected(profile, connected);
    pump(profile);
}

void Outbox::setThreadPaused(const QString& profile, const ThreadRef& thread, bool paused)
{
    m_queue.setThreadPaused(profile, thread, paused);
    pump(profile);
}

Outbox::Sending Outbox::sendingState(const QString& profile) const
{
    return coolDownUntilMs(profile) > 0 ? Sending::CoolDown : Sending::Running;
}

qint64 Outbox::coolDownUntilMs(const QString& profile) const
{
    return m_queue.coolDownUntilMs(profile);
}

void Outbox::endCoolDown(const QString& profile)
{
    coolDown(profile, 0);
    m_store->profiles().setCoolDown(profile, m_queue.lastAccount(profile), 0, this, {});
}

//! `untilMs` 0 ends it.
void Outbox::coolDown(const QString& profile, qint64 untilMs)
{
    if (coolDownUntilMs(profile) == untilMs) {
        return;
    }
    const qint64 rest = std::max<qint64>(untilMs - m_clock.nowMs(), 0);
    m_queue.setCoolDown(profile, untilMs, m_clock.steadyMs() + rest);
    qCInfo(lcRelay) << (untilMs > 0 ? "sending pauses, as Zalo asked" : "sending goes on");
    emit sendingStateChanged(profile, sendingState(profile), untilMs);
    refuseHopeless(profile);
    pump(profile);
}

void Outbox::end()
{
    m_parts.beginNoMore();
    setPaused(true);
    m_isEnding = underWay() > 0;
    if (!m_isEnding) {
        QMetaObject::invokeMethod(this, &Outbox::idle, Qt::QueuedConnection);
    }
}

void Outbox::onTimeout()
{
    const qint64 now = m_clock.steadyMs();
    const QList<PendingSendPtr> overdue = m_queue.takeOverdue(now);
    for (const PendingSendPtr& send : overdue) {
        fail(send, m_queue.lateness(send->row, now));
    }
    const QStringList over = m_queue.overCoolDowns(now);
    for (const QString& profile : over) {
        endCoolDown(profile);
    }
    pumpAll();
}

void Outbox::armTimer()
{
    if (const std::optional<qint64> due = m_queue.nextDue()) {
        m_timer.start(int(std::clamp<qint64>(*due - m_clock.steadyMs(), 0, 60'000)));
    } else {
        m_timer.stop();
    }
}

//! Answers everybody who waits for the message and lets the next one of its thread go.
void Outbox::close(const PendingSendPtr& send, const Result<OutboundRow>& answer)
{
    const QString profile = send->row.profile;
    m_open.remove({ send->row.owner, send->row.key });
    m_queue.release(send);
    const QPointer<Outbox> alive(this);
    const auto waiting = std::exchange(send->waiting, {});
    for (const auto& reply : waiting) {
        reply(answer);
    }
    if (!alive) {
        return;
    }
    pump(profile);
    if (m_isEnding && underWay() == 0) {
        m_isEnding = false;
        emit idle();
    }
}

} // namespace zalo
