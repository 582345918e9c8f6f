// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace zalo {

//! What a person chose once, about the work and about the windows, kept in one file of the private
//! configuration folder. Objects over the same folder share what they hold, within one process.
class Settings : public QObject
{
    Q_OBJECT

public:
    enum class Theme
    {
        Desktop, //!< light or dark as the desktop is
        Light,
        Dark
    };

    //! What is either on or off.
    enum class Switch
    {
        PauseForOwner, //!< the bot pauses for a while where the account's owner has just written
        MessageTexts, //!< the window shows what people wrote; else only that there is a message
        PairingNotifications, //!< each person who asks to talk to the bot is notified of
        // What there is a notification of, as FindingKind has it.
        NotifyProgram,
        NotifyStorage,
        NotifySession,
        NotifyGateway,
        NotifyDelivery,
        NotifyMessages
    };

    //! What earlier versions stored under other names, or in a file for the windows, is taken over.
    explicit Settings(const QString& configFolder, QObject* parent = nullptr);

    //! Profiles in the companion's care, in order of their adoption.
    [[nodiscard]] QStringList profiles() const;
    void addProfile(const QString& profile);
    void removeProfile(const QString& profile);

    //! The path of zca that was chosen; empty: it is looked for.
    [[nodiscard]] QString zcaPath() const;
    void setZcaPath(const QString& path);

    //! Somebody paused the relay; it stays so until it is resumed.
    [[nodiscard]] bool isRelayPaused() const;
    void setRelayPaused(bool paused);

    //! How many messages an account sends a minute, on average; 0: as the policy says.
    [[nodiscard]] int sendsPerMinute() const;
    void setSendsPerMinute(int count);

    //! After how many hours (1 to 720) a message that waits is too old to be delivered; 0: as the
    //! policy says.
    [[nodiscard]] int maxAgeHours() const;
    void setMaxAgeHours(int hours);

    //! How long finished messages are kept, in days: 1 to 3650.
    [[nodiscard]] int retentionDays() const;
    void setRetentionDays(int days);

    //! On at first.
    [[nodiscard]] bool isOn(Switch which) const;
    void setOn(Switch which, bool on);

    //! Hosts beside Zalo's own from which files of messages may be fetched. People write them into
    //! the file.
    [[nodiscard]] QStringList mediaHosts() const;

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
    void switched(zalo::Settings::Switch which);

private:
    QSettings m_file;
};

} // namespace zalo
