// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Preloaded into a program: its clocks are ahead by the milliseconds that stand in the file which
// the environment's ZALO_TEST_SKIPPED_TIME names. Once more is written there, that much time has
// passed: whoever waits with a deadline looks at the clock again.

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <csignal>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr long long Million = 1'000'000;
constexpr long long SliceMs = 50; // how soon it is seen that time was skipped
constexpr std::size_t KernelSignalSet = 8; // bytes of a signal set in system calls

std::atomic<long long> skippedMs = 0;

void readSkipped()
{
    const char* path = std::getenv("ZALO_TEST_SKIPPED_TIME");
    if (std::FILE* file = path ? std::fopen(path, "re") : nullptr) {
        long long ms = 0;
        if (std::fscanf(file, "%lld", &ms) == 1) { // NOLINT(cert-err34-c): the test wrote it
            skippedMs = ms;
        }
        (void)std::fclose(file);
    }
}

__attribute__((constructor)) void begin()
{
    readSkipped();
}

timespec ofMs(long long ms)
{
    return { time_t(ms / 1'000), long(ms % 1'000 * Million) };
}

//! poll(2) in slices. What waits without end goes on; a deadline is met early once time was
//! skipped.
int pollInSlices(pollfd* files, nfds_t count, long long timeoutMs, const sigset_t* mask)
{
    const long long before = skippedMs;
    for (long long leftMs = timeoutMs;;) {
        const long long slice = timeoutMs < 0 ? SliceMs : std::min(SliceMs, leftMs);
        timespec wait = ofMs(slice);
        const long ready = ::syscall(SYS_ppoll, files, count, &wait, mask, KernelSignalSet);
        leftMs -= slice;
        readSkipped();
        const bool isOver = timeoutMs >= 0 && (leftMs <= 0 || skippedMs != before);
        if (ready != 0 || isOver) {
            return int(ready);
        }
    }
}

bool runsOn(clockid_t clock)
{
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        return true;
    default:
        return false; // of processor time none is skipped
    }
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept
{
    const long done = ::syscall(SYS_clock_gettime, clock, now);
    if (done == 0 && runsOn(clock)) {
        const timespec skipped = ofMs(skippedMs);
        constexpr long Second = 1'000 * Million;
        now->tv_sec += skipped.tv_sec + (now->tv_nsec + skipped.tv_nsec) / Second;
        now->tv_nsec = (now->tv_nsec + skipped.tv_nsec) % Second;
    }
    return int(done);
}

extern "C" int gettimeofday(timeval* now, void*) noexcept
{
    timespec exact {};
    const int done = ::clock_gettime(CLOCK_REALTIME, &exact);
    *now = { exact.tv_sec, exact.tv_nsec / 1'000 };
    return done;
}

extern "C" time_t time(time_t* stored) noexcept
{
    timespec exact {};
    (void)::clock_gettime(CLOCK_REALTIME, &exact);
    if (stored) {
        *stored = exact.tv_sec;
    }
    return exact.tv_sec;
}

extern "C" int poll(pollfd* files, nfds_t count, int timeoutMs)
{
    return pollInSlices(files, count, timeoutMs, nullptr);
}

extern "C" int ppoll(pollfd* files, nfds_t count, const timespec* timeout, const sigset_t* mask)
{
    // Rounded up, so that nobody who waits for a moment looks again and again.
    const long long timeoutMs =
        timeout ? timeout->tv_sec * 1'000LL + (timeout->tv_nsec + Million - 1) / Million : -1;
    return pollInSlices(files, count, timeoutMs, mask);
}
