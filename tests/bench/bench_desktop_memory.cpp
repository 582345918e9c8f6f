// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the program holds of memory at rest behind its icon in the tray, online, with 10,000
// contacts stored; beside a bare Qt program with an icon.

#include "benchrow.h"
#include "desktopcompanion.h"
#include "processmemory.h"

#include <QCoreApplication>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 3;
constexpr double Goal = 1.4;
constexpr double KibInMib = 1024;

double bareMemory()
{
    QProcess bare;
    bare.start(QStringLiteral(BARE_TRAY));
    const qint64 pss = bare.waitForStarted() ? bench::restingPss(bare.processId()) : 0;
    bench::DesktopCompanion::end(bare);
    return double(pss) / KibInMib;
}

//! 0: it does not come online.
double memory(const bench::DesktopCompanion& companion)
{
    QProcess process;
    companion.setUp(process, { u"--hidden"_s });
    process.start();
    const qint64 pss = process.waitForStarted() && companion.waitForOnline()
        ? bench::restingPss(process.processId())
        : 0;
    bench::DesktopCompanion::end(process);
    return double(pss) / KibInMib;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    qunsetenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON");
    bench::DesktopCompanion companion;
    if (!companion.prepare()) {
        qCritical("the companion does not run");
        return 1;
    }
    // The simulator's listener shares Qt's libraries with the companion, and takes a part of their
    // share from it, as no zca would: while the bare program is measured one runs beside it too.
    const sim::Simulation elsewhere;
    if (elsewhere.ctl({ u"login"_s }).exitCode != 0) {
        return 1;
    }
    QList<double> sizes;
    QList<double> bareSizes;
    for (int i = 0; i < Starts; ++i) {
        sizes << memory(companion);
        const auto listener = elsewhere.start({ u"listen"_s, u"--supervised"_s });
        bareSizes << bareMemory();
        if (sizes.constLast() == 0 || bareSizes.constLast() == 0) {
            qCritical("a program does not come to rest");
            return 1;
        }
    }
    bench::BenchRow row;
    row.name = u"memory hidden"_s;
    row.unit = u"MiB"_s;
    row.value = bench::quantile(sizes, 0.5);
    row.compared = bench::quantile(bareSizes, 0.5);
    row.goal = Goal;
    row.n = sizes.size();
    row.spread = bench::spread(sizes);
    row.print();
    return 0;
}
