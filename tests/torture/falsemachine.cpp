// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "falsemachine.h"

#include <QFile>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace zalo::torture {

FalseMachine::FalseMachine(const QString& path)
{
    static_assert(std::atomic<qint64>::is_always_lock_free);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return;
    }
    if (::ftruncate(file, sizeof(Shared)) == 0) {
        void* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        m_shared = memory == MAP_FAILED ? nullptr : static_cast<Shared*>(memory);
    }
    ::close(file);
}

FalseMachine::~FalseMachine()
{
    if (m_shared) {
        ::munmap(m_shared, sizeof(Shared));
    }
}

void FalseMachine::setClockAhead(std::chrono::milliseconds ahead)
{
    if (m_shared) {
        m_shared->clockAheadMs = ahead.count();
    }
}

std::chrono::milliseconds FalseMachine::clockAhead() const
{
    return std::chrono::milliseconds(m_shared ? m_shared->clockAheadMs.load() : 0);
}

void FalseMachine::setSyncDelay(std::chrono::milliseconds delay)
{
    if (m_shared) {
        m_shared->syncDelayMs = delay.count();
    }
}

std::chrono::milliseconds FalseMachine::syncDelay() const
{
    return std::chrono::milliseconds(m_shared ? m_shared->syncDelayMs.load() : 0);
}

} // namespace zalo::torture
