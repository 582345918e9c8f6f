// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "launchoptions.h"

#include "bridge/socketpath.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString demoFolder(const QString& base)
{
    return base + u"/zalo-companion-demo"_s;
}

//! Beside the program where it was built, else in the folder of programs for programs.
QString simulatorPath(const QString& programFolder)
{
    const QString beside = programFolder + u"/zca-sim"_s;
    return QFileInfo::exists(beside)
        ? beside
        : QDir::cleanPath(programFolder + u'/' + QStringLiteral(ZALO_SIMULATOR_FROM_BIN));
}

//! The environment of a demo: each XDG base is a folder of its own below the real one.
QProcessEnvironment demoEnvironment(QProcessEnvironment environment, const QString& home,
                                    const QString& programFolder)
{
    const std::pair<QString, QString> bases[] = { { u"XDG_CONFIG_HOME"_s, u"/.config"_s },
                                                  { u"XDG_DATA_HOME"_s, u"/.local/share"_s },
                                                  { u"XDG_STATE_HOME"_s, u"/.local/state"_s },
                                                  { u"XDG_CACHE_HOME"_s, u"/.cache"_s } };
    for (const auto& [name, fallback] : bases) {
        const QString base = environment.value(name);
        environment.insert(name, demoFolder(QDir::isAbsolutePath(base) ? base : home + fallback));
    }
    environment.insert(u"ZALO_COMPANION_ZCA"_s, simulatorPath(programFolder));
    environment.insert(u"ZCA_SIM_HOME"_s, environment.value(u"XDG_DATA_HOME"_s) + u"/simulator"_s);
    return environment;
}

} // namespace

Result<LaunchOptions> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "LaunchOptions", "Keeps a Zalo account connected to OpenClaw's Gateway."));
    const QCommandLineOption headless(
        u"headless"_s, QCoreApplication::translate("LaunchOptions", "Run without windows."));
    const QCommandLineOption demo(
        u"demo"_s,
        QCoreApplication::translate("LaunchOptions",
                                    "Run on the simulator, with data of its own."));
    const QCommandLineOption json(
        u"json"_s, QCoreApplication::translate("LaunchOptions", "Answer commands as JSON."));
    const QCommandLineOption help({ u"h"_s, u"help"_s },
                                  QCoreApplication::translate("LaunchOptions", "Show this help."));
    const QCommandLineOption version(
        { u"v"_s, u"version"_s },
        QCoreApplication::translate("LaunchOptions", "Show the version."));
    parser.addOptions({ headless, demo, json, help, version });
    parser.addPositionalArgument(
        u"command"_s,
        QCoreApplication::translate("LaunchOptions",
                                    "status, reconnect [PROFILE], gateways [list | approve ID | "
                                    "revoke ID], quit. Without one the program runs."),
        u"[command]"_s);
    if (!parser.parse(arguments)) {
        return failure(ErrorKind::BadRequest, parser.errorText());
    }
    LaunchOptions options;
    options.help = parser.helpText();
    options.demo = parser.isSet(demo);
    options.showHelp = parser.isSet(help);
    options.showVersion = parser.isSet(version);
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty()) {
        return options;
    }
    const auto command = TerminalCommand::parse(words, parser.isSet(json));
    if (!command) {
        return failure(ErrorKind::BadRequest,
                       QCoreApplication::translate(
                           "LaunchOptions", "there is no command “%1”; see zalo-companion --help")
                           .arg(words.first()));
    }
    if (!*command) {
        return tl::unexpected(command->error());
    }
    options.command = **command;
    return options;
}

Result<LaunchPlaces> launchPlaces(const QProcessEnvironment& environment, bool demo,
                                  const QString& programFolder)
{
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    Result<QString> socket = socketPath(socketPathInputs(environment));
    if (!socket) {
        return tl::unexpected(socket.error());
    }
    LaunchPlaces places;
    places.bridgePath = *socket;
    places.zca.environment = environment;
    if (demo) {
        const QString base = QFileInfo(QFileInfo(*socket).path()).path();
        places.bridgePath = demoFolder(base) + u"/bridge.sock"_s;
        places.zca.environment = demoEnvironment(environment, home, programFolder);
    }
    places.paths = runtimePaths(places.zca.environment, home, places.bridgePath);
    places.zca.home = home;
    return places;
}

} // namespace zalo
