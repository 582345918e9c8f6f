// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcacontactparser.h"

#include "zca/zcajson.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using L1 = QLatin1String;

QString userId(const QJsonObject& user)
{
    return zcaId(user, { L1("userId"), L1("uid"), L1("id") });
}

QString displayName(const QJsonObject& user)
{
    return zcaName(user,
                   { L1("displayName"), L1("display_name"), L1("dName"), L1("zaloName"),
                     L1("zalo_name"), L1("name") });
}

QString zaloName(const QJsonObject& user)
{
    return zcaName(user, { L1("zaloName"), L1("zalo_name") });
}

QString avatar(const QJsonObject& user)
{
    return zcaText(user, { L1("avatar") });
}

//! Zalo writes flags as 0 and 1.
bool flag(const QJsonValue& value)
{
    return value.toBool() || value.toInteger() != 0;
}

Friend toFriend(const QJsonObject& user)
{
    return { .userId = userId(user),
             .displayName = displayName(user),
             .zaloName = zaloName(user),
             .username = zcaName(user, { L1("username") }),
             .phoneNumber = zcaName(user, { L1("phoneNumber") }),
             .avatar = avatar(user),
             .isBlocked = flag(user.value(L1("isBlocked"))) };
}

GroupMember toMember(const QJsonObject& user)
{
    return { .userId = userId(user),
             .displayName = displayName(user),
             .zaloName = zaloName(user),
             .avatar = avatar(user) };
}

QStringList ids(const QJsonValue& list)
{
    QStringList found;
    const QJsonArray entries = list.toArray();
    for (const auto& value : entries) {
        if (const QString id = zcaId(value); !id.isEmpty()) {
            found << id;
        }
    }
    return found;
}

//! The members of a group: memberIds, which is usually empty, else memVerList, whose entries are
//! "<user id>_<version>" (ZCA.md 5).
QStringList memberIds(const QJsonObject& group)
{
    QStringList found = ids(group.value(L1("memberIds")));
    if (!found.isEmpty()) {
        return found;
    }
    const QJsonArray versions = group.value(L1("memVerList")).toArray();
    for (const auto& value : versions) {
        if (const QString id = value.toString().section(u'_', 0, 0); !id.isEmpty()) {
            found << id;
        }
    }
    return found;
}

Group toGroup(const QJsonObject& group)
{
    Group result { .groupId = zcaId(group, { L1("groupId"), L1("id") }),
                   .name = zcaName(group, { L1("name") }),
                   .creatorId = zcaId(group, { L1("creatorId") }),
                   .adminIds = ids(group.value(L1("adminIds"))),
                   .avatar = zcaText(group, { L1("fullAvt"), L1("avt"), L1("avatar") }),
                   .memberIds = memberIds(group) };
    const QJsonValue count = group.contains(L1("memberCount")) ? group.value(L1("memberCount"))
                                                               : group.value(L1("totalMember"));
    result.memberCount = count.isDouble() ? count.toInt() : int(result.memberIds.size());
    return result;
}

template <typename T>
Result<QList<T>> parseList(const QByteArray& out, T (*convert)(const QJsonObject&), QString T::*id)
{
    const Result<QJsonArray> array = zcaJsonArray(out);
    if (!array) {
        return tl::unexpected(array.error());
    }
    QList<T> list;
    list.reserve(array->size());
    for (const auto& value : *array) {
        T item = convert(value.toObject());
        if (!(item.*id).isEmpty()) {
            list.append(std::move(item));
        }
    }
    return list;
}

} // namespace

Result<Account> parseAccount(const QByteArray& out)
{
    const Result<QJsonObject> me = zcaJsonObject(out);
    if (!me) {
        return tl::unexpected(me.error());
    }
    Account account { .userId = userId(*me),
                      .displayName = displayName(*me),
                      .zaloName = zaloName(*me),
                      .avatar = avatar(*me),
                      .phoneNumber = zcaName(*me, { L1("phoneNumber") }) };
    if (account.userId.isEmpty()) {
        return failure(ErrorKind::ZcaBroken, u"me info names no user id"_s);
    }
    return account;
}

Result<QList<Friend>> parseFriends(const QByteArray& out)
{
    return parseList(out, toFriend, &Friend::userId);
}

Result<QList<Group>> parseGroups(const QByteArray& out)
{
    return parseList(out, toGroup, &Group::groupId);
}

Result<QList<GroupMember>> parseGroupMembers(const QByteArray& out)
{
    return parseList(out, toMember, &GroupMember::userId);
}

} // namespace zalo
