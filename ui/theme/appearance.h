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

//! Light or dark: as a person chose, else as the desktop says (the portal's `color-scheme`, which
//! Qt 6.4 does not follow by itself), else as Qt found it.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(Settings& settings, QObject* parent = nullptr);

    //! Follows preference and desktop from now on.
    void start();

private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    //! The portal's values.
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
    QPalette m_found; //!< what Qt chose by itself
    bool m_hasOwnStyle = false; //!< the desktop brings one
};

} // namespace zalo
