// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! Why there is no file of a medium.
enum class MediaLoss
{
    Refused, //!< its address is none of Zalo's
    TooLarge,
    Failed, //!< tried again and again
    Late //!< it may still come, but its message waits no longer
};

//! refused, tooLarge, failed or late: on the bridge and in the database.
[[nodiscard]] QString mediaLossName(MediaLoss loss);

} // namespace zalo
