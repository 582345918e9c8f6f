// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "health/finding.h"

namespace zalo {

// A finding is kept as a code; its words are made where it is shown: in people's language, or in
// English for the bridge and the log.

//! In a few words, such as “Zalo was opened elsewhere”; where somebody waits because of it that
//! comes first: “3 customers are waiting since 10:33: Zalo was opened elsewhere”.
[[nodiscard]] QString findingTitle(const Finding& finding,
                                   TextLanguage language = TextLanguage::People);

//! Why, or what to do: one sentence or two; may be empty.
[[nodiscard]] QString findingDetail(const Finding& finding,
                                    TextLanguage language = TextLanguage::People);

//! The one sentence that says how things are: the worst of `findings`, with the account's name
//! where `snapshot` has several, or that all is well.
[[nodiscard]] QString headline(const Snapshot& snapshot, const QList<Finding>& findings,
                               TextLanguage language = TextLanguage::People);

} // namespace zalo
