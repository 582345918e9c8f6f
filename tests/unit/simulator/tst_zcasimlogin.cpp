// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The simulator's logins and profiles, steered through ctl (ZCA.md 1, 3 and 4).

#include "simulation.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <ZXing/ReadBarcode.h>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

QString payloadOf(const QImage& png)
{
    const QImage image = png.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::Result result =
        ZXing::ReadBarcode({ image.constBits(), image.width(), image.height(),
                             ZXing::ImageFormat::Lum, int(image.bytesPerLine()) });
    return result.isValid() ? QString::fromStdWString(result.text()) : QString();
}

} // namespace

class TestZcaSimLogin : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void pngHoldsThePayload();
    void defaultPath();
    void scanByName();
    void confirmNeedsAScan();
    void declinedLeavesNoCredentials();
    void expiresByItself();
    void expiresWhileScanned();
    void sigterm();
    void crashesWithoutTheVariable();
    void base64GoesOnDetached_data();
    void base64GoesOnDetached();
    void zcaCliDrawsInTheTerminal();
    void confirmEndsTheAccountsListeners();
    void aLoginRefreshesTheCacheAfterwards();
    void aLogoutLeavesTheCache();
    void loginsAreRefusedForAWhile();
    void credentialFile();
    void statusOfDeadCookie();
    void offline();
    void logout();
    void unknownProfile_data();
    void unknownProfile();
    void profileFromEnvironment();
    void accounts();

private:
    std::unique_ptr<QProcess> showQr(const QStringList& arguments = {});

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimLogin::init()
{
    m_sim = std::make_unique<Simulation>();
}

std::unique_ptr<QProcess> TestZcaSimLogin::showQr(const QStringList& arguments)
{
    auto process = m_sim->start(words("auth login") + arguments);
    [&] { QCOMPARE(m_sim->ctl(words("wait qr")).exitCode, 0); }();
    return process;
}

void TestZcaSimLogin::pngHoldsThePayload()
{
    const QString file = m_sim->path(u"private.png"_s);
    const auto process = showQr({ u"--qr-path"_s, file });
    const QByteArray payload = m_sim->ctl(words("get qr-payload")).out.trimmed();
    QVERIFY(payload.startsWith("https://zalo.me/qr/"));
    QCOMPARE(payloadOf(QImage(file)), QString::fromLatin1(payload));
    QCOMPARE(m_sim->ctl(words("get qr-path")).out.trimmed(), file.toUtf8());
}

void TestZcaSimLogin::defaultPath()
{
    const auto process = showQr();
    QVERIFY(QFile::exists(m_sim->path(u"qr.png"_s)));
    process->terminate();
    QVERIFY(Simulation::finish(*process).out.contains("\nQR code saved to: qr.png\n"));
}

void TestZcaSimLogin::scanByName()
{
    const auto process = showQr();
    QCOMPARE(m_sim->ctl({ u"scan"_s, u"Lê Thị Ánh"_s }).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 1);
    QCOMPARE(m_sim->ctl(words("confirm")).exitCode, 0);
    const Ran ran = Simulation::finish(*process);
    QVERIFY(ran.out.contains("Scanned by: Lê Thị Ánh\nLogged in profile default as Lê Thị Ánh ("));
    QVERIFY(m_sim->run(words("auth status")).out.contains("displayName: 'Lê Thị Ánh'"));
}

void TestZcaSimLogin::confirmNeedsAScan()
{
    const auto process = showQr();
    const Ran ran = m_sim->ctl(words("confirm"));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, QByteArray("zca-sim ctl: nobody has scanned this QR yet\n"));
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 1);
}

void TestZcaSimLogin::declinedLeavesNoCredentials()
{
    const auto process = showQr();
    QCOMPARE(m_sim->ctl(words("decline")).exitCode, 0);
    QCOMPARE(Simulation::finish(*process).exitCode, 0);
    const Ran ran = m_sim->run(words("auth status"));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, QByteArray("Error: Profile default: not logged in\n"));
    QCOMPARE(m_sim->ctl(words("scan")).err, QByteArray("zca-sim ctl: no login is waiting\n"));
}

void TestZcaSimLogin::expiresByItself()
{
    QCOMPARE(m_sim->ctl(words("set qr-expiry=20")).exitCode, 0);
    const Ran ran = m_sim->run(words("auth login"));
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.out.endsWith("\nQR expired. Retrying...\n"));
    QCOMPARE(ran.err, QByteArray("Error: Cannot get scan result\n"));
}

void TestZcaSimLogin::expiresWhileScanned()
{
    const auto process = showQr();
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("expire")).exitCode, 0);
    QCOMPARE(Simulation::finish(*process).err, QByteArray("Error: Cannot get confirm result\n"));
}

void TestZcaSimLogin::sigterm()
{
    const auto process = showQr();
    process->terminate();
    QCOMPARE(Simulation::finish(*process).exitCode, 143);
    QCOMPARE(m_sim->ctl(words("status")).out, QByteArray());
}

void TestZcaSimLogin::crashesWithoutTheVariable()
{
    m_sim->setEnvironment(u"OPENZCA_QR_AUTO_OPEN"_s, u"1"_s);
    const Ran ran = m_sim->run(words("auth login"));
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.out.contains("Opened QR image in default viewer: "));
    QVERIFY(ran.err.contains("Error: spawn xdg-open ENOENT"));
}

void TestZcaSimLogin::base64GoesOnDetached_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::newRow("openzca") << u"openzca"_s;
    QTest::newRow("zca-cli") << u"zca-cli"_s;
}

void TestZcaSimLogin::base64GoesOnDetached()
{
    QFETCH(QString, dialect);
    QCOMPARE(m_sim->ctl({ u"set"_s, u"dialect="_s + dialect, u"noise=0"_s }).exitCode, 0);
    m_sim->setEnvironment(u"TMPDIR"_s, m_sim->home());
    const Ran ran = m_sim->run(words("auth login --qr-base64"));
    QCOMPARE(ran.exitCode, 0);
    const QByteArray start = "data:image/png;base64,";
    QVERIFY(ran.out.startsWith(start));
    QCOMPARE(ran.out.count('\n'), 1);
    const QImage image = QImage::fromData(QByteArray::fromBase64(ran.out.mid(start.size())));
    QCOMPARE(m_sim->ctl(words("wait qr")).exitCode, 0);
    QCOMPARE(payloadOf(image),
             QString::fromLatin1(m_sim->ctl(words("get qr-payload")).out.trimmed()));
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 1);
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("confirm")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
}

void TestZcaSimLogin::zcaCliDrawsInTheTerminal()
{
    QCOMPARE(m_sim->ctl(words("set dialect=zca-cli")).exitCode, 0);
    const auto process = showQr();
    process->terminate();
    const QByteArray out = Simulation::finish(*process).out;
    QVERIFY(out.contains("█"));
    QVERIFY(!out.contains("QR code saved"));
    QVERIFY(!QFile::exists(m_sim->path(u"qr.png"_s)));
    QVERIFY(!m_sim->run(words("auth login --help")).out.contains("--qr-path"));
    QVERIFY(!m_sim->run(words("listen --help")).out.contains("--supervised"));
    QCOMPARE(m_sim->run(words("auth login --qr-path x")).err.left(27),
             QByteArray("error: unknown option '--qr"));
}

void TestZcaSimLogin::confirmEndsTheAccountsListeners()
{
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work login")).exitCode, 0);
    const auto same = m_sim->start(words("listen -r"));
    const auto other = m_sim->start(words("-p work listen -r"));
    QCOMPARE(m_sim->ctl(words("-p default wait listener")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("-p work wait listener")).exitCode, 0);
    const auto login = showQr();
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("confirm")).exitCode, 0);
    QVERIFY(Simulation::finish(*same).out.endsWith("Listener closed (3003) \n"));
    QCOMPARE(m_sim->ctl(words("-p work wait listener --timeout 0")).exitCode, 0);
    QCOMPARE(other->state(), QProcess::Running);
}

void TestZcaSimLogin::aLoginRefreshesTheCacheAfterwards()
{
    QCOMPARE(m_sim->ctl(words("set cache-time=600000")).exitCode, 0);
    const auto process = showQr();
    QCOMPARE(m_sim->ctl(words("scan")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("confirm")).exitCode, 0);
    QByteArray out;
    QTRY_VERIFY((out += process->readAllStandardOutput()).contains("Logged in profile default"));
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
    QVERIFY(!QFile::exists(m_sim->path(u"profiles/default/cache/friends.json"_s)));
    QCOMPARE(m_sim->ctl(words("confirm")).exitCode, 1);
    process->terminate();
    const Ran ran = Simulation::finish(*process);
    QCOMPARE(ran.exitCode, 143);
    QVERIFY(!ran.out.contains("Cache refreshed"));
}

void TestZcaSimLogin::aLogoutLeavesTheCache()
{
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth cache-refresh")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth logout")).exitCode, 0);
    for (const QString& name : { u"friends.json"_s, u"groups.json"_s }) {
        QVERIFY(QFile::exists(m_sim->path(u"profiles/default/cache/"_s + name)));
    }
    QCOMPARE(m_sim->run(words("auth cache-clear")).exitCode, 0);
    for (const QString& name : { u"friends.json"_s, u"groups.json"_s }) {
        QVERIFY(!QFile::exists(m_sim->path(u"profiles/default/cache/"_s + name)));
    }
}

void TestZcaSimLogin::loginsAreRefusedForAWhile()
{
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->ctl({ u"set"_s, u"refuse-login=Đăng nhập thất bại@2x"_s }).exitCode, 0);
    for (const char* command : { "auth status", "listen -r" }) {
        const Ran ran = m_sim->run(words(command));
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ran.err, QByteArray("Error: Đăng nhập thất bại\n"));
    }
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
}

void TestZcaSimLogin::credentialFile()
{
    QFile file(m_sim->path(u"cred.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"imei":"1","userAgent":"x"})");
    file.close();
    const QStringList call = words("auth login-cred cred.json");
    QCOMPARE(m_sim->run(call).err,
             QByteArray("Error: Credential file must include imei, cookie, and userAgent.\n"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"imei":"1","userAgent":"x","cookie":[{"name":"zpw_sek","value":"abc"}]})");
    file.close();
    QCOMPARE(m_sim->run(call).out,
             QByteArray("Logged in profile default as Nguyễn Minh Anh (512345678901234567)\n"));
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
    QVERIFY(m_sim->run(words("auth login-cred none.json")).err.startsWith("Error: ENOENT: "));
}

void TestZcaSimLogin::statusOfDeadCookie()
{
    QCOMPARE(m_sim->ctl(words("cookie-expire")).exitCode, 1);
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("cookie-expire")).exitCode, 0);
    const QByteArray dead =
        "Error: Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng\n";
    QCOMPARE(m_sim->run(words("auth status")).err, dead);
    QCOMPARE(m_sim->run(words("me info -j")).err, dead);
    QCOMPARE(m_sim->run(words("listen -r")).exitCode, 0);
    QCOMPARE(m_sim->ctl(words("set dead-cookie=login")).exitCode, 0);
    const Ran listener = m_sim->run(words("listen -r"));
    QCOMPARE(listener.exitCode, 1);
    QCOMPARE(listener.err, dead);
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
}

void TestZcaSimLogin::offline()
{
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    const auto login = showQr();
    QCOMPARE(m_sim->ctl(words("net off")).exitCode, 0);
    QCOMPARE(Simulation::finish(*login).err, QByteArray("Error: fetch failed\n"));
    for (const char* call : { "auth status", "me id", "msg send 1 a", "listen -r", "auth login" }) {
        const Ran ran = m_sim->run(words(call));
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ran.err, QByteArray("Error: fetch failed\n"));
    }
    QCOMPARE(m_sim->ctl(words("net on")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth status")).exitCode, 0);
}

void TestZcaSimLogin::logout()
{
    QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    QCOMPARE(m_sim->run(words("auth cache-refresh")).out,
             QByteArray("Cache refreshed for default: 250 friends, 12 groups\n"));
    QCOMPARE(m_sim->run(words("auth logout")).out, QByteArray("Logged out profile default\n"));
    QCOMPARE(m_sim->run(words("auth logout")).exitCode, 0);
    QCOMPARE(m_sim->run(words("me id")).err,
             QByteArray("Error: Profile \"default\" has no credentials. Run: auth login\n"));
    // The cache stays (ZCA.md 3).
    QVERIFY(m_sim->run(words("auth cache-info")).out.contains("friendsCount: 250"));
    QCOMPARE(m_sim->run(words("auth cache-clear")).exitCode, 0);
    QVERIFY(m_sim->run(words("auth cache-info")).out.contains("friendsCount: 0"));
}

void TestZcaSimLogin::unknownProfile_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char* call : { "-p nope me id", "me id -p nope", "listen -r -p nope",
                              "msg send -p nope 1 a", "auth status --profile=nope" }) {
        QTest::newRow(call) << words(call);
    }
}

void TestZcaSimLogin::unknownProfile()
{
    QFETCH(QStringList, arguments);
    const Ran ran = m_sim->run(arguments);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(
        ran.err,
        QByteArray("Error: Profile \"nope\" does not exist. Create it with: account add nope\n"));
}

void TestZcaSimLogin::profileFromEnvironment()
{
    QCOMPARE(m_sim->ctl(words("-p work login")).exitCode, 0);
    m_sim->setEnvironment(u"ZCA_PROFILE"_s, u"work"_s);
    QCOMPARE(m_sim->run(words("me id")).out, QByteArray("487654321098765432\n"));
    m_sim->setEnvironment(u"OPENZCA_PROFILE"_s, u"nope"_s);
    QCOMPARE(m_sim->run(words("me id")).exitCode, 1);
    QCOMPARE(m_sim->run(words("-p work me id")).exitCode, 0);
}

void TestZcaSimLogin::accounts()
{
    QCOMPARE(m_sim->run(words("account add work")).out,
             QByteArray("Profile created: work\n"
                        "Next step: openzca --profile work auth login\n"));
    QCOMPARE(m_sim->run(words("account add work")).err,
             QByteArray("Error: Profile \"work\" already exists.\n"));
    QCOMPARE(m_sim->run(words("account label work Shop")).exitCode, 0);
    QCOMPARE(m_sim->run(words("account use work")).out,
             QByteArray("Default profile set to: work\n"));
    QCOMPARE(m_sim->run(words("account whoami")).out, QByteArray("work\n"));
    QVERIFY(m_sim->run(words("account ls")).out.contains("│ 'work'    │ 'Shop' │ true"));
    QCOMPARE(m_sim->run(words("account rm work")).out, QByteArray("Removed profile: work\n"));
    QCOMPARE(m_sim->run(words("account current")).out, QByteArray("default\n"));
}

QTEST_GUILESS_MAIN(TestZcaSimLogin)
#include "tst_zcasimlogin.moc"
