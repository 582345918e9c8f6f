// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "loginrecorder.h"
#include "session/qrcode.h"
#include "simulation.h"
#include "zca/zcarunner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::sim::Simulation;
using zalo::test::LoginRecorder;

Q_DECLARE_METATYPE(zalo::ErrorKind)

//! Logging in against the simulator, whose phone scans and confirms.
class TestZcaLoginSim : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulation> m_sim;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<LoginRecorder> m_login;
    Policy m_policy;

    QString ctl(const char* command)
    {
        const sim::Ran ran = m_sim->ctl(QString::fromUtf8(command).split(u' '));
        if (ran.exitCode != 0) {
            qWarning("ctl %s: %s", command, ran.err.constData());
        }
        return QString::fromUtf8(ran.out).trimmed();
    }

    void start(ZcaCapability capability)
    {
        ZcaProgram program;
        program.path = Simulation::program();
        program.capabilities = capability;
        m_runner =
            std::make_unique<ZcaRunner>([program] { return program; }, m_sim->home(), m_policy);
        m_login = std::make_unique<LoginRecorder>();
        m_login->start(program, *m_runner, m_sim->home(), m_policy);
        QTRY_VERIFY(!m_login->png.isEmpty());
    }

    bool isLoggedIn() const
    {
        return m_sim->run({ u"-p"_s, u"work"_s, u"auth"_s, u"status"_s }).exitCode == 0;
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        qputenv("ZCA_SIM_HOME", m_sim->home().toUtf8());
        m_policy = {};
        m_policy.stopGrace = 1s;
        m_policy.loginPoll = 50ms;
    }

    void cleanup()
    {
        m_login.reset();
        m_runner.reset();
        m_sim.reset();
    }

    void theQrHoldsWhatThePhoneReads_data()
    {
        QTest::addColumn<bool>("attached");
        QTest::newRow("--qr-path") << true;
        QTest::newRow("--qr-base64") << false;
    }

    void theQrHoldsWhatThePhoneReads()
    {
        QFETCH(bool, attached);
        start(attached ? ZcaCapability::QrPath : ZcaCapability::QrBase64);
        const Result<QString> payload = decodeQr(m_login->png);
        QVERIFY(payload.has_value());
        QCOMPARE(*payload, ctl("get qr-payload"));
    }

    void scannedAndConfirmed()
    {
        start(ZcaCapability::QrPath);
        const QString name = ctl("scan");
        QTRY_COMPARE(m_login->steps, QStringList({ u"qr"_s, u"scanned "_s + name }));
        QVERIFY(!isLoggedIn());
        ctl("confirm");
        QTRY_COMPARE(m_login->results.size(), 1);
        QVERIFY(m_login->results.first().has_value());
        QCOMPARE(m_login->results.first()->displayName, name);
        QCOMPARE(m_login->results.first()->userId, u"487654321098765432"_s);
        QCOMPARE(m_login->results.first()->evidence, LoginEvidence::Printed);
        QVERIFY(isLoggedIn());
    }

    void theOtherEnds_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("declined") << QByteArray("decline") << ErrorKind::LoginDeclined;
        QTest::newRow("expired") << QByteArray("expire") << ErrorKind::LoginExpired;
    }

    void theOtherEnds()
    {
        QFETCH(QByteArray, command);
        start(ZcaCapability::QrPath);
        ctl("scan");
        ctl(command.constData());
        QTRY_COMPARE(m_login->results.size(), 1);
        QTEST(m_login->results.first().error().kind, "kind");
        QVERIFY(!isLoggedIn());
    }

    void aCancelledAttemptCannotSucceed()
    {
        start(ZcaCapability::QrPath);
        m_login->attempt->cancel();
        QTRY_COMPARE(m_login->results.size(), 1);
        QCOMPARE(m_login->results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(m_sim->ctl({ u"scan"_s }).exitCode != 0); // nobody is there to scan
        QVERIFY(!isLoggedIn());
    }

    void pollingSeesTheNewLogin()
    {
        start(ZcaCapability::QrBase64);
        const QString name = ctl("scan");
        QVERIFY(m_login->results.isEmpty());
        ctl("confirm");
        QTRY_COMPARE_WITH_TIMEOUT(m_login->results.size(), 1, 10'000);
        QVERIFY(m_login->results.first().has_value());
        QCOMPARE(m_login->results.first()->displayName, name);
        QCOMPARE(m_login->results.first()->evidence, LoginEvidence::StatusChanged);
    }
};

QTEST_GUILESS_MAIN(TestZcaLoginSim)
#include "tst_zcaloginsim.moc"
