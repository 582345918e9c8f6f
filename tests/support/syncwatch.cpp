// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Preloaded into a companion: notes how much of relay.sqlite-wal was synced, in the SyncRecord that
// the environment's ZALO_TEST_SYNC_RECORD names. Without that it only passes calls on.

#include "syncrecord.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

constexpr char logName[] = "/relay.sqlite-wal";

std::atomic<std::int64_t> writtenEnd = 0;

SyncRecord* record()
{
    static SyncRecord* const mapped = []() -> SyncRecord* {
        const char* path = std::getenv("ZALO_TEST_SYNC_RECORD");
        const int file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
        if (file < 0) {
            return nullptr;
        }
        void* const memory =
            ::mmap(nullptr, sizeof(SyncRecord), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        ::close(file);
        return memory == MAP_FAILED ? nullptr : static_cast<SyncRecord*>(memory);
    }();
    return mapped;
}

bool isLog(int file)
{
    if (!record()) {
        return false;
    }
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path);
    const auto tail = ssize_t(std::strlen(logName));
    return length >= tail && std::memcmp(path + length - tail, logName, size_t(tail)) == 0;
}

template <typename Function> Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

//! Runs `sync`; what was written to the log before it would survive from now on.
template <typename Sync> auto noted(int file, const Sync& sync)
{
    const bool concerned = isLog(file);
    const std::int64_t upTo = writtenEnd;
    const auto result = sync();
    if (concerned && result == 0) {
        record()->syncedEnd = upTo;
        ++record()->syncs;
    }
    return result;
}

} // namespace

extern "C" ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (isLog(file)) {
        if (offset == 0) {
            // A new header: the log begins anew, and what it held is in the database.
            record()->syncedEnd = 0;
            writtenEnd = 0;
        }
        writtenEnd = std::max<std::int64_t>(writtenEnd, offset + std::int64_t(count));
    }
    return real(file, bytes, count, offset);
}

extern "C" int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return noted(file, [file] { return real(file); });
}

// torture-companion has an fdatasync() of its own, which comes here.
extern "C" long syscall(long number, ...)
{
    static const auto real = next<long (*)(long, ...)>("syscall");
    std::va_list given;
    va_start(given, number);
    long words[6];
    for (long& word : words) {
        word = va_arg(given, long);
    }
    va_end(given);
    const auto pass = [&] {
        return real(number, words[0], words[1], words[2], words[3], words[4], words[5]);
    };
    return number == SYS_fdatasync ? noted(int(words[0]), pass) : pass();
}
