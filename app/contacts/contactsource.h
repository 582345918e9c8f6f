// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/contact.h"

#include <QList>
#include <QObject>

namespace zalo {

//! Where contacts come from: zca, as the contacts see it. Each call answers once, unless `context`
//! dies.
class ContactSource
{
public:
    virtual ~ContactSource() = default;

    virtual void fetchFriends(const QString& profile, QObject* context,
                              Callback<QList<Friend>> done) = 0;
    virtual void fetchGroups(const QString& profile, QObject* context,
                             Callback<QList<Group>> done) = 0;
    virtual void fetchMembers(const QString& profile, const QString& groupId, QObject* context,
                              Callback<QList<GroupMember>> done) = 0;
};

} // namespace zalo
