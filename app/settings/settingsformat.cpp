// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settingsformat.h"

#include <QFileDevice>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool read(QIODevice& device, QSettings::SettingsMap& settings)
{
    const QByteArray bytes = device.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return bytes.isEmpty();
    }
    settings = document.object().toVariantMap();
    return true;
}

bool write(QIODevice& device, const QSettings::SettingsMap& settings)
{
    const QByteArray bytes = QJsonDocument(QJsonObject::fromVariantMap(settings)).toJson();
    auto* file = qobject_cast<QFileDevice*>(&device);
    return device.write(bytes) == bytes.size() && file && file->flush();
}

} // namespace

QSettings::Format settingsFormat()
{
    static const QSettings::Format format = QSettings::registerFormat(u"json"_s, read, write);
    return format;
}

} // namespace zalo
