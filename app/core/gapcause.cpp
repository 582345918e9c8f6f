// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/gapcause.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

GapCause gapCauseOf(const StateReason& reason)
{
    // The causes are called as the reasons are.
    return gapCauseOfName(stateReasonName(reason));
}

QString gapCauseName(GapCause cause)
{
    switch (cause) {
    case GapCause::NotRunning:
        return u"notRunning"_s;
    case GapCause::Offline:
        return u"offline"_s;
    case GapCause::Kicked:
        return u"kicked"_s;
    case GapCause::Duplicate:
        return u"duplicate"_s;
    case GapCause::Expired:
        return u"expired"_s;
    case GapCause::ZcaSilent:
        return u"timedOut"_s;
    case GapCause::NotLoggedIn:
        return u"notLoggedIn"_s;
    case GapCause::NativeChannel:
        return u"nativeChannel"_s;
    case GapCause::Renewed:
        return u"renewed"_s;
    case GapCause::Slept:
        return u"slept"_s;
    case GapCause::ZcaMissing:
        return u"zcaMissing"_s;
    case GapCause::ZcaBroken:
        return u"zcaBroken"_s;
    case GapCause::Storage:
        return u"storage"_s;
    case GapCause::AsksHistory:
        return u"asksHistory"_s;
    case GapCause::Interrupted:
        return u"interrupted"_s;
    }
    Q_UNREACHABLE();
}

GapCause gapCauseOfName(QStringView name)
{
    for (int cause = 0; cause < int(GapCause::Interrupted); ++cause) {
        if (name == gapCauseName(GapCause(cause))) {
            return GapCause(cause);
        }
    }
    return GapCause::Interrupted;
}

} // namespace zalo
