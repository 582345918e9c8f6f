// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A stranger's picture.

#include "avatars/picture.h"
#include "fuzztarget.h"

using namespace zalo;

namespace {

constexpr int Edge = 64;

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    fuzz::Input input(data, size);
    if (const Result<QImage> image = decodedPicture(input.rest(), Edge)) {
        fuzz::ensure(!image->isNull() && image->width() <= Edge && image->height() <= Edge);
    }
    return 0;
}
