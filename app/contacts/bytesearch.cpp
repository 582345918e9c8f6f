// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/bytesearch.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace zalo {

const char* findBytes(const char* from, const char* end, QByteArrayView needle)
{
    const auto size = size_t(needle.size());
    if (size == 1) {
        return static_cast<const char*>(std::memchr(from, needle.front(), size_t(end - from)));
    }
#ifdef __SSE2__
    // Sixteen places at a time: where the first and the last byte are right, the others are
    // compared. memmem() makes a table for each call, which costs more than the search here.
    constexpr qsizetype width = sizeof(__m128i);
    const __m128i first = _mm_set1_epi8(needle.front());
    const __m128i last = _mm_set1_epi8(needle.back());
    for (; end - from >= width + needle.size() - 1; from += width) {
        const auto* heads = reinterpret_cast<const __m128i*>(from);
        const auto* tails = reinterpret_cast<const __m128i*>(from + size - 1);
        auto places = unsigned(
            _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(_mm_loadu_si128(heads), first),
                                            _mm_cmpeq_epi8(_mm_loadu_si128(tails), last))));
        for (; places != 0; places &= places - 1) {
            const char* place = from + __builtin_ctz(places);
            if (std::memcmp(place, needle.data(), size) == 0) {
                return place;
            }
        }
    }
#endif
    return static_cast<const char*>(::memmem(from, size_t(end - from), needle.data(), size));
}

} // namespace zalo
