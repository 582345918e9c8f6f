// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/avatarcache.h"

#include <QBuffer>
#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

QByteArray picture(QSize size, const char* format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

//! A web server on the loopback: answers each path with what was put in.
class PictureServer : public QTcpServer
{
public:
    std::map<QByteArray, QByteArray> bodies;
    QList<QByteArray> asked;
    QList<QPointer<QTcpSocket>> held; //!< requests that are kept waiting
    bool holds = false;
    int open = 0;
    int mostOpen = 0;

    PictureServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QString address(const QString& path) const
    {
        return u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(path);
    }

    void release()
    {
        holds = false;
        const auto waiting = std::exchange(held, {});
        for (const QPointer<QTcpSocket>& socket : waiting) {
            if (socket) {
                answer(socket, socket->property("path").toByteArray());
            }
        }
    }

private:
    void read(QTcpSocket* socket)
    {
        const QByteArray request = socket->readAll();
        const QByteArray path = request.split(' ').value(1).mid(1);
        asked << path;
        mostOpen = std::max(mostOpen, ++open);
        if (holds) {
            socket->setProperty("path", path);
            held << socket;
        } else {
            answer(socket, path);
        }
    }

    void answer(QTcpSocket* socket, const QByteArray& path)
    {
        --open;
        const auto found = bodies.find(path);
        const QByteArray body = found == bodies.end() ? QByteArray() : found->second;
        socket->write("HTTP/1.1 " + QByteArray(found == bodies.end() ? "404 No" : "200 OK")
                      + "\r\nConnection: close\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

} // namespace

class TestAvatarCache : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PictureServer> m_server;

    AvatarCacheOptions options() const
    {
        AvatarCacheOptions options;
        options.folder = m_folder->filePath(u"avatars"_s);
        return options;
    }

    static Result<QImage> loaded(AvatarCache& cache, const QString& address)
    {
        QObject context;
        std::optional<Result<QImage>> answer;
        cache.load(address, &context, [&](Result<QImage> image) { answer = std::move(image); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000)) {
            return failure(ErrorKind::TimedOut);
        }
        return *answer;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<PictureServer>();
        m_server->bodies["a.png"] = picture({ 300, 200 });
        m_server->bodies["b.jpg"] = picture({ 64, 64 }, "JPEG");
    }

    void loadsOnceAndKeepsItOnDisk()
    {
        {
            AvatarCache cache(options());
            const auto image = loaded(cache, m_server->address(u"a.png"_s));
            QVERIFY(image);
            QCOMPARE(image->height(), 128); // no larger than it is shown
            QVERIFY(loaded(cache, m_server->address(u"a.png"_s)));
            QVERIFY(loaded(cache, m_server->address(u"b.jpg"_s)));
        }
        QCOMPARE(m_server->asked.size(), 2);
        AvatarCache later(options());
        QVERIFY(loaded(later, m_server->address(u"a.png"_s)));
        QCOMPARE(m_server->asked.size(), 2);
    }

    void takesOnlyWebAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("file") << u"file:///etc/hostname"_s;
        QTest::newRow("ftp") << u"ftp://127.0.0.1/a.png"_s;
        QTest::newRow("data") << u"data:image/png;base64,AAAA"_s;
        QTest::newRow("resource") << u"qrc:/a.png"_s;
        QTest::newRow("no host") << u"https:///a.png"_s;
        QTest::newRow("nothing") << QString();
    }

    void takesOnlyWebAddresses()
    {
        QFETCH(QString, address);
        AvatarCache cache(options());
        const auto image = loaded(cache, address);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::BadRequest);
    }

    void takesOnlySmallPictures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("words") << QByteArray("<html>not a picture</html>");
        QTest::newRow("half of one") << picture({ 300, 200 }).left(60);
        QTest::newRow("another format") << picture({ 20, 20 }, "BMP");
        QTest::newRow("too many pixels") << picture({ 5'000, 2 });
        QTest::newRow("too many bytes") << picture({ 20, 20 }) + QByteArray(600'000, 'x');
        QTest::newRow("nothing") << QByteArray();
    }

    void takesOnlySmallPictures()
    {
        QFETCH(QByteArray, body);
        m_server->bodies["bad"] = body;
        AvatarCache cache(options());
        QVERIFY(!loaded(cache, m_server->address(u"bad"_s)));
        QVERIFY(!loaded(cache, m_server->address(u"bad"_s))); // not asked for again so soon
        QCOMPARE(m_server->asked.size(), 1);
        QVERIFY(QDir(options().folder).isEmpty());
    }

    void loadsAFewAtATimeTheLatestWishFirst()
    {
        m_server->holds = true;
        AvatarCacheOptions few = options();
        few.parallel = 2;
        few.waiting = 5;
        AvatarCache cache(few);
        QObject context;
        int cancelled = 0;
        int answered = 0;
        const auto wish = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                const QString path = u"p%1"_s.arg(i);
                m_server->bodies[path.toLatin1()] = picture({ 8, 8 });
                cache.load(m_server->address(path), &context, [&](const Result<QImage>& image) {
                    ++answered;
                    cancelled += !image && image.error().kind == ErrorKind::Cancelled ? 1 : 0;
                });
            }
        };
        wish(0, 2);
        QTRY_COMPARE(m_server->held.size(), 2);
        wish(2, 12);
        QCOMPARE(cancelled, 5); // those that scrolled away
        m_server->asked.clear();
        m_server->release();
        QTRY_COMPARE(answered, 12);
        QCOMPARE(m_server->asked.first(), QByteArray("p11"));
        QVERIFY(m_server->mostOpen <= 2);
    }

    void theFolderStaysSmall()
    {
        AvatarCacheOptions small = options();
        const QByteArray one = picture({ 40, 40 });
        small.maxFolderBytes = one.size() * 10;
        AvatarCache cache(small);
        for (int i = 0; i < 25; ++i) {
            m_server->bodies["s" + QByteArray::number(i)] = one;
            QVERIFY(loaded(cache, m_server->address(u"s%1"_s.arg(i))));
            qint64 bytes = 0;
            const auto files = QDir(small.folder).entryInfoList(QDir::Files);
            for (const QFileInfo& file : files) {
                bytes += file.size();
            }
            QVERIFY(bytes <= small.maxFolderBytes);
        }
        QVERIFY(!QDir(small.folder).isEmpty());
    }

    void aCallerThatDiedIsNotAnswered()
    {
        AvatarCache cache(options());
        auto context = std::make_unique<QObject>();
        bool isAnswered = false;
        cache.load(m_server->address(u"a.png"_s), context.get(),
                   [&](const Result<QImage>&) { isAnswered = true; });
        context.reset();
        QVERIFY(loaded(cache, m_server->address(u"a.png"_s)));
        QVERIFY(!isAnswered);
    }
};

QTEST_GUILESS_MAIN(TestAvatarCache)
#include "tst_avatarcache.moc"
