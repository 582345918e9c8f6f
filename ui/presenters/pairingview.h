// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "companion/snapshot.h"

namespace zalo {

//! Somebody who asks whether the bot may answer, as a person reads it.
struct PairingView
{
    QString requestId;
    QString senderId;
    QString name; //!< never empty
    QString avatar; //!< the address of their picture; may be empty
    QString when; //!< since when they ask, and where there are several accounts, which one
    QString text; //!< what they wrote, bounded; empty where nothing is known or shown
    QString progress; //!< what is being done about it, or why nothing can be; may be empty
    bool canAnswer = true;

    friend bool operator==(const PairingView&, const PairingView&) = default;
};

//! What this person is called.
[[nodiscard]] QString pairingName(const PairingRequest& request);

//! The request as one of those of `snapshot`.
[[nodiscard]] PairingView presentPairing(const PairingRequest& request, const Snapshot& snapshot,
                                         TextDisplay texts);

} // namespace zalo
