// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/styledtext.h"

#include <QStringList>

namespace zalo {

//! Cuts `text` into parts of at most `maxUnits` UTF-16 units that together are exactly `text`. It
//! cuts after a line end or a space where one is in the last half of a part, else between two
//! graphemes; one grapheme longer than a part is cut between code points.
[[nodiscard]] QStringList splitText(const QString& text, int maxUnits);

//! The same with the styles of each part, of which it has at most `maxStyles`. No mention is cut.
[[nodiscard]] QList<StyledText> splitText(const StyledText& text, int maxUnits, int maxStyles);

} // namespace zalo
