// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! Where secrets are kept now, for status.get (PROTOCOL.md, `secrets`).
struct SecretStatus
{
    enum class Kind
    {
        Keychain,
        File,
        Unavailable
    };

    Kind kind = Kind::Unavailable;
    QString text; //!< one English sentence: which store and why

    friend bool operator==(const SecretStatus&, const SecretStatus&) = default;
};

//! `keychain`, `file` or `unavailable`.
[[nodiscard]] QString secretKindName(SecretStatus::Kind kind);

} // namespace zalo
