// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QImage>
#include <QString>

namespace zalo {

//! Pictures on the disk, by their address. It is used on one thread, not the GUI's.
class AvatarFolder
{
public:
    //! The folder `path` is made when the first picture is stored. The longest unused are deleted
    //! beyond `maxBytes`; pictures are given `edge` pixels wide and high at the most.
    AvatarFolder(QString path, qint64 maxBytes, int edge);

    //! FileUnreadable: not there, or no picture.
    [[nodiscard]] Result<QImage> find(const QString& address) const;
    //! Stores what was loaded, where it is a picture, and gives it.
    [[nodiscard]] Result<QImage> take(const QString& address, const QByteArray& bytes);

private:
    [[nodiscard]] QString fileOf(const QString& address) const;
    void makeRoom();

    QString m_path;
    qint64 m_maxBytes;
    int m_edge;
    qint64 m_bytes = -1; //!< unknown
};

} // namespace zalo
