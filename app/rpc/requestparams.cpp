// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/requestparams.h"

#include "core/ids.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool isMissing(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull();
}

} // namespace

tl::unexpected<Error> badParam(QStringView name, const QString& what)
{
    return failure(ErrorKind::BadRequest, u"“%1” %2"_s.arg(name, what));
}

Result<QString> profileParam(const QJsonObject& params)
{
    const QJsonValue value = params[u"profile"];
    if (isMissing(value)) {
        return defaultProfile();
    }
    if (!isProfileName(value.toString())) {
        return badParam(u"profile", u"must be letters, digits, _ and -, which is not the first"_s);
    }
    return value.toString();
}

Result<QString> namedProfileParam(const QJsonObject& params)
{
    return isMissing(params[u"profile"]) ? badParam(u"profile", u"is missing"_s)
                                         : profileParam(params);
}

Result<QString> textParam(const QJsonObject& params, QStringView name, int maxUnits)
{
    const Result<QString> text = optionalTextParam(params, name, maxUnits);
    if (text && text->isEmpty()) {
        return badParam(name, u"is missing"_s);
    }
    return text;
}

Result<QString> optionalTextParam(const QJsonObject& params, QStringView name, int maxUnits)
{
    const QJsonValue value = params[name];
    if (isMissing(value)) {
        return QString();
    }
    if (!value.isString()) {
        return badParam(name, u"must be a text"_s);
    }
    if (value.toString().size() > maxUnits) {
        return badParam(name, u"is longer than %1"_s.arg(maxUnits));
    }
    return value.toString();
}

Result<qint64> numberParam(const QJsonObject& params, QStringView name, qint64 fallback,
                           qint64 least, qint64 most)
{
    const QJsonValue value = params[name];
    if (isMissing(value)) {
        return fallback;
    }
    const qint64 number = value.toInteger(least - 1);
    if (number < least || number > most) {
        return badParam(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return number;
}

Result<bool> boolParam(const QJsonObject& params, QStringView name, bool fallback)
{
    const QJsonValue value = params[name];
    if (isMissing(value)) {
        return fallback;
    }
    return value.isBool() ? Result<bool>(value.toBool())
                          : badParam(name, u"must be true or false"_s);
}

} // namespace zalo
