// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/params.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxQueryUnits = 200;
constexpr int MaxCursorUnits = 400;

} // namespace

Result<QString> idParam(const QJsonObject& params, QStringView name)
{
    const QString id = params[name].toString();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (id.isEmpty() || id.size() > MaxIdUnits || !std::all_of(id.begin(), id.end(), isDigit)) {
        return badParam(name, u"must be an id of digits, as a text"_s);
    }
    return id;
}

Result<ThreadRef> threadParam(const QJsonObject& params)
{
    const Result<QString> id = idParam(params, u"threadId");
    if (!id) {
        return tl::unexpected(id.error());
    }
    if (!params[u"isGroup"].isBool()) {
        return badParam(u"isGroup", u"must be true or false"_s);
    }
    return ThreadRef { *id, params[u"isGroup"].toBool() };
}

Result<ContactQuery> listParams(const QJsonObject& params)
{
    const Result<QString> query = optionalTextParam(params, u"query", MaxQueryUnits);
    if (!query) {
        return tl::unexpected(query.error());
    }
    const Result<qint64> limit = numberParam(params, u"limit", 100, 1, 500);
    if (!limit) {
        return tl::unexpected(limit.error());
    }
    const Result<QString> cursor = optionalTextParam(params, u"cursor", MaxCursorUnits);
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    return ContactQuery { *query, int(*limit), *cursor };
}

} // namespace zalo
