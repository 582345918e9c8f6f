// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A listener downloads before it prints, and is overtaken meanwhile (ZCA.md 10).

#include "simtext.h"
#include "simulation.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto friendId = u"365333052772575247"_s;

} // namespace

class TestZcaSimMedia : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aTextOvertakesAPicture();
    void signalsDropWhatIsUnderDownload();
    void aClosedListenerPrintsWhatItStillHas();
    void withoutTimeNothingIsDownloaded();
    void aServerMayStall();
    void zeroFilesAreFour();
    void tooLargeAFile();
    void quotedFiles_data();
    void quotedFiles();
    void aTextThatIsJson_data();
    void aTextThatIsJson();
    void someTextsAreInverted();

private:
    void ctl(const QStringList& arguments);
    void ctl(const char* arguments) { ctl(words(arguments)); }
    std::unique_ptr<QProcess> listen();
    void write(QJsonObject message);
    QList<QJsonObject> heard(QProcess& listener, int count);
    QStringList fetched();

    std::unique_ptr<Simulation> m_sim;
    QByteArray m_out;
};

void TestZcaSimMedia::init()
{
    m_sim = std::make_unique<Simulation>();
    m_out.clear();
    ctl("login");
}

void TestZcaSimMedia::ctl(const QStringList& arguments)
{
    const Ran ran = m_sim->ctl(arguments);
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
}

std::unique_ptr<QProcess> TestZcaSimMedia::listen()
{
    auto process = m_sim->start(words("listen -r"));
    ctl("wait listener");
    return process;
}

void TestZcaSimMedia::write(QJsonObject message)
{
    message[u"threadId"_s] = friendId;
    ctl({ u"write"_s, jsonText(message) });
}

//! The first so many messages that the listener has printed.
QList<QJsonObject> TestZcaSimMedia::heard(QProcess& listener, int count)
{
    (void)QTest::qWaitFor(
        [&] {
            m_out += listener.readAllStandardOutput();
            return messagesIn(m_out).size() >= count;
        },
        20'000);
    return messagesIn(m_out);
}

QStringList TestZcaSimMedia::fetched()
{
    QStringList urls;
    for (const QJsonObject& fetch : objectsIn(m_sim->ctl(words("fetches")).out)) {
        urls << fetch.value(u"url"_s).toString();
    }
    return urls;
}

void TestZcaSimMedia::aTextOvertakesAPicture()
{
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s }, { u"downloadTime"_s, 2'000 }, { u"ts"_s, 1'000 } });
    write({ { u"content"_s, u"xem đi"_s }, { u"ts"_s, 1'800 } });
    const QList<QJsonObject> messages = heard(*listener, 2);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0][u"ts"].toString(), u"1800"_s);
    QCOMPARE(messages[1][u"ts"].toString(), u"1000"_s);
    QVERIFY(QFile::exists(messages[1][u"mediaPath"].toString()));
}

void TestZcaSimMedia::signalsDropWhatIsUnderDownload()
{
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s }, { u"downloadTime"_s, 9'000 } });
    listener->terminate();
    const Ran ran = Simulation::finish(*listener);
    QCOMPARE(ran.exitCode, 143);
    QVERIFY(messagesIn(ran.out).isEmpty());
    const QJsonObject counts =
        QJsonDocument::fromJson(m_sim->ctl(words("history counts")).out).object();
    QCOMPARE(counts[u"missed"].toInt(-1), 0);
    QCOMPARE(counts[u"dropped"].toInt(-1), 1);
}

void TestZcaSimMedia::aClosedListenerPrintsWhatItStillHas()
{
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s }, { u"downloadTime"_s, 1'000 } });
    ctl("drop");
    const Ran ran = Simulation::finish(*listener);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(messagesIn(ran.out).size(), 1);
    QVERIFY(ran.out.indexOf("Listener closed") < ran.out.indexOf("\"msgId\""));
}

void TestZcaSimMedia::withoutTimeNothingIsDownloaded()
{
    m_sim->setEnvironment(u"OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS"_s, u"1"_s);
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s }, { u"downloadTime"_s, 9'000 } });
    const QList<QJsonObject> messages = heard(*listener, 1);
    QCOMPARE(messages.size(), 1);
    const QString url = messages[0][u"mediaUrl"].toString();
    QVERIFY(url.startsWith(u"https://"_s));
    QCOMPARE(messages[0][u"mediaUrls"].toArray(), QJsonArray { url });
    QCOMPARE(messages[0][u"mediaKind"].toString(), u"image"_s);
    QVERIFY(!messages[0].contains(u"mediaPath"_s));
    QCOMPARE(messages[0][u"content"].toString(), u"[media attached: %1 (image/*)]"_s.arg(url));
    listener->terminate();
    QCOMPARE(Simulation::finish(*listener).err,
             "Warning: failed to cache inbound media (Timed out downloading inbound media: "
                 + url.toUtf8() + " (1ms))\n");
    // A request can leave within that time all the same.
    QCOMPARE(fetched(), QStringList(url));
}

//! The limit holds for the answer's beginning only.
void TestZcaSimMedia::aServerMayStall()
{
    m_sim->setEnvironment(u"OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS"_s, u"500"_s);
    ctl("set download-stall=1500");
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s } });
    write({ { u"content"_s, u"sau"_s } });
    const QList<QJsonObject> messages = heard(*listener, 2);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0][u"content"].toString(), u"sau"_s);
    QVERIFY(messages[1].contains(u"mediaPath"_s));
}

void TestZcaSimMedia::zeroFilesAreFour()
{
    m_sim->setEnvironment(u"OPENZCA_LISTEN_MEDIA_MAX_FILES"_s, u"0"_s);
    auto listener = listen();
    write({ { u"kind"_s, u"video"_s } });
    QCOMPARE(heard(*listener, 1)[0][u"mediaPaths"].toArray().size(), 2);
    listener->terminate();
    (void)Simulation::finish(*listener);

    m_out.clear();
    m_sim->setEnvironment(u"OPENZCA_LISTEN_MEDIA_MAX_FILES"_s, u"1"_s);
    listener = listen();
    write({ { u"kind"_s, u"video"_s } });
    QCOMPARE(heard(*listener, 1)[0][u"mediaPaths"].toArray().size(), 1);
}

void TestZcaSimMedia::tooLargeAFile()
{
    m_sim->setEnvironment(u"OPENZCA_LISTEN_MEDIA_MAX_BYTES"_s, u"3"_s);
    const auto listener = listen();
    write({ { u"kind"_s, u"photo"_s } });
    const QList<QJsonObject> messages = heard(*listener, 1);
    QVERIFY(!messages[0].contains(u"mediaPath"_s));
    QVERIFY(messages[0].contains(u"mediaUrl"_s));
}

void TestZcaSimMedia::quotedFiles_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("isDownloaded");
    QTest::newRow("usually") << QString() << true;
    QTest::newRow("off") << u"0"_s << false;
}

void TestZcaSimMedia::quotedFiles()
{
    QFETCH(QString, setting);
    QFETCH(bool, isDownloaded);
    if (!setting.isEmpty()) {
        m_sim->setEnvironment(u"OPENZCA_LISTEN_DOWNLOAD_QUOTE_MEDIA"_s, setting);
    }
    const auto url = u"https://photo-stal-9.zdn.vn/1/f.jpg"_s;
    const auto listener = listen();
    write({ { u"content"_s, u"đẹp"_s }, { u"quote"_s, QJsonObject { { u"url"_s, url } } } });
    const QList<QJsonObject> messages = heard(*listener, 1);
    QCOMPARE(messages.size(), 1);
    const QJsonObject quote = messages[0][u"quote"].toObject();
    QCOMPARE(quote[u"mediaUrls"].toArray(), QJsonArray { url });
    QCOMPARE(quote.contains(u"mediaPath"_s), isDownloaded);
    QCOMPARE(messages[0].contains(u"quoteMediaPath"_s), isDownloaded);
    QCOMPARE(fetched(), isDownloaded ? QStringList(url) : QStringList());
}

void TestZcaSimMedia::aTextThatIsJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mediaKind");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("content"); // before what differs
    const auto row = [](const char* text, const char* kind, const char* url, const char* content) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(kind)
                            << QString::fromUtf8(url) << QString::fromUtf8(content);
    };
    row(R"({"fileUrl":"http://127.0.0.1:8080/admin"})", "file", "http://127.0.0.1:8080/admin",
        "[media attached: /");
    row(R"({"href":"http://[::ffff:10.0.0.1]/a.bin","title":"x"})", "file",
        "http://[::ffff:10.0.0.1]/a.bin", "[media attached: /");
    row(R"({"thumb":"https://example.org/t.jpg"})", "image", "https://example.org/t.jpg",
        "[media attached: /");
    row(R"({"text":"chỉ là chữ"})", "", "", "chỉ là chữ");
    row(R"({"a":1})", "", "", "<non-text:webchat>");
    row("[1,2]", "", "", "<non-text:webchat>");
}

void TestZcaSimMedia::aTextThatIsJson()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto listener = listen();
    write({ { u"content"_s, text } });
    const QList<QJsonObject> messages = heard(*listener, 1);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0][u"msgType"].toString(), u"webchat"_s);
    QTEST(messages[0][u"mediaKind"].toString(), "mediaKind");
    QCOMPARE(fetched(), url.isEmpty() ? QStringList() : QStringList(url));
    QFETCH(QString, content);
    QVERIFY2(messages[0][u"content"].toString().startsWith(content),
             qPrintable(messages[0][u"content"].toString()));
}

//! With the same seed the same ones.
void TestZcaSimMedia::someTextsAreInverted()
{
    const auto orderOfARun = [this] {
        const auto listener = listen();
        m_out.clear();
        // Not waited for: the listener's pipe has to be read meanwhile.
        const auto writing = m_sim->start({ u"ctl"_s, u"write"_s,
                                            jsonText({ { u"threadId"_s, friendId },
                                                       { u"content"_s, u"%n"_s },
                                                       { u"count"_s, 200 } }) });
        QList<int> order;
        for (const QJsonObject& message : heard(*listener, 200)) {
            order << message[u"content"].toString().toInt();
        }
        listener->terminate();
        (void)Simulation::finish(*listener);
        return order;
    };
    ctl("set inversions=5 inversion-time=5000 seed=3");
    const QList<int> first = orderOfARun();
    const auto inverted = [](const QList<int>& order) {
        int count = 0;
        for (qsizetype i = 1; i < order.size(); ++i) {
            count += order[i] < order[i - 1] ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(first.size(), 200);
    QVERIFY(inverted(first) >= 3 && inverted(first) <= 20);
    QCOMPARE(orderOfARun(), first);
    ctl("set inversions=0");
    QCOMPARE(inverted(orderOfARun()), 0);
}

QTEST_GUILESS_MAIN(TestZcaSimMedia)
#include "tst_zcasimmedia.moc"
