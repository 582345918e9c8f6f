// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! Sees to it that `path` can be read as settings, before QSettings does: what is no JSON object,
//! or no ordinary file (a FIFO would be waited for), is moved to `settings.damaged-<time>.json`
//! beside it, and the copy of the last good one takes its place. The log says so. Closes the file
//! to others. Gives `path`.
QString rescuedSettings(const QString& path);

//! Keeps a copy of a good file, for rescuedSettings().
void keepSettingsCopy(const QString& path);

} // namespace zalo
