// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "application.h"
#include "companionprocess.h"
#include "demo/demoscript.h"
#include "simulator.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DeadlineMs = 30'000;

LaunchPlaces placesBeside(const QString& program)
{
    return launchPlaces(QProcessEnvironment::systemEnvironment(), true, QFileInfo(program).path())
        .value();
}

LaunchOptions demoOptions()
{
    LaunchOptions options;
    options.demo = true;
    return options;
}

//! How many processes live on this imagined Zalo, besides this one.
int processesOn(const QString& simulatorHome)
{
    const QByteArray variable = "ZCA_SIM_HOME=" + QFile::encodeName(simulatorHome);
    int found = 0;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& process : processes) {
        QFile environment(u"/proc/%1/environ"_s.arg(process));
        if (process.toLongLong() != QCoreApplication::applicationPid()
            && environment.open(QIODevice::ReadOnly)
            && environment.readAll().split('\0').contains(variable)) {
            ++found;
        }
    }
    return found;
}

//! The demo as main() runs it, without its windows.
struct RunningDemo
{
    RunningDemo()
    {
        QObject::connect(&application, &Application::starting, &application,
                         [this](const Companion& starting) { companion.emplace(starting); });
        QObject::connect(&application, &Application::ready, &application,
                         [this] { isReady = true; });
        QObject::connect(&application, &Application::finished, &application,
                         [this](ExitStatus status) { ended = status; });
        application.start();
    }
    ~RunningDemo()
    {
        if (!ended) {
            application.quit(true);
            [[maybe_unused]] const bool inTime =
                QTest::qWaitFor([this] { return ended.has_value(); }, DeadlineMs);
        }
    }

    [[nodiscard]] bool isOnline() const
    {
        const ProfileSnapshot* profile = companion->snapshots.snapshot().find(u"default"_s);
        return profile && profile->session.state == SessionState::Online;
    }
    [[nodiscard]] QList<ActivityItem> activity() const
    {
        std::optional<QList<ActivityItem>> items;
        ActivityQuery query;
        query.withText = true;
        companion->activity.activity(query, &companion->activity,
                                     [&items](const Result<ActivityList>& page) {
                                         items = page ? page->items : QList<ActivityItem>();
                                     });
        return QTest::qWaitFor([&items] { return items.has_value(); }, DeadlineMs)
            ? *items
            : QList<ActivityItem>();
    }
    //! Messages of one direction in one state, or with one outcome.
    [[nodiscard]] QStringList texts(ActivityItem::Kind kind, const QString& state) const
    {
        QStringList found;
        for (const ActivityItem& item : activity()) {
            if (item.kind == kind && stateName(item.effectiveState()) == state) {
                found << item.text->body;
            }
        }
        return found;
    }

    LaunchPlaces places = placesBeside(QStringLiteral(COMPANION_BINARY));
    Application application { demoOptions(), places };
    std::optional<Companion> companion;
    bool isReady = false;
    std::optional<ExitStatus> ended;
};

//! The real program as a demo, with windows on Qt's offscreen platform.
struct DemoProcess
{
    explicit DemoProcess(const CompanionProcess& normal)
    {
        process.setProcessEnvironment(normal.environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(COMPANION_BINARY), { u"--demo"_s });
    }
    ~DemoProcess()
    {
        process.kill();
        process.waitForFinished();
    }

    QProcess process;
};

QJsonObject demoStatus(const CompanionProcess& normal)
{
    return QJsonDocument::fromJson(
               normal.run({ u"--demo"_s, u"--json"_s, u"status"_s }).out.toUtf8())
        .object();
}

} // namespace

//! `--demo` shows all of it, and meets nothing real.
class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void fromTheCodeToTheEcho()
    {
        RunningDemo demo;
        QTRY_VERIFY_WITH_TIMEOUT(demo.isReady, DeadlineMs);
        QCOMPARE(demo.companion->snapshots.snapshot().mode, RunMode::Demo);
        QTRY_COMPARE_WITH_TIMEOUT(demo.companion->snapshots.snapshot().bridgeState,
                                  BridgeState::Kind::Connected, DeadlineMs);
        QCOMPARE(demo.companion->snapshots.snapshot().gateways.first().label,
                 u"Demo Gateway (echo)"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.companion->snapshots.snapshot().zcaPath.isEmpty(),
                                 DeadlineMs);

        QList<LoginStep::Kind> steps;
        QObject::connect(&demo.companion->sessions, &SessionService::loginChanged,
                         &demo.application,
                         [&steps](const LoginStep& step) { steps << step.kind; });
        QVERIFY(demo.companion->sessions.startLogin(u"default"_s, OtherPerson::Accepted));
        QTRY_VERIFY_WITH_TIMEOUT(steps.contains(LoginStep::Kind::Qr), DeadlineMs);
        demo.application.simulateScan();
        QTRY_VERIFY_WITH_TIMEOUT(steps.contains(LoginStep::Kind::Confirmed), DeadlineMs);
        QVERIFY(steps.contains(LoginStep::Kind::Scanned));
        QVERIFY(demo.isOnline());

        QTRY_COMPARE_WITH_TIMEOUT(demo.texts(ActivityItem::Kind::Inbound, u"dispatched"_s).size(),
                                  1, DeadlineMs);
        const QString text = demo.texts(ActivityItem::Kind::Inbound, u"dispatched"_s).first();
        QCOMPARE(text, demoScript().first().message[u"content"].toString());
        QCOMPARE(demo.texts(ActivityItem::Kind::Outbound, u"sent"_s),
                 QStringList { u"Echo: "_s + text });
        QFile outbox(demo.places.simulatorHome + u"/sim/outbox.jsonl"_s);
        QVERIFY2(outbox.open(QIODevice::ReadOnly), qPrintable(outbox.fileName()));
        QCOMPARE(outbox.readAll().trimmed().split('\n').size(), 1);

        QVERIFY(processesOn(demo.places.simulatorHome) > 0);
        demo.application.quit(true);
        QTRY_COMPARE_WITH_TIMEOUT(demo.ended, ExitStatus::Success, DeadlineMs);
        QTRY_COMPARE_WITH_TIMEOUT(processesOn(demo.places.simulatorHome), 0, DeadlineMs);
    }

    //! Of the run before: the login, the messages, the Gateway's key.
    void goesOnWhereItWasLeft()
    {
        RunningDemo demo;
        QTRY_VERIFY_WITH_TIMEOUT(demo.isReady, DeadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(demo.isOnline(), DeadlineMs);
        QTRY_COMPARE_WITH_TIMEOUT(demo.companion->snapshots.snapshot().bridgeState,
                                  BridgeState::Kind::Connected, DeadlineMs);
        QVERIFY(demo.texts(ActivityItem::Kind::Outbound, u"sent"_s).size() >= 1);
    }

    void besideANormalOne()
    {
        const Simulator sim;
        CompanionProcess normal;
        QVERIFY(normal.start());
        const DemoProcess demo(normal);
        QTRY_COMPARE_WITH_TIMEOUT(demoStatus(normal)[u"bridge"][u"state"].toString(),
                                  u"Connected"_s, DeadlineMs);
        const QJsonObject demoNow = demoStatus(normal);
        const QJsonObject normalNow = normal.status();
        QCOMPARE(demoNow[u"companion"][u"mode"].toString(), u"demo"_s);
        QCOMPARE(demoNow[u"companion"][u"pid"].toInteger(), demo.process.processId());
        QCOMPARE(normalNow[u"companion"][u"mode"].toString(), u"headless"_s);
        QCOMPARE(normalNow[u"bridge"][u"state"].toString(), u"NoGateway"_s);
        QVERIFY(normalNow[u"bridge"][u"gateways"].toArray().isEmpty());
        QVERIFY(demoNow[u"bridge"][u"path"] != normalNow[u"bridge"][u"path"]);
        QVERIFY(normal.run({ u"--demo"_s, u"status"_s }).out.contains(u"Demo"));
        QVERIFY(!normal.run({ u"status"_s }).out.contains(u"Demo"));

        QCOMPARE(normal.run({ u"--demo"_s, u"quit"_s }).status, 0);
        QCOMPARE(normal.status()[u"companion"][u"pid"].toInteger(), normal.processId());
    }

    void copyWithoutADemoSaysSo()
    {
        const QTemporaryDir empty;
        Application application(demoOptions(), placesBeside(empty.filePath(u"zalo-companion"_s)));
        const QSignalSpy failed(&application, &Application::failed);
        application.start();
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(u"without --demo"));
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
