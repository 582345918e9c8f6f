// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "avatars/avatarcache.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <map>
#include <sys/stat.h>

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

//! A web that answers each path with what was put in.
class Web : public FileFetcher
{
public:
    std::map<QString, QByteArray> bodies;
    QStringList asked;
    QStringList held; //!< requests that are kept waiting
    bool holds = false;
    int open = 0;
    int mostOpen = 0;

    static QString address(const QString& path) { return u"https://f1.zdn.vn/"_s + path; }

    void fetch(const FetchRequest& request, QObject* context, Callback<Fetched> done) override
    {
        const QString path = request.address.section(u'/', 3);
        asked << path;
        mostOpen = std::max(mostOpen, ++open);
        const auto reply = [this, path, most = request.maxBytes,
                            done = boundTo<Fetched>(context, std::move(done))] {
            --open;
            const auto found = bodies.find(path);
            if (found == bodies.end()) {
                done(failure(ErrorKind::AddressRefused));
            } else if (found->second.size() > most) {
                done(failure(ErrorKind::DownloadTooLarge));
            } else {
                done(Fetched { found->second, {} });
            }
        };
        if (holds) {
            held << path;
            m_waiting << reply;
        } else {
            QMetaObject::invokeMethod(context, reply, Qt::QueuedConnection);
        }
    }

    void release()
    {
        holds = false;
        held.clear();
        for (const auto& reply : std::exchange(m_waiting, {})) {
            reply();
        }
    }

private:
    QList<std::function<void()>> m_waiting;
};

//! A frame of one pixel on a screen so wide.
QByteArray gif(quint16 screenWidth)
{
    QByteArray bytes("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00"
                     "\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00;",
                     35);
    qToLittleEndian(screenWidth, bytes.data() + 6);
    return bytes;
}

} // namespace

class TestAvatarCache : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Web> m_web;

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
        m_web = std::make_unique<Web>();
        m_web->bodies[u"a.png"_s] = picture({ 300, 200 });
        m_web->bodies[u"b.jpg"_s] = picture({ 64, 64 }, "JPEG");
    }

    void loadsOnceAndKeepsItOnDisk()
    {
        {
            AvatarCache cache(options(), *m_web);
            const auto image = loaded(cache, m_web->address(u"a.png"_s));
            QVERIFY(image);
            QCOMPARE(image->height(), 128); // no larger than it is shown
            QVERIFY(loaded(cache, m_web->address(u"a.png"_s)));
            QVERIFY(loaded(cache, m_web->address(u"b.jpg"_s)));
        }
        QCOMPARE(m_web->asked.size(), 2);
        AvatarCache later(options(), *m_web);
        QVERIFY(loaded(later, m_web->address(u"a.png"_s)));
        QCOMPARE(m_web->asked.size(), 2);
    }

    //! What the fetcher does not ask has no picture.
    void aRefusedAddressHasNoPicture()
    {
        AvatarCache cache(options(), *m_web);
        const auto image = loaded(cache, u"file:///etc/hostname"_s);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::AddressRefused);
    }

    void takesOnlySmallPictures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("words") << QByteArray("<html>not a picture</html>");
        QTest::newRow("half of one") << picture({ 300, 200 }).left(60);
        QTest::newRow("another format") << picture({ 20, 20 }, "BMP");
        QTest::newRow("a drawing that reads files")
            << QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">)"
                          R"(<image href="/dev/stdin" width="9" height="9"/></svg>)");
        QTest::newRow("a drawing behind a picture's first bytes")
            << QByteArray("\xff\xd8\xff<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("too many pixels") << picture({ 2'049, 2 });
        QTest::newRow("too many bytes") << picture({ 20, 20 }) + QByteArray(600'000, 'x');
        QTest::newRow("a GIF's screen of too many pixels") << gif(65'535);
        QTest::newRow("nothing") << QByteArray();
    }

    void takesOnlySmallPictures()
    {
        QFETCH(QByteArray, body);
        m_web->bodies[u"bad"_s] = body;
        AvatarCache cache(options(), *m_web);
        QVERIFY(!loaded(cache, m_web->address(u"bad"_s)));
        QVERIFY(!loaded(cache, m_web->address(u"bad"_s))); // not asked for again so soon
        QCOMPARE(m_web->asked.size(), 1);
        QVERIFY(QDir(options().folder).isEmpty());
    }

    //! A thousand of them are kept, so each is small, however it is shaped.
    void noPictureIsLargerThanItIsShown_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* format : { "PNG", "JPEG" }) {
            for (const QSize size : { QSize(2'048, 2), QSize(2, 2'048), QSize(2'048, 2'048),
                                      QSize(129, 1), QSize(300, 200) }) {
                QTest::addRow("%s, %d by %d", format, size.width(), size.height())
                    << picture(size, format);
            }
        }
        QTest::newRow("GIF, its screen larger than its first frame") << gif(2'000);
    }

    void noPictureIsLargerThanItIsShown()
    {
        QFETCH(QByteArray, body);
        m_web->bodies[u"large"_s] = body;
        AvatarCache cache(options(), *m_web);
        const auto image = loaded(cache, m_web->address(u"large"_s));
        QVERIFY(image);
        QVERIFY(!image->isNull());
        QVERIFY2(image->width() <= 128 && image->height() <= 128,
                 qPrintable(u"%1 by %2"_s.arg(image->width()).arg(image->height())));
    }

    //! The picture is its middle, not the whole of it pressed into a square.
    void theMiddleIsShown()
    {
        QImage stripes(600, 200, QImage::Format_RGB32);
        stripes.fill(Qt::red);
        for (int x = 200; x < 400; ++x) {
            for (int y = 0; y < 200; ++y) {
                stripes.setPixel(x, y, qRgb(0, 0, 255));
            }
        }
        for (const char* format : { "PNG", "JPEG" }) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            stripes.save(&buffer, format, 100);
            m_web->bodies[QString::fromLatin1(format)] = bytes;
            AvatarCache cache(options(), *m_web);
            const auto image = loaded(cache, m_web->address(QString::fromLatin1(format)));
            QVERIFY(image);
            QCOMPARE(image->size(), QSize(128, 128));
            for (const int x : { 4, 64, 123 }) {
                QVERIFY2(qBlue(image->pixel(x, 64)) > 200 && qRed(image->pixel(x, 64)) < 60,
                         format);
            }
        }
    }

    //! What lies in the folder is no picture that was stored there: it is loaded again.
    void whatLiesInTheFolderIsOpenedWithCare_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : { "pipe", "link", "folder" }) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    void whatLiesInTheFolderIsOpenedWithCare()
    {
        QFETCH(QString, kind);
        const QString address = m_web->address(u"a.png"_s);
        QVERIFY(loaded(*std::make_unique<AvatarCache>(options(), *m_web), address));
        QDir folder(options().folder);
        const QString stored = folder.filePath(folder.entryList(QDir::Files).value(0));
        const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
        QVERIFY(QFile::rename(stored, elsewhere));
        if (kind == u"pipe") {
            QCOMPARE(::mkfifo(qPrintable(stored), 0600), 0);
        } else if (kind == u"link") {
            QVERIFY(QFile::link(elsewhere, stored));
        } else {
            QVERIFY(folder.mkdir(stored));
        }
        AvatarCache later(options(), *m_web);
        QVERIFY(loaded(later, address));
        QCOMPARE(m_web->asked.size(), 2);
    }

    void loadsAFewAtATimeTheLatestWishFirst()
    {
        m_web->holds = true;
        AvatarCacheOptions few = options();
        few.parallel = 2;
        few.waiting = 5;
        AvatarCache cache(few, *m_web);
        QObject context;
        int cancelled = 0;
        int answered = 0;
        const auto wish = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                const QString path = u"p%1"_s.arg(i);
                m_web->bodies[path] = picture({ 8, 8 });
                cache.load(m_web->address(path), &context, [&](const Result<QImage>& image) {
                    ++answered;
                    cancelled += !image && image.error().kind == ErrorKind::Cancelled ? 1 : 0;
                });
            }
        };
        wish(0, 2);
        QTRY_COMPARE(m_web->held.size(), 2);
        wish(2, 12);
        QCOMPARE(cancelled, 5); // those that scrolled away
        m_web->asked.clear();
        m_web->release();
        QTRY_COMPARE(answered, 12);
        QCOMPARE(m_web->asked.first(), u"p11"_s);
        QVERIFY(m_web->mostOpen <= 2);
    }

    void theFolderStaysSmall()
    {
        AvatarCacheOptions small = options();
        const QByteArray one = picture({ 40, 40 });
        small.maxFolderBytes = one.size() * 10;
        AvatarCache cache(small, *m_web);
        for (int i = 0; i < 25; ++i) {
            m_web->bodies[u"s%1"_s.arg(i)] = one;
            QVERIFY(loaded(cache, m_web->address(u"s%1"_s.arg(i))));
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
        AvatarCache cache(options(), *m_web);
        auto context = std::make_unique<QObject>();
        bool isAnswered = false;
        cache.load(m_web->address(u"a.png"_s), context.get(),
                   [&](const Result<QImage>&) { isAnswered = true; });
        context.reset();
        QVERIFY(loaded(cache, m_web->address(u"a.png"_s)));
        QVERIFY(!isAnswered);
    }
};

QTEST_GUILESS_MAIN(TestAvatarCache)
#include "tst_avatarcache.moc"
