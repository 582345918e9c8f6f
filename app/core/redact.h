// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! An id for the log: its last four characters, enough to tell two apart.
[[nodiscard]] QString redactId(QStringView id);

//! A text, name or phone number for the log: only its length.
[[nodiscard]] QString redactText(QStringView text);

//! Output of a foreign program for the log: long digits, data URLs and URLs' queries are taken out,
//! and it is cut to 200 UTF-16 units.
[[nodiscard]] QString redactOutput(const QString& text);

} // namespace zalo
