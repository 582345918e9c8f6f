// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/activityservice.h"
#include "companion/snapshotprovider.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! True for what stands in the conversation on Zalo, or may: nothing that only waits or has failed,
//! no reaction, and nothing that was taken back.
bool isMessage(const ActivityItem& item)
{
    if (item.text->isTakenBack) {
        return false;
    }
    switch (item.kind) {
    case ActivityItem::Kind::Gap:
        return false;
    case ActivityItem::Kind::Inbound:
        return true;
    case ActivityItem::Kind::Outbound:
        break;
    }
    const ActivityMedium medium = item.text->medium;
    const bool hasWords = !item.text->body.trimmed().isEmpty();
    return (item.state == ActivityState::Sent || item.state == ActivityState::Uncertain)
        && medium != ActivityMedium::Reaction && (medium != ActivityMedium::Unsend || hasWords);
}

QJsonObject messageJson(const ActivityItem& item)
{
    const bool isOwn =
        item.kind == ActivityItem::Kind::Outbound || item.state == ActivityState::Own;
    const QString& sender = item.text->senderId;
    QJsonObject json { { u"messageId"_s, item.messageId },
                       { u"own"_s, isOwn },
                       { u"senderId"_s, isOwn ? item.account : sender },
                       { u"text"_s, item.text->body.trimmed() },
                       { u"time"_s, item.timeMs },
                       { u"outcome"_s, outcomeName(item.outcome) },
                       { u"reason"_s, outcomeReasonText(item.reason, TextLanguage::English) } };
    if (item.reason.code) {
        json[u"code"_s] = outcomeCodeName(*item.reason.code);
    }
    if (!item.text->senderName.isEmpty()) {
        json[u"senderName"_s] = item.text->senderName;
    }
    const ActivityMedium medium = item.text->medium;
    if (medium != ActivityMedium::None && medium != ActivityMedium::Unsend) {
        json[u"medium"_s] = mediumName(medium);
    }
    return json;
}

QJsonObject pageJson(const ActivityList& page, const QString& account, const ThreadRef& thread)
{
    QJsonArray items;
    for (const ActivityItem& item : page.items) {
        if (item.account == account && item.thread == thread && item.text && isMessage(item)) {
            items.append(messageJson(item));
        }
    }
    QJsonObject json { { u"items"_s, items } };
    if (!page.nextCursor.isEmpty()) {
        json[u"nextCursor"_s] = page.nextCursor;
    }
    return json;
}

//! The account that is named, else the profile's.
Result<QString> accountOf(const QJsonObject& params, const QString& profile,
                          const SnapshotProvider& snapshots)
{
    const Result<QString> named = optionalTextParam(params, u"account", MaxIdUnits);
    if (!named || !named->isEmpty()) {
        return named;
    }
    const Snapshot& snapshot = snapshots.snapshot();
    const ProfileSnapshot* found = snapshot.find(profile);
    if (!found || !found->account) {
        return failure(ErrorKind::NotLoggedIn);
    }
    return found->account->userId;
}

} // namespace

void addHistoryMethods(BridgeServer& server, SnapshotProvider& snapshots, ActivityService& activity)
{
    server.addMethod(
        u"message.history"_s, BridgeRole::Gateway | BridgeRole::Cli,
        [&snapshots, &activity](BridgeConnection& connection, const QJsonObject& params,
                                const Responder& responder) {
            const Result<QString> profile = profileParam(params);
            const Result<ThreadRef> thread = threadParam(params);
            const Result<ContactQuery> list = listParams(params);
            if (!profile || !thread || !list) {
                responder.refuse(!profile      ? profile.error()
                                     : !thread ? thread.error()
                                               : list.error());
                return;
            }
            const Result<QString> account = accountOf(params, *profile, snapshots);
            if (!account) {
                responder.refuse(account.error());
                return;
            }
            ActivityQuery query;
            query.profile = *profile;
            query.threadId = thread->id;
            query.limit = list->limit;
            query.cursor = list->cursor;
            query.withText = true;
            activity.activity(query, &connection,
                              [responder, account = *account,
                               thread = *thread](const Result<ActivityList>& page) {
                                  page ? responder.answer(pageJson(*page, account, thread))
                                       : responder.refuse(page.error());
                              });
        });
}

} // namespace zalo
