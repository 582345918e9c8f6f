// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <optional>

namespace zalo {

//! Why the Gateway did not answer a message, as its plugin says it (PROTOCOL.md,
//! `inbound.outcome`).
enum class OutcomeCode
{
    // who may write
    DirectOff,
    SenderNotAllowed,
    PairingPending,
    PairingCodeNotSent, //!< detail: why, in English
    CommandNotAllowed,
    // which groups, and who in them
    GroupsOff,
    NoGroupAllowed,
    GroupNotAllowed,
    GroupDisabled,
    GroupSenderNotAllowed,
    NoMention,
    OtherRule, //!< detail: OpenClaw's name of it
               // what was written
    NoText,
    OwnMessage,
    OnlySticker,
    OnlyReaction,
    OnlyContact,
    // the bot's turn
    NoTurn,
    ReplyNotDelivered, //!< detail: the kind of the error that ended the send, where it is known
    TurnFailed //!< detail: what OpenClaw or the plugin said, in English
};

//! The reason of an outcome: a code with what belongs to it or, of a plugin that is older or newer
//! than this program, the English sentence that came.
struct OutcomeReason
{
    std::optional<OutcomeCode> code;
    QString detail; //!< of the code; without one the sentence

    [[nodiscard]] bool isEmpty() const { return !code && detail.isEmpty(); }

    friend bool operator==(const OutcomeReason&, const OutcomeReason&) = default;
};

//! The code's name on the bridge and in the database; it never changes.
[[nodiscard]] QString outcomeCodeName(OutcomeCode code);
//! Nothing for a name that this version does not know.
[[nodiscard]] std::optional<OutcomeCode> outcomeCode(QStringView name);

//! One sentence; what a plugin said without a code stays as it came. Empty without a reason.
[[nodiscard]] QString outcomeReasonText(const OutcomeReason& reason,
                                        TextLanguage language = TextLanguage::People);

//! As it stands in the database: a code ends its line, which no sentence does that came on one
//! line. So reasons of before there were codes are read as what they are.
[[nodiscard]] QString storedOutcomeReason(const OutcomeReason& reason);
[[nodiscard]] OutcomeReason outcomeReasonFromStored(const QString& stored);

} // namespace zalo
