// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSettings>

namespace zalo {

//! The format of our settings' files: one JSON object, in which a key keeps its slashes. Texts,
//! lists of texts, numbers and truth values can be kept. It is not Qt's INI format because that, on
//! a full disk, puts a torn file in the place of the old one (see atomicfile.h) and so forgets
//! everything. A file that is no JSON object counts as empty (QSettings::status() says FormatError)
//! and is replaced at the next change.
[[nodiscard]] QSettings::Format settingsFormat();

} // namespace zalo
