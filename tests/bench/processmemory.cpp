// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "processmemory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace zalo::bench {
namespace {

constexpr int BetweenReadingsMs = 500;
constexpr int EqualReadings = 4;
constexpr qint64 EqualWithinKib = 32;
constexpr int DeadlineMs = 60'000;

qint64 pss(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("Pss:")) {
            return line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return 0;
}

} // namespace

qint64 restingPss(qint64 pid)
{
    QElapsedTimer elapsed;
    elapsed.start();
    qint64 last = 0;
    for (int equal = 0; elapsed.elapsed() < DeadlineMs;) {
        const qint64 now = pss(pid);
        equal = now > 0 && qAbs(now - last) <= EqualWithinKib ? equal + 1 : 0;
        if (equal == EqualReadings) {
            return now;
        }
        last = now;
        QThread::msleep(BetweenReadingsMs);
    }
    return 0;
}

} // namespace zalo::bench
