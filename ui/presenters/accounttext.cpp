// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/accounttext.h"

#include "companion/accountname.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(AccountText)
};

} // namespace

QString waitingAccountText(const WaitingAccount& account)
{
    QStringList parts;
    if (const int count = int(account.counts.inboundWaiting); count > 0) {
        parts << AccountText::tr("%n to be delivered", nullptr, count);
    }
    if (const int count = int(account.counts.outboundWaiting); count > 0) {
        parts << AccountText::tr("%n to be sent", nullptr, count);
    }
    if (const int count = int(account.counts.outboundUncertain); count > 0) {
        parts << AccountText::tr("%n possibly sent", nullptr, count);
    }
    return AccountText::tr("%1 was logged in here before. Waiting until that account is back: %2.")
        .arg(accountName(account), parts.join(QStringLiteral(", ")));
}

} // namespace zalo
