// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/ownerconnection.h"
#include "platform/privatefolder.h"
#include "platform/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace zalo;

class TestSingleInstance : public QObject
{
    Q_OBJECT

    [[nodiscard]] std::unique_ptr<SingleInstance> instance(const QString& runFolder = u"run"_s,
                                                           uid_t us = geteuid()) const
    {
        return std::make_unique<SingleInstance>(
            m_data, SocketAddress(m_root->filePath(runFolder + u"/bridge.sock"_s)), 1h, us);
    }

    //! What an owner wrote down, or somebody else.
    void writeRecord(const QJsonObject& record) const
    {
        QFile file(m_data + u"/instance.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(record).toJson());
    }

    //! Looks for the owner; the socket, or what went wrong.
    [[nodiscard]] Result<std::shared_ptr<QLocalSocket>>
    findOwner(std::chrono::milliseconds patience = 0ms) const
    {
        OwnerConnection connection(m_data, patience);
        std::optional<Result<std::shared_ptr<QLocalSocket>>> end;
        connect(&connection, &OwnerConnection::connected, &connection,
                [&end](QLocalSocket* socket) { end = std::shared_ptr<QLocalSocket>(socket); });
        connect(&connection, &OwnerConnection::failed, &connection,
                [&end](const Error& error) { end = tl::unexpected(error); });
        connection.start();
        [&] { QTRY_VERIFY(end); }();
        return end.value_or(failure(ErrorKind::Internal));
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_data = m_root->filePath(u"data"_s);
        QVERIFY(ensurePrivateFolder(m_data));
    }

    void secondInstanceLearnsTheProcessOfTheFirst()
    {
        const auto first = instance();
        QVERIFY(first->start());
        QCOMPARE(first->controlSocket(), m_root->filePath(u"run/instance.sock"_s));
        const auto second = instance();
        const auto result = second->start();
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::AlreadyRunning, QString::number(getpid()) }));
        QVERIFY(QFile::exists(first->controlSocket()));
    }

    //! The data decides, not the place of the sockets.
    void anotherRuntimeFolderIsNoOtherInstance()
    {
        const auto first = instance();
        QVERIFY(first->start());
        QCOMPARE(instance(u"other"_s)->start().error().kind, ErrorKind::AlreadyRunning);
        QVERIFY(findOwner());
    }

    void takesOverAfterARelease()
    {
        const auto first = instance();
        QVERIFY(first->start());
        first->release();
        QCOMPARE(findOwner().error().kind, ErrorKind::NotRunning);
        QVERIFY(instance()->start());
    }

    //! As after a container that was stopped hard and made again: its process has the same number,
    //! its host the same name or another one.
    void whatADeadOwnerLeftCountsForNothing_data()
    {
        QTest::addColumn<qint64>("pid");
        QTest::addColumn<QString>("host");
        QTest::newRow("process 1 here") << qint64(1) << QSysInfo::machineHostName();
        QTest::newRow("our number") << qint64(getpid()) << QSysInfo::machineHostName();
        QTest::newRow("another host") << qint64(1) << u"another-host"_s;
        QTest::newRow("no host") << qint64(0) << QString();
    }

    void whatADeadOwnerLeftCountsForNothing()
    {
        QFETCH(qint64, pid);
        QFETCH(QString, host);
        // Of our lock file, and of one that names a process in it.
        QFile lock(m_data + u"/instance.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(pid) + "\nzalo-companion\n" + host.toUtf8() + "\n");
        lock.close();
        writeRecord({ { u"pid"_s, pid },
                      { u"host"_s, host },
                      { u"controlSocket"_s, m_root->filePath(u"gone.sock"_s) } });
        QCOMPARE(findOwner().error().kind, ErrorKind::NotRunning);
        QVERIFY(instance()->start());
    }

    void theRecordIsOurs()
    {
        const auto first = instance();
        QVERIFY(first->start());
        struct stat info
        {
        };
        const QString file = m_data + u"/instance.json"_s;
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 07777), 0600);
        const std::optional<InstanceOwner> owner = InstanceLock::owner(m_data);
        QVERIFY(owner);
        QCOMPARE(owner->pid, getpid());
        QCOMPARE(owner->host, QSysInfo::machineHostName());
        QCOMPARE(owner->controlSocket, first->controlSocket());
    }

    //! Its socket, with or without its folder; the record leads to the new one.
    void aSweptSocketIsFoundAgain()
    {
        const auto first = instance();
        QVERIFY(first->start());
        first->serve();
        int connected = 0;
        connect(first.get(), &SingleInstance::connected, this, [&connected](QLocalSocket* socket) {
            ++connected;
            delete socket;
        });
        QVERIFY(QDir(m_root->filePath(u"run"_s)).removeRecursively());
        QVERIFY(findOwner(10s));
        QTRY_COMPARE(connected, 1);
    }

    void withoutARuntimeFolderItLiesWithTheData()
    {
        QFile notAFolder(m_root->filePath(u"run"_s));
        QVERIFY(notAFolder.open(QIODevice::WriteOnly));
        const auto first = instance();
        QVERIFY(first->start());
        QCOMPARE(first->controlSocket(), m_data + u"/instance.sock"_s);
        QVERIFY(findOwner());
    }

    //! As a full disk leaves it.
    void withoutARecordItIsFoundBesideTheData()
    {
        QVERIFY(QDir().mkpath(m_data + u"/instance.json"_s)); // nothing can be written over it
        const auto first = instance();
        QVERIFY(first->start());
        QCOMPARE(first->controlSocket(), m_data + u"/instance.sock"_s);
        QVERIFY(findOwner());
    }

    void anOwnerThatDoesNotAnswerIsNamed()
    {
        InstanceLock lock(m_data);
        QVERIFY(lock.acquire());
        QVERIFY(lock.announce(m_root->filePath(u"nobody.sock"_s)));
        const Error error = findOwner().error();
        QCOMPARE(error.kind, ErrorKind::NotAnswering);
        const QString text = errorText(error, TextLanguage::English);
        for (const QString& part : { QString::number(getpid()), QSysInfo::machineHostName(),
                                     m_root->filePath(u"nobody.sock"_s) }) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
    }

    void aSquatterOnTheControlSocketIsReportedAndTheLockGivenBack()
    {
        QVERIFY(ensurePrivateFolder(m_root->filePath(u"run"_s)));
        QLocalServer squatter;
        QVERIFY(squatter.listen(m_root->filePath(u"run/instance.sock"_s)));
        const auto result = instance()->start();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::AddressInUse);
        squatter.close();
        QVERIFY(instance()->start());
    }

    void saysWhenTheLockCannotBeWritten()
    {
        m_data = m_root->filePath(u"missing"_s);
        const auto result = instance()->start();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    }

    void handsConnectionsOver()
    {
        const auto first = instance();
        QVERIFY(first->start());
        // A caller may come before there is anybody to answer; it waits.
        const auto client = findOwner();
        QVERIFY(client);
        QCoreApplication::processEvents();
        QLocalSocket* taken = nullptr;
        connect(first.get(), &SingleInstance::connected, this,
                [&taken](QLocalSocket* socket) { taken = socket; });
        first->serve();
        QTRY_VERIFY(taken);
        taken->write("hello");
        QTRY_COMPARE((*client)->bytesAvailable(), 5);
        delete taken;
    }

    void refusesAnotherUser()
    {
        const auto first = instance(u"run"_s, geteuid() + 1);
        QVERIFY(first->start());
        first->serve();
        int connected = 0;
        connect(first.get(), &SingleInstance::connected, this, [&connected] { ++connected; });
        const auto client = findOwner();
        QVERIFY(client);
        QTRY_COMPARE((*client)->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(connected, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_data;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
