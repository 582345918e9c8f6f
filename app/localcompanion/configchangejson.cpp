// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/configchangejson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! A value as a JSON text; null where there is none.
QJsonValue textOf(const QJsonValue& value)
{
    if (value.isNull()) {
        return value;
    }
    // Qt writes arrays and objects only.
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QJsonValue valueOf(const QJsonValue& text)
{
    const QByteArray list = '[' + text.toString().toUtf8() + ']';
    return text.isString() ? QJsonDocument::fromJson(list).array().at(0)
                           : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonArray toJson(const QList<ConfigChange>& changes)
{
    QJsonArray json;
    for (const ConfigChange& change : changes) {
        json.append(QJsonObject { { u"path"_s, QJsonArray::fromStringList(change.path) },
                                  { u"before"_s, textOf(change.before) },
                                  { u"after"_s, textOf(change.after) } });
    }
    return json;
}

QList<ConfigChange> configChangesIn(const QJsonArray& json)
{
    QList<ConfigChange> changes;
    for (const auto& change : json) {
        ConfigChange read { {}, valueOf(change[u"before"]), valueOf(change[u"after"]) };
        const QJsonArray path = change[u"path"].toArray();
        for (const auto& name : path) {
            read.path << name.toString();
        }
        changes << read;
    }
    return changes;
}

} // namespace zalo
