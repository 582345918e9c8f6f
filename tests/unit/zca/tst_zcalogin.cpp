// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "loginrecorder.h"
#include "zca/zcarunner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;
using zalo::test::LoginRecorder;

Q_DECLARE_METATYPE(zalo::ErrorKind)

namespace {

const QByteArray png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

//! Saves the QR where it is told to, as `auth login --qr-path` does.
const QByteArray saveQr = "echo \"$*\" >\"$DIR/args\"; for qr; do :; done\n"
                          "[ -e \"$qr\" ] && exit 9\n"
                          "cp \"$DIR/qr\" \"$qr\"; echo \"QR code saved to: $qr\"\n";

const QByteArray loggedIn = "echo 'Scanned by: Trần Quốc Bảo'\n"
                            "echo 'Logged in profile work as Trần Quốc Bảo (487654321098765432)'\n";

} // namespace

class TestZcaLogin : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<LoginRecorder> m_login;
    Policy m_policy;
    QString m_private;

    void start(const QByteArray& script, ZcaCapabilities capabilities = ZcaCapability::QrPath)
    {
        ZcaProgram program;
        program.path = m_zca->script(script);
        program.capabilities = capabilities;
        m_runner =
            std::make_unique<ZcaRunner>([program] { return program; }, m_zca->folder(), m_policy);
        m_login = std::make_unique<LoginRecorder>();
        m_login->start(program, *m_runner, m_private, m_policy);
    }

    //! A program without --qr-path. `$DIR/in` is there while somebody is logged in.
    void startPolling(
        const QByteArray& atLogin = "echo \"data:image/png;base64,$(base64 -w0 \"$DIR/qr\")\"")
    {
        start("echo \"$*\" >>\"$DIR/asked\"\n"
              "case \"$*\" in\n"
              "*'auth status') [ -e \"$DIR/in\" ] && exit 0\n"
              "  echo 'Error: Profile work: not logged in' >&2; exit 1;;\n"
              "*'auth logout') rm -f \"$DIR/in\"; echo out >>\"$DIR/outs\";;\n"
              "*'auth login --qr-base64') "
                  + atLogin
                  + ";;\n"
                    "*'me info -j') echo '{\"userId\":\"48\",\"displayName\":\"Bảo\"}';;\n"
                    "*) exit 9;; esac\n",
              ZcaCapability::QrBase64);
    }

    bool nothingIsLeft() const
    {
        return QDir(m_private).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_private = m_zca->newFolder(u"private"_s);
        QFile qr(m_zca->path(u"qr"_s));
        QVERIFY(qr.open(QIODevice::WriteOnly));
        qr.write(png);
        m_policy = {};
        m_policy.stopGrace = 200ms;
        m_policy.loginPoll = 20ms;
    }

    void cleanup()
    {
        m_login.reset();
        m_runner.reset();
    }

    void everyStepOfASuccess()
    {
        start(saveQr + loggedIn + "echo 'Cache refreshed: 250 friends, 12 groups'\n");
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->steps, QStringList({ u"qr"_s, u"scanned Trần Quốc Bảo"_s }));
        QCOMPARE(m_login->png, png);
        QCOMPARE(
            m_login->results.first().value(),
            (LoginResult { u"487654321098765432"_s, u"Trần Quốc Bảo"_s, LoginEvidence::Printed }));
        const QByteArray call = "--profile work auth login --qr-path " + m_private.toUtf8();
        QVERIFY(m_zca->read(u"args"_s).startsWith(call));
        QVERIFY(nothingIsLeft());
    }

    void theQrIsPrivate()
    {
        start(saveQr + "exec sleep 60");
        QTRY_COMPARE(m_login->steps, QStringList { u"qr"_s });
        const QStringList folders = QDir(m_private).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(folders.size(), 1);
        const auto rights = QFile::permissions(m_private + u'/' + folders.first());
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther)));
        m_login->attempt.reset(); // and is gone with the attempt
        QVERIFY(nothingIsLeft());
    }

    void aFailedCacheIsASuccessAllTheSame()
    {
        start(saveQr + loggedIn + "echo 'Warning: login succeeded but' >&2; exit 1");
        QTRY_COMPARE(m_login->results.size(), 1);
        QVERIFY(m_login->results.first().has_value());
    }

    void aCancelAfterTheSuccessIsASuccess()
    {
        start(saveQr + loggedIn + ": >\"$DIR/said\"; exec sleep 60");
        QTRY_VERIFY(m_zca->has(u"said"_s));
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.elapsed() > 200); // it is read by now
        QVERIFY(m_login->results.isEmpty()); // zca still fills its cache
        m_login->attempt->cancel();
        QTRY_COMPARE(m_login->results.size(), 1);
        QVERIFY(m_login->results.first().has_value());
    }

    void otherEnds_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* name, const QByteArray& script, const QStringList& steps,
                            ErrorKind kind) { QTest::newRow(name) << script << steps << kind; };
        const QString qr = u"qr"_s;
        const QByteArray refused = "echo 'Error: Cannot get scan result' >&2; exit 1";
        row("declined, exit 0",
            saveQr + "echo 'QR login declined on phone. Retry by running auth login again.'",
            { qr }, ErrorKind::LoginDeclined);
        row("expired", saveQr + "echo 'QR expired. Retrying...'\n" + refused, { qr },
            ErrorKind::LoginExpired);
        row("expired at Zalo", saveQr + refused, { qr }, ErrorKind::LoginExpired);
        row("offline", "echo 'Error: fetch failed' >&2; exit 1", {}, ErrorKind::Offline);
        row("exit 0 without a word", saveQr, { qr }, ErrorKind::ZcaBroken);
        row("no picture", "echo 'QR code saved to: /x'; exec sleep 60", {}, ErrorKind::ZcaBroken);
        row("half a picture",
            "head -c 40 \"$DIR/qr\" >\"$DIR/half\"; mv \"$DIR/half\" \"$DIR/qr\"\n" + saveQr
                + "exec sleep 60",
            {}, ErrorKind::ZcaBroken);
        const QByteArray elsewhere = "for qr; do :; done; ";
        const QByteArray saved = "; echo 'QR code saved to: /x'; exec sleep 60";
        row("a pipe", elsewhere + "mkfifo \"$qr\"" + saved, {}, ErrorKind::ZcaBroken);
        row("a link to an older picture", elsewhere + "ln -s \"$DIR/qr\" \"$qr\"" + saved, {},
            ErrorKind::ZcaBroken);
        row("a folder", elsewhere + "mkdir \"$qr\"" + saved, {}, ErrorKind::ZcaBroken);
        row("an endless one",
            "head -c 2000000 /dev/zero >>\"$DIR/qr\"\n" + saveQr + "exec sleep 60", {},
            ErrorKind::ZcaBroken);
        row("crash", saveQr + "kill -9 $$", { qr }, ErrorKind::ZcaFailed);
    }

    void otherEnds()
    {
        QFETCH(QByteArray, script);
        start(script);
        QTRY_COMPARE(m_login->results.size(), 1);
        QTEST(m_login->steps, "steps");
        QTEST(m_login->results.first().error().kind, "kind");
        QVERIFY(nothingIsLeft());
    }

    void cancelEndsIt()
    {
        start(saveQr + "exec sleep 60");
        QTRY_COMPARE(m_login->steps.size(), 1);
        m_login->attempt->cancel();
        QVERIFY(m_login->results.isEmpty());
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(nothingIsLeft());
    }

    void theDeadlineEndsIt()
    {
        m_policy.loginDeadline = 200ms;
        start("exec sleep 60");
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::TimedOut);
    }

    void withoutAPrivateFolderNothingIsStarted()
    {
        QVERIFY(QDir(m_private).removeRecursively());
        start(saveQr);
        QVERIFY(m_login->results.isEmpty());
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::FileUnwritable);
        QVERIFY(!m_zca->has(u"args"_s));
    }

    void aProgramThatShowsNoQr()
    {
        start(saveQr, {});
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::ZcaUsage);
    }

    void pollingSeesTheNewLogin()
    {
        startPolling();
        QTRY_COMPARE(m_login->steps, QStringList { u"qr"_s });
        QCOMPARE(m_login->png, png);
        QTRY_VERIFY(m_zca->read(u"asked"_s).count("auth status") >= 3);
        QVERIFY(m_login->results.isEmpty());
        m_zca->script(u"in"_s, {});
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().value(),
                 (LoginResult { u"48"_s, u"Bảo"_s, LoginEvidence::StatusChanged }));
    }

    void anOldLoginIsNotTheNewOne()
    {
        m_zca->script(u"in"_s, {});
        startPolling();
        QTRY_COMPARE(m_login->steps, QStringList { u"qr"_s });
        QCOMPARE(m_zca->read(u"outs"_s), QByteArray("out\n"));
        QTRY_VERIFY(m_zca->read(u"asked"_s).count("auth status") >= 4);
        QVERIFY(m_login->results.isEmpty());
        m_login->attempt->cancel();
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(!m_zca->has(u"in"_s));
    }

    void pollingEnds_data()
    {
        QTest::addColumn<QByteArray>("atLogin");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no data URL") << QByteArray("echo hello") << ErrorKind::ZcaBroken;
        QTest::newRow("offline") << QByteArray("echo 'Error: fetch failed' >&2; exit 1")
                                 << ErrorKind::Offline;
    }

    void pollingEnds()
    {
        QFETCH(QByteArray, atLogin);
        startPolling(atLogin);
        QTRY_COMPARE(m_login->results.size(), 1);
        QTEST(m_login->results.first().error().kind, "kind");
        QVERIFY(m_login->steps.isEmpty());
    }

    void pollingExpires()
    {
        m_policy.qrLifetime = 100ms;
        startPolling();
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::LoginExpired);
        QCOMPARE(m_login->steps, QStringList { u"qr"_s });
    }

    void pollingDoesNotGuessWhileOffline()
    {
        start("echo 'Error: fetch failed' >&2; exit 1", ZcaCapability::QrBase64);
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::Offline);
    }
};

QTEST_GUILESS_MAIN(TestZcaLogin)
#include "tst_zcalogin.moc"
