// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <functional>

namespace zalo {

//! What an asynchronous call answers to, once; it may be empty where nobody waits.
template <typename T> using Reply = std::function<void(Result<T>)>;

} // namespace zalo
