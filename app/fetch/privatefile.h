// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace zalo {

//! A file that is written under another name until it is whole. What is not finished is removed.
class PrivateFile
{
public:
    PrivateFile() = default;
    ~PrivateFile();
    Q_DISABLE_COPY_MOVE(PrivateFile)

    //! Makes the file anew, mode 0600, following no link; what an interrupted try left goes.
    [[nodiscard]] Result<void> open(const QString& path);
    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    //! StorageFull or FileUnwritable.
    [[nodiscard]] Result<void> write(const char* bytes, size_t size);
    //! Gives it its name, and waits until it is on the disk.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> failed(int error) const;
    void discard();

    QByteArray m_path;
    QByteArray m_part;
    int m_file = -1;
};

} // namespace zalo
