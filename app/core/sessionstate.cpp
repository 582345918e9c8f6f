// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/sessionstate.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct Labels
{
    const char* name;
    const char* text;
};

Labels labelsFor(SessionState state)
{
    switch (state) {
    case SessionState::NoCli:
        return { "NoCli", QT_TRANSLATE_NOOP("SessionState", "zca is missing") };
    case SessionState::NeedsLogin:
        return { "NeedsLogin", QT_TRANSLATE_NOOP("SessionState", "Not logged in") };
    case SessionState::LoggingIn:
        return { "LoggingIn",
                 QT_TRANSLATE_NOOP("SessionState", "Waiting for the QR code to be scanned") };
    case SessionState::Connecting:
        return { "Connecting", QT_TRANSLATE_NOOP("SessionState", "Connecting to Zalo") };
    case SessionState::Online:
        return { "Online", QT_TRANSLATE_NOOP("SessionState", "Connected to Zalo") };
    case SessionState::Reconnecting:
        return { "Reconnecting", QT_TRANSLATE_NOOP("SessionState", "Connecting to Zalo again") };
    case SessionState::Kicked:
        return { "Kicked", QT_TRANSLATE_NOOP("SessionState", "Zalo was opened elsewhere") };
    case SessionState::Duplicate:
        return { "Duplicate",
                 QT_TRANSLATE_NOOP("SessionState", "Another program uses this login") };
    case SessionState::Expired:
        return { "Expired", QT_TRANSLATE_NOOP("SessionState", "The login has expired") };
    case SessionState::Offline:
        return { "Offline", QT_TRANSLATE_NOOP("SessionState", "Zalo cannot be reached") };
    case SessionState::Error:
        return { "Error", QT_TRANSLATE_NOOP("SessionState", "Something is wrong") };
    }
    Q_UNREACHABLE();
}

} // namespace

QString sessionStateName(SessionState state)
{
    return QString::fromLatin1(labelsFor(state).name);
}

std::optional<SessionState> sessionStateOfName(QStringView name)
{
    for (int state = 0; state <= int(SessionState::Error); ++state) {
        if (name == sessionStateName(SessionState(state))) {
            return SessionState(state);
        }
    }
    return {};
}

QString sessionStateText(SessionState state, TextLanguage language)
{
    const char* text = labelsFor(state).text;
    return language == TextLanguage::People ? QCoreApplication::translate("SessionState", text)
                                            : QString::fromUtf8(text);
}

} // namespace zalo
