// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace zalo {

//! Starts an asynchronous call and waits for its answer, for ten seconds at the most.
template <typename T> Result<T> awaited(const std::function<void(QObject*, Callback<T>)>& start)
{
    QObject context;
    std::optional<Result<T>> answer;
    start(&context, [&](Result<T> value) { answer = std::move(value); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000)) {
        return failure(ErrorKind::TimedOut, u"the test waited in vain"_s);
    }
    return *answer;
}

} // namespace zalo
