// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Bytes become the same lines however they are cut into chunks.
//   first byte: the longest line; second: the length of the chunks

#include "core/linebuffer.h"
#include "fuzztarget.h"

using namespace zalo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::Input input(data, size);
    const int longest = input.byte();
    const qsizetype chunk = 1 + input.byte();
    const QByteArray bytes = input.rest();

    LineBuffer whole(longest);
    const QList<QByteArray> expected = whole.feed(bytes);
    LineBuffer pieces(longest);
    QList<QByteArray> lines;
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        lines += pieces.feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)));
    }
    fuzz::ensure(lines == expected);
    fuzz::ensure(pieces.oversized() == whole.oversized());
    for (const QByteArray& line : lines) {
        fuzz::ensure(line.size() <= longest && !line.contains('\n'));
    }
    fuzz::ensure(pieces.takeRest() == whole.takeRest());
    return 0;
}
