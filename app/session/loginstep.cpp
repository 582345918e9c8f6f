// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/loginstep.h"

namespace zalo {

QString loginStepName(LoginStep::Kind kind)
{
    switch (kind) {
    case LoginStep::Kind::Starting:
        return QStringLiteral("starting");
    case LoginStep::Kind::Qr:
        return QStringLiteral("qr");
    case LoginStep::Kind::Scanned:
        return QStringLiteral("scanned");
    case LoginStep::Kind::Confirmed:
        return QStringLiteral("confirmed");
    case LoginStep::Kind::Declined:
        return QStringLiteral("declined");
    case LoginStep::Kind::Expired:
        return QStringLiteral("expired");
    case LoginStep::Kind::Cancelled:
        return QStringLiteral("cancelled");
    case LoginStep::Kind::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

} // namespace zalo
