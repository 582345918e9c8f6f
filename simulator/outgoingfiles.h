// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace zalo::sim {

[[nodiscard]] bool isUrl(const QString& input);

//! True for what `msg image` takes as a picture, by its ending.
[[nodiscard]] bool isPicture(const QString& input);

//! True for a picture whose caption goes with it: by its ending, as it is written.
[[nodiscard]] bool carriesCaption(const QString& input);

//! Why zca-js does not take one of the files (ZCA.md 10); empty where it takes all.
[[nodiscard]] QString refusalOf(const QStringList& inputs);

} // namespace zalo::sim
