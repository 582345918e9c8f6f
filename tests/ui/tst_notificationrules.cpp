// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "findingexamples.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "health/rules.h"
#include "ui/presenters/statuspresenter.h"
#include "ui/shell/notificationrules.h"
#include "ui/shell/notifier.h"
#include "uifixtures.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(zalo::FindingCode)

namespace {

struct Told
{
    QString topic;
    QString title;
    QString text;
    QString button;
};

//! Keeps what it is asked to show.
class FakeNotifier : public Notifier
{
public:
    QList<Told> told;
    QStringList withdrawn;

    void notify(const QString& topic, const QString& title, const QString& text,
                const QString& button) override
    {
        told.append({ topic, title, text, button });
    }
    void withdraw(const QString& topic) override { withdrawn << topic; }
};

struct Fixture : WindowFixture
{
    FakeNotifier notifier;
    std::unique_ptr<NotificationRules> rules;

    explicit Fixture(const Snapshot& first = wellSnapshot())
    {
        companion.snapshots.now = first;
        rules = std::make_unique<NotificationRules>(companion.roles(), settings, notifier);
    }
    void show(const Snapshot& snapshot) { companion.snapshots.show(snapshot); }
};

} // namespace

//! What there is a notification of: each change that needs somebody, once.
class TestNotificationRules : public QObject
{
    Q_OBJECT

private slots:
    //! Its Gateway goes and comes back meanwhile; nobody is told twice.
    void whoAsksIsToldOfOnce()
    {
        Fixture f;
        Snapshot asking = snapshotWith(FindingCode::PairingRequested);
        f.show(asking);
        for (const bool isConnected : { false, true }) {
            for (PairingRequest& request : asking.pairings) {
                request.isGatewayConnected = isConnected;
            }
            f.show(asking);
        }
        QCOMPARE(f.notifier.told.size(), asking.pairings.size());
        emit f.notifier.activated(f.notifier.told.first().topic, false);
        QCOMPARE(f.companion.asked,
                 QStringList { u"approvePairing "_s + asking.pairings.first().requestId });
        asking.pairings.removeFirst();
        f.show(asking);
        QVERIFY(f.notifier.withdrawn.contains(f.notifier.told.first().topic));
    }

    void whatNeedsSomebodyIsTold_data()
    {
        QTest::addColumn<FindingCode>("code");
        for (const Rule& rule : healthRules()) {
            QTest::newRow(rule.name) << rule.code;
        }
    }

    //! With the sentence and the button of tray and overview.
    void whatNeedsSomebodyIsTold()
    {
        QFETCH(FindingCode, code);
        Fixture f;
        const Snapshot snapshot = snapshotWith(code);
        f.show(snapshot);
        f.show(wellSnapshot());
        const Finding finding = findings(snapshot).first();
        const bool isToldOtherwise = code == FindingCode::NoAccount
            || code == FindingCode::LoggedOut || code == FindingCode::GatewayAwaitsApproval
            || code == FindingCode::PairingRequested;
        if (isToldOtherwise || finding.severity > Severity::ActionRequired) {
            // Each person who asks has one.
            QCOMPARE(f.notifier.told.size(), code == FindingCode::PairingRequested ? 2 : 0);
            return;
        }
        QCOMPARE(f.notifier.told.size(), 1);
        const Told told = f.notifier.told.first();
        const StatusView tray = presentStatus(snapshot);
        QVERIFY2(told.title.endsWith(tray.title), qPrintable(told.title));
        QCOMPARE(told.title.startsWith(u"Mẹ Lan: "), !finding.profile.isEmpty());
        QCOMPARE(told.text, tray.detail);
        QCOMPARE(told.button, tray.action ? statusActionText(tray.action->what) : QString());
        QCOMPARE(f.notifier.withdrawn, QStringList { told.topic }); // it is over
    }

    //! However often it is tried again, and whatever else changes meanwhile.
    void oneForEachChange()
    {
        Fixture f;
        Snapshot snapshot = snapshotWith(FindingCode::LoginDoubtful);
        f.show(snapshot);
        for (int retry = 1; retry < 4; ++retry) {
            snapshot.profiles.first().session.retry.nextTryMs += 60'000;
            ++snapshot.profiles.first().session.retry.refusedLogins;
            f.show(snapshot);
        }
        QCOMPARE(f.notifier.told.size(), 1);
        snapshot.profiles.first().queue.inboundFailed = 1;
        f.show(snapshot);
        QCOMPARE(f.notifier.told.size(), 2);
        snapshot.profiles.first().queue.inboundFailed = 7;
        f.show(snapshot);
        QCOMPARE(f.notifier.told.size(), 2);
        // Another cause of the same account's session takes its place.
        Snapshot kicked = snapshotWith(FindingCode::OpenedElsewhere);
        kicked.profiles.first().queue.inboundFailed = 7;
        f.show(kicked);
        QCOMPARE(f.notifier.told.size(), 3);
        QCOMPARE(f.notifier.told[2].topic, f.notifier.told[0].topic);
        QCOMPARE(f.notifier.withdrawn, QStringList());
    }

    void whoWaitsForLongIsToldOf()
    {
        Fixture f;
        Snapshot snapshot = snapshotWith(FindingCode::RelayPaused);
        f.show(snapshot);
        snapshot.profiles.first().waiting = { 1, 1'795'000'000'000 };
        f.show(snapshot);
        QCOMPARE(f.notifier.told.size(), 0); // somebody paused it, and nobody has waited for long
        snapshot.profiles.first().isWaitOverdue = true;
        f.show(snapshot);
        snapshot.profiles.first().waiting.count = 2;
        f.show(snapshot);
        QCOMPARE(f.notifier.told.size(), 1);
        QVERIFY(f.notifier.told.first().title.contains(u"waiting since"));
        QCOMPARE(f.notifier.told.first().button, u"Resume"_s);
    }

    void eachKindCanBeSwitchedOff_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::addColumn<int>("which");
        using S = Settings::Switch;
        QTest::newRow("program") << FindingCode::ZcaMissing << int(S::NotifyProgram);
        QTest::newRow("storage") << FindingCode::StorageFull << int(S::NotifyStorage);
        QTest::newRow("session") << FindingCode::LoginExpired << int(S::NotifySession);
        QTest::newRow("gateway") << FindingCode::PluginOutdated << int(S::NotifyGateway);
        QTest::newRow("delivery") << FindingCode::DeliveryStalled << int(S::NotifyDelivery);
        QTest::newRow("messages") << FindingCode::TurnsFailed << int(S::NotifyMessages);
    }

    void eachKindCanBeSwitchedOff()
    {
        QFETCH(FindingCode, code);
        QFETCH(int, which);
        Fixture f;
        for (int other = int(Settings::Switch::NotifyProgram);
             other <= int(Settings::Switch::NotifyMessages); ++other) {
            f.settings.setOn(Settings::Switch(other), other == which);
        }
        f.show(snapshotWith(code));
        QCOMPARE(f.notifier.told.size(), 1);
        // What is there goes with it, and nothing of the kind comes any more…
        f.settings.setOn(Settings::Switch(which), false);
        QCOMPARE(f.notifier.withdrawn, QStringList { f.notifier.told.first().topic });
        f.show(wellSnapshot());
        f.show(snapshotWith(code));
        QCOMPARE(f.notifier.told.size(), 1);
        // …and what was there all the while is no news.
        f.settings.setOn(Settings::Switch(which), true);
        f.show(snapshotWith(code));
        QCOMPARE(f.notifier.told.size(), 1);
    }

    void theButtonDoesWhatItSays()
    {
        Fixture f;
        QSignalSpy actions(f.rules.get(), &NotificationRules::actionRequested);
        QSignalSpy windows(f.rules.get(), &NotificationRules::windowRequested);
        f.show(snapshotWith(FindingCode::OpenedElsewhere));
        emit f.notifier.activated(f.notifier.told.last().topic, false);
        QCOMPARE(f.companion.asked, QStringList { u"reconnect default"_s });
        QCOMPARE(actions.size(), 0);
        emit f.notifier.activated(f.notifier.told.last().topic, true);
        QCOMPARE(windows.size(), 1);
        f.show(snapshotWith(FindingCode::TurnsFailed));
        emit f.notifier.activated(f.notifier.told.last().topic, false);
        QCOMPARE(actions.size(), 1);
        const auto action = actions.first().first().value<StatusAction>();
        QCOMPARE(action.what, HealthAction::ShowActivity);
        QCOMPARE(action.profile, u"default"_s);
        QCOMPARE(action.part, ActivityPart::FailedTurns);
        // What did not work is told.
        f.show(snapshotWith(FindingCode::OpenedElsewhere));
        f.companion.fails = Error { ErrorKind::ZcaMissing, {} };
        emit f.notifier.activated(f.notifier.told.last().topic, false);
        QCOMPARE(f.notifier.told.last().title, u"That did not work"_s);
    }

    void aGatewayThatAsksIsToldOnce()
    {
        Fixture f;
        emit f.companion.gateways.gatewayAwaitsApproval(u"g2"_s, u"OpenClaw · nas"_s);
        f.show(snapshotWith(FindingCode::GatewayAwaitsApproval));
        QCOMPARE(f.notifier.told.size(), 1);
        emit f.notifier.activated(f.notifier.told.first().topic, false);
        QCOMPARE(f.companion.asked, QStringList { u"approveGateway g2"_s });
        f.settings.setOn(Settings::Switch::NotifyGateway, false);
        emit f.companion.gateways.gatewayAwaitsApproval(u"g3"_s, u"OpenClaw · pi"_s);
        QCOMPARE(f.notifier.told.size(), 1);
        // Who came in by being the first is told of in any case.
        emit f.companion.gateways.gatewayTrustedOnFirstUse(u"g1"_s, u"OpenClaw · pi"_s);
        QCOMPARE(f.notifier.told.size(), 2);
    }

    //! What came in unasked may be the user's own: nothing is revoked before they say so.
    void revokingIsAskedInTheWindow()
    {
        Fixture f;
        emit f.companion.gateways.gatewayTrustedOnFirstUse(u"g1"_s, u"OpenClaw · pi"_s);
        const QString topic = f.notifier.told.last().topic;
        const QSignalSpy asked(f.rules.get(), &NotificationRules::revokeRequested);
        const QSignalSpy opened(f.rules.get(), &NotificationRules::actionRequested);
        emit f.notifier.activated(topic, false);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"g1"_s);
        QVERIFY(opened.isEmpty());
        emit f.notifier.activated(topic, true);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<StatusAction>().what, HealthAction::ApproveGateways);
        QCOMPARE(f.companion.asked, QStringList());
    }
};

QTEST_MAIN(TestNotificationRules)
#include "tst_notificationrules.moc"
