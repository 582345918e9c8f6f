// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// zalo-companion without windows, with the times of torturepolicy.h: the same application, the same
// objects.

#include "application.h"
#include "torturepolicy.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace zalo;

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("zalo-companion"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZALO_VERSION));
    const Result<LaunchOptions> options = parseCommandLine(QCoreApplication::arguments());
    const Result<LaunchPlaces> places = launchPlaces(QProcessEnvironment::systemEnvironment(),
                                                     false, QCoreApplication::applicationDirPath());
    if (!options || !options->headless || !places) {
        QTextStream(stderr) << "torture-companion --headless\n";
        return int(ExitStatus::Usage);
    }
    Application application(*options, *places, torture::torturePolicy());
    QObject::connect(
        &application, &Application::finished, &app,
        [](ExitStatus status) { QCoreApplication::exit(int(status)); }, Qt::QueuedConnection);
    application.start();
    return QCoreApplication::exec();
}
