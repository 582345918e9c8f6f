// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "application.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <cstdio>

using namespace zalo;

namespace {

int say(FILE* where, const QString& text, ExitStatus status)
{
    QTextStream(where) << text << '\n';
    return int(status);
}

template <typename Runnable> int run(QCoreApplication& app, Runnable& runnable)
{
    // Queued: finished() may come from inside start(), before the event loop runs.
    QObject::connect(
        &runnable, &Runnable::finished, &app,
        [](ExitStatus status) { QCoreApplication::exit(int(status)); }, Qt::QueuedConnection);
    runnable.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("zalo-companion"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZALO_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("zalo-companion"), QStringLiteral("_"),
                        QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(&translator);
    }

    const Result<LaunchOptions> options = parseCommandLine(QCoreApplication::arguments());
    if (!options) {
        return say(stderr, errorText(options.error()), ExitStatus::Usage);
    }
    if (options->showHelp) {
        return say(stdout, options->help, ExitStatus::Well);
    }
    if (options->showVersion) {
        return say(stdout, QStringLiteral("zalo-companion " ZALO_VERSION), ExitStatus::Well);
    }
    const Result<LaunchPlaces> places =
        launchPlaces(QProcessEnvironment::systemEnvironment(), options->demo,
                     QCoreApplication::applicationDirPath());
    if (!places) {
        return say(stderr, errorText(places.error()), ExitStatus::Failed);
    }
    if (options->command) {
        TerminalCommand command(*options->command,
                                SingleInstance::controlSocket(places->paths.run));
        return run(app, command);
    }
    Application application(*options, *places);
    return run(app, application);
}
