// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts.h"

namespace zalo::sim {

//! One entry of `friend list -j` (ZCA.md 5); `isSelf` as `me info -j` has it.
[[nodiscard]] Value userValue(const Person& person, bool isSelf = false);

//! A hit of `friend find` by phone or username, which has other keys.
[[nodiscard]] Value lookupValue(const Person& person);

//! One entry of `group list -j`. `zcaCli`: the few keys of that dialect.
[[nodiscard]] Value groupValue(const Contacts& contacts, const Group& group, bool zcaCli);

//! One entry of `group members -j`.
[[nodiscard]] Value memberValue(const Person& person);

} // namespace zalo::sim
