// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/messageaction.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString messageActionName(MessageAction action)
{
    switch (action) {
    case MessageAction::Reply:
        return u"reply"_s;
    case MessageAction::Sticker:
        return u"sticker"_s;
    case MessageAction::React:
        return u"react"_s;
    case MessageAction::Unsend:
        return u"unsend"_s;
    case MessageAction::Edit:
        return u"edit"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
