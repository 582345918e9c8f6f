// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace zalo::test {

//! A pipe that a program writes to: read like any other, or full and read by nobody.
class LogPipe
{
public:
    //! Makes a FIFO at `path`, which must not exist.
    explicit LogPipe(const QString& path);
    ~LogPipe();
    Q_DISABLE_COPY_MOVE(LogPipe)

    [[nodiscard]] const QString& path() const { return m_path; }
    //! What has come since the last call; nothing while it is full.
    [[nodiscard]] QByteArray take();
    //! Fills it to the last byte, and leaves it so.
    void clog();
    void unclog();

private:
    [[nodiscard]] QByteArray readAll();

    QString m_path;
    int m_file = -1;
    bool m_isClogged = false;
    QByteArray m_rest; //!< read before it was full
};

} // namespace zalo::test
