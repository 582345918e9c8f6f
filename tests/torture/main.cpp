// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "torturerun.h"

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
        u"Numbered messages both ways through a real companion, while everything fails."_s);
    parser.addHelpOption();
    parser.addOptions(
        { { u"minutes"_s, u"how long (default 5)"_s, u"N"_s, u"5"_s },
          { u"seed"_s, u"the same seed brings the same faults"_s, u"S"_s, {} },
          { u"only"_s, u"only faults with this word in their names; may be repeated"_s, u"WORD"_s },
          { u"written"_s,
            u"the connection breaks now and then; all that was written meanwhile must arrive"_s } });
    parser.process(app);
    bool minutesOk = false;
    bool seedOk = true;
    const double minutes = parser.value(u"minutes"_s).toDouble(&minutesOk);
    const quint32 seed = parser.isSet(u"seed"_s) ? parser.value(u"seed"_s).toUInt(&seedOk)
                                                 : QRandomGenerator::system()->bounded(1'000'000u);
    if (!minutesOk || !seedOk || minutes <= 0 || minutes > 24 * 60) {
        parser.showHelp(2);
    }

    QTextStream out(stdout);
    out << "seed " << seed << Qt::endl;
    const bool isWritten = parser.isSet(u"written"_s);
    torture::TortureRun run({ seed, qRound(minutes * 60'000), parser.values(u"only"_s),
                              isWritten ? torture::Traffic::Written : torture::Traffic::Printed });
    QObject::connect(
        &run, &torture::TortureRun::finished, &app, [] { QCoreApplication::quit(); },
        Qt::QueuedConnection);
    if (!run.start()) {
        out << "the companion does not run here" << Qt::endl;
        return 1;
    }
    QCoreApplication::exec();
    out << run.report() << Qt::flush;
    return run.isClean() ? 0 : 1;
}
