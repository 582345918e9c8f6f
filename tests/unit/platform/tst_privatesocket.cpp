// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatesocket.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestPrivateSocket : public QObject
{
    Q_OBJECT

    static int mode(const QString& path)
    {
        struct stat info
        {
        };
        return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777)
                                                                        : -1;
    }

    //! Runs `call` (bind or connect) on a fresh socket and closes it. A bound one stays behind
    //! dead, as after a killed process. QLocalSocket itself takes no more than 106 bytes.
    template <typename Call> static bool withSocket(const QString& path, Call call)
    {
        const QByteArray name = QFile::encodeName(path);
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const bool done =
            call(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(fd);
        return done;
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(u"b.sock"_s);
    }

    void listensForUsOnly()
    {
        QLocalServer server;
        QVERIFY(listenPrivately(server, m_path));
        QCOMPARE(server.fullServerName(), m_path);
        QCOMPARE(mode(m_path), 0600);
        QLocalSocket client;
        client.connectToServer(m_path);
        QTRY_VERIFY(server.hasPendingConnections());
    }

    void replacesADeadSocket()
    {
        QVERIFY(withSocket(m_path, ::bind));
        QLocalServer server;
        QVERIFY(listenPrivately(server, m_path));
        QLocalSocket client;
        client.connectToServer(m_path);
        QTRY_VERIFY(server.hasPendingConnections());
    }

    void leavesALivingOneAlone()
    {
        QLocalServer squatter;
        QVERIFY(squatter.listen(m_path));
        QLocalServer server;
        const auto result = listenPrivately(server, m_path);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::AddressInUse, m_path }));
        QCOMPARE(errorText(result.error(), TextLanguage::English),
                 u"Another program answers on the companion's socket. Stop that program: "_s
                     + m_path);
        QLocalSocket client;
        client.connectToServer(m_path);
        QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
    }

    void leavesAFileAlone()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        QLocalServer server;
        const auto result = listenPrivately(server, m_path);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::AddressInUse);
        QCOMPARE(file.size(), 8);
    }

    void knowsTheLongestPath()
    {
        QString folder = m_root->path() + u'/';
        folder += QString(95 - folder.size(), u'x');
        QVERIFY(QDir().mkpath(folder));
        QLocalServer fits;
        QVERIFY(listenPrivately(fits, folder + u"/bridge.sock"_s)); // 107 bytes
        QVERIFY(withSocket(folder + u"/bridge.sock"_s, ::connect));
        QTRY_VERIFY(fits.hasPendingConnections());
        QLocalServer server;
        const auto result = listenPrivately(server, folder + u"/bridge2.sock"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::PathTooLong);
    }

    void leavesNothingBehind()
    {
        {
            QLocalServer server;
            QVERIFY(listenPrivately(server, m_path));
            QVERIFY(QFile::exists(m_path));
        }
        QVERIFY(!QFile::exists(m_path));
    }

    void saysWhenTheFolderIsMissing()
    {
        QLocalServer server;
        const auto result = listenPrivately(server, m_root->filePath(u"missing/b.sock"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestPrivateSocket)
#include "tst_privatesocket.moc"
