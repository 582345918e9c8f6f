// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo::torture {

//! How the torture's Gateway behaves towards what it is asked.
enum class GatewayMood
{
    Well,
    Silent, //!< it connects, subscribes and reads, and answers nothing
    Refusing, //!< it can store nothing, and says so
    DiesAfterTaking //!< what it takes is stored, and it is gone before it says so
};

//! The torture tells its Gateway through a file at `path`. False where that is not possible.
[[nodiscard]] bool writeGatewayMood(const QString& path, GatewayMood mood);

//! Well where the file is missing.
[[nodiscard]] GatewayMood readGatewayMood(const QString& path);

} // namespace zalo::torture
