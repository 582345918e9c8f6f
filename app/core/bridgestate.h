// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

namespace zalo {

//! The truth about the Gateway, for the snapshot.
struct BridgeState
{
    enum class Kind
    {
        NoGateway, //!< none is connected
        AwaitingApproval, //!< none is connected, one waits for approval
        Connected,
        Silent, //!< its last answer did not come in time; it may have been let go for that
        KeyUnavailable //!< none is connected, and keys can be neither read nor stored
    };

    Kind kind = Kind::NoGateway;
    QDateTime since;
};

//! As in the snapshot: `NoGateway`, `AwaitingApproval` …
[[nodiscard]] QString bridgeStateName(BridgeState::Kind kind);

} // namespace zalo
