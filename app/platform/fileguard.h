// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/descriptor.h"

#include <QStringList>

namespace zalo {

//! Which files of this machine may go to Zalo, or from zca to the Gateway, when another program
//! names them: ordinary files of the user's own, none of those that hold keys and messages.
class FileGuard
{
public:
    //! `secretFolders`: nothing in them is opened.
    explicit FileGuard(QStringList secretFolders = {});

    //! Opens the file for reading, whatever its kind without waiting. FileUnreadable: it is not
    //! there, or may not be read. FileRefused: it is no ordinary file, it is somebody else's, it is
    //! longer than `maxBytes`, a link leads to it, or it lies where nothing is given away. The
    //! error names `path`.
    [[nodiscard]] Result<Descriptor> open(const QString& path, qint64 maxBytes) const;

private:
    QStringList m_secretFolders;
};

} // namespace zalo
