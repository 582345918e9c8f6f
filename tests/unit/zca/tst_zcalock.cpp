// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcalock.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::FakeZca;

class TestZcaLock : public QObject
{
    Q_OBJECT

private slots:
    void aProcessIsLookedAt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<LockOwner>("owner");
        const QStringList listens { u"--profile"_s, u"work"_s, u"listen"_s, u"--raw"_s };
        QTest::newRow("a listener") << u"zca"_s << listens << LockOwner::Listener;
        QTest::newRow("one of npm") << u"openzca"_s << listens << LockOwner::Listener;
        QTest::newRow("another command of zca")
            << u"zca"_s << QStringList { u"msg"_s, u"send"_s } << LockOwner::Foreign;
        QTest::newRow("another program") << u"radio"_s << listens << LockOwner::Foreign;
    }

    void aProcessIsLookedAt()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, arguments);
        QFETCH(LockOwner, owner);
        const FakeZca folder;
        QProcess process;
        process.start(folder.script(name, "echo here; read -r line\n"), arguments);
        QVERIFY(process.waitForReadyRead(20'000));
        const qint64 pid = process.processId();
        QCOMPARE(lockOwner(pid), owner);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(lockOwner(pid), LockOwner::Gone);
    }

    void thisProcessIsNone()
    {
        QCOMPARE(lockOwner(QCoreApplication::applicationPid()), LockOwner::Foreign);
        QCOMPARE(lockOwner(0), LockOwner::Gone);
    }
};

Q_DECLARE_METATYPE(zalo::LockOwner)

QTEST_GUILESS_MAIN(TestZcaLock)
#include "tst_zcalock.moc"
