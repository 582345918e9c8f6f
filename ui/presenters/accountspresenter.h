// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/presenters/statusview.h"

namespace zalo {

//! One account in a list of accounts.
struct AccountView
{
    //! What brings it back, where a person can.
    enum class Cure
    {
        None,
        LogIn,
        Reconnect
    };

    QString profile;
    QString name;
    StatusIcon icon = StatusIcon::Working; //!< of what is worst for it, also of what all share
    QString state; //!< what is worst of its own, in a few words
    Cure cure = Cure::None;

    friend bool operator==(const AccountView&, const AccountView&) = default;
};

//! All accounts, in the snapshot's order.
[[nodiscard]] QList<AccountView> presentAccounts(const Snapshot& snapshot);

//! The account in one line: its name and its state.
[[nodiscard]] QString accountLine(const AccountView& account);

} // namespace zalo
