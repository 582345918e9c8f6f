// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/outboundstore.h"
#include "relay/messagesender.h"
#include "relay/sendqueue.h"

#include <QObject>

namespace zalo {

//! The way of one message whose turn has come: stored as started, handed to zca part by part,
//! stored as ended. What zca may have had when it failed is uncertain for good.
class PartSender : public QObject
{
    Q_OBJECT

public:
    //! Both outlive it.
    PartSender(OutboundStore& store, MessageSender& sender, Clock clock, QObject* parent = nullptr);

    //! Sends the first part. Each part that went is followed by partSent() or, after the last one,
    //! by ended().
    void begin(const PendingSendPtr& send);
    //! Sends a further part.
    void sendNext(const PendingSendPtr& send, int ordinal);
    //! Ends a message of which it is stored that it is being sent, though nobody does: its parts
    //! say what went; ended() follows.
    void settleInterrupted(const PendingSendPtr& send);
    //! From now on a message that zca has not been started for stays queued for the next run.
    void beginNoMore() { m_beginsNoMore = true; }
    //! Ends the message in `state`, without another try; ended() follows.
    void finish(const PendingSendPtr& send, OutboundState state, const std::optional<Error>& error);

signals:
    //! A part went, and `next` is to follow.
    void partSent(const zalo::PendingSendPtr& send, int next);
    //! Zalo asks for a pause of all sends of this profile.
    void pauseAsked(const QString& profile, const QString& account);
    //! The message's way is over: its final row, or the error for which nothing was sent.
    void ended(const zalo::PendingSendPtr& send, const zalo::Result<zalo::OutboundRow>& answer);

private:
    void keepQueued(const PendingSendPtr& send);
    void sendPart(const PendingSendPtr& send, int ordinal);
    void onPartEnded(const PendingSendPtr& send, int ordinal, const Result<SendReceipt>& result,
                     SendStage stage);
    void onPartFailed(const PendingSendPtr& send, int ordinal, const Error& error);
    void endWithPart(const PendingSendPtr& send, int ordinal, const std::optional<Error>& error);
    [[nodiscard]] Callback<OutboundRow> answerOf(const PendingSendPtr& send);

    OutboundStore& m_store;
    MessageSender& m_sender;
    Clock m_clock;
    bool m_beginsNoMore = false;
};

} // namespace zalo
