// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace zalo {

//! Where programs of the whole machine are, Homebrew's first.
[[nodiscard]] QStringList systemProgramFolders();

//! The folders where npm, nvm (newest first), fnm, volta, pnpm, yarn, bun, asdf, mise and Homebrew
//! put programs, then `systemFolders`. A desktop session's PATH often lacks them. Only those that
//! exist.
[[nodiscard]] QStringList usualProgramFolders(const QProcessEnvironment& environment,
                                              const QString& home,
                                              const QStringList& systemFolders);

} // namespace zalo
