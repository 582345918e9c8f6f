// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/qrcode.h"
#include "simulation.h"
#include "zca/zcalogin.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using zalo::sim::Simulation;

Q_DECLARE_METATYPE(zalo::ErrorKind)

//! Logging in against the simulator, whose phone scans and confirms.
class TestZcaLoginSim : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulation> m_sim;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<ZcaLogin> m_login;
    Policy m_policy;
    QByteArray m_png;
    QStringList m_steps;
    QList<Result<LoginResult>> m_results;

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
        m_login = std::make_unique<ZcaLogin>(*m_runner, m_sim->home(), m_policy);
        connect(m_login.get(), &ZcaLogin::qrReady, this, [this](const QByteArray& png) {
            m_png = png;
            m_steps << QStringLiteral("qr");
        });
        connect(m_login.get(), &ZcaLogin::scanned, this,
                [this](const QString& name) { m_steps << QStringLiteral("scanned ") + name; });
        connect(m_login.get(), &ZcaLogin::declined, this,
                [this] { m_steps << QStringLiteral("declined"); });
        connect(m_login.get(), &ZcaLogin::expired, this,
                [this] { m_steps << QStringLiteral("expired"); });
        connect(m_login.get(), &ZcaLogin::finished, this,
                [this](const Result<LoginResult>& result) { m_results << result; });
        m_login->start(program, QStringLiteral("work"));
        QTRY_VERIFY(!m_png.isEmpty());
    }

    bool isLoggedIn() const
    {
        return m_sim
                   ->run({ QStringLiteral("-p"), QStringLiteral("work"), QStringLiteral("auth"),
                           QStringLiteral("status") })
                   .exitCode
            == 0;
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        qputenv("ZCA_SIM_HOME", m_sim->home().toUtf8());
        m_policy = {};
        m_policy.stopGrace = 1s;
        m_policy.loginPoll = 50ms;
        m_png.clear();
        m_steps.clear();
        m_results.clear();
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
        const Result<QString> payload = decodeQr(m_png);
        QVERIFY(payload.has_value());
        QCOMPARE(*payload, ctl("get qr-payload"));
    }

    void scannedAndConfirmed()
    {
        start(ZcaCapability::QrPath);
        const QString name = ctl("scan");
        QTRY_COMPARE(m_steps,
                     QStringList({ QStringLiteral("qr"), QStringLiteral("scanned ") + name }));
        QVERIFY(!isLoggedIn());
        ctl("confirm");
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
        QCOMPARE(m_results.first()->displayName, name);
        QCOMPARE(m_results.first()->userId, QStringLiteral("487654321098765432"));
        QCOMPARE(m_results.first()->evidence, LoginEvidence::Printed);
        QVERIFY(isLoggedIn());
    }

    void theOtherEnds_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QString>("step");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("declined") << QByteArray("decline") << QStringLiteral("declined")
                                  << ErrorKind::LoginDeclined;
        QTest::newRow("expired") << QByteArray("expire") << QStringLiteral("expired")
                                 << ErrorKind::LoginExpired;
    }

    void theOtherEnds()
    {
        QFETCH(QByteArray, command);
        start(ZcaCapability::QrPath);
        ctl("scan");
        ctl(command.constData());
        QTRY_COMPARE(m_results.size(), 1);
        QTEST(m_results.first().error().kind, "kind");
        QTEST(m_steps.last(), "step");
        QVERIFY(!isLoggedIn());
    }

    void aCancelledAttemptCannotSucceed()
    {
        start(ZcaCapability::QrPath);
        m_login->cancel();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
        QVERIFY(m_sim->ctl({ QStringLiteral("scan") }).exitCode != 0); // nobody is there to scan
        QVERIFY(!isLoggedIn());
    }

    void pollingSeesTheNewLogin()
    {
        start(ZcaCapability::QrBase64);
        const QString name = ctl("scan");
        QVERIFY(m_results.isEmpty());
        ctl("confirm");
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 10'000);
        QVERIFY(m_results.first().has_value());
        QCOMPARE(m_results.first()->displayName, name);
        QCOMPARE(m_results.first()->evidence, LoginEvidence::StatusChanged);
    }
};

QTEST_GUILESS_MAIN(TestZcaLoginSim)
#include "tst_zcaloginsim.moc"
