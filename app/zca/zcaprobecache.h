// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "zca/zcaprogram.h"

#include <QString>

#include <optional>

namespace zalo {

//! The last probed program, in the file zca-program.json of a folder. An entry counts only while
//! path, size and times of the program are the same, and for the same version of the companion.
//! npm may give every file the same mtime, so the time of the inode's change counts too.
class ZcaProbeCache
{
public:
    explicit ZcaProbeCache(const QString& folder);

    [[nodiscard]] std::optional<ZcaProgram> load(const QString& path) const;

    //! A failure to write is only logged: the program is asked again next time.
    void save(const ZcaProgram& program) const;

private:
    QString m_file;
};

} // namespace zalo
