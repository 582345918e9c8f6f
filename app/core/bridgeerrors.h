// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of the bridge and the relay behind it.
inline constexpr ErrorEntry bridgeErrors[] {
    { ErrorKind::NotAssociated, "NotAssociated", "notAssociated", ErrorCode::Association,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "This program has not introduced itself yet: hello and auth or associate come first.") },
    { ErrorKind::ApprovalNeeded, "ApprovalNeeded", "approvalNeeded", ErrorCode::Association,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This Gateway waits for approval. Approve it on the companion's machine: "
                        "zalo-companion gateways approve %1") },
    { ErrorKind::WrongKey, "WrongKey", "wrongKey", ErrorCode::Association, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "The key does not match the one this Gateway was approved with. If the Gateway is yours, "
          "forget the old key: zalo-companion gateways revoke %1") },
    { ErrorKind::RoleRefused, "RoleRefused", "roleRefused", ErrorCode::Association,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "This connection may not call that method: %1") },
    { ErrorKind::ForeignProtocol, "ForeignProtocol", "protocol", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The two ends speak different protocol versions (%1). Update the older one "
                        "of Zalo Companion and the zalouser plugin.") },
    { ErrorKind::ProfileInUse, "ProfileInUse", "profileInUse", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "Another Gateway already receives this account's messages: %1") },
    { ErrorKind::GatewayRefused, "GatewayRefused", "gatewayRefused", ErrorCode::Other,
      PossiblySent::Never, QT_TRANSLATE_NOOP("Error", "The Gateway did not take the message: %1") },
    { ErrorKind::GatewayFailed, "GatewayFailed", "gatewayFailed", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The Gateway could not take the message just now (%1). Delivery is retried "
                        "automatically.") },
    { ErrorKind::Paused, "Paused", "paused", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The relay is paused. Resume it in Zalo Companion.") },
    { ErrorKind::SendsTooMany, "SendsTooMany", "timedOut", ErrorCode::NotDone, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "More messages waited than this account may send in that time, so it was not sent. Send "
          "it again later, or allow more messages per minute in Zalo Companion's settings.") },
    { ErrorKind::ProfilesTooMany, "ProfilesTooMany", "busy", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "There are %1 accounts already. Remove one that is not used any more, then "
                        "try again.") },
    { ErrorKind::LoginsTooMany, "LoginsTooMany", "busy", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "%1 logins are under way already. Finish or cancel one, then try again.") },
    { ErrorKind::Busy, "Busy", "busy", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "Too many programs ask at once (%1). Try again in a moment.") },
    { ErrorKind::BadRequest, "BadRequest", "params", ErrorCode::BadParams, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The request cannot be understood: %1") },
    { ErrorKind::Disconnected, "Disconnected", "disconnected", ErrorCode::Other,
      PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error", "The connection was closed before the answer came.") },
    { ErrorKind::GatewayAway, "GatewayAway", "disconnected", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The Gateway is not connected just now. Try again once it is.") },
    { ErrorKind::PluginLacks, "PluginLacks", "gatewayRefused", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The Gateway's plugin is too old for this. Choose “Update plugin…” on the "
                        "page Gateway, then try again.") },
    { ErrorKind::PairingGone, "PairingGone", "params", ErrorCode::BadParams, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This request is no longer there: it was answered elsewhere, or is older "
                        "than an hour. Whoever writes again asks again.") },
    { ErrorKind::PairingUnderWay, "PairingUnderWay", "busy", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "This request is being answered already. Wait a moment.") },
    { ErrorKind::PairingRefused, "PairingRefused", "gatewayRefused", ErrorCode::Other,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The Gateway did not allow this from here. Run on its computer: %1") },
    { ErrorKind::PairingUnanswered, "PairingUnanswered", "uncertain", ErrorCode::Uncertain,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "The Gateway did not answer in time. If the request is still listed, try "
                        "again.") },
};

} // namespace zalo
