// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/snapshotbuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotBuilder : public QObject
{
    Q_OBJECT

private slots:
    void severalChangesAreOneSnapshot()
    {
        SnapshotBuilder builder({});
        qint64 pid = 1;
        int built = 0;
        builder.addSection([&](Snapshot& snapshot) {
            ++built;
            snapshot.pid = pid;
        });
        QSignalSpy changed(&builder, &SnapshotProvider::snapshotChanged);
        builder.rebuildSoon();
        pid = 2;
        builder.rebuildSoon();
        QCOMPARE(built, 0);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(built, 1);
        QCOMPARE(builder.snapshot().pid, 2);
    }

    void aSnapshotThatIsTheSameIsNotReported()
    {
        Snapshot fixed;
        fixed.version = u"1.0"_s;
        SnapshotBuilder builder(fixed);
        builder.addSection([](Snapshot& snapshot) { snapshot.pid = 7; });
        QSignalSpy changed(&builder, &SnapshotProvider::snapshotChanged);
        builder.rebuild();
        QCOMPARE(changed.size(), 1);
        builder.rebuild();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(builder.snapshot().version, u"1.0"_s);
    }

    void aRebuildAtOnceReplacesTheOneThatWasDue()
    {
        SnapshotBuilder builder({});
        int built = 0;
        builder.addSection([&built](Snapshot&) { ++built; });
        builder.rebuildSoon();
        builder.rebuild();
        QCoreApplication::processEvents();
        QCOMPARE(built, 1);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotBuilder)
#include "tst_snapshotbuilder.moc"
