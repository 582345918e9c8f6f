// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! Whether Zalo's history was asked for what was written in a connection gap.
enum class GapRecovery
{
    NotAsked, //!< the gap lasts, zca keeps no history, or an earlier version recorded the gap
    Failed, //!< it could not be asked for all of it; it is asked again
    Asked
};

//! Its name in the database, on the bridge and in `--json`; it never changes.
[[nodiscard]] QString gapRecoveryName(GapRecovery recovery);
//! Of a name; NotAsked for one that this version does not know.
[[nodiscard]] GapRecovery gapRecoveryOfName(QStringView name);
//! What came of it, in people's words and without a point: of a gap that is over, with so many
//! messages that came of it.
[[nodiscard]] QString gapRecoveryText(GapRecovery recovery, int recovered);

} // namespace zalo
