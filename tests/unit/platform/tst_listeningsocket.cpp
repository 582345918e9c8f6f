// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/listeningsocket.h"
#include "platform/privatesocket.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace zalo;

class TestListeningSocket : public QObject
{
    Q_OBJECT

    void take(QLocalSocket* socket) { m_taken.emplace_back(socket); }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(u"run/b.sock"_s);
        m_taken.clear();
        // The slow check is asked for where a test is about it.
        m_socket = std::make_unique<ListeningSocket>(1h);
        connect(m_socket.get(), &ListeningSocket::connected, this,
                [this](QLocalSocket* socket) { take(socket); });
    }

    void cleanup() { m_socket.reset(); }

    //! Somebody removes the socket, its folder, or the folder above; a caller finds it again and
    //! nobody who was connected notices.
    void whatIsSweptAwayIsMadeAnew_data()
    {
        QTest::addColumn<QString>("swept");
        QTest::newRow("the socket") << u"above/run/b.sock"_s;
        QTest::newRow("its folder") << u"above/run"_s;
        QTest::newRow("all of it") << u"above"_s;
    }

    void whatIsSweptAwayIsMadeAnew()
    {
        QFETCH(QString, swept);
        m_path = m_root->filePath(u"above/run/b.sock"_s);
        QVERIFY(m_socket->listen(SocketAddress(m_path)));
        m_socket->serve();
        const Result<Descriptor> before = connectPrivately(m_path);
        QVERIFY(before);
        QTRY_COMPARE(m_taken.size(), 1);
        QSignalSpy renewed(m_socket.get(), &ListeningSocket::renewed);
        for (int round = 1; round <= 2; ++round) {
            const QString name = m_root->filePath(swept);
            QVERIFY(QFileInfo(name).isDir() ? QDir(name).removeRecursively() : QFile::remove(name));
            QTRY_COMPARE(renewed.size(), round);
            QVERIFY(connectPrivately(m_path));
        }
        QTRY_COMPARE(m_taken.size(), 3);
        m_taken.front()->write("still here");
        QVERIFY(m_taken.front()->flush());
        char bytes[16] {};
        QCOMPARE(::read(before->get(), bytes, sizeof bytes), 10);
    }

    //! A leftover or a dead socket of somebody else's in its place is removed; a living one is not.
    void whatIsReplacedIsMadeAnew()
    {
        QVERIFY(m_socket->listen(SocketAddress(m_path)));
        m_socket->serve();
        QVERIFY(QFile::remove(m_path));
        QLocalServer other;
        QVERIFY(other.listen(m_path));
        QSignalSpy renewed(m_socket.get(), &ListeningSocket::renewed);
        m_socket->check();
        QVERIFY(renewed.isEmpty());
        QVERIFY(connectPrivately(m_path));
        QTRY_VERIFY(other.hasPendingConnections());
        other.close();
        QTRY_COMPARE(renewed.size(), 1);
        QVERIFY(connectPrivately(m_path));
        QTRY_COMPARE(m_taken.size(), 1);
    }

    //! The second guard, for a file system that tells of nothing.
    void theSlowCheckIsEnough()
    {
        QString path = m_path;
        ListeningSocket socket(20ms);
        QVERIFY(socket.listen(SocketAddress([&path]() -> Result<QString> { return path; })));
        const QString old = std::exchange(path, m_root->filePath(u"elsewhere/b.sock"_s));
        QSignalSpy renewed(&socket, &ListeningSocket::renewed);
        QTRY_COMPARE(renewed.size(), 1);
        QCOMPARE(socket.path(), path);
        QVERIFY(connectPrivately(path));
        QVERIFY(!QFile::exists(old));
    }

    void itIsTriedUntilItCanBeMade()
    {
        ListeningSocket socket(20ms);
        QVERIFY(socket.listen(SocketAddress(m_path)));
        const QString folder = m_root->filePath(u"run"_s);
        QVERIFY(QDir(folder).removeRecursively());
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be made anew"_s));
        socket.check();
        QSignalSpy renewed(&socket, &ListeningSocket::renewed);
        QVERIFY(inTheWay.remove());
        QTRY_COMPARE(renewed.size(), 1);
        QVERIFY(connectPrivately(m_path));
    }

    void itLeavesNothingBehindAndNothingOfOthers()
    {
        QVERIFY(m_socket->listen(SocketAddress(m_path)));
        m_socket->close();
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(m_socket->listen(SocketAddress(m_path)));
        QVERIFY(QFile::remove(m_path));
        QLocalServer other;
        QVERIFY(other.listen(m_path));
        m_socket.reset();
        QVERIFY(connectPrivately(m_path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
    std::unique_ptr<ListeningSocket> m_socket;
    std::vector<std::unique_ptr<QLocalSocket>> m_taken;
};

QTEST_GUILESS_MAIN(TestListeningSocket)
#include "tst_listeningsocket.moc"
