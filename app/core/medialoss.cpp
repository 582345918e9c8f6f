// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/medialoss.h"

using namespace Qt::StringLiterals;

namespace zalo {

QString mediaLossName(MediaLoss loss)
{
    switch (loss) {
    case MediaLoss::Refused:
        return u"refused"_s;
    case MediaLoss::TooLarge:
        return u"tooLarge"_s;
    case MediaLoss::Failed:
        return u"failed"_s;
    case MediaLoss::Late:
        return u"late"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
