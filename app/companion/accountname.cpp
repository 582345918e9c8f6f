// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/accountname.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct AccountName
{
    Q_DECLARE_TR_FUNCTIONS(AccountName)
};

} // namespace

QString accountName(const ProfileSnapshot& profile)
{
    if (!profile.label.isEmpty()) {
        return profile.label;
    }
    if (profile.account && !profile.account->displayName.isEmpty()) {
        return profile.account->displayName;
    }
    return profile.profile == defaultProfile() ? AccountName::tr("Main account") : profile.profile;
}

QString accountName(const WaitingAccount& account)
{
    return account.name.isEmpty() ? account.userId : account.name;
}

} // namespace zalo
