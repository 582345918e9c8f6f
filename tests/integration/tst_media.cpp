// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"
#include "headlessoptions.h"
#include "httpsserver.h"
#include "localcompanion/localcompanion.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
const QString Tam = u"365333052772575247"_s;

//! A companion that fetches from `server` as it does from Zalo.
CompanionOptions optionsIn(const QString& folder, const HttpsServer& server)
{
    CompanionOptions options = simulatorOptions(folder);
    options.policy.backlogThreadInterval = 10ms;
    options.policy.backlogInterval = 10ms;
    options.policy.pruneInterval = 100ms;
    options.policy.pruneAfterStart = 100ms;
    options.policy.mediaGrace = 0ms;
    options.fetch.hosts = HostList();
    options.fetch.port = server.serverPort();
    options.fetch.caFile = server.caFile();
    options.fetch.resolved = server.resolved();
    options.fetch.mayConnect = [](const QHostAddress& address) { return address.isLoopback(); };
    return options;
}

//! One of Tâm's, at this address.
QString photo(const QString& url)
{
    return u"{\"senderId\":\"%1\",\"kind\":\"photo\",\"content\":\"\",\"url\":\"%2\"}"_s.arg(Tam,
                                                                                             url);
}

//! Whether this process has loaded a library.
bool isLoaded(const char* name)
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QFile::ReadOnly) && maps.readAll().contains(name);
}

} // namespace

//! A picture that somebody sent is fetched, and is there for as long as the Gateway may ask for it.
class TestMedia : public QObject
{
    Q_OBJECT

    //! One that is online.
    std::unique_ptr<LocalCompanion> run(const CompanionOptions& options)
    {
        auto companion = std::make_unique<LocalCompanion>(options);
        addMethods(companion->bridge(), companion->roles(), companion->relay());
        bool started = false;
        companion->start(this, [&started](const Result<void>& done) { started = bool(done); });
        if (!QTest::qWaitFor([&started] { return started; }, Patience)
            || !companion->roles().sessions.adopt(defaultProfile())) {
            return {};
        }
        const auto isOnline = [&companion] {
            const ProfileSnapshot* profile =
                companion->roles().snapshots.snapshot().find(defaultProfile());
            return profile && profile->session.state == SessionState::Online;
        };
        return QTest::qWaitFor(isOnline, Patience) ? std::move(companion) : nullptr;
    }

private slots:
    void aPictureWaitsWithItsMessage()
    {
        HttpsServer server;
        if (!server.start()) {
            QSKIP("there is no openssl, or no loopback");
        }
        const QByteArray picture("\x89PNG\r\n\x1a\n...", 11);
        server.answers["a.png"] = HttpsServer::ok(picture, "Content-Type: image/png\r\n");
        Simulator sim;
        sim.ctl({ u"login"_s });
        const QTemporaryDir folder;
        const CompanionOptions options = optionsIn(folder.path(), server);
        const QDir kept(options.paths.mediaFolder() + u"/default"_s);
        const auto keptNow = [&kept] { return kept.entryList(QDir::Files).size(); };
        auto companion = run(options);
        QVERIFY(companion);
        QVERIFY(!isLoaded("/libcurl.")); // it and the thirty it brings are for who gets files
        QVERIFY(sim.ctlSucceeds({ u"inject"_s, photo(server.address(u"a.png"_s)) }));
        QTRY_COMPARE_WITH_TIMEOUT(keptNow(), 1, Patience);
        QVERIFY(isLoaded("/libcurl."));
        // zca downloads nothing.
        const QDir zcas(sim.file(u"openclaw/media/openzca/default/inbound"_s));
        QVERIFY(zcas.entryList(QDir::Files).isEmpty());

        // The next run takes up what this one stored, and tidies up around it.
        QTRY_COMPARE(companion->roles().snapshots.snapshot().profiles.first().queue.inboundWaiting,
                     1);
        companion.reset();
        companion = run(options);
        QVERIFY(companion);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), 1, Patience);
        const QJsonObject params = gateway.delivered.first();
        const QJsonObject medium = params[u"media"][0].toObject();
        QFile file(medium[u"path"].toString());
        QVERIFY2(file.open(QFile::ReadOnly), qPrintable(file.fileName()));
        QVERIFY(file.fileName().startsWith(options.paths.mediaFolder()));
        QCOMPARE(file.readAll(), picture);
        QVERIFY(!medium.contains(u"missing"));
        QCOMPARE(medium[u"mime"].toString(), u"image/png"_s);

        // Taken is not done: the file stays until the Gateway says what it did.
        QVERIFY(!QTest::qWaitFor([&file] { return !file.exists(); }, 500));
        QVERIFY(gateway.call(u"inbound.outcome"_s,
                             { { u"profile"_s, u"default"_s },
                               { u"msgId"_s, params[u"msgId"] },
                               { u"outcome"_s, u"dispatched"_s } }));
        QTRY_COMPARE_WITH_TIMEOUT(keptNow(), 0, Patience);
        gateway.close();
    }

    //! 200 pairs in 20 threads; each picture takes longer than it takes to write the text behind
    //! it.
    void aTextNeverPassesThePictureBeforeIt()
    {
        HttpsServer server;
        if (!server.start()) {
            QSKIP("there is no openssl, or no loopback");
        }
        const HttpsServer::Answer picture =
            HttpsServer::ok("picture", "Content-Type: image/png\r\n");
        server.answers["p.png"] = [picture](QSslSocket* socket, const QByteArray& request) {
            QTimer::singleShot(100ms, socket, [=] { picture(socket, request); });
        };
        Simulator sim;
        sim.ctl({ u"login"_s });
        const QTemporaryDir folder;
        CompanionOptions options = optionsIn(folder.path(), server);
        options.policy.orderQuiet = 1s; // whatever a busy machine does between two lines
        options.policy.orderHold = 60s;
        const auto companion = run(options);
        QVERIFY(companion);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        QHash<QString, QStringList> written;
        QByteArray lines;
        qint64 time = QDateTime::currentMSecsSinceEpoch();
        for (int i = 0; i < 200; ++i) {
            const QString thread = u"3910000000000001%1"_s.arg(i % 20, 2, 10, QLatin1Char('0'));
            const QString text = u"text %1"_s.arg(i);
            written[thread] << u"picture"_s << text;
            for (const QJsonObject& message :
                 { QJsonObject { { u"kind"_s, u"photo"_s },
                                 { u"content"_s, QString() },
                                 { u"url"_s, server.address(u"p.png"_s) } },
                   QJsonObject { { u"content"_s, text } } }) {
                QJsonObject line = message;
                line[u"threadId"_s] = thread;
                line[u"ts"_s] = ++time;
                lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
            }
        }
        QProcess write;
        write.start(Simulator::path(), { u"ctl"_s, u"write"_s, u"-"_s });
        write.write(lines);
        write.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), 400, 120'000);
        QHash<QString, QStringList> delivered;
        for (const QJsonObject& params : std::as_const(gateway.delivered)) {
            const bool isPicture = params[u"msgType"].toString() == u"chat.photo";
            QVERIFY(!isPicture || !params[u"media"][0][u"path"].toString().isEmpty());
            delivered[params[u"threadId"].toString()]
                << (isPicture ? u"picture"_s : params[u"text"].toString());
        }
        QCOMPARE(delivered, written);
        QTRY_COMPARE(write.state(), QProcess::NotRunning);
        gateway.close();
    }

    //! Whatever a stranger writes, nothing but Zalo's hosts is asked, and nothing else handed on.
    void nothingElseIsAsked()
    {
        HttpsServer server;
        if (!server.start()) {
            QSKIP("there is no openssl, or no loopback");
        }
        server.answers["r.png"] =
            HttpsServer::redirect(u"https://127.0.0.1:%1/x"_s.arg(server.serverPort()));
        Simulator sim;
        sim.ctl({ u"login"_s });
        const QTemporaryDir folder;
        const CompanionOptions options = optionsIn(folder.path(), server);
        const auto companion = run(options);
        QVERIFY(companion);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        const QString port = QString::number(server.serverPort());
        QStringList messages;
        for (const QString& host :
             { u"127.0.0.1"_s, u"0x7f.1"_s, u"localhost"_s, u"[::1]"_s, u"[::ffff:127.0.0.1]"_s,
               u"evil.com"_s, u"f1.zdn.vn."_s, u"u:p@f1.zdn.vn"_s, u"zdn.vn.evil.com"_s }) {
            messages << photo(u"https://%1:%2/x.png"_s.arg(host, port));
        }
        messages << photo(u"http://f1.zdn.vn:%1/x.png"_s.arg(port))
                 << photo(u"https://f1.zdn.vn/x.png"_s) << photo(server.address(u"r.png"_s))
                 << u"{\"senderId\":\"%1\",\"content\":\"{\\\"fileUrl\\\":\\\"%2\\\"}\"}"_s.arg(
                        Tam, server.address(u"json"_s))
                 << u"{\"senderId\":\"%1\",\"kind\":\"link\",\"url\":\"%2\"}"_s.arg(
                        Tam, server.address(u"link"_s));
        for (const QString& message : std::as_const(messages)) {
            QVERIFY2(sim.ctlSucceeds({ u"inject"_s, message }), qPrintable(message));
        }
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), messages.size(), Patience);
        for (const QJsonObject& params : std::as_const(gateway.delivered)) {
            const QJsonArray media = params[u"media"].toArray();
            for (const auto& entry : media) {
                QCOMPARE(entry[u"reason"].toString(), u"refused"_s);
                QVERIFY(!entry.toObject().contains(u"url"));
                QVERIFY(!entry.toObject().contains(u"path"));
            }
            const QString type = params[u"msgType"].toString();
            QCOMPARE(media.size(), type == u"chat.photo" ? 1 : 0);
        }
        QCOMPARE(server.asked.size(), 1); // the one that redirects
        gateway.close();
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
