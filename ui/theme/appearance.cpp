// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/appearance.h"

#include "settings/settings.h"
#include "ui/theme/appproxystyle.h"
#include "ui/theme/semanticcolors.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString Portal = u"org.freedesktop.portal.Desktop"_s;
const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString PortalSettings = u"org.freedesktop.portal.Settings"_s;
const QString AppearanceGroup = u"org.freedesktop.appearance"_s;
const QString SchemeKey = u"color-scheme"_s;

QPalette lightPalette()
{
    QPalette palette(QColor(0xf6, 0xf7, 0xf8));
    palette.setColor(QPalette::WindowText, QColor(0x1d, 0x21, 0x26));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf1, 0xf3, 0xf5));
    palette.setColor(QPalette::Text, QColor(0x1d, 0x21, 0x26));
    palette.setColor(QPalette::Button, QColor(0xfc, 0xfc, 0xfd));
    palette.setColor(QPalette::ButtonText, QColor(0x1d, 0x21, 0x26));
    palette.setColor(QPalette::PlaceholderText, QColor(0x65, 0x6d, 0x76));
    palette.setColor(QPalette::Highlight, QColor(0x0b, 0x6e, 0x6e));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x0b, 0x6e, 0x6e));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1d, 0x21, 0x26));
    palette.setColor(QPalette::ToolTipText, QColor(0xf6, 0xf7, 0xf8));
    for (const QPalette::ColorRole role :
         { QPalette::WindowText, QPalette::Text, QPalette::ButtonText }) {
        palette.setColor(QPalette::Disabled, role, QColor(0x8b, 0x92, 0x99));
    }
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x22, 0x25, 0x29));
    palette.setColor(QPalette::WindowText, QColor(0xe8, 0xea, 0xed));
    palette.setColor(QPalette::Base, QColor(0x1a, 0x1c, 0x1f));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x29, 0x2d));
    palette.setColor(QPalette::Text, QColor(0xe8, 0xea, 0xed));
    palette.setColor(QPalette::Button, QColor(0x2f, 0x33, 0x38));
    palette.setColor(QPalette::ButtonText, QColor(0xe8, 0xea, 0xed));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa1, 0xa9));
    palette.setColor(QPalette::Highlight, QColor(0x1f, 0x7f, 0x7f));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6f, 0xc7, 0xc7));
    palette.setColor(QPalette::ToolTipBase, QColor(0xe8, 0xea, 0xed));
    palette.setColor(QPalette::ToolTipText, QColor(0x1a, 0x1c, 0x1f));
    for (const QPalette::ColorRole role :
         { QPalette::WindowText, QPalette::Text, QPalette::ButtonText }) {
        palette.setColor(QPalette::Disabled, role, QColor(0x7d, 0x84, 0x8c));
    }
    return palette;
}

} // namespace

Appearance::Appearance(Settings& settings, QObject* parent)
    : QObject(parent),
      m_settings(settings)
{ }

void Appearance::start()
{
    m_found = QApplication::palette();
    m_hasOwnStyle = QApplication::style()->name() != u"fusion";
    if (!m_hasOwnStyle) {
        QApplication::setStyle(new AppProxyStyle);
    }
    connect(&m_settings, &Settings::themeChanged, this, &Appearance::apply);
    apply();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(Portal, PortalPath, PortalSettings, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    queryDesktop();
}

void Appearance::queryDesktop()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(Portal, PortalPath, PortalSettings, u"Read"_s);
    question << AppearanceGroup << SchemeKey;
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid()) {
                    setScheme(reply.value().variant());
                }
            });
}

void Appearance::onSettingChanged(const QString& group, const QString& key,
                                  const QDBusVariant& value)
{
    if (group == AppearanceGroup && key == SchemeKey) {
        setScheme(value.variant());
    }
}

void Appearance::setScheme(const QVariant& value)
{
    // Read() wraps its answer in another variant.
    const QVariant inner = value.metaType() == QMetaType::fromType<QDBusVariant>()
        ? value.value<QDBusVariant>().variant()
        : value;
    const uint scheme = inner.toUInt();
    m_scheme = scheme == 1 ? Scheme::Dark : scheme == 2 ? Scheme::Light : Scheme::Unknown;
    apply();
}

void Appearance::apply()
{
    bool dark = false;
    switch (m_settings.theme()) {
    case Settings::Theme::Light:
        break;
    case Settings::Theme::Dark:
        dark = true;
        break;
    case Settings::Theme::Desktop:
        dark = m_scheme == Scheme::Unknown ? isDark(m_found) : m_scheme == Scheme::Dark;
        break;
    }
    // A desktop's own style (Breeze, Adwaita) brings a matching palette.
    if (m_hasOwnStyle && dark == isDark(m_found)) {
        QApplication::setPalette(m_found);
    } else {
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    }
}

} // namespace zalo
