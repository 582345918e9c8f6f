// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/localgatewayhost.h"

#include "gatewayhost/gatewayprocess.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "fakegateway.h"

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

using Kind = GatewayProblem::Kind;

namespace {

//! What is asked of `openclaw`, answered by the test.
class FakeRunner : public OpenClawRunner
{
public:
    struct Shared
    {
        QStringList asked; //!< that was not answered yet, and what was started
        QList<Callback<OpenClawOutput>> waiting;
        Result<qint64> started = qint64(1);
        bool hasPlugin = false;
    };

    explicit FakeRunner(std::shared_ptr<Shared> shared)
        : m_shared(std::move(shared))
    { }

    bool hasPlugin() const override { return m_shared->hasPlugin; }
    void run(const QStringList& arguments, Timing::ms, QObject* context,
             Callback<OpenClawOutput> done) override
    {
        m_shared->asked << arguments.join(u' ');
        m_shared->waiting << boundTo<OpenClawOutput>(context, std::move(done));
    }
    Result<qint64> startDetached(const QStringList& arguments) override
    {
        m_shared->asked << u"start "_s + arguments.join(u' ');
        return m_shared->started;
    }

private:
    std::shared_ptr<Shared> m_shared;
};

Timing quick()
{
    Timing timing;
    timing.gatewayLook = 10ms;
    timing.gatewayTaskLook = 5ms;
    timing.gatewayLogPoll = 10ms;
    timing.gatewayStart = 10min;
    timing.gatewayStop = 10min;
    return timing;
}

//! A process that looks as a Gateway does, and ends when it is asked to.
class GatewayProcess
{
public:
    GatewayProcess()
    {
        const QString program = m_folder.filePath(u"openclaw-gateway"_s);
        QVERIFY(QFile::copy(QStandardPaths::findExecutable(u"sleep"_s), program));
        m_process.start(program, { u"infinity"_s });
        QVERIFY(m_process.waitForStarted());
    }
    ~GatewayProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

struct Fixture
{
    explicit Fixture(const Timing& timing = quick())
        : host(std::make_unique<FakeRunner>(runner), timing)
    { }

    //! What `gateway status` says now.
    [[nodiscard]] QByteArray status() const
    {
        return QByteArray("{'cli':{'version':'2026.9.6'},'logFile':'/nowhere/openclaw.log',"
                          "'service':{'targetRole':'%1','loaded':%2,'runtime':{'status':'%3'}},"
                          "'gateway':{'port':%4,'probeUrl':'ws://127.0.0.1'},"
                          "'port':{'listeners':[{'pid':%5}]}}")
            .replace("%1", canHaveService ? "target" : "diagnostic-only")
            .replace("%2", hasService ? "true" : "false")
            .replace("%3", serviceRuns ? "running" : "stopped")
            .replace("%4", QByteArray::number(gateway.port()))
            .replace("%5", QByteArray::number(pid));
    }
    //! With ' for ", which can be read.
    void answer(const QByteArray& out, int exitCode = 0) const
    {
        QVERIFY(!runner->waiting.isEmpty());
        runner->asked.removeFirst();
        runner->waiting.takeFirst()(
            OpenClawOutput { exitCode, QByteArray(out).replace('\'', '"'), {} });
    }
    //! The page is shown, and everything about it is known.
    void watch()
    {
        host.setWatched(true);
        QCOMPARE(runner->asked, QStringList { u"gateway status --json"_s });
        answer(status());
        QTRY_VERIFY(host.state().run != GatewayRun::Unknown);
    }
    [[nodiscard]] GatewayTask task() const { return host.state().task; }
    [[nodiscard]] GatewayRun run() const { return host.state().run; }
    [[nodiscard]] std::optional<Kind> problem() const
    {
        return host.state().problem ? std::optional(host.state().problem->kind) : std::nullopt;
    }

    FakeGateway gateway;
    bool canHaveService = false;
    bool hasService = false;
    bool serviceRuns = false;
    qint64 pid = 0;
    std::shared_ptr<FakeRunner::Shared> runner = std::make_shared<FakeRunner::Shared>();
    LocalGatewayHost host;
};

const QByteArray Ok = "{'ok':true}";

} // namespace

class TestLocalGatewayHost : public QObject
{
    Q_OBJECT

private slots:
    void itsStateIsThatOfItsPort()
    {
        Fixture f;
        f.watch();
        QCOMPARE(f.run(), GatewayRun::Stopped);
        f.gateway.up();
        QTRY_COMPARE(f.run(), GatewayRun::Running);
        // Somebody else started it: since when is asked.
        QCOMPARE(f.runner->asked, QStringList { u"gateway status --json"_s });
        f.pid = QCoreApplication::applicationPid();
        f.answer(f.status());
        QVERIFY(f.host.state().sinceMs > 0);
        QVERIFY(f.host.state().sinceMs <= QDateTime::currentMSecsSinceEpoch());
        f.gateway.manner = FakeGateway::Manner::OtherProgram;
        QTRY_COMPARE(f.run(), GatewayRun::PortTaken);
        f.gateway.down();
        QTRY_COMPARE(f.run(), GatewayRun::Stopped);
        QCOMPARE(f.host.state().sinceMs, 0);
        QVERIFY(f.runner->asked.isEmpty()); // `openclaw` is not asked for that
    }

    void nobodyLooksWhileThePageIsHidden()
    {
        Fixture f;
        QVERIFY(f.runner->asked.isEmpty());
        f.watch();
        f.host.setWatched(false);
        f.gateway.up();
        QSignalSpy changed(&f.host, &GatewayHost::stateChanged);
        // A look may still be under way; then it is over.
        GatewayProbe probe { Timing() };
        QSignalSpy seen(&probe, &GatewayProbe::answered);
        for (int i = 1; i <= 20; ++i) {
            probe.look(f.gateway.port(), false);
            QTRY_COMPARE(seen.size(), i);
        }
        QVERIFY(changed.size() <= 1);
        f.host.setWatched(true);
        QTRY_COMPARE(f.run(), GatewayRun::Running);
        QVERIFY(f.runner->asked.contains(u"gateway status --json"_s));
    }

    void whetherItCanBeStartedIsSeenWithoutAsking()
    {
        Fixture f;
        QSignalSpy changed(&f.host, &GatewayHost::stateChanged);
        f.host.lookForPlugin();
        QVERIFY(!f.host.state().canStart);
        QCOMPARE(changed.size(), 0);
        f.runner->hasPlugin = true;
        f.host.lookForPlugin();
        QVERIFY(f.host.state().canStart);
        QCOMPARE(changed.size(), 1);
        QVERIFY(f.runner->asked.isEmpty());
    }

    void whyNothingIsKnownIsSaid()
    {
        Fixture f;
        f.host.setWatched(true);
        f.answer("{'ok':false,'error':'broken'}", 1);
        QCOMPARE(f.host.state().unknown, (Error { ErrorKind::OpenClawFailed, u"broken"_s }));
        QVERIFY(!f.host.state().facts);
        f.host.inspect();
        QVERIFY(!f.host.state().unknown); // it is asked again
        f.answer(f.status());
        QVERIFY(!f.host.state().unknown && f.host.state().facts);
    }

    void itsServiceIsStarted()
    {
        Fixture f;
        f.canHaveService = f.hasService = true;
        f.watch();
        f.host.start();
        QCOMPARE(f.task(), GatewayTask::Start);
        f.answer(f.status()); // what was true when the page was opened may not be so any more
        QCOMPARE(f.runner->asked, QStringList { u"gateway start --json"_s });
        f.host.stop(); // one task at a time
        QCOMPARE(f.task(), GatewayTask::Start);
        f.answer(Ok);
        QCOMPARE(f.task(), GatewayTask::Start); // it has to answer
        f.gateway.up();
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.problem(), std::nullopt);
        QCOMPARE(f.run(), GatewayRun::Running);
    }

    void withoutAServiceItRunsByItself()
    {
        Fixture f;
        const GatewayProcess process;
        f.runner->started = process.pid();
        f.watch();
        f.host.start();
        f.answer(f.status());
        QCOMPARE(f.runner->asked, QStringList { u"start gateway run"_s });
        f.gateway.up();
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.problem(), std::nullopt);
    }

    void oneThatEndsAtOnceIsNotWaitedFor()
    {
        Fixture f;
        f.runner->started = std::numeric_limits<int>::max(); // no such process
        f.watch();
        f.host.start();
        f.answer(f.status());
        QTRY_COMPARE(f.problem(), std::optional(Kind::Ended));
        QCOMPARE(f.task(), GatewayTask::None);
    }

    void oneThatDoesNotAnswerInTimeIsSaid()
    {
        Timing timing = quick();
        timing.gatewayStart = 1ms;
        Fixture f(timing);
        const GatewayProcess process;
        f.runner->started = process.pid();
        f.watch();
        f.host.start();
        f.answer(f.status());
        QTRY_COMPARE(f.problem(), std::optional(Kind::NotStarted));
    }

    void whatOpenClawRefusesIsSaid()
    {
        Fixture f;
        f.canHaveService = f.hasService = true;
        f.watch();
        f.host.start();
        f.answer(f.status());
        f.answer("{'ok':false,'error':'its configuration is invalid'}", 1);
        QCOMPARE(
            f.host.state().problem,
            (GatewayProblem { Kind::OpenClaw,
                              { ErrorKind::OpenClawFailed, u"its configuration is invalid"_s } }));
        QCOMPARE(f.task(), GatewayTask::None);
        // Without OpenClaw nothing can be done either.
        Fixture g;
        g.runner->started = failure(ErrorKind::OpenClawMissing);
        g.watch();
        g.host.start();
        g.answer(g.status());
        QCOMPARE(g.host.state().problem->error.kind, ErrorKind::OpenClawMissing);
    }

    void itsServiceIsStopped()
    {
        Fixture f;
        f.canHaveService = f.hasService = f.serviceRuns = true;
        f.gateway.up();
        f.watch();
        QCOMPARE(f.run(), GatewayRun::Running);
        f.host.stop();
        f.answer(f.status());
        QCOMPARE(f.runner->asked, QStringList { u"gateway stop --force --json"_s });
        f.answer(Ok);
        QCOMPARE(f.task(), GatewayTask::Stop);
        f.gateway.down();
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.run(), GatewayRun::Stopped);
        QCOMPARE(f.problem(), std::nullopt);
    }

    void oneFromATerminalEndsAsByCtrlC_data()
    {
        QTest::addColumn<bool>("hasService");
        QTest::newRow("no service") << false;
        QTest::newRow("a service that is not it") << true;
    }

    void oneFromATerminalEndsAsByCtrlC()
    {
        QFETCH(bool, hasService);
        Fixture f;
        f.canHaveService = f.hasService = hasService;
        const GatewayProcess process;
        f.pid = process.pid();
        f.gateway.up();
        f.watch();
        f.host.stop();
        f.answer(f.status());
        QTRY_VERIFY(!process.runs());
        QCOMPARE(f.task(), GatewayTask::Stop); // its port still answers
        f.gateway.down();
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.problem(), std::nullopt);
    }

    void whatIsNoGatewayIsLeftAlone()
    {
        Fixture f;
        f.pid = QCoreApplication::applicationPid();
        f.gateway.up();
        f.watch();
        f.host.stop();
        f.answer(f.status());
        QCOMPARE(f.problem(), std::optional(Kind::NotStopped));
        QCOMPARE(f.task(), GatewayTask::None);
    }

    void whatDoesNotStopIsSaid()
    {
        Timing timing = quick();
        timing.gatewayStop = 1ms;
        Fixture f(timing);
        f.canHaveService = f.hasService = f.serviceRuns = true;
        f.gateway.up();
        f.watch();
        f.host.stop();
        f.answer(f.status());
        f.answer(Ok);
        QTRY_COMPARE(f.problem(), std::optional(Kind::NotStopped));
    }

    void aRestartWithoutAServiceStopsAndStarts()
    {
        Fixture f;
        const GatewayProcess old;
        const GatewayProcess next;
        f.pid = old.pid();
        f.runner->started = next.pid();
        f.gateway.up();
        f.watch();
        f.host.restart();
        f.answer(f.status());
        QTRY_VERIFY(!old.runs());
        QVERIFY(f.runner->asked.isEmpty());
        f.gateway.down();
        QTRY_COMPARE(f.runner->asked, QStringList { u"start gateway run"_s });
        QCOMPARE(f.task(), GatewayTask::Restart);
        f.gateway.up();
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.problem(), std::nullopt);
    }

    void itsServiceIsRestartedAndInstalled()
    {
        Fixture f;
        f.canHaveService = f.hasService = f.serviceRuns = true;
        f.gateway.up();
        f.watch();
        f.host.restart();
        f.answer(f.status());
        QCOMPARE(f.runner->asked, QStringList { u"gateway restart --json"_s });
        f.answer(Ok);
        QTRY_COMPARE(f.task(), GatewayTask::None);
        f.answer(f.status()); // its process is another one
        f.host.installService();
        f.answer(f.status());
        QCOMPARE(f.runner->asked, QStringList { u"gateway install --json"_s });
        f.answer(Ok);
        QTRY_COMPARE(f.task(), GatewayTask::None);
        QCOMPARE(f.problem(), std::nullopt);
    }

    void theControlUiIsReachedWithoutItsToken()
    {
        Fixture f;
        std::optional<Result<QUrl>> link;
        f.host.openControlUi(this, [&link](const Result<QUrl>& given) { link = given; });
        QCOMPARE(f.runner->asked, QStringList { u"dashboard --json"_s });
        f.answer("{'ok':true,'browserUrl':'http://127.0.0.1:18789/#bootstrapToken=secret'}");
        QVERIFY(link && *link);
        QVERIFY(!(*link)->toString().contains(u"secret"));
        f.host.openControlUi(this, [&link](const Result<QUrl>& given) { link = given; });
        f.answer("{'ok':false,'reason':'not ready'}", 1);
        QCOMPARE(link->error(), (Error { ErrorKind::OpenClawFailed, u"not ready"_s }));
    }
};

QTEST_GUILESS_MAIN(TestLocalGatewayHost)
#include "tst_localgatewayhost.moc"
