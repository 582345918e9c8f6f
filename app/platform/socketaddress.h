// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

#include <functional>

namespace zalo {

//! Where a socket lies: one path, or a rule that gives another one when the machine has changed.
class SocketAddress
{
public:
    using Rule = std::function<Result<QString>()>;

    SocketAddress() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a path is an address
    SocketAddress(const QString& path)
        : m_rule([path]() -> Result<QString> { return path; })
    { }
    explicit SocketAddress(Rule rule)
        : m_rule(std::move(rule))
    { }

    //! The path as it is now.
    [[nodiscard]] Result<QString> path() const { return m_rule(); }

private:
    Rule m_rule;
};

} // namespace zalo
