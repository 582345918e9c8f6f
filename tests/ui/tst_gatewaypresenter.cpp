// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/timetext.h"
#include "ui/presenters/gatewaypresenter.h"
#include "uifixtures.h"

#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(zalo::GatewayRun)
Q_DECLARE_METATYPE(zalo::GatewayTask)
Q_DECLARE_METATYPE(zalo::GatewayProblem)
Q_DECLARE_METATYPE(zalo::StatusIcon)

namespace {

using Command = GatewayCommand;

GatewayFacts facts()
{
    GatewayFacts facts;
    facts.version = u"2026.9.6"_s;
    facts.runningVersion = u"2026.9.6"_s;
    facts.port = 18'789;
    facts.logFile = u"/tmp/openclaw/openclaw-2026-11-29.log"_s;
    return facts;
}

GatewayHostState hostIn(GatewayRun run, const GatewayFacts& known = facts())
{
    GatewayHostState host;
    host.run = run;
    host.facts = known;
    return host;
}

Snapshot snapshot(bool isConnected = true)
{
    Snapshot snapshot = healthySnapshot({ accountIn(SessionState::Online) });
    snapshot.gateways = { { u"g1"_s, u"OpenClaw"_s, true, isConnected, 1'000, {}, false } };
    return snapshot;
}

} // namespace

class TestGatewayPresenter : public QObject
{
    Q_OBJECT

private slots:
    void itsState_data()
    {
        QTest::addColumn<GatewayRun>("run");
        QTest::addColumn<StatusIcon>("icon");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("offered");
        const auto row = [](GatewayRun run, StatusIcon icon, const QString& title,
                            GatewayCommands offered) {
            QTest::newRow(qPrintable(title)) << run << icon << title << int(offered);
        };
        row(GatewayRun::Unknown, StatusIcon::Working, u"Loading…"_s, {});
        row(GatewayRun::Stopped, StatusIcon::Off, u"Stopped"_s, Command::Start);
        row(GatewayRun::Running, StatusIcon::Online, u"Running"_s,
            Command::Stop | Command::Restart | Command::OpenControlUi);
        row(GatewayRun::Silent, StatusIcon::Working, u"Not answering"_s,
            Command::Stop | Command::Restart);
        row(GatewayRun::PortTaken, StatusIcon::ActionRequired, u"Another program uses its port"_s,
            Command::CheckAgain);
    }

    void itsState()
    {
        QFETCH(GatewayRun, run);
        const GatewayView view = presentGateway(hostIn(run), snapshot());
        QTEST(view.icon, "icon");
        QTEST(view.title, "title");
        QTEST(int(view.offered), "offered");
        QVERIFY(!view.details.isEmpty());
        QVERIFY(!view.isBusy);
        QVERIFY(view.hasLog);
    }

    void asWhatItRunsAndSinceWhen()
    {
        GatewayHostState host = hostIn(GatewayRun::Running);
        QVERIFY(presentGateway(host, snapshot()).details.first().contains(u"without a service"));
        host.facts->isServiceRunning = true;
        QVERIFY(presentGateway(host, snapshot()).details.first().contains(u"as a service"));
        host.sinceMs = 1'795'000'000'000;
        QCOMPARE(presentGateway(host, snapshot()).title,
                 QString(u"Running since "_s + timeText(host.sinceMs)));
    }

    void anotherVersionThanItRunsIsSaid()
    {
        GatewayHostState host = hostIn(GatewayRun::Running);
        QCOMPARE(presentGateway(host, snapshot()).details.last(),
                 u"OpenClaw 2026.9.6, port 18789."_s);
        host.facts->version = u"2026.9.7"_s;
        QVERIFY(presentGateway(host, snapshot()).details.last().contains(u"2026.9.7"));
    }

    //! That it runs is not yet that anybody gets an answer.
    void greenOnlyWhereItIsConnected()
    {
        const GatewayView view = presentGateway(hostIn(GatewayRun::Running), snapshot(false));
        QCOMPARE(view.icon, StatusIcon::Working);
        QVERIFY(view.details.first().contains(u"not connected to Zalo Companion"));
    }

    void aServiceIsOfferedWhereThereIsNone()
    {
        GatewayFacts known = facts();
        known.canHaveService = true;
        QVERIFY(presentGateway(hostIn(GatewayRun::Stopped, known), snapshot())
                    .offered.testFlag(Command::InstallService));
        known.hasService = true;
        QVERIFY(!presentGateway(hostIn(GatewayRun::Stopped, known), snapshot())
                     .offered.testFlag(Command::InstallService));
    }

    void aTaskIsSaidAndNothingElseCanBePressed_data()
    {
        QTest::addColumn<GatewayTask>("task");
        QTest::addColumn<QString>("title");
        QTest::newRow("start") << GatewayTask::Start << u"Starting…"_s;
        QTest::newRow("stop") << GatewayTask::Stop << u"Stopping…"_s;
        QTest::newRow("restart") << GatewayTask::Restart << u"Restarting…"_s;
        QTest::newRow("install") << GatewayTask::InstallService << u"Installing the service…"_s;
    }

    void aTaskIsSaidAndNothingElseCanBePressed()
    {
        QFETCH(GatewayTask, task);
        GatewayHostState host = hostIn(GatewayRun::Running);
        host.task = task;
        const GatewayView view = presentGateway(host, snapshot());
        QTEST(view.title, "title");
        QVERIFY(view.isBusy);
    }

    void whatDidNotWorkSaysWhatToDo_data()
    {
        using Kind = GatewayProblem::Kind;
        QTest::addColumn<GatewayProblem>("problem");
        QTest::addColumn<QString>("words");
        QTest::newRow("ended") << GatewayProblem { Kind::Ended } << u"start it again"_s;
        QTest::newRow("not started") << GatewayProblem { Kind::NotStarted } << u"try again"_s;
        QTest::newRow("not stopped") << GatewayProblem { Kind::NotStopped } << u"Ctrl+C"_s;
        QTest::newRow("refused") << GatewayProblem { Kind::OpenClaw,
                                                     { ErrorKind::OpenClawFailed, u"no bus"_s } }
                                 << u"no bus"_s;
    }

    void whatDidNotWorkSaysWhatToDo()
    {
        QFETCH(GatewayProblem, problem);
        QFETCH(QString, words);
        GatewayHostState host = hostIn(GatewayRun::Stopped);
        host.problem = problem;
        const GatewayView view = presentGateway(host, snapshot());
        QVERIFY2(view.problem.contains(words), qPrintable(view.problem));
        QVERIFY(view.offered.testFlag(Command::Start)); // what can be done stays
    }

    void whatIsNotKnownSaysWhy()
    {
        GatewayHostState host;
        QCOMPARE(presentGateway(host, snapshot()).title, u"Loading…"_s);
        QVERIFY(!presentGateway(host, snapshot()).hasLog);
        host.unknown = Error { ErrorKind::OpenClawMissing, {} };
        GatewayView view = presentGateway(host, snapshot());
        QVERIFY(view.title.contains(u"not found"));
        QCOMPARE(view.offered, GatewayCommands(Command::CheckAgain));
        host.unknown = Error { ErrorKind::OpenClawFailed, u"broken"_s };
        view = presentGateway(host, snapshot());
        QVERIFY(view.details.first().contains(u"broken"));
        QCOMPARE(view.offered, GatewayCommands(Command::CheckAgain));
    }

    void aDemoHasNone()
    {
        Snapshot demo = snapshot();
        demo.mode = RunMode::Demo;
        const GatewayView view = presentGateway(hostIn(GatewayRun::Running), demo);
        QCOMPARE(view.offered, GatewayCommands());
        QVERIFY(view.title.contains(u"demo"));
        QVERIFY(!view.hasLog);
    }
};

QTEST_MAIN(TestGatewayPresenter)
#include "tst_gatewaypresenter.moc"
