// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "gatewaysetup/configfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace zalo {

//! What was there before the setup, so that it can be undone. It has OpenClaw's secrets in it: its
//! file is its owner's alone.
struct SetupJournal
{
    ConfigFile before; //!< the configuration before the first setup
    QByteArray
        after {}; //!< the fingerprint of what the setup left; empty: it did not come that far
    std::optional<QByteArray> backup {}; //!< OpenClaw's own `….bak` beside it, where there was one
    bool installedPlugin = false; //!< by us
    QString replaced {}; //!< the package of another plugin that was removed; empty: none

    friend bool operator==(const SetupJournal&, const SetupJournal&) = default;
};

//! Of a text, to know it again without keeping it.
[[nodiscard]] QByteArray fingerprintOf(const QByteArray& bytes);

//! Where the journal of this configuration is, in the companion's state folder.
[[nodiscard]] QString journalPath(const QString& stateFolder, const QString& configPath);

//! Reads one; a missing file is none. FileUnreadable, StorageDamaged, StorageNewer.
[[nodiscard]] Result<std::optional<SetupJournal>> readJournal(const QString& path);

//! Writes it whole; its folder is there. FileUnwritable.
[[nodiscard]] Result<void> writeJournal(const QString& path, const SetupJournal& journal);

} // namespace zalo
