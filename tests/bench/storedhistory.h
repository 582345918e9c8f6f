// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relaystore.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace zalo::bench {

//! The answer of an asynchronous call of a store.
template <typename T, typename Call> Result<T> answerOf(Call call)
{
    std::optional<Result<T>> answer;
    QEventLoop loop;
    call(&loop, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer) {
        loop.exec();
    }
    return *answer;
}

//! Name of the profile of this number, counted from 0.
[[nodiscard]] QString profileName(int number);

//! Makes `path` a relay's database with so many finished messages in each direction, spread over
//! profiles, 200 threads and a year, newest an hour ago. False: it could not be made.
[[nodiscard]] bool makeHistory(const QString& path, int messages, int profiles);

//! CPU seconds of this process, all threads.
[[nodiscard]] double cpuSeconds();

} // namespace zalo::bench
