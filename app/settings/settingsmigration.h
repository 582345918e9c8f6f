// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSettings>

namespace zalo {

//! The names under which the settings are stored.
namespace settingskeys {

inline const QString Profiles = QStringLiteral("accounts/profiles");
inline const QString ProfileLabels =
    QStringLiteral("accounts/labels/"); //!< a profile's name follows
inline const QString ZcaPath = QStringLiteral("zca/path");
inline const QString RelayPaused = QStringLiteral("relay/paused");
inline const QString SendsPerMinute = QStringLiteral("relay/sends-per-minute");
inline const QString MaxAgeHours = QStringLiteral("relay/max-age-hours");
inline const QString RetentionDays = QStringLiteral("relay/retention-days");
inline const QString PausesForOwner = QStringLiteral("relay/pause-for-owner");
inline const QString MediaHosts = QStringLiteral("relay/media-hosts");
inline const QString Language = QStringLiteral("window/language");
inline const QString Theme = QStringLiteral("window/theme");
inline const QString ShowsMessageTexts = QStringLiteral("window/show-message-texts");
inline const QString NotifiesOfPairings = QStringLiteral("window/notify-of-pairings");
inline const QString NotifiesOf = QStringLiteral("notifications/"); //!< a kind's name follows
inline const QString RiskAccepted = QStringLiteral("window/risk-accepted");
inline const QString TrayHintShown = QStringLiteral("window/tray-hint-shown");
inline const QString WindowGeometry = QStringLiteral("window/geometry");

} // namespace settingskeys

//! Brings `file`, the settings of `configFolder`, to these names: what an earlier version stored
//! under others is renamed, and what it kept of the windows in `windows.json` is taken over. That
//! file is deleted once its values are in the other. A value that is there already stays.
void migrateSettings(QSettings& file, const QString& configFolder);

} // namespace zalo
