// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "fetch/httpsfetcher.h"
#include "httpsserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MaxBytes = 1024 * 1024;

} // namespace

class TestHttpsFetcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpsServer> m_server;
    Timing m_timing;

    //! May connect to 127.0.0.1, where the server is.
    FetchPolicy policy() const
    {
        FetchPolicy policy = productionPolicy();
        policy.mayConnect = [](const QHostAddress& address) {
            return address == QHostAddress(QHostAddress::LocalHost);
        };
        return policy;
    }

    //! As in the program but for the server's port and certificate: no address of this machine.
    FetchPolicy productionPolicy() const
    {
        FetchPolicy policy;
        policy.port = m_server->serverPort();
        policy.caFile = m_server->caFile();
        policy.resolved = m_server->resolved();
        return policy;
    }

    QString file() const { return m_folder->filePath(u"file"_s); }

    Result<Fetched> fetched(const FetchPolicy& policy, const QString& address,
                            const QString& file = {}) const
    {
        HttpsFetcher fetcher(policy, m_timing);
        return fetchedBy(fetcher, address, file);
    }

    static Result<Fetched> fetchedBy(FileFetcher& fetcher, const QString& address,
                                     const QString& file = {})
    {
        return awaited<Fetched>([&](QObject* context, auto done) {
            fetcher.fetch({ address, file, MaxBytes }, context, done);
        });
    }

    Result<Fetched> fetched(const QString& path, const QString& file = {}) const
    {
        return fetched(policy(), m_server->address(path), file);
    }

    bool leftNothing() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpsServer>();
        m_timing = {};
        if (!m_server->start()) {
            QSKIP("there is no openssl, or no loopback");
        }
        m_server->answers["a"] = HttpsServer::ok("ảnh", "Content-Type: Image/PNG; x=y\r\n");
    }

    void aFileComesIntoTheFolder()
    {
        const Result<Fetched> got = fetched(u"a"_s, file());
        QVERIFY2(got, qPrintable(got ? QString() : got.error().detail));
        QCOMPARE(got->mime, u"image/png"_s);
        QVERIFY(got->bytes.isEmpty());
        QFile kept(file());
        QVERIFY(kept.open(QFile::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("ảnh"));
        struct stat facts
        {
        };
        QCOMPARE(::stat(QFile::encodeName(file()).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0600u);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), { u"file"_s });
    }

    void bytesAreAnswered()
    {
        const Result<Fetched> got = fetched(u"a"_s);
        QVERIFY(got);
        QCOMPARE(got->bytes, QByteArray("ảnh"));
    }

    void nothingButTheFileIsAskedFor()
    {
        qputenv("https_proxy", "http://127.0.0.1:9");
        qputenv("ALL_PROXY", "socks5h://127.0.0.1:9");
        m_server->answers["cookie"] = HttpsServer::ok("1", "Set-Cookie: a=b; Domain=zdn.vn\r\n");
        HttpsFetcher fetcher(policy(), m_timing);
        QVERIFY(fetchedBy(fetcher, m_server->address(u"cookie"_s)));
        QVERIFY(fetchedBy(fetcher, m_server->address(u"a"_s)));
        qunsetenv("https_proxy");
        qunsetenv("ALL_PROXY");
        const QByteArray request = m_server->asked.last();
        QVERIFY2(request.startsWith("GET /a HTTP/1.1\r\n"), request.constData());
        for (const char* header :
             { "cookie", "authorization", "referer", "accept-encoding", "range" }) {
            QVERIFY2(!request.toLower().contains(QByteArray("\r\n").append(header).append(':')),
                     header);
        }
    }

    void aStrangersCertificateIsRefused()
    {
        FetchPolicy systems = policy();
        systems.caFile.clear();
        QCOMPARE(fetched(systems, m_server->address(u"a"_s)).error().kind,
                 ErrorKind::DownloadFailed);
        // Right for other hosts, but not for this one.
        FetchPolicy other = policy();
        other.hosts = HostList({ u"dlfl.vn"_s });
        other.resolved = { "f1.dlfl.vn:" + QByteArray::number(m_server->serverPort())
                           + ":127.0.0.1" };
        QCOMPARE(fetched(other, m_server->address(u"a"_s, u"f1.dlfl.vn"_s)).error().kind,
                 ErrorKind::DownloadFailed);
        QVERIFY(m_server->asked.isEmpty());
    }

    void aNameOfThisMachineIsNotConnectedTo_data()
    {
        QTest::addColumn<QByteArray>("addresses");
        for (const char* addresses :
             { "127.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0", "10.0.0.1,127.0.0.1",
               "[fe80::1],127.0.0.1", "[64:ff9b::7f00:1]", "169.254.169.254" }) {
            QTest::newRow(addresses) << QByteArray(addresses);
        }
    }

    void aNameOfThisMachineIsNotConnectedTo()
    {
        QFETCH(QByteArray, addresses);
        FetchPolicy real = productionPolicy();
        real.resolved = m_server->resolved(addresses);
        const Result<Fetched> got = fetched(real, m_server->address(u"a"_s), file());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::AddressRefused);
        QCOMPARE(m_server->connections, 0);
        QVERIFY(leftNothing());
    }

    //! The name service gives one address that may be asked and one that may not; the first does
    //! not answer. The second is looked at like the first.
    void eachAddressOfANameIsLookedAt()
    {
        FetchPolicy rebinding = policy();
        rebinding.resolved = m_server->resolved("127.0.0.2,127.0.0.1");
        QList<QString> seen;
        rebinding.mayConnect = [&seen](const QHostAddress& address) {
            seen << address.toString();
            return address == QHostAddress(u"127.0.0.2"_s);
        };
        QVERIFY(!fetched(rebinding, m_server->address(u"a"_s)));
        QCOMPARE(seen, (QList<QString> { u"127.0.0.2"_s, u"127.0.0.1"_s }));
        QCOMPARE(m_server->connections, 0);
    }

    //! Another answer of the name service for the second request gains nothing.
    void everyConnectionIsLookedAt()
    {
        int asked = 0;
        FetchPolicy rebinding = policy();
        rebinding.mayConnect = [&asked](const QHostAddress&) { return asked++ == 0; };
        HttpsFetcher fetcher(rebinding, m_timing);
        m_server->answers["r"] = HttpsServer::redirect(m_server->address(u"a"_s));
        const Result<Fetched> got = fetchedBy(fetcher, m_server->address(u"r"_s));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::AddressRefused);
        QCOMPARE(m_server->asked.size(), 1);
        QVERIFY(!fetchedBy(fetcher, m_server->address(u"a"_s)));
        QCOMPARE(m_server->asked.size(), 1);
    }

    void redirectsAreFollowed()
    {
        m_server->answers["r1"] =
            HttpsServer::redirect(m_server->address(u"r2"_s, u"f2.flchat.vn"_s));
        m_server->answers["r2"] = HttpsServer::redirect(u"/a"_s);
        const Result<Fetched> got = fetched(u"r1"_s, file());
        QVERIFY(got);
        QCOMPARE(QFileInfo(file()).size(), QByteArray("ảnh").size());
        QCOMPARE(m_server->asked.size(), 3);
    }

    void redirectsElsewhereAreNot_data()
    {
        QTest::addColumn<QString>("to");
        for (const char* to : { "http://f1.zdn.vn/a", "https://evil.com/a", "https://127.0.0.1/a",
                                "https://0x7f.1/a", "https://[::1]/a", "https://u:p@f1.zdn.vn/a",
                                "file:///etc/passwd", "https://f1.zdn.vn/a", "https://f1.zdn.vn./a",
                                "//evil.com/a", "ftp://f1.zdn.vn/a", "https://f1.zdn.vn:80/a" }) {
            QTest::newRow(to) << QString::fromUtf8(to);
        }
    }

    void redirectsElsewhereAreNot()
    {
        QFETCH(QString, to);
        m_server->answers["r"] = HttpsServer::redirect(to);
        const Result<Fetched> got = fetched(u"r"_s, file());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::AddressRefused);
        QCOMPARE(m_server->connections, 1);
        QVERIFY(leftNothing());
    }

    void redirectsWithoutEndEnd()
    {
        m_server->answers["r"] = HttpsServer::redirect(u"/r"_s);
        const Result<Fetched> got = fetched(u"r"_s);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::AddressRefused);
        QCOMPARE(m_server->asked.size(), 6);
    }

    void answersOfAnErrorAreNoFile()
    {
        const Result<Fetched> got = fetched(u"nowhere"_s, file());
        QVERIFY(!got);
        QCOMPARE(got.error(), (Error { ErrorKind::DownloadFailed, u"HTTP 404"_s }));
        QVERIFY(leftNothing());
    }

    //! A file of 10 GiB costs what is allowed, whether its size was told or not.
    void aLargeFileCostsItsBound_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("told") << QByteArray("Content-Length: 10737418240\r\n\r\n");
        QTest::newRow("not told") << QByteArray("\r\n");
    }

    void aLargeFileCostsItsBound()
    {
        QFETCH(QByteArray, headers);
        qint64 sent = 0;
        const auto endless =
            HttpsServer::endless("HTTP/1.1 200 OK\r\n" + headers, QByteArray(64 * 1024, 'x'));
        m_server->answers["big"] = [&](QSslSocket* socket, const QByteArray& request) {
            connect(socket, &QSslSocket::encryptedBytesWritten, this,
                    [&sent](qint64 bytes) { sent += bytes; });
            endless(socket, request);
        };
        const Result<Fetched> got = fetched(u"big"_s, file());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::DownloadTooLarge);
        QVERIFY2(sent < 16 * MaxBytes, qPrintable(QString::number(sent)));
        QVERIFY(leftNothing());
    }

    void aStalledAnswerCostsItsTime_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("at once") << QByteArray();
        QTest::newRow("in the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-");
        QTest::newRow("in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
    }

    void aStalledAnswerCostsItsTime()
    {
        QFETCH(QByteArray, begin);
        m_timing.fetchStall = 200ms;
        m_server->answers["slow"] = HttpsServer::stalled(begin);
        QElapsedTimer timer;
        timer.start();
        const Result<Fetched> got = fetched(u"slow"_s, file());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::TimedOut);
        QVERIFY(timer.elapsed() >= 200);
        QVERIFY(leftNothing());
    }

    void aDrippingAnswerCostsItsTime()
    {
        m_timing.fetchTotal = 500ms;
        m_server->answers["drip"] = [](QSslSocket* socket, const QByteArray&) {
            socket->write("HTTP/1.1 200 OK\r\n\r\n");
            auto* timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            timer->start(20);
        };
        const Result<Fetched> got = fetched(u"drip"_s, file());
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::TimedOut);
        QVERIFY(leftNothing());
    }

    void headersWithoutEndAreNotRead()
    {
        m_server->answers["h"] =
            HttpsServer::endless("HTTP/1.1 200 OK\r\n", "X-A: " + QByteArray(1'000, 'a') + "\r\n");
        m_server->answers["l"] =
            HttpsServer::endless("HTTP/1.1 200 OK\r\nX-A: ", QByteArray(1'000, 'a'));
        for (const QString& path : { u"h"_s, u"l"_s }) {
            const Result<Fetched> got = fetched(path, file());
            QVERIFY(!got);
            QCOMPARE(got.error().kind, ErrorKind::DownloadFailed);
            QVERIFY(leftNothing());
        }
    }

    //! Nobody asked for a packed answer.
    void whatIsPackedStaysSmall()
    {
        const QByteArray packed = qCompress(QByteArray(8 * 1024 * 1024, '\0'), 9).mid(4);
        m_server->answers["bomb"] = HttpsServer::ok(packed, "Content-Encoding: deflate\r\n");
        m_server->answers["gzip"] = HttpsServer::ok(packed, "content-encoding:GZIP\r\n");
        for (const QString& path : { u"bomb"_s, u"gzip"_s }) {
            const Result<Fetched> got = fetched(path, file());
            QVERIFY(!got);
            QCOMPARE(got.error().kind, ErrorKind::DownloadFailed);
            QVERIFY(leftNothing());
        }
        m_server->answers["plain"] = HttpsServer::ok(packed, "Content-Encoding: identity\r\n");
        QCOMPARE(fetched(u"plain"_s)->bytes, packed);
    }

    void aBrokenAnswerLeavesNothing()
    {
        m_server->answers["broken"] = [](QSslSocket* socket, const QByteArray&) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            socket->disconnectFromHost();
        };
        QCOMPARE(fetched(u"broken"_s, file()).error().kind, ErrorKind::DownloadFailed);
        QVERIFY(leftNothing());
    }

    //! No link that lies where the file is to be is followed, and what it names stays as it is.
    void noLinkIsFollowed()
    {
        const QString other = m_folder->filePath(u"other"_s);
        QFile target(other);
        QVERIFY(target.open(QFile::WriteOnly) && target.write("mine") == 4);
        target.close();
        QVERIFY(QFile::link(other, file()));
        QVERIFY(QFile::link(other, file() + u".part"_s));
        QVERIFY(fetched(u"a"_s, file()));
        QVERIFY(target.open(QFile::ReadOnly));
        QCOMPARE(target.readAll(), QByteArray("mine"));
        QVERIFY(!QFileInfo(file()).isSymLink());
    }

    void aFolderThatIsGoneIsAnError()
    {
        QCOMPARE(fetched(u"a"_s, m_folder->filePath(u"no/file"_s)).error().kind,
                 ErrorKind::FileUnwritable);
    }

    void anEmptyFileIsOne()
    {
        m_server->answers["empty"] = HttpsServer::ok("");
        QVERIFY(fetched(u"empty"_s, file()));
        QCOMPARE(QFileInfo(file()).size(), 0);
        QVERIFY(QFile::exists(file()));
    }

    //! Those that hang do not stop the others, and the end waits for none of them.
    void manyAtOnceAndTheEnd()
    {
        m_server->answers["slow"] = HttpsServer::stalled("HTTP/1.1 200 OK\r\n\r\nabc");
        QObject context;
        int answered = 0;
        m_timing.fetchStall = 1h;
        m_timing.fetchTotal = 1h;
        {
            HttpsFetcher fetcher(policy(), m_timing);
            for (int i = 0; i < 6; ++i) {
                fetcher.fetch(
                    { m_server->address(u"slow"_s), file() + QString::number(i), MaxBytes },
                    &context, [&answered](const auto&) { ++answered; });
            }
            for (int i = 0; i < 20; ++i) {
                QVERIFY(fetchedBy(fetcher, m_server->address(u"a"_s)));
            }
        }
        QCOMPARE(answered, 0);
        QVERIFY(leftNothing());
    }
};

QTEST_GUILESS_MAIN(TestHttpsFetcher)
#include "tst_httpsfetcher.moc"
