// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "contacts/contactsource.h"
#include "core/timing.h"
#include "zca/zcarunner.h"

namespace zalo {

//! Contacts from zca. Its lists are big (250 friends are 217 kB, ZCA.md 5): they are parsed on a
//! worker.
class ZcaContactSource : public ContactSource
{
public:
    //! `runner` outlives the source.
    ZcaContactSource(ZcaRunner& runner, const Timing& timing);

    void fetchFriends(const QString& profile, QObject* context,
                      Callback<QList<Friend>> done) override;
    void fetchGroups(const QString& profile, QObject* context,
                     Callback<QList<Group>> done) override;
    void fetchMembers(const QString& profile, const QString& groupId, QObject* context,
                      Callback<QList<GroupMember>> done) override;

private:
    template <typename T>
    void fetch(const QStringList& arguments, Result<T> (*parse)(const QByteArray&),
               QObject* context, Callback<T> done);

    ZcaRunner& m_runner;
    Timing m_timing;
};

} // namespace zalo
