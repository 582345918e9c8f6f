// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <memory>
#include <thread>

namespace zalo {

//! Writes lines to a descriptor that others may have open too (standard output, standard error),
//! from a thread of its own: a reader who does not read (a full pipe, a stopped pager, a full
//! journal) holds up that thread and nobody else, and one who is gone ends nobody. Meanwhile lines
//! that find no room are left out, whole, and their number is told where they would have stood.
class LineWriter
{
public:
    //! `leftOut`: the line that tells of `%1` lines which nobody read. The descriptor is duplicated
    //! and its flags stay as they are, for they are the other ones' too.
    LineWriter(int fd, QByteArray leftOut);
    //! As drain(); a thread that waits for its reader is left behind.
    ~LineWriter();
    Q_DISABLE_COPY_MOVE(LineWriter)

    //! Writes `line`, which has no end, soon. From any thread; never waits.
    void write(const QByteArray& line);
    //! Waits until everything is written, for half a second at most; false: it is not.
    bool drain();

    //! So many bytes wait at most for a reader who does not read.
    static constexpr qsizetype MaxWaiting = 256 * 1024;

private:
    struct Shared;
    static void run(const std::shared_ptr<Shared>& shared);
    static void put(int fd, const QByteArray& text);
    void startThread();

    std::shared_ptr<Shared> m_shared; //!< with the thread, which may outlive this
    std::thread m_thread; //!< from the first line on
};

} // namespace zalo
