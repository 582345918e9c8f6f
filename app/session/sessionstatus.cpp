// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessionstatus.h"

#include <QCoreApplication>

namespace zalo {
namespace {

struct Labels
{
    const char* name;
    const char* text;
};

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
    case NextStep::UpdateZca:
        return { "updateZca",
                 QT_TRANSLATE_NOOP("NextStep", "Update zca: npm install -g openzca@latest") };
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
        return { "wait", QT_TRANSLATE_NOOP("NextStep", "Nothing to do. Retrying automatically.") };
    }
    Q_UNREACHABLE();
}

//! There is no usable zca: it is not there, or too old, or it does not run.
NextStep stepWithoutProgram(ErrorKind kind)
{
    if (kind == ErrorKind::ZcaMissing) {
        return NextStep::InstallZca;
    }
    return kind == ErrorKind::ZcaUsage ? NextStep::UpdateZca : NextStep::CheckZca;
}

} // namespace

QString nextStepName(NextStep step)
{
    return QString::fromLatin1(labelsFor(step).name);
}

QString nextStepText(NextStep step, TextLanguage language)
{
    if (step == NextStep::None) {
        return {};
    }
    const char* text = labelsFor(step).text;
    return language == TextLanguage::People ? QCoreApplication::translate("NextStep", text)
                                            : QString::fromUtf8(text);
}

NextStep nextStepFor(const SessionStatus& status)
{
    switch (status.state) {
    case SessionState::NoCli:
        return stepWithoutProgram(errorKindOf(status.reason).value_or(ErrorKind::ZcaMissing));
    case SessionState::NeedsLogin:
    case SessionState::Expired:
        return NextStep::LogIn;
    case SessionState::Kicked:
    case SessionState::Duplicate:
        return NextStep::Reconnect;
    case SessionState::Reconnecting:
        return status.retry.isLoginDoubtful ? NextStep::LogIn : NextStep::Wait;
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
