// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settings.h"

#include "core/ids.h"
#include "settings/settingsformat.h"
#include "settings/settingsmigration.h"
#include "settings/settingsrescue.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int DefaultRetentionDays = 30;
constexpr int MaxRetentionDays = 3'650;
constexpr int MaxMaxAgeHours = 24 * 30;
constexpr int MaxSendsPerMinute = 60;

QString themeName(Settings::Theme theme)
{
    switch (theme) {
    case Settings::Theme::Desktop:
        return u"desktop"_s;
    case Settings::Theme::Light:
        return u"light"_s;
    case Settings::Theme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

QString keyOf(Settings::Switch which)
{
    switch (which) {
    case Settings::Switch::PauseForOwner:
        return settingskeys::PausesForOwner;
    case Settings::Switch::MessageTexts:
        return settingskeys::ShowsMessageTexts;
    case Settings::Switch::PairingNotifications:
        return settingskeys::NotifiesOfPairings;
    case Settings::Switch::NotifyProgram:
        return settingskeys::NotifiesOf + u"program"_s;
    case Settings::Switch::NotifyStorage:
        return settingskeys::NotifiesOf + u"storage"_s;
    case Settings::Switch::NotifySession:
        return settingskeys::NotifiesOf + u"session"_s;
    case Settings::Switch::NotifyGateway:
        return settingskeys::NotifiesOf + u"gateway"_s;
    case Settings::Switch::NotifyDelivery:
        return settingskeys::NotifiesOf + u"delivery"_s;
    case Settings::Switch::NotifyMessages:
        return settingskeys::NotifiesOf + u"messages"_s;
    }
    Q_UNREACHABLE();
}

//! Without them nothing is listened to: they are at once where a damaged file is healed from.
void storeProfiles(QSettings& file, const QStringList& names)
{
    file.setValue(settingskeys::Profiles, names);
    file.sync();
    keepSettingsCopy(file.fileName());
}

} // namespace

Settings::Settings(const QString& configFolder, QObject* parent)
    : QObject(parent),
      m_file(rescuedSettings(configFolder + u"/settings.json"_s), settingsFormat())
{
    migrateSettings(m_file, configFolder);
}

QStringList Settings::profiles() const
{
    QStringList names = m_file.value(settingskeys::Profiles).toStringList();
    names.removeIf([](const QString& name) { return !isProfileName(name); });
    names.removeDuplicates();
    return names;
}

void Settings::addProfile(const QString& profile)
{
    QStringList names = profiles();
    if (!names.contains(profile)) {
        names << profile;
        storeProfiles(m_file, names);
    }
}

void Settings::removeProfile(const QString& profile)
{
    QStringList names = profiles();
    if (names.removeAll(profile) > 0) {
        storeProfiles(m_file, names);
    }
}

QString Settings::zcaPath() const
{
    return m_file.value(settingskeys::ZcaPath).toString();
}

void Settings::setZcaPath(const QString& path)
{
    m_file.setValue(settingskeys::ZcaPath, path);
}

bool Settings::isRelayPaused() const
{
    return m_file.value(settingskeys::RelayPaused).toBool();
}

void Settings::setRelayPaused(bool paused)
{
    m_file.setValue(settingskeys::RelayPaused, paused);
}

int Settings::sendsPerMinute() const
{
    const int count = m_file.value(settingskeys::SendsPerMinute).toInt();
    return count >= 1 && count <= MaxSendsPerMinute ? count : 0;
}

void Settings::setSendsPerMinute(int count)
{
    m_file.setValue(settingskeys::SendsPerMinute, count);
}

int Settings::maxAgeHours() const
{
    const int hours = m_file.value(settingskeys::MaxAgeHours).toInt();
    return hours >= 1 && hours <= MaxMaxAgeHours ? hours : 0;
}

void Settings::setMaxAgeHours(int hours)
{
    m_file.setValue(settingskeys::MaxAgeHours, hours);
}

int Settings::retentionDays() const
{
    const int days = m_file.value(settingskeys::RetentionDays, DefaultRetentionDays).toInt();
    return days >= 1 && days <= MaxRetentionDays ? days : DefaultRetentionDays;
}

void Settings::setRetentionDays(int days)
{
    m_file.setValue(settingskeys::RetentionDays, days);
}

bool Settings::isOn(Switch which) const
{
    return m_file.value(keyOf(which), true).toBool();
}

void Settings::setOn(Switch which, bool on)
{
    if (on != isOn(which)) {
        m_file.setValue(keyOf(which), on);
        emit switched(which);
    }
}

QStringList Settings::mediaHosts() const
{
    return m_file.value(settingskeys::MediaHosts).toStringList();
}

QString Settings::language() const
{
    return m_file.value(settingskeys::Language).toString();
}

void Settings::setLanguage(const QString& language)
{
    if (language != this->language()) {
        m_file.setValue(settingskeys::Language, language);
        emit languageChanged();
    }
}

Settings::Theme Settings::theme() const
{
    const QString name = m_file.value(settingskeys::Theme).toString();
    for (const Theme theme : { Theme::Light, Theme::Dark }) {
        if (name == themeName(theme)) {
            return theme;
        }
    }
    return Theme::Desktop;
}

void Settings::setTheme(Theme theme)
{
    if (theme != this->theme()) {
        m_file.setValue(settingskeys::Theme, themeName(theme));
        emit themeChanged();
    }
}

bool Settings::isRiskAccepted() const
{
    return m_file.value(settingskeys::RiskAccepted).toBool();
}

void Settings::acceptRisk()
{
    m_file.setValue(settingskeys::RiskAccepted, true);
}

bool Settings::claimTrayHint()
{
    if (m_file.value(settingskeys::TrayHintShown).toBool()) {
        return false;
    }
    m_file.setValue(settingskeys::TrayHintShown, true);
    return true;
}

QByteArray Settings::windowGeometry() const
{
    return QByteArray::fromBase64(m_file.value(settingskeys::WindowGeometry).toString().toLatin1());
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_file.setValue(settingskeys::WindowGeometry, QString::fromLatin1(geometry.toBase64()));
}

} // namespace zalo
