// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "application.h"
#include "core/singleline.h"
#include "platform/autostart.h"
#include "platform/coredumps.h"
#include "platform/displayserver.h"
#include "platform/endguard.h"
#include "platform/logoutput.h"
#include "platform/sessionendwatcher.h"
#include "settings/settings.h"
#include "ui/shell/uicontroller.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/theme/language.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QSessionManager>
#include <QTextStream>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace zalo;

namespace {

//! An end takes Timing::shutdownGrace at the most, unless something holds it up for ever.
constexpr std::chrono::seconds EndLimit { 20 };

void guardEnd(const Application& application)
{
    QObject::connect(&application, &Application::ending, &application, [] { endWithin(EndLimit); });
}

int printAndExit(FILE* where, const QString& text, ExitStatus status)
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

//! The program with windows: the icon comes at once, the window when the companion runs; both go
//! before it ends.
int runWithWindows(QApplication& app, const LaunchOptions& options, const LaunchPlaces& places,
                   Language& language, LogOutput& log)
{
    QApplication::setApplicationDisplayName(u"Zalo Companion"_s);
    QApplication::setDesktopFileName(applicationId());
    QApplication::setQuitOnLastWindowClosed(false);
    Settings settings(places.paths.config);
    language.use(settings.language());
    QObject::connect(&settings, &Settings::languageChanged, &app,
                     [&] { language.use(settings.language()); });
    Appearance appearance(settings);
    Autostart autostart(QFileInfo(places.paths.config).path(),
                        QCoreApplication::applicationFilePath());
    Application application(options, places);
    guardEnd(application);
    std::unique_ptr<UiController> ui;
    QObject::connect(&application, &Application::starting, &app, [&](const Companion& companion) {
        ui = std::make_unique<UiController>(companion, settings, autostart);
        QObject::connect(ui.get(), &UiController::quitRequested, &application,
                         [&application] { application.quit(true); });
        QObject::connect(ui.get(), &UiController::simulatedScanRequested, &application,
                         &Application::simulateScan);
        QObject::connect(&application, &Application::raiseRequested, ui.get(),
                         &UiController::raise);
        QObject::connect(&application, &Application::ending, ui.get(), &UiController::stop);
        ui->start(options.hidden, options.page);
    });
    QObject::connect(&application, &Application::ready, &app, [&] {
        appearance.start();
        QApplication::setWindowIcon(programIcon());
        ui->open();
    });
    QObject::connect(&application, &Application::failed, &app, [&](const QString& text) {
        log.write(text);
        if (ui) {
            ui->stop();
        }
        appearance.start();
        QApplication::setWindowIcon(programIcon());
        auto* box = new QMessageBox(QMessageBox::Critical, u"Zalo Companion"_s, text);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(box, &QMessageBox::finished, &app,
                         [] { QCoreApplication::exit(int(ExitStatus::Failed)); });
        box->show();
    });
    // A session manager asks to save what is open, and in the end to quit; some only the latter.
    auto* sessionEnd = new SessionEndWatcher(&app);
    QObject::connect(sessionEnd, &SessionEndWatcher::quitRequested, &application,
                     &Application::endSession);
    QObject::connect(&app, &QGuiApplication::commitDataRequest, &application,
                     &Application::endSession, Qt::DirectConnection);
    return run(app, application);
}

//! Puts the program in its own place, as it was called: nothing of this run lives on.
[[noreturn]] void restartProcess(const QList<QByteArray>& words)
{
    std::fflush(nullptr);
    std::vector<char*> arguments;
    for (const QByteArray& word : words) {
        arguments.push_back(const_cast<char*>(word.constData()));
    }
    arguments.push_back(nullptr);
    ::execv("/proc/self/exe", arguments.data());
    std::_Exit(int(ExitStatus::Failed));
}

//! It shows its window, for a person has just asked for something.
[[noreturn]] void restartShown(QList<QByteArray> words, LogOutput& log)
{
    log.drain();
    words.removeAll("--hidden");
    restartProcess(words);
}

//! Only Qt knows whether a display that answers lets us in, and it aborts where it does not.
std::unique_ptr<QCoreApplication>
windowedApplication(int& argc, char** argv, const QList<QByteArray>& called, LogOutput& log)
{
    log.setInsteadOfAbort([&called] {
        for (const char* name : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM" }) {
            qunsetenv(name);
        }
        restartProcess(called);
    });
    auto app = std::make_unique<QApplication>(argc, argv);
    log.setInsteadOfAbort({});
    return app;
}

QString withoutWindowsText(const DisplayServer& display)
{
    return display.state == DisplayServer::State::NotAnswering
        ? QCoreApplication::translate("main",
                                      "The display “%1” does not answer: running without windows.")
              .arg(singleLine(display.name))
        : QCoreApplication::translate("main", "There is no desktop here: running without windows.");
}

} // namespace

int main(int argc, char* argv[])
{
    const QList<QByteArray> called(argv, argv + argc); // Qt takes its own words out of argv
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    forbidCoreDumps();
    reportFileLimit();
    LogOutput log;
    // Without windows nothing of Qt's GUI may start: there may be no screen.
    const DisplayServer display = wantsWindows(words)
        ? findDisplayServer(QProcessEnvironment::systemEnvironment())
        : DisplayServer();
    const bool windows = display.state == DisplayServer::State::Answering;
    const std::unique_ptr<QCoreApplication> app = windows
        ? windowedApplication(argc, argv, called, log)
        : std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(u"zalo-companion"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ZALO_VERSION));
    Language language;
    language.use({});

    Result<LaunchOptions> options = parseCommandLine(QCoreApplication::arguments());
    if (!options) {
        return printAndExit(stderr, errorText(options.error()), ExitStatus::Usage);
    }
    if (options->showHelp) {
        return printAndExit(stdout, options->help, ExitStatus::Success);
    }
    if (options->showVersion) {
        return printAndExit(stdout, QStringLiteral("zalo-companion " ZALO_VERSION),
                            ExitStatus::Success);
    }
    const Result<LaunchPlaces> places =
        launchPlaces(QProcessEnvironment::systemEnvironment(), options->demo,
                     QCoreApplication::applicationDirPath());
    if (!places) {
        return printAndExit(stderr, errorText(places.error()), ExitStatus::Failed);
    }
    if (options->command) {
        TerminalCommand command(*options->command, places->paths.data);
        return run(*app, command);
    }
    if (options->setup) {
        GatewaySetupOptions setup;
        setup.search.home = places->zca.home;
        setup.program = QCoreApplication::applicationFilePath();
        setup.stateFolder = places->paths.state;
        SetupCommand command(*options->setup, setup, places->paths.data);
        return run(*app, command);
    }
    if (windows) {
        const int status =
            runWithWindows(static_cast<QApplication&>(*app), *options, *places, language, log);
        if (status == int(ExitStatus::Restart)) {
            restartShown(called, log);
        }
        // All of ours has ended. Qt would wait for the name lookup of a contact's picture, which a
        // silent network can hold up for long, and the desktop's session with it.
        log.drain();
        std::fflush(nullptr);
        std::_Exit(status);
    }
    if (!options->headless) {
        log.write(withoutWindowsText(display));
        options->headless = true;
    }
    int status = 0;
    {
        Application application(*options, *places);
        guardEnd(application);
        QObject::connect(&application, &Application::failed, app.get(),
                         [&log](const QString& text) { log.write(text); });
        status = run(*app, application);
    }
    if (status == int(ExitStatus::Restart)) {
        restartShown(called, log);
    }
    return status;
}
