// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/loginstep.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString loginStepName(LoginStep::Kind kind)
{
    switch (kind) {
    case LoginStep::Kind::Starting:
        return u"starting"_s;
    case LoginStep::Kind::Qr:
        return u"qr"_s;
    case LoginStep::Kind::Scanned:
        return u"scanned"_s;
    case LoginStep::Kind::OtherPerson:
        return u"otherPerson"_s;
    case LoginStep::Kind::Confirmed:
        return u"confirmed"_s;
    case LoginStep::Kind::Declined:
        return u"declined"_s;
    case LoginStep::Kind::Expired:
        return u"expired"_s;
    case LoginStep::Kind::Cancelled:
        return u"cancelled"_s;
    case LoginStep::Kind::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
