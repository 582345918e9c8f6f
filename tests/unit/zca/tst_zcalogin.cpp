// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcalogin.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

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
    std::unique_ptr<ZcaLogin> m_login;
    Policy m_policy;
    QStringList m_steps;
    QByteArray m_png;
    QList<Result<LoginResult>> m_results;
    QString m_private;

    void start(const QByteArray& script, ZcaCapabilities capabilities = ZcaCapability::QrPath)
    {
        ZcaProgram program;
        program.path = m_zca->script(script);
        program.capabilities = capabilities;
        m_runner =
            std::make_unique<ZcaRunner>([program] { return program; }, m_zca->folder(), m_policy);
        m_login = std::make_unique<ZcaLogin>(*m_runner, m_private, m_policy);
        connect(m_login.get(), &ZcaLogin::qrReady, this, [this](const QByteArray& bytes) {
            m_steps << QStringLiteral("qr");
            m_png = bytes;
        });
        connect(m_login.get(), &ZcaLogin::scanned, this,
                [this](const QString& name) { m_steps << QStringLiteral("scanned ") + name; });
        connect(m_login.get(), &ZcaLogin::loggedIn, this,
                [this](const QString& name, const QString& id) {
                    m_steps << QStringLiteral("in ") + name + u' ' + id;
                });
        connect(m_login.get(), &ZcaLogin::declined, this,
                [this] { m_steps << QStringLiteral("declined"); });
        connect(m_login.get(), &ZcaLogin::expired, this,
                [this] { m_steps << QStringLiteral("expired"); });
        connect(m_login.get(), &ZcaLogin::finished, this,
                [this](const Result<LoginResult>& result) { m_results << result; });
        m_login->start(program, QStringLiteral("work"));
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
        m_private = m_zca->newFolder(QStringLiteral("private"));
        QFile qr(m_zca->path(QStringLiteral("qr")));
        QVERIFY(qr.open(QIODevice::WriteOnly));
        qr.write(png);
        m_policy = {};
        m_policy.stopGrace = 200ms;
        m_policy.loginPoll = 20ms;
        m_steps.clear();
        m_png.clear();
        m_results.clear();
    }

    void cleanup()
    {
        m_login.reset();
        m_runner.reset();
    }

    void everyStepOfASuccess()
    {
        start(saveQr + loggedIn + "echo 'Cache refreshed: 250 friends, 12 groups'\n");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_steps,
                 QStringList({ QStringLiteral("qr"), QStringLiteral("scanned Trần Quốc Bảo"),
                               QStringLiteral("in Trần Quốc Bảo 487654321098765432") }));
        QCOMPARE(m_png, png);
        QCOMPARE(m_results.first().value(),
                 (LoginResult { QStringLiteral("487654321098765432"),
                                QStringLiteral("Trần Quốc Bảo"), LoginEvidence::Printed }));
        const QByteArray call = "--profile work auth login --qr-path " + m_private.toUtf8();
        QVERIFY(m_zca->read(QStringLiteral("args")).startsWith(call));
        QVERIFY(nothingIsLeft());
    }

    void theQrIsPrivate()
    {
        start(saveQr + "exec sleep 60");
        QTRY_COMPARE(m_steps, QStringList { QStringLiteral("qr") });
        const QStringList folders = QDir(m_private).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(folders.size(), 1);
        const auto rights = QFile::permissions(m_private + u'/' + folders.first());
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther)));
        m_login.reset(); // and is gone with the attempt
        QVERIFY(nothingIsLeft());
    }

    void aFailedCacheIsASuccessAllTheSame()
    {
        start(saveQr + loggedIn + "echo 'Warning: login succeeded but' >&2; exit 1");
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
    }

    void aCancelAfterTheSuccessIsASuccess()
    {
        start(saveQr + loggedIn + "exec sleep 60");
        QTRY_COMPARE(m_steps.size(), 3);
        QVERIFY(m_results.isEmpty()); // zca still fills its cache
        m_login->cancel();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
    }

    void otherEnds_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* name, const QByteArray& script, const QStringList& steps,
                            ErrorKind kind) { QTest::newRow(name) << script << steps << kind; };
        const QString qr = QStringLiteral("qr");
        const QByteArray refused = "echo 'Error: Cannot get scan result' >&2; exit 1";
        row("declined, exit 0",
            saveQr + "echo 'QR login declined on phone. Retry by running auth login again.'",
            { qr, QStringLiteral("declined") }, ErrorKind::LoginDeclined);
        row("expired", saveQr + "echo 'QR expired. Retrying...'\n" + refused,
            { qr, QStringLiteral("expired") }, ErrorKind::LoginExpired);
        row("expired at Zalo", saveQr + refused, { qr, QStringLiteral("expired") },
            ErrorKind::LoginExpired);
        row("offline", "echo 'Error: fetch failed' >&2; exit 1", {}, ErrorKind::Offline);
        row("exit 0 without a word", saveQr, { qr }, ErrorKind::ZcaBroken);
        row("no picture", "echo 'QR code saved to: /x'; exec sleep 60", {}, ErrorKind::ZcaBroken);
        row("half a picture",
            "head -c 40 \"$DIR/qr\" >\"$DIR/half\"; mv \"$DIR/half\" \"$DIR/qr\"\n" + saveQr
                + "exec sleep 60",
            {}, ErrorKind::ZcaBroken);
        row("crash", saveQr + "kill -9 $$", { qr }, ErrorKind::ZcaFailed);
    }

    void otherEnds()
    {
        QFETCH(QByteArray, script);
        start(script);
        QTRY_COMPARE(m_results.size(), 1);
        QTEST(m_steps, "steps");
        QTEST(m_results.first().error().kind, "kind");
        QVERIFY(nothingIsLeft());
    }

    void cancelEndsIt()
    {
        start(saveQr + "exec sleep 60");
        QTRY_COMPARE(m_steps.size(), 1);
        m_login->cancel();
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(nothingIsLeft());
    }

    void theDeadlineEndsIt()
    {
        m_policy.loginDeadline = 200ms;
        start("exec sleep 60");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::TimedOut);
    }

    void withoutAPrivateFolderNothingIsStarted()
    {
        QVERIFY(QDir(m_private).removeRecursively());
        start(saveQr);
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::FileUnwritable);
        QVERIFY(!m_zca->has(QStringLiteral("args")));
    }

    void aProgramThatShowsNoQr()
    {
        start(saveQr, {});
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaUsage);
    }

    void pollingSeesTheNewLogin()
    {
        startPolling();
        QTRY_COMPARE(m_steps, QStringList { QStringLiteral("qr") });
        QCOMPARE(m_png, png);
        QTRY_VERIFY(m_zca->read(QStringLiteral("asked")).count("auth status") >= 3);
        QVERIFY(m_results.isEmpty());
        m_zca->script(QStringLiteral("in"), {});
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().value(),
                 (LoginResult { QStringLiteral("48"), QStringLiteral("Bảo"),
                                LoginEvidence::StatusChanged }));
        QCOMPARE(m_steps.last(), QStringLiteral("in Bảo 48"));
    }

    void anOldLoginIsNotTheNewOne()
    {
        m_zca->script(QStringLiteral("in"), {});
        startPolling();
        QTRY_COMPARE(m_steps, QStringList { QStringLiteral("qr") });
        QCOMPARE(m_zca->read(QStringLiteral("outs")), QByteArray("out\n"));
        QTRY_VERIFY(m_zca->read(QStringLiteral("asked")).count("auth status") >= 4);
        QVERIFY(m_results.isEmpty());
        m_login->cancel();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(!m_zca->has(QStringLiteral("in")));
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
        QTRY_COMPARE(m_results.size(), 1);
        QTEST(m_results.first().error().kind, "kind");
        QVERIFY(m_steps.isEmpty());
    }

    void pollingExpires()
    {
        m_policy.qrLifetime = 100ms;
        startPolling();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::LoginExpired);
        QCOMPARE(m_steps, QStringList({ QStringLiteral("qr"), QStringLiteral("expired") }));
    }

    void pollingDoesNotGuessWhileOffline()
    {
        start("echo 'Error: fetch failed' >&2; exit 1", ZcaCapability::QrBase64);
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Offline);
    }
};

QTEST_GUILESS_MAIN(TestZcaLogin)
#include "tst_zcalogin.moc"
