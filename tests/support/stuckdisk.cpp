// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Preloaded into a program: while the file that the environment's ZALO_TEST_STUCK_DISK names is
// there, a sync does not come back, as on a disk that hangs.

#include <cstdlib>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

void waitForDisk()
{
    const char* path = std::getenv("ZALO_TEST_STUCK_DISK");
    constexpr useconds_t pause = 20'000;
    while (path && ::access(path, F_OK) == 0) {
        ::usleep(pause);
    }
}

} // namespace

extern "C" int fdatasync(int file)
{
    waitForDisk();
    return int(::syscall(SYS_fdatasync, file));
}

extern "C" int fsync(int file)
{
    waitForDisk();
    return int(::syscall(SYS_fsync, file));
}
