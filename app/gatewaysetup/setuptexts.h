// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QCoreApplication>
#include <QString>

namespace zalo {

//! What the setup says to people, or in English for `--json`. One method for each sentence makes it
//! long: they share nothing that a second class could own.
class SetupTexts
{
public:
    explicit SetupTexts(TextLanguage language)
        : m_language(language)
    { }

    // clang-format off
    [[nodiscard]] QString place() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "OpenClaw: %1\nIts configuration: %2")); }
    [[nodiscard]] QString keepConfig() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Keep a copy of OpenClaw's configuration, to undo this")); }
    [[nodiscard]] QString removeOther() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Remove the other plugin of the name zalouser: %1")); }
    [[nodiscard]] QString removeOtherDetail() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "It connects to Zalo on its own. Only one of the two can serve the channel.")); }
    [[nodiscard]] QString installPlugin() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Install the plugin zalouser %1 in OpenClaw")); }
    [[nodiscard]] QString updatePlugin() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Update the plugin zalouser in OpenClaw from %1 to %2")); }
    [[nodiscard]] QString pluginInstalled() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The plugin zalouser %1 is installed")); }
    [[nodiscard]] QString enableChannel() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Enable the channel zalouser in OpenClaw's configuration")); }
    [[nodiscard]] QString enableChannelDetail() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Unknown senders get a pairing code. The rest of the file stays as it is, with its comments and its order.")); }
    [[nodiscard]] QString channelEnabled() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The channel zalouser is enabled")); }
    [[nodiscard]] QString keepForm() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Leave OpenClaw's configuration in the form you gave it")); }
    [[nodiscard]] QString keepFormDetail() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "OpenClaw rewrites it when it installs a plugin, and loses comments.")); }
    [[nodiscard]] QString companionRuns() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Zalo Companion is running")); }
    [[nodiscard]] QString startCompanion() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Start Zalo Companion in the background")); }
    [[nodiscard]] QString checkConnection() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "See whether the plugin reaches Zalo Companion")); }
    [[nodiscard]] QString gatewayConnected() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The Gateway is connected to Zalo Companion.")); }
    [[nodiscard]] QString pluginReaches() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The plugin reaches Zalo Companion. The Gateway itself is not running; start it: openclaw gateway start")); }
    [[nodiscard]] QString uninstallPlugin() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Uninstall the plugin zalouser from OpenClaw")); }
    [[nodiscard]] QString pluginStays() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The plugin zalouser stays: it was there before the setup")); }
    [[nodiscard]] QString pluginGone() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The plugin zalouser is not installed any more")); }
    [[nodiscard]] QString replaced() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The plugin that was there before is not put back: openclaw plugins install %1")); }
    [[nodiscard]] QString restoreBytes() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Put OpenClaw's configuration back as it was before the setup")); }
    [[nodiscard]] QString takeOut() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "Take the channel zalouser out of OpenClaw's configuration; what was changed since stays")); }
    [[nodiscard]] QString undone() const { return say(QT_TRANSLATE_NOOP("SetupTexts", "The setup is undone.")); }
    // clang-format on

private:
    [[nodiscard]] QString say(const char* text) const
    {
        return m_language == TextLanguage::English
            ? QString::fromUtf8(text)
            : QCoreApplication::translate("SetupTexts", text);
    }

    TextLanguage m_language;
};

} // namespace zalo
