// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace zalo {

//! What an asynchronous call answers to, once; it may be empty where nobody waits.
template <typename T> using Callback = std::function<void(Result<T>)>;

//! `done`, but silent once `context` has died.
template <typename T> [[nodiscard]] Callback<T> boundTo(QObject* context, Callback<T> done)
{
    return [guard = QPointer<QObject>(context), done = std::move(done)](Result<T> value) {
        if (guard && done) {
            done(std::move(value));
        }
    };
}

} // namespace zalo
