// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/linewriter.h"

#include "platform/descriptor.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <system_error>

namespace zalo {
namespace {

constexpr std::chrono::milliseconds DrainPatience { 500 };

} // namespace

struct LineWriter::Shared
{
    Descriptor file;
    QByteArray leftOutText;

    std::mutex mutex; //!< of what follows
    std::condition_variable changed;
    QByteArray waiting; //!< whole lines
    qint64 leftOut = 0; //!< lines that came after `waiting` and found no room
    bool isWriting = false;
    bool isEnding = false;

    [[nodiscard]] bool isDone() const { return waiting.isEmpty() && leftOut == 0 && !isWriting; }

    //! What is to be written next.
    QByteArray take()
    {
        QByteArray text = std::exchange(waiting, {});
        if (leftOut > 0) {
            text += QByteArray(leftOutText).replace("%1", QByteArray::number(leftOut)) + '\n';
            leftOut = 0;
        }
        return text;
    }
};

LineWriter::LineWriter(int fd, QByteArray leftOut)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->file.reset(::fcntl(fd, F_DUPFD_CLOEXEC, 3)); // none where nobody gave us one
    m_shared->leftOutText = std::move(leftOut);
}

LineWriter::~LineWriter()
{
    const bool isDone = drain();
    if (!m_thread.joinable()) {
        return;
    }
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isEnding = true;
    }
    m_shared->changed.notify_all();
    if (isDone) {
        m_thread.join();
    } else {
        m_thread.detach();
    }
}

void LineWriter::write(const QByteArray& line)
{
    if (!m_shared->file.isValid()) {
        return;
    }
    {
        const std::lock_guard lock(m_shared->mutex);
        startThread();
        // Once a line is left out so are the next ones, until the number is told.
        if (m_shared->leftOut > 0 || m_shared->waiting.size() + line.size() >= MaxWaiting) {
            ++m_shared->leftOut;
        } else {
            m_shared->waiting += line + '\n';
        }
    }
    m_shared->changed.notify_all();
}

bool LineWriter::drain()
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->changed.wait_for(lock, DrainPatience, [this] { return m_shared->isDone(); });
}

//! The thread takes no signals: those that end the program are for the others, and SIGPIPE would
//! end it for a reader who is gone.
void LineWriter::startThread()
{
    if (m_thread.joinable()) {
        return;
    }
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    try {
        m_thread = std::thread([shared = m_shared] { run(shared); });
    } catch (const std::system_error&) {
        // Too many threads: tried again with the next line; until then there is no log.
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void LineWriter::run(const std::shared_ptr<Shared>& shared)
{
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return !shared->isDone() || shared->isEnding; });
        if (shared->isDone()) {
            return;
        }
        const QByteArray text = shared->take();
        shared->isWriting = true;
        lock.unlock();
        put(shared->file.get(), text);
        lock.lock();
        shared->isWriting = false;
        shared->changed.notify_all();
    }
}

//! Waits for as long as it takes. What a reader who is gone, or a full disk, does not take is lost.
void LineWriter::put(int fd, const QByteArray& text)
{
    for (qsizetype done = 0; done < text.size();) {
        const ssize_t count = ::write(fd, text.constData() + done, size_t(text.size() - done));
        if (count >= 0) {
            done += count;
        } else if (errno == EAGAIN) { // somebody else made it non-blocking
            pollfd room { fd, POLLOUT, 0 };
            ::poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return;
        }
    }
}

} // namespace zalo
