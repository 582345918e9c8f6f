// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace zalo {

//! True while a process holds the spool file as its locked standard output (ZcaProcess locks it).
//! After a kill of this program that is an orphan: a wrapper script died with us, but not the
//! program that it had started.
[[nodiscard]] bool isSpoolLocked(const QString& path);

//! Kills the processes of our user whose standard output is this file.
void killSpoolHolders(const QString& path);

} // namespace zalo
