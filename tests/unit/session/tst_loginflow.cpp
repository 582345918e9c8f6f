// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "session/loginflow.h"
#include "zca/zcarunner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using zalo::test::FakeZca;

//! One login over several attempts of a scripted zca.
class TestLoginFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<LoginFlow> m_flow;
    Policy m_policy;
    QList<LoginStep> m_steps;
    QList<Result<LoginResult>> m_results;

    void start(const QByteArray& script, ZcaCapabilities capabilities = ZcaCapability::QrPath)
    {
        ZcaProgram program;
        program.path = m_zca->script("echo x >>\"$DIR/attempts\"\n" + script);
        program.capabilities = capabilities;
        m_runner =
            std::make_unique<ZcaRunner>([program] { return program; }, m_zca->folder(), m_policy);
        m_flow =
            std::make_unique<LoginFlow>(u"id"_s, u"work"_s, *m_runner, m_zca->folder(), m_policy);
        connect(m_flow.get(), &LoginFlow::step, this,
                [this](const LoginStep& step) { m_steps << step; });
        connect(m_flow.get(), &LoginFlow::finished, this,
                [this](const Result<LoginResult>& result) { m_results << result; });
        m_flow->start(program);
    }

    [[nodiscard]] qsizetype attempts() const { return m_zca->read(u"attempts"_s).count('\n'); }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_policy = {};
        m_policy.stopGrace = 2s;
        m_policy.qrRenewals = 2;
        m_steps.clear();
        m_results.clear();
    }

    void cleanup()
    {
        m_flow.reset();
        m_runner.reset();
    }

    void anExpiredCodeIsReplacedSoManyTimes()
    {
        start("echo 'QR expired. Retrying...'\n");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::LoginExpired);
        QCOMPARE(attempts(), m_policy.qrRenewals + 1);
    }

    void aDeclinedCodeIsNotReplaced()
    {
        start("echo 'QR login declined on phone. Retry by running auth login again.'\n");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::LoginDeclined);
        QCOMPARE(attempts(), 1);
    }

    //! zca said that the code expired, and has not ended yet.
    void aCancelWhileTheCodeExpires()
    {
        start("trap 'sleep 0.5; exit 1' TERM; echo 'QR expired. Retrying...'; : >\"$DIR/said\"\n"
              "while :; do sleep 0.05; done\n");
        QTRY_VERIFY(m_zca->has(u"said"_s));
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.elapsed() > 200); // it is read by now
        m_flow->cancel();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
        QCOMPARE(attempts(), 1);
    }

    void aProgramThatShowsNoQr()
    {
        start({}, {});
        QVERIFY(m_results.isEmpty()); // never from inside start()
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaUsage);
        QCOMPARE(attempts(), 0);
        QCOMPARE(m_steps.size(), 1);
        QCOMPARE(m_steps.first().kind, LoginStep::Kind::Starting);
    }

    void aSuccessHasItsUser()
    {
        start("echo 'Scanned by: Bảo'; echo 'Logged in profile work as Bảo (48)'\n");
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->userId, u"48"_s);
        QCOMPARE(m_steps.last().kind, LoginStep::Kind::Scanned);
        QCOMPARE(m_steps.last().by, u"Bảo"_s);
        QCOMPARE(m_steps.last().loginId, u"id"_s);
    }
};

QTEST_GUILESS_MAIN(TestLoginFlow)
#include "tst_loginflow.moc"
