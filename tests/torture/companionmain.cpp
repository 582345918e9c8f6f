// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// zalo-companion without windows, with the times of torturepolicy.h and on a false machine: the
// same application, the same objects.

#include "application.h"
#include "falsemachine.h"
#include "platform/logoutput.h"
#include "torturepolicy.h"

#include <QCoreApplication>
#include <QTextStream>

#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

torture::FalseMachine& machine()
{
    static torture::FalseMachine instance(qEnvironmentVariable(torture::FalseMachine::Variable));
    return instance;
}

} // namespace

//! In the place of libc's, for SQLite too: the program's own symbols come first.
extern "C" int fdatasync(int file)
{
    std::this_thread::sleep_for(machine().syncDelay());
    return int(::syscall(SYS_fdatasync, file));
}

int main(int argc, char* argv[])
{
    LogOutput log;
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"zalo-companion"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ZALO_VERSION));
    const Result<LaunchOptions> options = parseCommandLine(QCoreApplication::arguments());
    const Result<LaunchPlaces> places = launchPlaces(QProcessEnvironment::systemEnvironment(),
                                                     false, QCoreApplication::applicationDirPath());
    if (!options || !options->headless || !places) {
        QTextStream(stderr) << "torture-companion --headless\n";
        return int(ExitStatus::Usage);
    }
    Clock clock;
    clock.nowMs = [honest = clock.nowMs] { return honest() + machine().clockAhead().count(); };
    clock.isSynced = [] { return machine().clockAhead().count() == 0; };
    Application application(*options, *places, torture::torturePolicy(), clock);
    QObject::connect(
        &application, &Application::finished, &app,
        [](ExitStatus status) { QCoreApplication::exit(int(status)); }, Qt::QueuedConnection);
    QObject::connect(&application, &Application::failed, &app,
                     [&log](const QString& text) { log.write(text); });
    application.start();
    return QCoreApplication::exec();
}
