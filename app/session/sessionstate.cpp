// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessionstate.h"

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

Labels labelsFor(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return { "none", "" };
    case NextStep::InstallZca:
        return { "installZca",
                 QT_TRANSLATE_NOOP("NextStep", "Install zca: npm install -g openzca") };
    case NextStep::CheckZca:
        return { "checkZca", QT_TRANSLATE_NOOP("NextStep", "Try “zca --version” in a terminal.") };
    case NextStep::LogIn:
        return { "logIn",
                 QT_TRANSLATE_NOOP("NextStep",
                                   "Log in with the QR code: openclaw channels login --channel "
                                   "zalouser") };
    case NextStep::Reconnect:
        return { "reconnect",
                 QT_TRANSLATE_NOOP("NextStep",
                                   "Close Zalo elsewhere, then reconnect: zalo-companion "
                                   "reconnect") };
    case NextStep::Wait:
        return { "wait",
                 QT_TRANSLATE_NOOP("NextStep", "Nothing to do: it is tried again by itself.") };
    }
    Q_UNREACHABLE();
}

QString inLanguage(const char* context, const char* text, TextLanguage language)
{
    return language == TextLanguage::People ? QCoreApplication::translate(context, text)
                                            : QString::fromUtf8(text);
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
    return inLanguage("SessionState", labelsFor(state).text, language);
}

QString nextStepName(NextStep step)
{
    return QString::fromLatin1(labelsFor(step).name);
}

QString nextStepText(NextStep step, TextLanguage language)
{
    return step == NextStep::None ? QString()
                                  : inLanguage("NextStep", labelsFor(step).text, language);
}

NextStep nextStepFor(SessionState state, const std::optional<Error>& reason)
{
    switch (state) {
    case SessionState::NoCli:
        return reason && reason->kind != ErrorKind::ZcaMissing ? NextStep::CheckZca
                                                               : NextStep::InstallZca;
    case SessionState::NeedsLogin:
    case SessionState::Expired:
        return NextStep::LogIn;
    case SessionState::Kicked:
    case SessionState::Duplicate:
        return NextStep::Reconnect;
    case SessionState::Reconnecting:
    case SessionState::Offline:
    case SessionState::Connecting:
        return NextStep::Wait;
    case SessionState::Error:
        return NextStep::CheckZca;
    case SessionState::Online:
    case SessionState::LoggingIn:
        return NextStep::None;
    }
    Q_UNREACHABLE();
}

} // namespace zalo
