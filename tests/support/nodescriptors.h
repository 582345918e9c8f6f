// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFileInfo>

#include <sys/resource.h>
#include <unistd.h>

namespace zalo::test {

//! While it lives a process opens next to nothing more; what it has open stays so.
class NoDescriptors
{
public:
    //! `polled`: as many as its event loops watch at once. With a limit below that poll() fails.
    explicit NoDescriptors(pid_t process = ::getpid(), rlim_t polled = 0)
        : m_process(process)
    {
        rlim_t lowestFree = polled;
        while (QFileInfo(descriptor(lowestFree)).isSymLink()) {
            ++lowestFree;
        }
        ::prlimit(m_process, RLIMIT_NOFILE, nullptr, &m_before);
        const rlimit none { lowestFree, m_before.rlim_max };
        ::prlimit(m_process, RLIMIT_NOFILE, &none, nullptr);
    }
    ~NoDescriptors() { ::prlimit(m_process, RLIMIT_NOFILE, &m_before, nullptr); }
    Q_DISABLE_COPY_MOVE(NoDescriptors)

private:
    [[nodiscard]] QString descriptor(rlim_t number) const
    {
        return QStringLiteral("/proc/%1/fd/%2").arg(m_process).arg(number);
    }

    pid_t m_process;
    rlimit m_before {};
};

} // namespace zalo::test
