// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/partsender.h"

#include "core/logging.h"
#include "core/redact.h"
#include "storage/errorcode.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

//! As the store settles it.
void settle(OutboundRow& row, OutboundState state, const std::optional<Error>& error)
{
    row.state = state;
    row.error = error;
    for (OutboundPartRow& part : row.parts) {
        if (part.state == OutboundState::Queued) {
            part.state = OutboundState::Failed;
        } else if (part.state == OutboundState::Sending) {
            part.state = OutboundState::Uncertain;
        }
    }
}

} // namespace

PartSender::PartSender(OutboundStore& store, MessageSender& sender, Clock clock, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_sender(sender),
      m_clock(std::move(clock))
{ }

void PartSender::begin(const PendingSendPtr& send)
{
    const OutboundRow& row = send->row;
    m_store.markStarted(
        row.profile, row.id, 0, this, [this, send](const Result<OutboundRow>& marked) {
            if (!marked) {
                emit ended(send, tl::unexpected(marked.error()));
                return;
            }
            // It may have come to another profile with its account meanwhile.
            const QString profile = send->row.profile;
            send->row = *marked;
            send->row.profile = profile;
            if (send->row.parts.isEmpty()) {
                emit ended(send, failure(ErrorKind::Internal, u"a message without parts"_s));
            } else if (m_beginsNoMore) {
                keepQueued(send);
            } else if (send->deadline <= m_clock.steadyMs()) {
                // The disk was full or slow: by now it is too late.
                onPartEnded(send, 0, failure(ErrorKind::Cancelled), SendStage::NotBegun);
            } else {
                sendPart(send, 0);
            }
        });
}

void PartSender::keepQueued(const PendingSendPtr& send)
{
    m_store.requeue(send->row.profile, send->row.id, this, [this, send](const Result<void>&) {
        emit ended(send, failure(ErrorKind::Cancelled));
    });
}

void PartSender::sendNext(const PendingSendPtr& send, int ordinal)
{
    m_store.markStarted(send->row.profile, send->row.id, ordinal, this,
                        [this, send, ordinal](const Result<OutboundRow>& marked) {
                            if (marked) {
                                sendPart(send, ordinal);
                            } else {
                                finish(send, OutboundState::Failed, marked.error());
                            }
                        });
}

void PartSender::sendPart(const PendingSendPtr& send, int ordinal)
{
    OutboundRow& row = send->row;
    row.state = OutboundState::Sending;
    row.parts[ordinal].state = OutboundState::Sending;
    OutboundPart part { .profile = row.profile,
                        .thread = row.thread,
                        .kind = row.partKind(ordinal),
                        .text = row.parts.at(ordinal).text,
                        .path = row.path,
                        .url = row.url,
                        .account = row.account,
                        .target = row.partTarget(ordinal),
                        .styles = row.parts.at(ordinal).styles };
    if (part.kind == OutboundKind::Text) {
        part.path.clear();
        part.url.clear();
    }
    m_sender.send(
        part, this,
        [this, send, ordinal, stage = m_sender.stageOf(part)](const Result<SendReceipt>& result) {
            onPartEnded(send, ordinal, result, stage);
        });
}

void PartSender::onPartEnded(const PendingSendPtr& send, int ordinal,
                             const Result<SendReceipt>& result, SendStage stage)
{
    OutboundRow& row = send->row;
    OutboundPartRow& part = row.parts[ordinal];
    if (result) {
        part.state = OutboundState::Sent;
        part.messageIds = result->messageIds;
    } else {
        part.state = possiblySent(result.error().kind, stage) ? OutboundState::Uncertain
                                                              : OutboundState::Failed;
    }
    if (!result) {
        onPartFailed(send, ordinal, result.error());
    } else if (const int next = ordinal + 1; next == row.parts.size()) {
        endWithPart(send, ordinal, {});
    } else {
        m_store.finishPart(row.profile, row.id, ordinal, part.state, part.messageIds, this, {});
        emit partSent(send, next);
    }
}

void PartSender::onPartFailed(const PendingSendPtr& send, int ordinal, const Error& error)
{
    const OutboundState state = send->row.parts.at(ordinal).state;
    const Error told = state == OutboundState::Uncertain ? uncertainError(error) : error;
    qCWarning(lcRelay).noquote() << "message to" << redactId(send->row.thread.id) << "is"
                                 << stateName(state) << storedErrorKind(told.kind);
    if (error.kind == ErrorKind::RateLimited) {
        emit pauseAsked(send->row.profile, send->row.account);
    }
    endWithPart(send, ordinal, told);
}

//! The message ends as its part did. What became of both is one commit.
void PartSender::endWithPart(const PendingSendPtr& send, int ordinal,
                             const std::optional<Error>& error)
{
    OutboundRow& row = send->row;
    const OutboundPartRow part = row.parts.at(ordinal);
    settle(row, part.state, error);
    m_store.finishWithPart(row.profile, row.id, ordinal, part, error, this, answerOf(send));
}

void PartSender::settleInterrupted(const PendingSendPtr& send)
{
    const auto is = [](OutboundState state) {
        return [state](const OutboundPartRow& part) { return part.state == state; };
    };
    const QList<OutboundPartRow>& parts = send->row.parts;
    if (std::any_of(parts.cbegin(), parts.cend(), is(OutboundState::Sending))) {
        finish(send, OutboundState::Uncertain, Error { ErrorKind::Uncertain, {} });
    } else if (!parts.isEmpty()
               && std::all_of(parts.cbegin(), parts.cend(), is(OutboundState::Sent))) {
        finish(send, OutboundState::Sent, {});
    } else {
        finish(send, OutboundState::Failed, Error { ErrorKind::Cancelled, {} });
    }
}

void PartSender::finish(const PendingSendPtr& send, OutboundState state,
                        const std::optional<Error>& error)
{
    OutboundRow& row = send->row;
    settle(row, state, error);
    m_store.finish(row.profile, row.id, state, error, this, answerOf(send));
}

Callback<OutboundRow> PartSender::answerOf(const PendingSendPtr& send)
{
    return [this, send](const Result<OutboundRow>& stored) {
        // Where it could not be stored, it happened all the same.
        emit ended(send, stored ? *stored : send->row);
    };
}

} // namespace zalo
