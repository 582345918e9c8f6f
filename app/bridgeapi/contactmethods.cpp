// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/contactservice.h"
#include "companion/sessionservice.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QJsonObject toJson(const Friend& person)
{
    return { { u"userId"_s, person.userId },
             { u"displayName"_s, person.displayName },
             { u"zaloName"_s, person.zaloName },
             { u"avatar"_s, person.avatar },
             { u"phoneNumber"_s, person.phoneNumber } };
}

QJsonObject toJson(const Group& group)
{
    return { { u"groupId"_s, group.groupId },
             { u"name"_s, group.name },
             { u"memberCount"_s, group.memberCount },
             { u"avatar"_s, group.avatar } };
}

QJsonObject toJson(const MemberWithRole& row)
{
    return { { u"userId"_s, row.member.userId },
             { u"displayName"_s, row.member.displayName },
             { u"role"_s, roleName(row.role) },
             { u"avatar"_s, row.member.avatar } };
}

template <typename T> QJsonObject toJson(const ContactPage<T>& page)
{
    QJsonArray items;
    for (const T& item : page.items) {
        items.append(toJson(item));
    }
    QJsonObject json { { u"items"_s, items },
                       { u"total"_s, page.total },
                       { u"refreshedAt"_s,
                         page.refreshedAtMs > 0 ? QJsonValue(page.refreshedAtMs) : QJsonValue() } };
    if (!page.nextCursor.isEmpty()) {
        json[u"nextCursor"_s] = page.nextCursor;
    }
    return json;
}

template <typename T> Callback<ContactPage<T>> pageAnswer(const Responder& responder)
{
    return [responder](const Result<ContactPage<T>>& page) {
        page ? responder.answer(toJson(*page)) : responder.refuse(page.error());
    };
}

//! Reads what every list takes, then calls `list(profile, query)`.
template <typename List>
void readList(const QJsonObject& params, const Responder& responder, List list)
{
    const Result<QString> profile = profileParam(params);
    if (!profile) {
        responder.refuse(profile.error());
        return;
    }
    const Result<ContactQuery> query = listParams(params);
    if (!query) {
        responder.refuse(query.error());
        return;
    }
    list(*profile, *query);
}

QJsonObject toJson(const Account& account)
{
    return { { u"userId"_s, account.userId },
             { u"displayName"_s, account.displayName },
             { u"avatar"_s, account.avatar },
             { u"phoneNumber"_s, account.phoneNumber } };
}

} // namespace

void addContactMethods(BridgeServer& server, SessionService& sessions, ContactService& contacts)
{
    const BridgeRoles roles = BridgeRole::Gateway | BridgeRole::Cli;
    server.addMethod(
        u"me.get"_s, roles,
        [&sessions](BridgeConnection& connection, const QJsonObject& params,
                    const Responder& responder) {
            const Result<QString> profile = profileParam(params);
            if (!profile) {
                responder.refuse(profile.error());
                return;
            }
            sessions.account(*profile, &connection, [responder](const Result<Account>& account) {
                account ? responder.answer(toJson(*account)) : responder.refuse(account.error());
            });
        });
    server.addMethod(
        u"friends.list"_s, roles,
        [&contacts](BridgeConnection& connection, const QJsonObject& params,
                    const Responder& responder) {
            readList(params, responder, [&](const QString& profile, const ContactQuery& query) {
                contacts.friends(profile, query, &connection, pageAnswer<Friend>(responder));
            });
        });
    server.addMethod(
        u"groups.list"_s, roles,
        [&contacts](BridgeConnection& connection, const QJsonObject& params,
                    const Responder& responder) {
            readList(params, responder, [&](const QString& profile, const ContactQuery& query) {
                contacts.groups(profile, query, &connection, pageAnswer<Group>(responder));
            });
        });
    server.addMethod(u"groups.members"_s, roles,
                     [&contacts](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         const Result<QString> groupId = textParam(params, u"groupId", MaxIdUnits);
                         if (!groupId) {
                             responder.refuse(groupId.error());
                             return;
                         }
                         readList(params, responder,
                                  [&](const QString& profile, const ContactQuery& query) {
                                      contacts.members(profile, *groupId, query, &connection,
                                                       pageAnswer<MemberWithRole>(responder));
                                  });
                     });
    server.addMethod(u"contacts.refresh"_s, roles,
                     [&contacts](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         const Result<QString> profile = profileParam(params);
                         if (!profile) {
                             responder.refuse(profile.error());
                             return;
                         }
                         contacts.refreshContacts(*profile, &connection,
                                                  [responder](const Result<ContactCounts>& counts) {
                                                      counts ? responder.answer(
                                                          { { u"friends"_s, counts->friends },
                                                            { u"groups"_s, counts->groups } })
                                                             : responder.refuse(counts.error());
                                                  });
                     });
    QObject::connect(
        &contacts, &ContactService::contactsChanged, &server, [&server](const QString& profile) {
            const auto connections = server.connections();
            for (BridgeConnection* connection : connections) {
                if (connection->peer().role == BridgeRole::Gateway) {
                    connection->notify(u"contacts.changed"_s, { { u"profile"_s, profile } });
                }
            }
        });
}

} // namespace zalo
