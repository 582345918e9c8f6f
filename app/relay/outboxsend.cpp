// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/logging.h"
#include "core/redact.h"
#include "relay/outbox.h"
#include "storage/errorcode.h"

#include <QPointer>

// The outbox's way with one message: stored as started, handed to zca part by part, stored as
// ended.

namespace zalo {
namespace {

//! The bridge tells by the kind whether something may have happened (PROTOCOL.md, "Errors").
Error uncertainError(const Error& error)
{
    if (error.kind == ErrorKind::Uncertain || error.kind == ErrorKind::NothingSent) {
        return error;
    }
    return { ErrorKind::Uncertain, storedErrorKind(error.kind) + u' ' + error.detail };
}

} // namespace

void Outbox::begin(const ItemPtr& item)
{
    ProfileLanes& lanes = m_profiles[item->row.profile];
    lanes.queue.erase(item->row.id);
    lanes.busy.insert(item->row.thread);
    item->isQueued = false;
    item->isStarted = true;
    const OutboundRow& row = item->row;
    m_store->outbound().byId(row.id, this, [item](const Result<std::optional<OutboundRow>>& found) {
        if (found && *found) {
            item->row = **found;
        }
    });
    m_store->outbound().markStarted(
        row.profile, row.id, 0, this, [this, item](const Result<void>& marked) {
            if (!marked || item->row.parts.isEmpty()) {
                close(item,
                      marked
                          ? failure(ErrorKind::Internal, QStringLiteral("a message without parts"))
                          : tl::unexpected(marked.error()));
            } else if (item->deadline <= m_clock.steadyMs()) {
                // The disk was full or slow: by now it is too late.
                partEnded(item, 0, failure(ErrorKind::Cancelled));
            } else {
                sendPart(item, 0);
            }
        });
}

void Outbox::sendPart(const ItemPtr& item, int ordinal)
{
    const OutboundRow& row = item->row;
    item->row.state = OutboundState::Sending;
    item->row.parts[ordinal].state = OutboundState::Sending;
    OutboundPart part { row.profile, row.thread, row.partKind(ordinal), row.parts.at(ordinal).text,
                        row.path,    row.url };
    if (part.kind == OutboundKind::Text) {
        part.path.clear();
        part.url.clear();
    }
    m_sender->send(part, this, [this, item, ordinal](const Result<SendReceipt>& result) {
        partEnded(item, ordinal, result);
    });
}

void Outbox::partEnded(const ItemPtr& item, int ordinal, const Result<SendReceipt>& result)
{
    OutboundRow& row = item->row;
    OutboundPartRow& part = row.parts[ordinal];
    if (result) {
        part.state = OutboundState::Sent;
        part.messageIds = result->messageIds;
    } else {
        part.state = isCertainlyNotSent(result.error().kind) ? OutboundState::Failed
                                                             : OutboundState::Uncertain;
    }
    m_store->outbound().finishPart(row.profile, row.id, ordinal, part.state, part.messageIds, this,
                                   {});
    if (!result) {
        const Error error = part.state == OutboundState::Uncertain ? uncertainError(result.error())
                                                                   : result.error();
        qCWarning(lcRelay).noquote() << "message to" << redactId(row.thread.id) << "is"
                                     << stateName(part.state) << storedErrorKind(error.kind);
        // Zalo may swallow messages without a word where it limits an account (ZCA.md 6).
        if (result.error().kind == ErrorKind::RateLimited
            || result.error().kind == ErrorKind::NothingSent) {
            const qint64 until = m_clock.nowMs() + m_policy.coolDown.count();
            m_store->profiles().setCoolDown(row.profile, until, this, {});
            coolDown(row.profile, until);
        }
        finish(item, part.state, error);
        return;
    }
    const int next = ordinal + 1;
    if (next == row.parts.size()) {
        finish(item, OutboundState::Sent, {});
        return;
    }
    m_profiles[row.profile].nextParts.append({ item, next });
    pump(row.profile);
}

void Outbox::startPart(const ItemPtr& item, int ordinal)
{
    m_store->outbound().markStarted(item->row.profile, item->row.id, ordinal, this,
                                    [this, item, ordinal](const Result<void>& marked) {
                                        if (marked) {
                                            sendPart(item, ordinal);
                                        } else {
                                            finish(item, OutboundState::Failed, marked.error());
                                        }
                                    });
}

void Outbox::finish(const ItemPtr& item, OutboundState state, const std::optional<Error>& error)
{
    item->isQueued = false;
    m_profiles[item->row.profile].queue.erase(item->row.id);
    item->row.state = state;
    item->row.error = error;
    for (OutboundPartRow& part : item->row.parts) {
        if (part.state == OutboundState::Queued) {
            part.state = OutboundState::Failed;
        }
    }
    m_store->outbound().finish(item->row.profile, item->row.id, state, error, this,
                               [this, item](const Result<OutboundRow>& row) {
                                   // Where it could not be stored, it happened all the same.
                                   close(item, row ? *row : item->row);
                               });
}

//! Answers everybody who waits for the message and lets the next one of its thread go.
void Outbox::close(const ItemPtr& item, const Result<OutboundRow>& answer)
{
    const QString profile = item->row.profile;
    m_open.remove({ item->row.owner, item->row.key });
    if (item->isStarted) {
        m_profiles[profile].busy.remove(item->row.thread);
    }
    const QPointer<Outbox> alive(this);
    const bool isNews = item->row.finishedMs == 0;
    if (answer && isNews) {
        emit finished(*answer);
    }
    const auto waiting = std::exchange(item->waiting, {});
    for (const auto& reply : waiting) {
        reply(answer);
    }
    if (alive) {
        pump(profile);
    }
}

} // namespace zalo
