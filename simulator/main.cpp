// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "context.h"
#include "ctl.h"
#include "help.h"
#include "linefile.h"
#include "listener.h"
#include "login.h"
#include "signalwatch.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

// What the settings do to a command before it does anything.
std::optional<int> misfortune(Context& context)
{
    Settings& settings = context.settings;
    if (settings.flag(u"hang"_s)) {
        Output::hang();
    }
    if (const int pause = settings.number(u"slow"_s, 0); pause > 0) {
        Output::sleep(pause);
    }
    if (const QString code = settings.value(u"exit"_s); !code.isEmpty()) {
        return code.toInt();
    }
    return {};
}

int printVersion(Context& context)
{
    context.settings.setScope({}, u"version"_s);
    if (context.settings.flag(u"hang-version"_s)) {
        Output::hang();
    }
    if (const auto code = misfortune(context)) {
        return *code;
    }
    if (context.settings.flag(u"garbage-version"_s)) {
        context.output.out("\xff\xfe<html>502 Bad Gateway</html>");
        return context.output.finish(0);
    }
    const QString standard = context.zcaCli ? u"v1.0.7"_s : u"0.1.58"_s;
    context.output.out(context.settings.value(u"version"_s, standard).toUtf8() + '\n');
    return context.output.finish(0);
}

template <typename Task>
int runInEventLoop(int argc, char** argv, Context& context, bool ignoresSignals)
{
    QCoreApplication application(argc, argv);
    const SignalWatch watch(ignoresSignals);
    Task task(context);
    task.start();
    return QCoreApplication::exec();
}

int runCommand(int argc, char** argv, Context& context)
{
    const QString command = context.arguments.command;
    const bool isLogin = command == QLatin1String("auth.login");
    if (isLogin) {
        if (!context.profiles.ensure(context.profile)) {
            context.fail(
                u"Invalid profile name. Use only letters, numbers, dashes, and underscores."_s);
            return context.output.finish(1);
        }
    } else if (!context.profiles.exists(context.profile)
               && (!command.startsWith(QLatin1String("account."))
                   || command == QLatin1String("account.current"))) {
        context.fail(u"Profile \"%1\" does not exist. Create it with: account add %1"_s.arg(
            context.profile));
        return context.output.finish(1);
    }
    const bool ignoresSignals = context.settings.flag(u"ignore-term"_s);
    installSignals(ignoresSignals);
    if (const auto code = misfortune(context)) {
        return *code;
    }
    if (isLogin && !context.arguments.has(u"qr-base64"_s)) {
        return runInEventLoop<Login>(argc, argv, context, ignoresSignals);
    }
    if (command == QLatin1String("listen")) {
        return runInEventLoop<Listener>(argc, argv, context, ignoresSignals);
    }
    int exitCode = 0;
    if (isLogin) {
        exitCode = runDetachedLogin(context);
    } else if (command.startsWith(QLatin1String("auth."))) {
        exitCode = runAuth(context);
    } else if (command.startsWith(QLatin1String("account."))) {
        exitCode = runAccount(context);
    } else if (command.startsWith(QLatin1String("db."))) {
        exitCode = runDb(context);
    } else if (command == QLatin1String("msg.recent")) {
        exitCode = runRecent(context);
    } else if (command.startsWith(QLatin1String("msg."))) {
        exitCode = runMessage(context);
    } else {
        exitCode = runContacts(context);
    }
    exitCode = context.output.finish(exitCode);
    Output::sleep(context.lingers);
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    installSignals(false);
    QStringList args;
    for (int i = 1; i < argc; ++i) {
        args.append(QString::fromUtf8(argv[i]));
    }
    const Home home;
    if (args.value(0) == QLatin1String("ctl")) {
        const QCoreApplication application(argc, argv);
        return runCtl(home, args.mid(1));
    }
    Settings settings(home);
    Output output(settings);
    const bool zcaCli = settings.value(u"dialect"_s) == QLatin1String("zca-cli");
    const Arguments arguments = parseArguments(args, zcaCli);
    Profiles profiles(home);
    Sessions sessions(home);
    Context context { home,
                      settings,
                      output,
                      profiles,
                      sessions,
                      arguments,
                      profiles.resolve(arguments.profile),
                      zcaCli,
                      args };
    LineFile::journal(home).append(
        { { u"profile"_s, context.profile },
          { u"command"_s, arguments.wantsVersion ? u"version"_s : arguments.command } });
    if (arguments.wantsVersion) {
        return printVersion(context);
    }
    if (!arguments.out.isEmpty() || !arguments.err.isEmpty()) {
        settings.setScope({}, u"help"_s);
        if (const auto code = misfortune(context)) {
            return *code;
        }
        output.out(arguments.out);
        output.err(arguments.err);
        return output.finish(arguments.err.isEmpty() ? 0 : 1);
    }
    output.setTalkative(zcaCli);
    settings.setScope(context.profile, arguments.command);
    return runCommand(argc, argv, context);
}
