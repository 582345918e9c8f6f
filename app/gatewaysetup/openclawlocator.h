// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/programfolders.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace zalo {

//! Where to look for OpenClaw; everything that the answer depends on.
struct OpenClawSearch
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString home; //!< the user's home folder
    QStringList systemFolders = systemProgramFolders();
};

//! How `openclaw` is run here.
struct OpenClawProgram
{
    QString path; //!< what is run, links unresolved
    QStringList prefix; //!< in front of the arguments: the script, where `path` is its node

    friend bool operator==(const OpenClawProgram&, const OpenClawProgram&) = default;
};

//! Finds `openclaw`: `ZALO_COMPANION_OPENCLAW`, PATH, the unit of a Gateway that systemd starts
//! (`openclaw-gateway*.service` of this user), the folder of its own installer, the usual folders.
//!
//! OpenClawMissing: nowhere. OpenClawNotExecutable (detail: the path): the one that the variable
//! names may not be run, or is not there.
[[nodiscard]] Result<OpenClawProgram> locateOpenClaw(const OpenClawSearch& search);

//! The environment of an `openclaw …` command: a PATH on which it finds its node, no colours, and
//! none of our own variables, which OpenClaw takes for settings of its other channel `zalo`.
[[nodiscard]] QProcessEnvironment openClawEnvironment(const OpenClawSearch& search,
                                                      const OpenClawProgram& program);

} // namespace zalo
