// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/errorentry.h"

namespace zalo {

//! The errors of Zalo and the login there.
inline constexpr ErrorEntry zaloErrors[] {
    { ErrorKind::NotLoggedIn, "NotLoggedIn", "notLoggedIn", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Nobody is logged in to Zalo here. Log in with the QR code: openclaw "
                        "channels login --channel zalouser") },
    { ErrorKind::Expired, "Expired", "expired", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo ended this login. Log in again with the QR code: openclaw channels "
                        "login --channel zalouser") },
    { ErrorKind::Kicked, "Kicked", "kicked", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo was opened elsewhere (Zalo Web or PC), which ended the connection "
                        "here. Close it there and reconnect: zalo-companion reconnect") },
    { ErrorKind::Duplicate, "Duplicate", "duplicate", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Another program uses this Zalo login. Stop that program, then reconnect: "
                        "zalo-companion reconnect") },
    { ErrorKind::NativeChannel, "NativeChannel", "nativeChannel", ErrorCode::Login,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "Zalo was opened elsewhere, perhaps by OpenClaw's own Zalo channel: it has a login on "
          "this machine. Turn that channel off, or move its file away and restart the Gateway; "
          "then reconnect with “zalo-companion reconnect”: %1") },
    { ErrorKind::AccountChanged, "AccountChanged", "accountChanged", ErrorCode::NotDone,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "%1 was logged out and %2 is logged in now; nothing was sent. Send it "
                        "again to send it as %2.") },
    { ErrorKind::AccountInUse, "AccountInUse", "accountInUse", ErrorCode::Login,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "This Zalo account is already connected in the profile “%1”. Log in with "
                        "a different account here, or log out there and reconnect: "
                        "zalo-companion reconnect") },
    { ErrorKind::Offline, "Offline", "offline", ErrorCode::Zalo, PossiblySent::OnceBegun,
      QT_TRANSLATE_NOOP(
          "Error",
          "Zalo cannot be reached. Check the internet connection. Retrying automatically.") },
    { ErrorKind::ZaloRefused, "ZaloRefused", "zaloRefused", ErrorCode::Zalo, PossiblySent::InPieces,
      QT_TRANSLATE_NOOP("Error", "Zalo refused: %1") },
    { ErrorKind::RateLimited, "RateLimited", "rateLimited", ErrorCode::RateLimited,
      PossiblySent::InPieces,
      QT_TRANSLATE_NOOP(
          "Error",
          "Zalo asks for a pause: too many requests. Sending resumes automatically later.") },
    { ErrorKind::LoginRefused, "LoginRefused", "loginRefused", ErrorCode::Zalo, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo refused the login without giving a reason. Retrying automatically, "
                        "at growing intervals. If it lasts, log in again with the QR code.") },
    { ErrorKind::ThreadUnknown, "ThreadUnknown", "threadUnknown", ErrorCode::Thread,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "There is no such friend or group. Look the id up: openclaw directory "
                        "peers list --channel zalouser") },
    { ErrorKind::MessageUnknown, "MessageUnknown", "messageUnknown", ErrorCode::Thread,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Zalo cannot be told which message is meant. It is not kept here any "
                        "more, or it is one of your own in a direct chat.") },
    { ErrorKind::NothingSent, "NothingSent", "uncertain", ErrorCode::Uncertain,
      PossiblySent::Always,
      QT_TRANSLATE_NOOP("Error",
                        "zca ended without saying that the message was sent. Look in Zalo whether "
                        "it arrived before you send it again.") },
    { ErrorKind::NotSent, "NotSent", "notSent", ErrorCode::Other, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error",
                        "Nothing was sent: zca cannot send this file. Check that it is not empty, "
                        "or send it in another format.") },
    { ErrorKind::LoginDeclined, "LoginDeclined", "declined", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "The login was declined on the phone. Start it again and tap “Log in” on the phone.") },
    { ErrorKind::LoginExpired, "LoginExpired", "expired", ErrorCode::Login, PossiblySent::Never,
      QT_TRANSLATE_NOOP("Error", "The QR code was not scanned in time. Start the login again.") },
    { ErrorKind::LoginSuperseded, "LoginSuperseded", "cancelled", ErrorCode::NotDone,
      PossiblySent::Never,
      QT_TRANSLATE_NOOP(
          "Error",
          "A newer login took the place of this one. Use the QR code that was shown last.") },
};

} // namespace zalo
