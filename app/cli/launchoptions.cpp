// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/launchoptions.h"

#include "bridge/socketpath.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString demoFolder(const QString& base)
{
    return base + u"/zalo-companion-demo"_s;
}

//! By the address rule; a demo's folder lies beside the one of the real socket.
Result<QString> bridgePath(const QProcessEnvironment& environment, bool demo)
{
    return socketPath(socketPathInputs(environment)).map([demo](const QString& path) {
        return demo ? demoFolder(QFileInfo(QFileInfo(path).path()).path()) + u"/bridge.sock"_s
                    : path;
    });
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
                                    const QString& simulator)
{
    const std::pair<QString, QString> bases[] = { { u"XDG_CONFIG_HOME"_s, u"/.config"_s },
                                                  { u"XDG_DATA_HOME"_s, u"/.local/share"_s },
                                                  { u"XDG_STATE_HOME"_s, u"/.local/state"_s },
                                                  { u"XDG_CACHE_HOME"_s, u"/.cache"_s } };
    for (const auto& [name, fallback] : bases) {
        const QString base = environment.value(name);
        environment.insert(name, demoFolder(QDir::isAbsolutePath(base) ? base : home + fallback));
    }
    environment.insert(u"ZALO_COMPANION_ZCA"_s, simulator);
    return environment;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("LaunchOptions", text);
}

//! The options that are known. Its texts are in the language of its making.
struct CommandLine
{
    CommandLine()
    {
        parser.setApplicationDescription(
            translated(QT_TRANSLATE_NOOP("LaunchOptions",
                                         "Keeps a Zalo account connected to OpenClaw's "
                                         "Gateway.")));
        parser.addOptions(known);
        parser.addPositionalArgument(
            u"command"_s,
            translated(QT_TRANSLATE_NOOP(
                "LaunchOptions",
                "status, reconnect [PROFILE], gateways [list | approve ID | "
                "refuse ID | revoke ID], pairing [list | approve CODE | dismiss CODE], profiles "
                "[list | add LABEL | "
                "rename NAME LABEL | remove NAME | "
                "erase NAME | discard NAME USER-ID], setup-gateway [--undo] [--yes], reset "
                "[--keep-damaged] [--yes], quit. Without one the program "
                "runs.")),
            u"[command]"_s);
    }

    [[nodiscard]] bool parse(const QStringList& arguments)
    {
        return parser.parse(valuesMarked(arguments));
    }

    [[nodiscard]] LaunchOptions options() const
    {
        LaunchOptions options;
        options.demo = parser.isSet(demo);
        options.headless = parser.isSet(headless);
        options.hidden = parser.isSet(hidden);
        options.page = parser.value(page);
        options.showHelp = parser.isSet(help);
        options.showVersion = parser.isSet(version);
        return options;
    }

    //! The words with a “--” before the values of a command: a Gateway's id may begin with a dash
    //! (PROTOCOL.md), a label too. What is exactly an option stays one.
    [[nodiscard]] QStringList valuesMarked(QStringList words) const
    {
        static const QStringList takesValues { u"gateways"_s, u"pairing"_s, u"profiles"_s,
                                               u"reconnect"_s };
        const qsizetype marked = words.indexOf(u"--"_s);
        const auto end = marked < 0 ? words.end() : words.begin() + marked;
        const auto command = std::find_if(
            words.begin(), end, [](const QString& word) { return takesValues.contains(word); });
        if (command == end) {
            return words;
        }
        const auto values = std::stable_partition(
            command, end, [this](const QString& word) { return isOption(word); });
        const qsizetype place = std::distance(words.begin(), values);
        if (marked >= 0) {
            words.removeAt(marked);
        }
        words.insert(place, u"--"_s);
        return words;
    }

    [[nodiscard]] bool isOption(const QString& word) const
    {
        return std::any_of(known.begin(), known.end(), [&](const QCommandLineOption& option) {
            const QStringList names = option.names();
            return std::any_of(names.begin(), names.end(), [&](const QString& name) {
                return word == (name.size() == 1 ? u"-"_s : u"--"_s) + name;
            });
        });
    }

    QCommandLineParser parser;
    QCommandLineOption headless {
        u"headless"_s, translated(QT_TRANSLATE_NOOP("LaunchOptions", "Run without windows."))
    };
    QCommandLineOption hidden {
        u"hidden"_s,
        translated(
            QT_TRANSLATE_NOOP("LaunchOptions", "Start in the system tray, without a window."))
    };
    QCommandLineOption page { u"page"_s,
                              translated(QT_TRANSLATE_NOOP(
                                  "LaunchOptions",
                                  "Open the window at a page: overview, login, contacts, activity, "
                                  "settings.")),
                              u"name"_s };
    QCommandLineOption demo {
        u"demo"_s,
        translated(
            QT_TRANSLATE_NOOP("LaunchOptions", "Run on the simulator, with data of its own."))
    };
    QCommandLineOption json {
        u"json"_s, translated(QT_TRANSLATE_NOOP("LaunchOptions", "Answer commands as JSON."))
    };
    QCommandLineOption yes {
        u"yes"_s,
        translated(
            QT_TRANSLATE_NOOP("LaunchOptions", "setup-gateway, reset: do what it shows, unasked."))
    };
    QCommandLineOption undo { u"undo"_s,
                              translated(QT_TRANSLATE_NOOP(
                                  "LaunchOptions",
                                  "setup-gateway: put OpenClaw back as it was before.")) };
    QCommandLineOption keepDamaged {
        u"keep-damaged"_s,
        translated(QT_TRANSLATE_NOOP(
            "LaunchOptions",
            "reset: keep the damaged data file aside, and start with an empty one."))
    };
    QCommandLineOption help { { u"h"_s, u"help"_s },
                              translated(QT_TRANSLATE_NOOP("LaunchOptions", "Show this help.")) };
    QCommandLineOption version { { u"v"_s, u"version"_s },
                                 translated(
                                     QT_TRANSLATE_NOOP("LaunchOptions", "Show the version.")) };
    QList<QCommandLineOption> known { headless, hidden, page,        demo, json,
                                      yes,      undo,   keepDamaged, help, version };
};

} // namespace

Result<LaunchOptions> parseCommandLine(const QStringList& arguments)
{
    CommandLine line;
    if (!line.parse(arguments)) {
        return failure(ErrorKind::BadRequest, line.parser.errorText());
    }
    LaunchOptions options = line.options();
    if (options.showHelp) {
        options.help = line.parser.helpText();
    }
    if (options.headless && options.hidden) {
        return failure(ErrorKind::BadRequest,
                       QCoreApplication::translate("LaunchOptions",
                                                   "--headless and --hidden do not go together"));
    }
    if (!options.page.isEmpty() && !pageNames().contains(options.page)) {
        return failure(
            ErrorKind::BadRequest,
            QCoreApplication::translate("LaunchOptions", "there is no page “%1”; the pages are %2")
                .arg(options.page, pageNames().join(u", "_s)));
    }
    if (!options.page.isEmpty() && (options.headless || options.hidden)) {
        return failure(ErrorKind::BadRequest,
                       QCoreApplication::translate(
                           "LaunchOptions", "--page does not go with --headless or --hidden"));
    }
    const QStringList positional = line.parser.positionalArguments();
    const bool isSetup = positional == QStringList { u"setup-gateway"_s };
    const bool isReset = positional == QStringList { u"reset"_s };
    if ((line.parser.isSet(line.undo) && !isSetup)
        || (line.parser.isSet(line.keepDamaged) && !isReset)
        || (line.parser.isSet(line.yes) && !isSetup && !isReset)) {
        return failure(ErrorKind::BadRequest,
                       QCoreApplication::translate(
                           "LaunchOptions",
                           "--undo goes with setup-gateway only, --keep-damaged with reset only, "
                           "and --yes with either"));
    }
    if (positional.isEmpty()) {
        return options;
    }
    if (positional.first() == u"setup-gateway") {
        if (!isSetup || options.demo) {
            return failure(ErrorKind::BadRequest,
                           u"zalo-companion setup-gateway [--undo] [--yes] [--json]"_s);
        }
        options.setup = SetupCommand::Request {
            .goal =
                line.parser.isSet(line.undo) ? GatewaySetup::Goal::Undo : GatewaySetup::Goal::SetUp,
            .isAgreed = line.parser.isSet(line.yes),
            .json = line.parser.isSet(line.json),
        };
        return options;
    }
    const auto command =
        TerminalCommand::parse(positional,
                               { line.parser.isSet(line.json), line.parser.isSet(line.yes),
                                 line.parser.isSet(line.keepDamaged) });
    if (!command) {
        return failure(ErrorKind::BadRequest,
                       QCoreApplication::translate(
                           "LaunchOptions", "there is no command “%1”; see zalo-companion --help")
                           .arg(positional.first()));
    }
    if (!*command) {
        return tl::unexpected(command->error());
    }
    options.command = **command;
    return options;
}

QStringList pageNames()
{
    return { u"overview"_s, u"login"_s, u"contacts"_s, u"activity"_s, u"gateway"_s, u"settings"_s };
}

bool wantsWindows(const QStringList& arguments)
{
    CommandLine line;
    if (!line.parse(arguments) || !line.parser.positionalArguments().isEmpty()) {
        return false;
    }
    const LaunchOptions options = line.options();
    return !options.headless && !options.showHelp && !options.showVersion;
}

Result<LaunchPlaces> launchPlaces(const QProcessEnvironment& environment, bool demo,
                                  const QString& programFolder)
{
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    LaunchPlaces places;
    places.bridge = SocketAddress([environment, demo] { return bridgePath(environment, demo); });
    if (const Result<QString> path = places.bridge.path(); !path) {
        return tl::unexpected(path.error());
    }
    places.zca.environment = environment;
    places.nativeLogins = environment.value(u"OPENCLAW_STATE_DIR"_s, home + u"/.openclaw"_s)
        + u"/credentials/zalouser"_s;
    if (demo) {
        places.nativeLogins.clear();
        places.simulator = simulatorPath(programFolder);
        places.zca.environment = demoEnvironment(environment, home, places.simulator);
        places.simulatorHome = places.zca.environment.value(u"XDG_DATA_HOME"_s) + u"/simulator"_s;
    }
    places.paths = runtimePaths(places.zca.environment, home);
    places.zca.home = home;
    return places;
}

} // namespace zalo
