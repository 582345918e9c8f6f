// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contactjson.h"

#include <QCryptographicHash>

namespace zalo::sim {

namespace {

constexpr qint64 someTime = 1'780'000'000'000;

QByteArray hashOf(const QByteArray& id)
{
    return QCryptographicHash::hash(id, QCryptographicHash::Md5).toHex();
}

const Value noBusiness = Value::Object { { "label", {} }, { "pkgId", 0 } };

} // namespace

Value userValue(const Person& person, bool isSelf)
{
    const QByteArray hash = hashOf(person.id);
    return Value::Object {
        { "userId", person.id },
        { "username", person.username },
        { "displayName", person.displayName },
        { "zaloName", person.zaloName },
        { "avatar", person.avatar },
        { "bgavatar", "" },
        { "cover", "https://cover-talk.zadn.vn/default" },
        { "gender", person.gender },
        { "dob", isSelf ? 642'211'200 : 0 },
        { "sdob", isSelf ? "08/05/1990" : "" },
        { "status", "" },
        { "phoneNumber", person.phone },
        { "isFr", isSelf ? 0 : 1 },
        { "isBlocked", 0 },
        { "lastActionTime", someTime },
        { "lastUpdateTime", someTime },
        { "isActive", person.active ? 1 : 0 },
        { "key", 0 },
        { "type", 0 },
        { "isActivePC", 0 },
        { "isActiveWeb", 0 },
        { "isValid", 1 },
        { "userKey", hash.first(12) },
        { "accountStatus", person.closed ? 1 : 0 },
        { "oaInfo", {} },
        { "user_mode", 0 },
        { "globalId", hash.first(20) },
        { "bizPkg", noBusiness },
        { "createdTs", 1'500'000'000 },
        { "oa_status", {} },
    };
}

Value lookupValue(const Person& person)
{
    return Value::Object {
        { "avatar", person.avatar },
        { "cover", "" },
        { "status", "" },
        { "gender", person.gender },
        { "dob", 0 },
        { "sdob", "" },
        { "globalId", hashOf(person.id).first(20) },
        { "bizPkg", noBusiness },
        { "uid", person.id },
        { "zalo_name", person.zaloName },
        { "display_name", person.displayName },
        { "userId", person.id },
    };
}

Value groupValue(const Contacts& contacts, const Group& group, bool zcaCli)
{
    if (zcaCli) {
        return Value::Object { { "groupId", group.id },
                               { "name", group.name },
                               { "memberCount", group.total } };
    }
    Value::Array firstMembers;
    Value::Array versions;
    Value::Array admins;
    for (const Person& person : contacts.members(group)) {
        if (versions.size() == 1) {
            admins.emplace_back(person.id);
        }
        if (firstMembers.size() < 3) {
            firstMembers.emplace_back(Value::Object { { "id", person.id },
                                                      { "dName", person.displayName },
                                                      { "zaloName", person.zaloName },
                                                      { "avatar", person.avatar },
                                                      { "avatar_25", "" },
                                                      { "accountStatus", person.closed ? 1 : 0 },
                                                      { "type", 0 } });
        }
        versions.emplace_back(QByteArray(person.id + "_0"));
    }
    return Value::Object {
        { "groupId", group.id },
        { "name", group.name },
        { "desc", "" },
        { "type", 1 },
        { "creatorId", contacts.self().id },
        { "version", "1" },
        { "avt", "" },
        { "fullAvt", "" },
        { "memberIds", Value::Array {} },
        { "adminIds", admins },
        { "currentMems", firstMembers },
        { "updateMems", Value::Array {} },
        { "admins", Value::Array {} },
        { "hasMoreMember", group.total > 3 ? 1 : 0 },
        { "subType", 0 },
        { "totalMember", group.total },
        { "maxMember", 1000 },
        { "setting",
          Value::Object { { "blockName", 0 },
                          { "signAdminMsg", 1 },
                          { "addMemberOnly", 0 },
                          { "setTopicOnly", 0 },
                          { "enableMsgHistory", 1 },
                          { "joinAppr", 0 },
                          { "lockCreatePost", 0 },
                          { "lockCreatePoll", 0 },
                          { "lockSendMsg", 0 },
                          { "lockViewMember", 0 },
                          { "bannFeature", 0 },
                          { "dirtyMedia", 0 },
                          { "banDuration", 0 } } },
        { "createdTime", qint64(1'700'000'000'000) },
        { "visibility", 0 },
        { "globalId", hashOf(group.id).first(20) },
        { "e2ee", 0 },
        { "extraInfo", Value::Object { { "enable_media_store", 1 } } },
        { "memVerList", versions },
        { "pendingApprove", Value::Object { { "time", 0 }, { "uids", {} } } },
    };
}

Value memberValue(const Person& person)
{
    // As recorded: the alias stands in for both names here.
    const int status = person.closed ? 1 : 0;
    const QByteArray raw = toJson(Value::Object { { "displayName", person.displayName },
                                                  { "zaloName", person.displayName },
                                                  { "avatar", person.avatar },
                                                  { "accountStatus", status },
                                                  { "type", 0 },
                                                  { "lastUpdateTime", 0 },
                                                  { "globalId", hashOf(person.id).first(20) },
                                                  { "id", person.id } });
    return Value::Object { { "userId", person.id },
                           { "displayName", person.displayName },
                           { "zaloName", person.displayName },
                           { "avatar", person.avatar },
                           { "accountStatus", status },
                           { "rawJson", raw } };
}

} // namespace zalo::sim
