// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/pausestext.h"

#include "core/timetext.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct PausesText
{
    Q_DECLARE_TR_FUNCTIONS(PausesText)
};

} // namespace

QString pausesText(int chats, qint64 firstEndMs)
{
    if (firstEndMs == 0) {
        return PausesText::tr("The bot is paused in %n chats.", nullptr, chats);
    }
    return chats == 1
        ? PausesText::tr("The bot is paused in one chat until %1.").arg(timeText(firstEndMs))
        : PausesText::tr("The bot is paused in %n chats, in the first of them until %1.", nullptr,
                         chats)
              .arg(timeText(firstEndMs));
}

} // namespace zalo
