// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/loginstep.h"
#include "ui/widgets/messagepanel.h"

//! The messages of the login page, for the scenes without a code.
namespace zalo::loginmessages {

[[nodiscard]] MessagePanel::Content risk();
//! `name`: who is logged in; empty: nobody.
[[nodiscard]] MessagePanel::Content ready(const QString& name);
[[nodiscard]] MessagePanel::Content starting();
[[nodiscard]] MessagePanel::Content scanned(const QString& by);
[[nodiscard]] MessagePanel::Content confirmed(const QString& name);
//! A login that failed, expired or was cancelled.
[[nodiscard]] MessagePanel::Content ended(const LoginStep& step);

} // namespace zalo::loginmessages
