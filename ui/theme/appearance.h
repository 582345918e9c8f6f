// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPalette>
#include <QVariant>

class QDBusMessage;
class QDBusVariant;

namespace zalo {

class Settings;

//! Applies light or dark: the user's choice, else the desktop's (the portal's `color-scheme`, which
//! Qt 6.4 does not follow), else Qt's default palette.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Settings& settings, QObject* parent = nullptr);

    //! Applies the theme and starts to follow preference and desktop.
    void start();

private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    //! The values of the portal's `color-scheme`.
    enum class Scheme
    {
        Unknown,
        Dark,
        Light
    };

    void queryDesktop();
    void setScheme(const QVariant& value);
    void apply();

    Settings& m_settings;
    Scheme m_scheme = Scheme::Unknown;
    QPalette m_found; //!< Qt's default
    bool m_hasOwnStyle = false; //!< the desktop brings one
};

} // namespace zalo
