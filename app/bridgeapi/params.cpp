// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/params.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxQueryUnits = 200;
constexpr int MaxCursorUnits = 400;

tl::unexpected<Error> bad(QStringView name, const QString& what)
{
    return failure(ErrorKind::BadRequest, u"“%1” %2"_s.arg(name, what));
}

} // namespace

Result<QString> profileParam(const QJsonObject& params)
{
    const QJsonValue value = params[u"profile"];
    if (value.isUndefined() || value.isNull()) {
        return defaultProfile();
    }
    if (!isProfileName(value.toString())) {
        return bad(u"profile", u"must be letters, digits, _ and -, which is not the first"_s);
    }
    return value.toString();
}

Result<QString> textParam(const QJsonObject& params, QStringView name, int maxUnits)
{
    const Result<QString> text = optionalTextParam(params, name, maxUnits);
    if (text && text->isEmpty()) {
        return bad(name, u"is missing"_s);
    }
    return text;
}

Result<QString> optionalTextParam(const QJsonObject& params, QStringView name, int maxUnits)
{
    const QJsonValue value = params[name];
    if (value.isUndefined() || value.isNull()) {
        return QString();
    }
    if (!value.isString()) {
        return bad(name, u"must be a text"_s);
    }
    if (value.toString().size() > maxUnits) {
        return bad(name, u"is longer than %1"_s.arg(maxUnits));
    }
    return value.toString();
}

Result<qint64> numberParam(const QJsonObject& params, QStringView name, qint64 fallback,
                           qint64 least, qint64 most)
{
    const QJsonValue value = params[name];
    if (value.isUndefined() || value.isNull()) {
        return fallback;
    }
    const qint64 number = value.toInteger(least - 1);
    if (number < least || number > most) {
        return bad(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return number;
}

Result<QString> idParam(const QJsonObject& params, QStringView name)
{
    const QString id = params[name].toString();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (id.isEmpty() || id.size() > MaxIdUnits || !std::all_of(id.begin(), id.end(), isDigit)) {
        return bad(name, u"must be an id of digits, as a text"_s);
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
        return bad(u"isGroup", u"must be true or false"_s);
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
