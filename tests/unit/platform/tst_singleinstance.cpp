// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/singleinstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_run = m_root->path();
    }

    void secondInstanceLearnsTheProcessOfTheFirst()
    {
        SingleInstance first(m_run);
        QVERIFY(first.start());
        SingleInstance second(m_run);
        const auto result = second.start();
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::AlreadyRunning, QString::number(getpid()) }));
        QVERIFY(QFile::exists(SingleInstance::controlSocket(m_run)));
    }

    void takesOverAfterARelease()
    {
        SingleInstance first(m_run);
        QVERIFY(first.start());
        first.release();
        SingleInstance second(m_run);
        QVERIFY(second.start());
    }

    void aLockWhoseProcessIsGoneCountsForNothing()
    {
        QProcess gone;
        gone.start(u"true"_s, {});
        QVERIFY(gone.waitForStarted());
        const qint64 pid = gone.processId();
        QVERIFY(gone.waitForFinished());
        QFile lock(m_run + u"/instance.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(pid) + "\nzalo-companion\n"
                   + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        SingleInstance instance(m_run);
        QVERIFY(instance.start());
    }

    void aSquatterOnTheControlSocketIsReportedAndTheLockGivenBack()
    {
        QLocalServer squatter;
        QVERIFY(squatter.listen(SingleInstance::controlSocket(m_run)));
        SingleInstance instance(m_run);
        const auto result = instance.start();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::AddressInUse);
        squatter.close();
        SingleInstance next(m_run);
        QVERIFY(next.start());
    }

    void saysWhenTheLockCannotBeWritten()
    {
        SingleInstance instance(m_run + u"/missing"_s);
        const auto result = instance.start();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    }

    void handsConnectionsOver()
    {
        SingleInstance instance(m_run);
        QVERIFY(instance.start());
        // A caller may come before there is anybody to answer; it waits.
        QLocalSocket client;
        client.connectToServer(SingleInstance::controlSocket(m_run));
        QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
        QCoreApplication::processEvents();
        QLocalSocket* taken = nullptr;
        connect(&instance, &SingleInstance::connected, this,
                [&taken](QLocalSocket* socket) { taken = socket; });
        instance.serve();
        QTRY_VERIFY(taken);
        taken->write("hello");
        QTRY_COMPARE(client.bytesAvailable(), 5);
        delete taken;
    }

    void refusesAnotherUser()
    {
        SingleInstance instance(m_run, geteuid() + 1);
        QVERIFY(instance.start());
        instance.serve();
        int connected = 0;
        connect(&instance, &SingleInstance::connected, this, [&connected] { ++connected; });
        QLocalSocket client;
        QSignalSpy disconnected(&client, &QLocalSocket::disconnected);
        client.connectToServer(SingleInstance::controlSocket(m_run));
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(connected, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_run;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
