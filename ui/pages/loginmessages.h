// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/loginstep.h"
#include "ui/widgets/messagepanel.h"

//! The messages of the login page, for the scenes without a code.
namespace zalo::loginmessages {

[[nodiscard]] MessagePanel::Content risk();
//! `name`: what the account that is logged in is called; empty: nobody is.
[[nodiscard]] MessagePanel::Content ready(const QString& name);
[[nodiscard]] MessagePanel::Content starting();
//! Whether the name on the phone is another one than that of who is expected.
[[nodiscard]] bool isOther(const LoginStep& step);
//! Who scanned it, and whether that is somebody else than is expected.
[[nodiscard]] MessagePanel::Content scanned(const LoginStep& step);
[[nodiscard]] MessagePanel::Content otherPerson(const LoginStep& step);
//! That person is agreed to.
[[nodiscard]] MessagePanel::Content connecting();
[[nodiscard]] MessagePanel::Content confirmed(const LoginStep& step);
//! A login that failed, expired or was cancelled.
[[nodiscard]] MessagePanel::Content ended(const LoginStep& step);

} // namespace zalo::loginmessages
