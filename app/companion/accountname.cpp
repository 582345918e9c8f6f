// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/accountname.h"

namespace zalo {

QString accountName(const ProfileSnapshot& profile)
{
    return profile.account && !profile.account->displayName.isEmpty() ? profile.account->displayName
                                                                      : profile.profile;
}

QString accountName(const WaitingAccount& account)
{
    return account.name.isEmpty() ? account.userId : account.name;
}

} // namespace zalo
