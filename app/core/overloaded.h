// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

namespace zalo {

//! One visitor for std::visit, made of a lambda for each alternative.
template <typename... Handlers> struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};

template <typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace zalo
