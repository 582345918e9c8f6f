// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/loginmessages.h"

#include <QCoreApplication>

namespace zalo::loginmessages {
namespace {

struct LoginMessages
{
    Q_DECLARE_TR_FUNCTIONS(LoginMessages)
};

QString tryAgain()
{
    return LoginMessages::tr("Show a new code");
}

} // namespace

MessagePanel::Content risk()
{
    return { {},
             LoginMessages::tr("Before the first login"),
             LoginMessages::tr(
                 "Zalo does not allow programs to use a personal account. It may suspend or close "
                 "the account that you log in with. Do not use one that you cannot lose."),
             LoginMessages::tr("I understand, continue"),
             LoginMessages::tr("Not now") };
}

MessagePanel::Content ready(const QString& name)
{
    if (name.isEmpty()) {
        return { {},
                 LoginMessages::tr("Keep your phone at hand"),
                 LoginMessages::tr("The phone must be logged in with the bot's Zalo account."),
                 LoginMessages::tr("Show the QR code"),
                 {} };
    }
    return { name, name, LoginMessages::tr("This account is logged in here."),
             LoginMessages::tr("Log in again…"), LoginMessages::tr("Log out…") };
}

MessagePanel::Content starting()
{
    return {
        {}, LoginMessages::tr("Getting a code from Zalo…"), {}, LoginMessages::tr("Cancel"), {}
    };
}

MessagePanel::Content scanned(const QString& by)
{
    return { by,
             by.isEmpty() ? LoginMessages::tr("The code was scanned")
                          : LoginMessages::tr("%1 scanned the code").arg(by),
             LoginMessages::tr("Now tap “Log in” on your phone."),
             LoginMessages::tr("Cancel"),
             {} };
}

MessagePanel::Content confirmed(const QString& name)
{
    return { name,
             LoginMessages::tr("%1 is logged in").arg(name),
             LoginMessages::tr("The connection to Zalo is confirmed. You can close this window."),
             LoginMessages::tr("Show the overview"),
             {} };
}

MessagePanel::Content ended(const LoginStep& step)
{
    switch (step.kind) {
    case LoginStep::Kind::Declined:
        return { {},
                 LoginMessages::tr("The login was declined"),
                 LoginMessages::tr("Somebody tapped “Decline” on the phone."),
                 tryAgain(),
                 {} };
    case LoginStep::Kind::Expired:
        return { {},
                 LoginMessages::tr("The code has expired"),
                 LoginMessages::tr("Nobody scanned it in time."),
                 tryAgain(),
                 {} };
    case LoginStep::Kind::Cancelled:
        return { {},
                 LoginMessages::tr("The login was cancelled"),
                 LoginMessages::tr("Another login took its place, or it was stopped elsewhere."),
                 tryAgain(),
                 {} };
    case LoginStep::Kind::Failed:
    case LoginStep::Kind::Starting:
    case LoginStep::Kind::Qr:
    case LoginStep::Kind::Scanned:
    case LoginStep::Kind::Confirmed:
        return { {},
                 LoginMessages::tr("The login did not work"),
                 step.error ? errorText(*step.error) : QString(),
                 LoginMessages::tr("Try again"),
                 {} };
    }
    Q_UNREACHABLE();
}

} // namespace zalo::loginmessages
