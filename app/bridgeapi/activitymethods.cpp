// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/bridgeconnection.h"
#include "bridge/bridgeserver.h"
#include "bridgeapi/methods.h"
#include "bridgeapi/params.h"
#include "companion/activityservice.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QJsonObject activityJson(const ActivityItem& item)
{
    const auto kind = [&item] {
        switch (item.kind) {
        case ActivityItem::Kind::Inbound:
            return u"in"_s;
        case ActivityItem::Kind::Outbound:
            return u"out"_s;
        case ActivityItem::Kind::Gap:
            return u"gap"_s;
        }
        Q_UNREACHABLE();
    };
    QJsonObject json { { u"kind"_s, kind() },
                       { u"time"_s, item.timeMs },
                       { u"profile"_s, item.profile },
                       { u"account"_s, item.account },
                       { u"threadId"_s, item.thread.id },
                       { u"isGroup"_s, item.thread.isGroup },
                       { u"state"_s, stateName(item.state) },
                       { u"outcome"_s, outcomeName(item.outcome) },
                       { u"reason"_s,
                         item.kind == ActivityItem::Kind::Gap
                             ? gapCauseName(item.cause)
                             : outcomeReasonText(item.reason, TextLanguage::English) },
                       { u"attempts"_s, item.attempts },
                       { u"messageId"_s, item.messageId },
                       { u"end"_s, item.endMs > 0 ? QJsonValue(item.endMs) : QJsonValue() } };
    if (item.reason.code) {
        json[u"code"_s] = outcomeCodeName(*item.reason.code);
    }
    if (item.error) {
        json[u"error"_s] =
            QJsonObject { { u"kind"_s, errorKindName(item.error->kind) },
                          { u"text"_s, errorText(*item.error, TextLanguage::English) } };
    }
    return json;
}

void listActivity(ActivityService& activity, BridgeConnection& connection,
                  const QJsonObject& params, const Responder& responder)
{
    const Result<ContactQuery> list = listParams(params);
    const Result<QString> profile = profileParam(params);
    if (!list || !profile) {
        responder.refuse(list ? profile.error() : list.error());
        return;
    }
    ActivityQuery query;
    query.profile = *profile;
    query.limit = list->limit;
    query.cursor = list->cursor;
    activity.activity(query, &connection, [responder](const Result<ActivityList>& page) {
        if (!page) {
            responder.refuse(page.error());
            return;
        }
        QJsonArray items;
        for (const ActivityItem& item : page->items) {
            items.append(activityJson(item));
        }
        QJsonObject json { { u"items"_s, items } };
        if (!page->nextCursor.isEmpty()) {
            json[u"nextCursor"_s] = page->nextCursor;
        }
        responder.answer(json);
    });
}

} // namespace

void addActivityMethods(BridgeServer& server, ActivityService& activity)
{
    server.addMethod(u"activity.list"_s, BridgeRole::Gateway | BridgeRole::Cli,
                     [&activity](BridgeConnection& connection, const QJsonObject& params,
                                 const Responder& responder) {
                         listActivity(activity, connection, params, responder);
                     });
}

} // namespace zalo
