// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/styledtext.h"

namespace zalo {

//! The text for a group with a mark that nobody sees before each @ that zca would take for the
//! beginning of a mention, unless it is one: zca asks for the members for each text with such an
//! @, mentions whom it finds, and refuses the text where two have that name (ZCA.md 10).
[[nodiscard]] StyledText withoutFalseMentions(const StyledText& text);

//! What openzca makes this text and these styles of, without `--raw` (ZCA.md 6). Of several
//! colours and sizes in one place it can show one only.
[[nodiscard]] QString zcaMarkup(const StyledText& text);

} // namespace zalo
