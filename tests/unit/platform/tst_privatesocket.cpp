// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/privatesocket.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
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
    //! dead, as after a killed process.
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
        const Result<Descriptor> server = listenPrivately(m_path);
        QVERIFY(server);
        QCOMPARE(mode(m_path), 0600);
        QVERIFY(connectPrivately(m_path));
    }

    void replacesADeadSocket()
    {
        QVERIFY(withSocket(m_path, ::bind));
        QCOMPARE(connectPrivately(m_path).error().kind, ErrorKind::NotRunning);
        const Result<Descriptor> server = listenPrivately(m_path);
        QVERIFY(server);
        QVERIFY(withSocket(m_path, ::connect));
    }

    void leavesALivingOneAlone()
    {
        QLocalServer squatter;
        QVERIFY(squatter.listen(m_path));
        const auto result = listenPrivately(m_path);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error { ErrorKind::AddressInUse, m_path }));
        QCOMPARE(errorText(result.error(), TextLanguage::English),
                 u"Another program answers on the companion's socket. Stop that program: "_s
                     + m_path);
        QVERIFY(connectPrivately(m_path));
    }

    void leavesAFileAlone()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        QCOMPARE(listenPrivately(m_path).error().kind, ErrorKind::AddressInUse);
        QCOMPARE(file.size(), 8);
    }

    //! 107 bytes are the most that an address holds; a control socket beside such a one is longer.
    void anyLengthIsReached_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : { 106, 107, 108, 200 }) {
            QTest::newRow(qPrintable(QString::number(length))) << length;
        }
    }

    void anyLengthIsReached()
    {
        QFETCH(int, length);
        QString folder = m_root->path() + u'/';
        folder += QString(length - 12 - folder.size(), u'x');
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + u"/bridge.sock"_s;
        QCOMPARE(QFile::encodeName(path).size(), length);
        Result<Descriptor> server = listenPrivately(path);
        QVERIFY(server);
        QCOMPARE(mode(path), 0600);
        QVERIFY(connectPrivately(path));
        if (length <= 107) {
            QVERIFY(withSocket(path, ::connect));
        }
        QCOMPARE(listenPrivately(path).error().kind, ErrorKind::AddressInUse);
        server->reset();
        QVERIFY(!connectPrivately(path));
        QVERIFY(listenPrivately(path)); // the dead one is replaced
    }

    void saysWhenTheFolderIsMissing()
    {
        const auto result = listenPrivately(m_root->filePath(u"missing/b.sock"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestPrivateSocket)
#include "tst_privatesocket.moc"
