// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! How far the answer to a pairing request is.
enum class PairingStep
{
    Waiting, //!< for a person
    Approving, //!< the Gateway was asked to, and has not said that it did
    Dismissing //!< the same
};

//! Somebody whom a Gateway does not know wrote, and wants to talk to its bot (PROTOCOL.md,
//! `pairing.list`). Name, code and text are never logged.
struct PairingRequest
{
    QString requestId; //!< the Gateway's; no two requests have the same
    QString gatewayId {};
    QString accountId {}; //!< what the Gateway calls the account that was written to
    QString profile {}; //!< of that account; empty where the Gateway does not receive it just now
    QString senderId {}; //!< Zalo's user id
    QString name {}; //!< may be empty
    QString avatar {}; //!< the address of their picture; empty where none is known
    QString code {}; //!< that the sender was told; empty where the Gateway does not tell it
    qint64 createdAtMs = 0; //!< when the Gateway noted it, or it was first heard of
    QString text {}; //!< what the person wrote, bounded; empty where it is not known, or no text
    PairingStep step = PairingStep::Waiting;
    bool isGatewayConnected = true; //!< false: it cannot be answered until it is

    friend bool operator==(const PairingRequest&, const PairingRequest&) = default;
};

} // namespace zalo
