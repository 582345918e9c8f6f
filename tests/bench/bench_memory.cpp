// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the companion holds of memory at rest, without windows, beside a bare Qt program.

#include "benchrow.h"
#include "companionprocess.h"
#include "processmemory.h"
#include "simulator.h"

#include <QCoreApplication>
#include <QProcess>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 3;
constexpr double KibInMib = 1024;

double bareMemory(const QString& socket)
{
    QProcess bare;
    bare.start(QStringLiteral(BARE_QT), { socket });
    const qint64 pss = bare.waitForReadyRead() ? bench::restingPss(bare.processId()) : 0;
    bare.kill();
    bare.waitForFinished();
    QFile::remove(socket);
    return double(pss) / KibInMib;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const test::Simulator simulator;
    test::CompanionProcess companion;
    QList<double> sizes;
    QList<double> bareSizes;
    for (int i = 0; i < Starts; ++i) {
        if (!companion.start()) {
            qCritical("the companion does not start");
            return 1;
        }
        sizes << double(bench::restingPss(companion.processId())) / KibInMib;
        companion.kill();
        bareSizes << bareMemory(companion.environment.value(u"XDG_RUNTIME_DIR"_s)
                                + u"/bare.sock"_s);
    }
    bench::BenchRow row;
    row.name = u"memory headless"_s;
    row.unit = u"MiB"_s;
    row.value = bench::quantile(sizes, 0.5);
    row.compared = bench::quantile(bareSizes, 0.5);
    row.n = sizes.size();
    row.spread = bench::spread(sizes);
    row.print();
    return 0;
}
