// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/bridgestate.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString bridgeStateName(BridgeState::Kind kind)
{
    switch (kind) {
    case BridgeState::Kind::NoGateway:
        return u"NoGateway"_s;
    case BridgeState::Kind::AwaitingApproval:
        return u"AwaitingApproval"_s;
    case BridgeState::Kind::Connected:
        return u"Connected"_s;
    case BridgeState::Kind::Silent:
        return u"Silent"_s;
    case BridgeState::Kind::KeyUnavailable:
        return u"KeyUnavailable"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
