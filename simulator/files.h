// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace zalo::sim {

//! Holds a lock on a file until it goes out of scope. flock(2), because it waits without polling
//! and ends with its process, however that dies.
class FileLock
{
public:
    explicit FileLock(const QString& path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    int m_file;
};

//! The object in a JSON file, empty if there is none.
[[nodiscard]] QJsonObject readObject(const QString& path);

//! The bytes of a file, empty if there is none.
[[nodiscard]] QByteArray readBytes(const QString& path);

//! Replaces a file as a whole, readers see the old or the new one; false if it cannot be written.
bool writeBytes(const QString& path, const QByteArray& bytes);

} // namespace zalo::sim
