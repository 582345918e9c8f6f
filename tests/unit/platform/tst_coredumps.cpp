// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/coredumps.h"

#include <QTest>

#include <sys/prctl.h>

using namespace zalo;

class TestCoreDumps : public QObject
{
    Q_OBJECT

private slots:
    void thisProcessLeavesNone()
    {
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
        forbidCoreDumps();
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    }
};

QTEST_GUILESS_MAIN(TestCoreDumps)
#include "tst_coredumps.moc"
