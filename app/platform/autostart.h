// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QString>

namespace zalo {

//! Starting with the desktop session: an entry of the XDG Autostart specification.
class Autostart
{
public:
    //! `configHome`: the XDG base folder. `program`: the absolute path to start.
    Autostart(const QString& configHome, const QString& program);

    [[nodiscard]] bool isEnabled() const;
    //! FileUnwritable (detail: the path).
    [[nodiscard]] Result<void> setEnabled(bool enabled);

private:
    QString m_file;
    QString m_program;
};

} // namespace zalo
