// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// How often the companion wakes up while a listener lives, a Gateway is connected and nobody
// writes.

#include "benchrow.h"
#include "companionprocess.h"
#include "processmemory.h"
#include "simulator.h"
#include "testgateway.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Samples = 3;
constexpr std::chrono::seconds SampleLength { 20 };
constexpr double MostASecond = 0.5;

//! How often all threads of a process together have gone to sleep by themselves (proc(5)); once for
//! each time they woke.
qint64 timesSlept(qint64 pid)
{
    qint64 sum = 0;
    const QDir tasks(u"/proc/%1/task"_s.arg(pid));
    const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& thread : threads) {
        QFile file(tasks.filePath(thread + u"/status"_s));
        if (!file.open(QIODevice::ReadOnly)) {
            continue; // it has just ended
        }
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith("voluntary_ctxt_switches:")) {
                sum += line.simplified().split(' ').value(1).toLongLong();
            }
        }
    }
    return sum;
}

//! Times a second.
double measure(qint64 pid)
{
    QElapsedTimer elapsed;
    QEventLoop loop;
    const qint64 before = timesSlept(pid);
    elapsed.start();
    QTimer::singleShot(SampleLength, &loop, &QEventLoop::quit);
    loop.exec(); // the Gateway's side answers what it is asked
    return double(timesSlept(pid) - before) * 1000 / double(elapsed.elapsed());
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const test::Simulator simulator;
    test::CompanionProcess companion;
    test::TestGateway gateway;
    if (!simulator.ctlSucceeds({ u"login"_s }) || !companion.start()
        || !gateway.subscribe(companion.bridgePath())
        || !simulator.ctlSucceeds({ u"wait"_s, u"listener"_s })
        || bench::restingPss(companion.processId()) == 0) {
        qCritical("the companion does not run");
        return 1;
    }
    QList<double> rates;
    for (int i = 0; i < Samples; ++i) {
        rates << measure(companion.processId());
    }
    bench::BenchRow row;
    row.name = u"idle"_s;
    row.unit = u"/s"_s;
    row.value = bench::quantile(rates, 0.5);
    row.limit = MostASecond;
    row.n = rates.size();
    row.spread = bench::spread(rates);
    row.print();
    return 0;
}
