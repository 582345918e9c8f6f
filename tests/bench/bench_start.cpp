// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// From exec to a listening bridge, without windows, beside a bare Qt program that listens too.

#include "benchrow.h"
#include "companionprocess.h"
#include "simulator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 15;

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

//! One start of the bare program; 0 when it does not listen.
double bareStart(const QString& socket)
{
    QProcess bare;
    QElapsedTimer timer;
    timer.start();
    bare.start(QStringLiteral(BARE_QT), { socket });
    const bool listens = bare.waitForReadyRead();
    const double time = milliseconds(timer);
    bare.kill();
    bare.waitForFinished();
    QFile::remove(socket);
    return listens ? time : 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const test::Simulator simulator;
    test::CompanionProcess companion;
    QList<double> times;
    QList<double> bareTimes;
    // The first start makes the databases: a person has it once, and it is not counted.
    for (int i = 0; i <= Starts; ++i) {
        QElapsedTimer timer;
        timer.start();
        const bool started = companion.start();
        const double time = milliseconds(timer);
        if (!started || !companion.terminate()) {
            qCritical("the companion does not start, or does not end");
            return 1;
        }
        const double bare =
            bareStart(companion.environment.value(u"XDG_RUNTIME_DIR"_s) + u"/bare.sock"_s);
        if (i > 0) {
            times << time;
            bareTimes << bare;
        }
    }
    bench::BenchRow row;
    row.name = u"start headless"_s;
    row.unit = u"ms"_s;
    row.value = bench::quantile(times, 0.5);
    row.compared = bench::quantile(bareTimes, 0.5);
    row.n = times.size();
    row.spread = bench::spread(times);
    row.print();
    return 0;
}
