// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSettings>

namespace zalo {

//! What a person chose about the windows, kept in a file of the private configuration folder.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class Theme
    {
        Desktop, //!< light or dark as the desktop is
        Light,
        Dark
    };

    explicit Preferences(const QString& configFolder, QObject* parent = nullptr);

    //! `vi`, `fr` or `en`; empty: the system's language.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);

    //! The risk of unofficial automation was read and accepted.
    [[nodiscard]] bool isRiskAccepted() const;
    void acceptRisk();

    //! True once: the reason why the window does not hide was not told yet.
    [[nodiscard]] bool claimTrayHint();

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

signals:
    void languageChanged();
    void themeChanged();

private:
    QSettings m_file;
};

} // namespace zalo
