// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settingsmigration.h"

#include "settings/settingsformat.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct Renamed
{
    QString from;
    QString to;
};

void setIfAbsent(QSettings& file, const Renamed& key, const QVariant& value)
{
    if (!file.contains(key.to)) {
        file.setValue(key.to, value);
    }
}

void renameKeys(QSettings& file)
{
    const Renamed keys[] = { { u"relay/sendsPerMinute"_s, settingskeys::SendsPerMinute },
                             { u"relay/days-kept"_s, settingskeys::RetentionDays } };
    for (const Renamed& key : keys) {
        if (file.contains(key.from)) {
            setIfAbsent(file, key, file.value(key.from));
            file.remove(key.from);
        }
    }
}

void migrateWindows(QSettings& file, const QString& path)
{
    const Renamed keys[] = { { u"language"_s, settingskeys::Language },
                             { u"look"_s, settingskeys::Theme },
                             { u"riskAccepted"_s, settingskeys::RiskAccepted },
                             { u"trayHintShown"_s, settingskeys::TrayHintShown },
                             { u"geometry"_s, settingskeys::WindowGeometry } };
    const QSettings windows(path, settingsFormat());
    for (const Renamed& key : keys) {
        if (windows.contains(key.from)) {
            setIfAbsent(file, key, windows.value(key.from));
        }
    }
    file.sync();
    if (file.status() == QSettings::NoError) {
        QFile::remove(path);
    }
}

} // namespace

void migrateSettings(QSettings& file, const QString& configFolder)
{
    renameKeys(file);
    if (const QString windows = configFolder + u"/windows.json"_s; QFile::exists(windows)) {
        migrateWindows(file, windows);
    }
}

} // namespace zalo
