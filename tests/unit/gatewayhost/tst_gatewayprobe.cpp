// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewayprobe.h"

#include <QSignalSpy>
#include <QTest>

#include "fakegateway.h"

using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

using Answer = GatewayProbe::Answer;

class TestGatewayProbe : public QObject
{
    Q_OBJECT

    static Answer look(const FakeGateway& gateway, bool usesTls = false,
                       Timing::ms deadline = 10min)
    {
        Timing timing;
        timing.gatewayAnswer = deadline;
        GatewayProbe probe(timing);
        QList<Answer> answers;
        connect(&probe, &GatewayProbe::answered, &probe,
                [&answers](Answer answer) { answers << answer; });
        probe.look(gateway.port(), usesTls);
        [&] { QTRY_COMPARE(answers.size(), 1); }();
        return answers.value(0);
    }

private slots:
    void whatListensIsTold()
    {
        FakeGateway gateway;
        QCOMPARE(look(gateway), Answer::Nobody);
        gateway.up();
        QCOMPARE(look(gateway), Answer::Gateway);
        gateway.manner = FakeGateway::Manner::OtherProgram;
        QCOMPARE(look(gateway), Answer::Other);
        gateway.manner = FakeGateway::Manner::Silent;
        QCOMPARE(look(gateway, false, 50ms), Answer::Silence);
    }

    void behindTlsAConnectionHasToDo()
    {
        FakeGateway gateway;
        gateway.manner = FakeGateway::Manner::Silent;
        QCOMPARE(look(gateway, true), Answer::Nobody);
        gateway.up();
        QCOMPARE(look(gateway, true), Answer::Gateway);
    }

    void oneLookAtATime()
    {
        FakeGateway gateway;
        gateway.up();
        GatewayProbe probe { Timing() };
        QSignalSpy answers(&probe, &GatewayProbe::answered);
        probe.look(gateway.port(), false);
        probe.look(gateway.port(), false);
        QVERIFY(answers.isEmpty()); // not from inside
        QTRY_COMPARE(answers.size(), 1);
        probe.look(gateway.port(), false);
        QTRY_COMPARE(answers.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestGatewayProbe)
#include "tst_gatewayprobe.moc"
