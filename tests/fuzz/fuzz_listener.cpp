// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// One line of zca's listener, which strangers fill.

#include "core/overloaded.h"
#include "fuzztarget.h"
#include "zca/zcamessageparser.h"

using namespace zalo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::Input input(data, size);
    const ListenLine line = parseListenLine(input.rest());
    if (const auto* message = std::get_if<InboundMessage>(&line)) {
        fuzz::ensure(!message->msgId.isEmpty() && !message->threadId.isEmpty());
    }
    return 0;
}
