// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// stress [--minutes N]: prints the figures of a busy companion (tests/torture/README.md).
// stress --knock SOCKET --strangers COUNT --minutes N: the strangers of a run.

#include "knockers.h"
#include "stressrun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace zalo;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"What a known Gateway notices of many messages and of strangers that knock."_s);
    parser.addHelpOption();
    parser.addOptions({ { u"minutes"_s, u"how long it is busy (default 10)"_s, u"N"_s, u"10"_s },
                        { u"knock"_s, u"only knock at this socket"_s, u"SOCKET"_s },
                        { u"strangers"_s, u"so many"_s, u"COUNT"_s, u"1"_s } });
    parser.process(app);
    const double minutes = parser.value(u"minutes"_s).toDouble();
    if (minutes <= 0 || minutes > 24 * 60) {
        parser.showHelp(2);
    }
    const std::chrono::milliseconds time(qRound64(minutes * 60'000));
    if (parser.isSet(u"knock"_s)) {
        torture::Knockers knockers(parser.value(u"knock"_s), parser.value(u"strangers"_s).toInt(),
                                   time);
        knockers.start(); // until the run has ended
        return QCoreApplication::exec();
    }
    QTextStream out(stdout);
    torture::StressRun run(time);
    QObject::connect(
        &run, &torture::StressRun::finished, &app, [] { QCoreApplication::quit(); },
        Qt::QueuedConnection);
    if (!run.start()) {
        out << "the companion does not run here" << Qt::endl;
        return 1;
    }
    QCoreApplication::exec();
    out << run.report() << Qt::flush;
    return run.isClean() ? 0 : 1;
}
