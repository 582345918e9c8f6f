// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/preferences.h"

#include "core/settingsformat.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString LanguageKey = u"language"_s;
const QString ThemeKey = u"look"_s;
const QString RiskKey = u"riskAccepted"_s;
const QString TrayHintKey = u"trayHintShown"_s;
const QString GeometryKey = u"geometry"_s;

const QString Light = u"light"_s;
const QString Dark = u"dark"_s;

} // namespace

Preferences::Preferences(const QString& configFolder, QObject* parent)
    : QObject(parent),
      m_file(configFolder + u"/windows.json"_s, settingsFormat())
{ }

QString Preferences::language() const
{
    return m_file.value(LanguageKey).toString();
}

void Preferences::setLanguage(const QString& language)
{
    if (language != this->language()) {
        m_file.setValue(LanguageKey, language);
        emit languageChanged();
    }
}

Preferences::Theme Preferences::theme() const
{
    const QString name = m_file.value(ThemeKey).toString();
    return name == Light ? Theme::Light : name == Dark ? Theme::Dark : Theme::Desktop;
}

void Preferences::setTheme(Theme theme)
{
    if (theme == this->theme()) {
        return;
    }
    if (theme == Theme::Desktop) {
        m_file.remove(ThemeKey);
    } else {
        m_file.setValue(ThemeKey, theme == Theme::Light ? Light : Dark);
    }
    emit themeChanged();
}

bool Preferences::isRiskAccepted() const
{
    return m_file.value(RiskKey).toBool();
}

void Preferences::acceptRisk()
{
    m_file.setValue(RiskKey, true);
}

bool Preferences::claimTrayHint()
{
    if (m_file.value(TrayHintKey).toBool()) {
        return false;
    }
    m_file.setValue(TrayHintKey, true);
    return true;
}

QByteArray Preferences::windowGeometry() const
{
    return QByteArray::fromBase64(m_file.value(GeometryKey).toString().toLatin1());
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_file.setValue(GeometryKey, QString::fromLatin1(geometry.toBase64()));
}

} // namespace zalo
