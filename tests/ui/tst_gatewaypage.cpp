// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/gatewaypage.h"
#include "ui/pages/gatewaypanel.h"
#include "uifixtures.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

GatewayHostState hostIn(GatewayRun run)
{
    GatewayHostState host;
    host.run = run;
    host.facts = GatewayFacts {};
    host.facts->version = u"2026.9.6"_s;
    host.facts->port = 18'789;
    host.facts->logFile = u"/tmp/openclaw/openclaw-2026-11-29.log"_s;
    return host;
}

struct Fixture
{
    explicit Fixture(GatewayRun run = GatewayRun::Running, bool isConnected = true)
    {
        companion.snapshots.now = healthySnapshot({ accountIn(SessionState::Online) });
        companion.snapshots.now.gateways = {
            { u"g1"_s, u"OpenClaw"_s, true, isConnected, 1'000, {}, false },
        };
        companion.gatewayHost.now = hostIn(run);
        page = std::make_unique<GatewayPage>(
            GatewayPage::Roles { companion.snapshots, companion.gateways, companion.gatewayHost });
        auto* panel = page->findChild<GatewayPanel*>();
        panel->setConfirm(confirm.answer());
        panel->setBrowser([this](const QUrl& address) {
            opened << address.toString();
            return hasBrowser;
        });
        page->show();
    }

    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        return visibleButton(*page, text);
    }
    [[nodiscard]] QString text(const char* name) const
    {
        const auto* label = page->findChild<QLabel*>(QString::fromLatin1(name));
        return label->isVisible() ? label->text() : QString();
    }

    FakeCompanion companion;
    ConfirmRecorder confirm;
    QStringList opened;
    bool hasBrowser = true;
    std::unique_ptr<GatewayPage> page;
};

} // namespace

class TestGatewayPage : public QObject
{
    Q_OBJECT

private slots:
    void itIsWatchedWhileThePageIsShown()
    {
        const Fixture f;
        QVERIFY(f.companion.gatewayHost.isWatched);
        f.page->hide();
        QVERIFY(!f.companion.gatewayHost.isWatched);
        f.page->show();
        QVERIFY(f.companion.gatewayHost.isWatched);
    }

    void aDemoLeavesTheRealOneAlone()
    {
        Fixture f;
        f.page->hide();
        f.companion.snapshots.now.mode = RunMode::Demo;
        f.companion.snapshots.show(f.companion.snapshots.now);
        f.page->show();
        QVERIFY(!f.companion.gatewayHost.isWatched);
        QVERIFY(!f.button(u"Stop"_s) && !f.button(u"Start Gateway"_s));
    }

    void aStoppedOneIsStarted()
    {
        Fixture f(GatewayRun::Stopped, false);
        QCOMPARE(f.text("gatewayTitle"), u"Stopped"_s);
        QVERIFY(!f.button(u"Stop"_s));
        f.button(u"Start Gateway"_s)->click();
        QCOMPARE(f.companion.asked, QStringList { u"startGateway"_s });
        GatewayHostState starting = hostIn(GatewayRun::Stopped);
        starting.task = GatewayTask::Start;
        f.companion.gatewayHost.show(starting);
        QCOMPARE(f.text("gatewayTitle"), u"Starting…"_s);
        QVERIFY(!f.button(u"Start Gateway"_s)->isEnabled());
        f.companion.gatewayHost.show(hostIn(GatewayRun::Running));
        QVERIFY(f.button(u"Stop"_s)->isEnabled());
    }

    void whoWouldCutPeopleOffIsAsked_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("asked");
        QTest::newRow("stop") << u"Stop"_s << u"stopGateway"_s;
        QTest::newRow("restart") << u"Restart"_s << u"restartGateway"_s;
    }

    void whoWouldCutPeopleOffIsAsked()
    {
        QFETCH(QString, command);
        QFETCH(QString, asked);
        Fixture f;
        f.button(command)->click();
        QCOMPARE(f.confirm.asked.size(), 1);
        QVERIFY(f.confirm.asked.first().text.contains(u"Customers get no answer"));
        QVERIFY(f.companion.asked.isEmpty());
        f.confirm.agree();
        QCOMPARE(f.companion.asked, QStringList { asked });
        // Nobody is cut off where it is not connected.
        const Fixture idle(GatewayRun::Running, false);
        idle.button(command)->click();
        QVERIFY(idle.confirm.asked.isEmpty());
        QCOMPARE(idle.companion.asked, QStringList { asked });
    }

    void aServiceIsInstalledWhenAPersonAgrees()
    {
        Fixture f(GatewayRun::Stopped);
        GatewayHostState host = hostIn(GatewayRun::Stopped);
        host.facts->canHaveService = true;
        f.companion.gatewayHost.show(host);
        f.button(u"Start with the session…"_s)->click();
        QVERIFY(f.companion.asked.isEmpty());
        f.confirm.agree();
        QCOMPARE(f.companion.asked, QStringList { u"installService"_s });
    }

    void whatDidNotWorkIsSaid()
    {
        Fixture f;
        QCOMPARE(f.text("gatewayProblem"), QString());
        GatewayHostState host = hostIn(GatewayRun::Running);
        host.problem = GatewayProblem { GatewayProblem::Kind::NotStopped, {} };
        f.companion.gatewayHost.show(host);
        QVERIFY(f.text("gatewayProblem").contains(u"Ctrl+C"));
    }

    void theControlUiIsOpenedInTheBrowser()
    {
        Fixture f;
        QPushButton* open = f.button(u"Open Control UI"_s);
        open->click();
        QCOMPARE(f.companion.asked, QStringList { u"openControlUi"_s });
        QVERIFY(!open->isEnabled()); // OpenClaw takes seconds
        f.companion.gatewayHost.onLink(QUrl(u"http://127.0.0.1:1/abc"_s));
        QCOMPARE(f.opened, QStringList { u"http://127.0.0.1:1/abc"_s });
        QVERIFY(open->isEnabled());
        QCOMPARE(f.text("gatewayProblem"), QString());
        f.hasBrowser = false;
        open->click();
        f.companion.gatewayHost.onLink(QUrl(u"http://127.0.0.1:1/abc"_s));
        QVERIFY(f.text("gatewayProblem").contains(u"openclaw dashboard"));
        open->click();
        f.companion.gatewayHost.onLink(failure(ErrorKind::OpenClawFailed, u"not ready"_s));
        QVERIFY(f.text("gatewayProblem").contains(u"not ready"));
    }

    void itsLogIsShownAsItGrows()
    {
        Fixture f;
        auto* log = f.page->findChild<QPlainTextEdit*>(u"gatewayLog"_s);
        QVERIFY(log->isVisible() && log->isReadOnly());
        emit f.companion.gatewayHost.log().appended({ u"one"_s, u"two"_s });
        emit f.companion.gatewayHost.log().appended({ u"three"_s });
        QCOMPARE(log->toPlainText(), u"one\ntwo\nthree"_s);
        emit f.companion.gatewayHost.log().restarted();
        QCOMPARE(log->toPlainText(), QString());
        emit f.companion.gatewayHost.log().appended(QStringList(1'000, u"line"_s));
        QVERIFY(log->blockCount() <= 400);
        f.companion.gatewayHost.show({});
        QVERIFY(!log->isVisible()); // nobody knows where it is
    }

    void itIsLookedForAgain()
    {
        Fixture f;
        GatewayHostState missing;
        missing.unknown = Error { ErrorKind::OpenClawMissing, {} };
        f.companion.gatewayHost.show(missing);
        f.button(u"Check again"_s)->click();
        QCOMPARE(f.companion.asked, QStringList { u"inspect"_s });
    }
};

QTEST_MAIN(TestGatewayPage)
#include "tst_gatewaypage.moc"
