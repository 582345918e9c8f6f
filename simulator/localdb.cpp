// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localdb.h"

#include "files.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto enabledKey = u"enabled"_s;
const auto pathKey = u"path"_s;

qint64 timeOf(const QJsonObject& row)
{
    return row.value(u"ts"_s).toInteger();
}

} // namespace

LocalDb::LocalDb(const Home& home, const QString& profile)
    : m_folder(home.profilePath(profile, {}))
{ }

QString LocalDb::configPath() const
{
    return m_folder + u"db.json"_s;
}

void LocalDb::enable(const QString& path) const
{
    configure(true, path);
    add({});
}

void LocalDb::disable() const
{
    configure(false, readObject(configPath()).value(pathKey).toString());
}

void LocalDb::configure(bool isEnabled, const QString& path) const
{
    QJsonObject config { { enabledKey, isEnabled } };
    if (!path.isEmpty()) {
        config[pathKey] = path;
    }
    config[u"updatedAt"_s] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    writeBytes(configPath(), QJsonDocument(config).toJson());
}

bool LocalDb::isEnabled() const
{
    return readObject(configPath()).value(enabledKey).toBool();
}

QString LocalDb::path() const
{
    const QString path = readObject(configPath()).value(pathKey).toString();
    return QDir::cleanPath(
        QDir(m_folder).absoluteFilePath(path.isEmpty() ? u"messages.sqlite"_s : path));
}

void LocalDb::add(const QList<QJsonObject>& rows) const
{
    const auto idOf = [](const QJsonObject& row) {
        return QString(row.value(u"threadId"_s).toString() + u':'
                       + row.value(u"msgId"_s).toString());
    };
    QList<QJsonObject> all = this->rows();
    QSet<QString> known;
    for (const QJsonObject& row : std::as_const(all)) {
        known.insert(idOf(row));
    }
    for (const QJsonObject& row : rows) {
        if (!known.contains(idOf(row))) {
            all.append(row);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const QJsonObject& a, const QJsonObject& b) {
        return timeOf(a) < timeOf(b);
    });
    QJsonArray array;
    for (const QJsonObject& row : std::as_const(all)) {
        array.append(row);
    }
    writeBytes(path(), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<QJsonObject> LocalDb::rows() const
{
    QList<QJsonObject> out;
    for (const QJsonValue& row : QJsonDocument::fromJson(readBytes(path())).array()) {
        out.append(row.toObject());
    }
    return out;
}

} // namespace zalo::sim
