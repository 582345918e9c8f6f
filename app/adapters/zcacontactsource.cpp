// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/zcacontactsource.h"

#include "zca/zcaarguments.h"
#include "zca/zcacontactparser.h"

namespace zalo {

ZcaContactSource::ZcaContactSource(ZcaRunner& runner, const Timing& timing)
    : m_runner(runner),
      m_timing(timing)
{ }

template <typename T>
void ZcaContactSource::fetch(const QStringList& arguments, Result<T> (*parse)(const QByteArray&),
                             QObject* context, Callback<T> done)
{
    ZcaRequest request { arguments, m_timing.listDeadline, CommandClass::Query, {} };
    request.maxOutput = MaxListAnswer;
    m_runner.ask(request, context, parse, std::move(done));
}

void ZcaContactSource::fetchFriends(const QString& profile, QObject* context,
                                    Callback<QList<Friend>> done)
{
    fetch(zcaargs::friendList(profile), parseFriends, context, std::move(done));
}

void ZcaContactSource::fetchGroups(const QString& profile, QObject* context,
                                   Callback<QList<Group>> done)
{
    fetch(zcaargs::groupList(profile), parseGroups, context, std::move(done));
}

void ZcaContactSource::fetchMembers(const QString& profile, const QString& groupId,
                                    QObject* context, Callback<QList<GroupMember>> done)
{
    fetch(zcaargs::groupMembers(profile, groupId), parseGroupMembers, context, std::move(done));
}

} // namespace zalo
