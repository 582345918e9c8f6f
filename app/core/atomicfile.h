// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace zalo {

//! Writes the file at `path` whole, with `rights` (its owner's alone, where none are said), or
//! leaves what was there: FileUnwritable, also where the disk is full, or a link leads to what is
//! no file. QSaveFile alone takes a last write that did not fit for a good one (Qt 6.4: commit()
//! does not see that the buffer could not be written) and puts the torn file in the place of the
//! old one.
[[nodiscard]] Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes,
                                               QFile::Permissions rights = QFile::ReadOwner
                                                   | QFile::WriteOwner);

} // namespace zalo
