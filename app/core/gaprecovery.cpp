// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/gaprecovery.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct GapRecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(GapRecovery)
};

} // namespace

QString gapRecoveryName(GapRecovery recovery)
{
    switch (recovery) {
    case GapRecovery::NotAsked:
        return u"notAsked"_s;
    case GapRecovery::Failed:
        return u"failed"_s;
    case GapRecovery::Asked:
        return u"asked"_s;
    }
    Q_UNREACHABLE();
}

GapRecovery gapRecoveryOfName(QStringView name)
{
    for (const GapRecovery recovery : { GapRecovery::Failed, GapRecovery::Asked }) {
        if (name == gapRecoveryName(recovery)) {
            return recovery;
        }
    }
    return GapRecovery::NotAsked;
}

QString gapRecoveryText(GapRecovery recovery, int recovered)
{
    switch (recovery) {
    case GapRecovery::NotAsked:
        return GapRecoveryText::tr("Messages may be missing");
    case GapRecovery::Failed:
        return GapRecoveryText::tr("Could not be asked for yet");
    case GapRecovery::Asked:
        break;
    }
    if (recovered == 0) {
        return GapRecoveryText::tr("Nothing came");
    }
    return GapRecoveryText::tr("%n messages recovered", nullptr, recovered);
}

} // namespace zalo
