// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/loginmessages.h"

#include "core/ids.h"

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

bool isOther(const LoginStep& step)
{
    return !step.by.isEmpty() && !step.expected.displayName.isEmpty()
        && step.by != step.expected.displayName;
}

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

MessagePanel::Content scanned(const LoginStep& step)
{
    const QString& by = step.by;
    // A name is no proof: who it is is certain only when zca has logged that person in.
    if (isOther(step)) {
        return {
            by,
            LoginMessages::tr("%1 scanned the code, not %2").arg(by, step.expected.displayName),
            LoginMessages::tr("Is that the wrong account? Then do not tap “Log in” on that "
                              "phone, and scan a new code with the right one."),
            LoginMessages::tr("Scan again"),
            {}
        };
    }
    return { by,
             by.isEmpty() ? LoginMessages::tr("The code was scanned")
                          : LoginMessages::tr("%1 scanned the code").arg(by),
             LoginMessages::tr("Now tap “Log in” on your phone."),
             LoginMessages::tr("Cancel"),
             {} };
}

MessagePanel::Content otherPerson(const LoginStep& step)
{
    const QString& name = step.user.displayName;
    const QString& expected = step.expected.displayName;
    if (expected.isEmpty()) {
        return { name, LoginMessages::tr("This is %1's account, not the one of before").arg(name),
                 LoginMessages::tr("Messages that wait for the account of before stay until it is "
                                   "back. The bot rests until you decide."),
                 LoginMessages::tr("Scan again"), LoginMessages::tr("Use this account") };
    }
    return { name, LoginMessages::tr("This is %1's account, not %2's").arg(name, expected),
             LoginMessages::tr("Messages that wait for %1 stay until %1 is back. The bot rests "
                               "until you decide.")
                 .arg(expected),
             LoginMessages::tr("Scan again"), LoginMessages::tr("Use this account") };
}

MessagePanel::Content connecting()
{
    return { {}, LoginMessages::tr("Connecting…"), {}, {}, {} };
}

MessagePanel::Content confirmed(const LoginStep& step)
{
    const QString& name = step.user.displayName;
    const bool isNew = step.expected.userId.isEmpty() && step.profile != defaultProfile();
    return { name,
             LoginMessages::tr("%1 is logged in").arg(name),
             isNew
                 ? LoginMessages::tr(
                       "The connection to Zalo is confirmed. The bot answers once the Gateway has "
                       "this account, too: openclaw channels add --channel zalouser --account %1")
                       .arg(step.profile)
                 : LoginMessages::tr(
                     "The connection to Zalo is confirmed. You can close this window."),
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
    case LoginStep::Kind::OtherPerson:
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
