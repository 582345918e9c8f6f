// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "messagestore/conversationrows.h"

#include <tuple>

namespace zalo {

bool conversationBefore(const Conversation& left, const Conversation& right)
{
    const auto place = [](const Conversation& of) {
        return std::tie(of.lastMs, of.lane.profile, of.lane.account, of.lane.thread.id,
                        of.lane.thread.isGroup);
    };
    return place(left) > place(right);
}

} // namespace zalo
