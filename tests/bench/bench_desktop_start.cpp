// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// From exec to an icon in the tray, and to a painted window, with 10,000 contacts stored; beside a
// bare Qt program that has just those. Both are watched from outside, in turns.

#include "benchrow.h"
#include "desktopcompanion.h"
#include "desktopwatch.h"

#include <QCoreApplication>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 41; //!< a start varies by a third: of fifteen the median is 5 % off
constexpr double TrayGoal = 1.3;
constexpr double WindowGoal = 1.6;

using Measure = std::optional<double> (bench::DesktopWatch::*)(QProcess&);

//! One row: the program with `words` beside the bare one with `bareWords`.
bool measure(bench::DesktopWatch& desktop, const bench::DesktopCompanion& companion, Measure until,
             const QStringList& words, const QStringList& bareWords, bench::BenchRow row)
{
    QList<double> times;
    QList<double> bareTimes;
    // The first start warms the disk's cache up and makes what later ones find: it is not counted.
    for (int i = 0; i <= Starts; ++i) {
        QProcess process;
        companion.setUp(process, words);
        const std::optional<double> time = (desktop.*until)(process);
        bench::DesktopCompanion::end(process);
        QProcess bare;
        bare.setProgram(QStringLiteral(BARE_TRAY));
        bare.setArguments(bareWords);
        const std::optional<double> bareTime = (desktop.*until)(bare);
        bench::DesktopCompanion::end(bare);
        if (!time || !bareTime) {
            qCritical("%s does not show", time ? "the bare program" : "the companion");
            return false;
        }
        if (i > 0) {
            times << *time;
            bareTimes << *bareTime;
        }
    }
    row.unit = u"ms"_s;
    row.value = bench::quantile(times, 0.5);
    row.compared = bench::quantile(bareTimes, 0.5);
    row.n = times.size();
    row.spread = bench::spread(times);
    row.print();
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    // The session has it for tests; a person's desktop has it where it is needed.
    qunsetenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON");
    bench::DesktopCompanion companion;
    bench::DesktopWatch desktop;
    if (!desktop.isConnected() || !companion.prepare()) {
        qCritical("there is no desktop, or the companion does not run");
        return 1;
    }
    bench::BenchRow tray;
    tray.name = u"start tray"_s;
    tray.goal = TrayGoal;
    bench::BenchRow window;
    window.name = u"start window"_s;
    window.goal = WindowGoal;
    const bool measured =
        measure(desktop, companion, &bench::DesktopWatch::untilDocked, { u"--hidden"_s }, {}, tray)
        && measure(desktop, companion, &bench::DesktopWatch::untilPainted, {}, { u"--window"_s },
                   window);
    return measured ? 0 : 1;
}
