// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <atomic>
#include <chrono>

namespace zalo::torture {

//! What the torture makes its companion believe of the machine: a false wall clock and a slow disk.
//! The two share a small file's memory.
class FalseMachine
{
public:
    //! Maps the file at `path`; creates it where it is missing. One that cannot be mapped leaves an
    //! honest machine.
    explicit FalseMachine(const QString& path);
    ~FalseMachine();
    Q_DISABLE_COPY_MOVE(FalseMachine)

    //! How far the wall clock is ahead of the true one.
    void setClockAhead(std::chrono::milliseconds ahead);
    [[nodiscard]] std::chrono::milliseconds clockAhead() const;
    //! How much longer each sync of a file takes.
    void setSyncDelay(std::chrono::milliseconds delay);
    [[nodiscard]] std::chrono::milliseconds syncDelay() const;

    //! Where the companion finds the path.
    static constexpr const char* Variable = "TORTURE_MACHINE";

private:
    struct Shared
    {
        std::atomic<qint64> clockAheadMs;
        std::atomic<qint64> syncDelayMs;
    };

    Shared* m_shared = nullptr;
};

} // namespace zalo::torture
