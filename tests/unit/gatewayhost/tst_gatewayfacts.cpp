// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewayfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestGatewayFacts : public QObject
{
    Q_OBJECT

    //! With ' for ", which can be read.
    static OpenClawOutput said(const QByteArray& out, int exitCode = 0, const QByteArray& err = {})
    {
        return { exitCode, QByteArray(out).replace('\'', '"'), err };
    }

private slots:
    //! As 2026.9.6 prints it without systemd, shortened.
    void withoutAService()
    {
        const auto facts = readGatewayFacts(said(
            "{"
            "'cli': {'version': '2026.9.6'}, 'logFile': '/tmp/openclaw/openclaw-2026-11-29.log',"
            "'service': {'loaded': false, 'targetRole': 'diagnostic-only', 'command': null,"
            "'runtime': {'status': 'unknown'}},"
            "'gateway': {'port': 18990, 'probeUrl': 'ws://127.0.0.1:18990', 'version': '2026.9.5'},"
            "'port': {'listeners': [{'pid': 4711, 'command': 'openclaw-gatewa'}]}}"));
        QVERIFY(facts);
        GatewayFacts expected;
        expected.version = u"2026.9.6"_s;
        expected.runningVersion = u"2026.9.5"_s;
        expected.port = 18990;
        expected.logFile = u"/tmp/openclaw/openclaw-2026-11-29.log"_s;
        expected.pid = 4711;
        QCOMPARE(*facts, expected);
    }

    void withAService()
    {
        const auto facts = readGatewayFacts(
            said("{"
                 "'cli': {'version': '2026.9.6'},"
                 "'service': {'loaded': true, 'targetRole': 'target',"
                 "'command': {'programArguments': ['openclaw']},"
                 "'runtime': {'status': 'running'}},"
                 "'gateway': {'port': 443, 'probeUrl': 'wss://127.0.0.1:443', 'version': null},"
                 "'port': {'listeners': []}}"));
        QVERIFY(facts);
        QVERIFY(facts->canHaveService && facts->hasService && facts->isServiceRunning);
        QVERIFY(facts->usesTls);
        QCOMPARE(facts->runningVersion, QString());
        QCOMPARE(facts->pid, 0);
    }

    void aServiceCouldBeInstalled()
    {
        const auto facts = readGatewayFacts(
            said("{"
                 "'service': {'loaded': false, 'targetRole': 'target', 'command': null},"
                 "'gateway': {'port': 18789}}"));
        QVERIFY(facts);
        QVERIFY(facts->canHaveService && !facts->hasService && !facts->isServiceRunning);
    }

    void whatIsNoAnswerIsSaidInItsWords_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArray() << u"it broke"_s;
        QTest::newRow("no JSON") << QByteArray("Segmentation") << u"it broke"_s;
        QTest::newRow("no port") << QByteArray("{'gateway': {'port': 0}}") << u"it broke"_s;
        QTest::newRow("a text") << QByteArray("{'ok': false, 'error': 'so it\\nis'}")
                                << u"so it is"_s;
        QTest::newRow("an object")
            << QByteArray("{'ok': false, 'error': {'message': 'skipped'}}") << u"skipped"_s;
    }

    void whatIsNoAnswerIsSaidInItsWords()
    {
        QFETCH(QByteArray, out);
        QFETCH(QString, words);
        const auto facts = readGatewayFacts(said(out, 1, "it broke\n"));
        QCOMPARE(facts.error(), (Error { ErrorKind::OpenClawFailed, words }));
        const auto outcome = readGatewayOutcome(said(out, 1, "it broke\n"));
        QCOMPARE(outcome.error(), (Error { ErrorKind::OpenClawFailed, words }));
    }

    void anOutcomeNeedsBothSigns()
    {
        QVERIFY(readGatewayOutcome(said("{'ok': true, 'result': 'started'}")));
        QVERIFY(!readGatewayOutcome(said("{'ok': true}", 1)));
        QVERIFY(!readGatewayOutcome(said("{'ok': false, 'error': 'no'}", 0)));
    }
};

QTEST_GUILESS_MAIN(TestGatewayFacts)
#include "tst_gatewayfacts.moc"
