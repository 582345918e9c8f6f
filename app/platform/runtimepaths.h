// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace zalo {

//! Where the companion keeps its things. All folders are for ensurePrivateFolder().
struct RuntimePaths
{
    QString config; //!< settings
    //! Databases, known Gateways, the key file: what must not be lost. Who holds its lock owns all
    //! of these folders (InstanceLock).
    QString data;
    QString state; //!< the *Quit* marker, logs
    QString cache; //!< avatars: what may be lost

    [[nodiscard]] QString relayDatabase() const;
    [[nodiscard]] QString contactsDatabase() const;
    [[nodiscard]] QString gatewaysFile() const;
    [[nodiscard]] QString secretsFile() const;
    [[nodiscard]] QString
    workFolder() const; //!< zca's working directory, QR pictures; emptied at start
    [[nodiscard]] QString spoolFolder() const; //!< what zca printed and is not stored yet
    [[nodiscard]] QString mediaFolder() const; //!< files of messages from Zalo (mediastore.h)
};

//! `zalo-companion` below each XDG base folder of `env` (a base that is unset, empty or relative
//! counts as its default below `home`, as the XDG specification asks).
[[nodiscard]] RuntimePaths runtimePaths(const QProcessEnvironment& env, const QString& home);

} // namespace zalo
