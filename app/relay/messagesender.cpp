// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/messagesender.h"

namespace zalo {

bool isCertainlyNotSent(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ZcaMissing:
    case ErrorKind::ZcaNotExecutable:
    case ErrorKind::ZcaUsage:
    case ErrorKind::NotLoggedIn:
    case ErrorKind::Expired:
    case ErrorKind::Kicked:
    case ErrorKind::Duplicate:
    case ErrorKind::Offline:
    case ErrorKind::ZaloRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::ThreadUnknown:
    case ErrorKind::Cancelled:
    case ErrorKind::Paused:
    case ErrorKind::SendsTooMany:
    case ErrorKind::BadRequest:
    case ErrorKind::FileUnreadable:
        return true;
    default:
        // Whatever else happened may have happened after Zalo had the message.
        return false;
    }
}

} // namespace zalo
