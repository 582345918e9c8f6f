// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/chainpresenter.h"
#include "ui/presenters/statuspresenter.h"
#include "uifixtures.h"

#include <QDateTime>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(zalo::StatusIcon)
Q_DECLARE_METATYPE(QList<zalo::StatusAction>)

namespace {

using Actions = QList<StatusAction>;

//! Everything is as it should be.
Snapshot healthy(SessionState state = SessionState::Online)
{
    return healthySnapshot({ accountIn(state) });
}

} // namespace

class TestStatusPresenter : public QObject
{
    Q_OBJECT

private slots:
    //! The reason decides where it is a better word than the state's.
    void reasonsWithWordsOfTheirOwn()
    {
        Snapshot snapshot = healthy(SessionState::Kicked);
        std::optional<StateReason>& reason = snapshot.profiles.first().session.reason;
        reason = Error { ErrorKind::NativeChannel, u"/home/lan/.openclaw/x.json"_s };
        StatusView view = presentStatus(snapshot);
        QVERIFY2(view.detail.contains(u"OpenClaw's own Zalo channel")
                     && view.detail.contains(u"/home/lan/.openclaw/x.json"),
                 qPrintable(view.detail));
        QCOMPARE(view.actions, Actions { StatusAction::Reconnect });
        snapshot.profiles.first().session.state = SessionState::Duplicate;
        QCOMPARE(presentStatus(snapshot).detail, view.detail);
        // Another profile has the account: there is no program to stop.
        for (const SessionState state : { SessionState::Kicked, SessionState::Duplicate }) {
            snapshot.profiles.first().session.state = state;
            reason = Error { ErrorKind::AccountInUse, u"work"_s };
            view = presentStatus(snapshot);
            QVERIFY2(view.detail.contains(u"“work”") && !view.detail.contains(u"zalo-companion"),
                     qPrintable(view.detail));
            QCOMPARE(view.actions, Actions { StatusAction::Reconnect });
        }
        snapshot.profiles.first().session.state = SessionState::Reconnecting;
        for (const StateCause cause : { StateCause::Renewed, StateCause::Slept }) {
            reason = cause;
            view = presentStatus(snapshot);
            QVERIFY2(!view.detail.contains(u"broke"), qPrintable(view.detail));
        }
        // A refused login says so, and when it is tried again.
        reason = Error { ErrorKind::LoginRefused, {} };
        RetryStatus& retry = snapshot.profiles.first().session.retry;
        retry = { 1'795'000'000'000, 0, 2 };
        view = presentStatus(snapshot);
        QVERIFY2(view.detail.contains(u"refused the login") && view.detail.contains(u"Next try at"),
                 qPrintable(view.detail));
        retry = {};
        QVERIFY(presentStatus(snapshot).detail.contains(u"broke"));
    }

    //! Nothing is green while something waits for a person.
    void whatAPersonHasToDecide_data()
    {
        QTest::addColumn<QueueDepths>("queue");
        QTest::addColumn<QString>("title");
        QTest::newRow("refused") << QueueDepths { .inboundDead = 3 }
                                 << u"3 message(s) could not be delivered"_s;
        QTest::newRow("one refused")
            << QueueDepths { .inboundDead = 1 } << u"1 message(s) could not be delivered"_s;
        QTest::newRow("too old") << QueueDepths { .inboundExpired = 300 }
                                 << u"300 message(s) got no answer"_s;
        QTest::newRow("uncertain")
            << QueueDepths { .outboundUncertain = 2 } << u"2 message(s) possibly sent"_s;
        QTest::newRow("refused first")
            << QueueDepths { .inboundDead = 1, .inboundExpired = 1, .outboundUncertain = 1 }
            << u"1 message(s) could not be delivered"_s;
    }

    void whatAPersonHasToDecide()
    {
        QFETCH(QueueDepths, queue);
        QFETCH(QString, title);
        Snapshot snapshot = healthy();
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Online);
        snapshot.profiles.first().queue = queue;
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(view.title, title);
        QVERIFY(!view.detail.isEmpty());
        QCOMPARE(view.icon, StatusIcon::ActionRequired);
        QCOMPARE(view.actions, Actions { StatusAction::ShowActivity });
        QCOMPARE(view.profile, snapshot.profiles.first().profile);
        // What is worse is told, and both can be mended.
        snapshot.profiles.first().session.state = SessionState::Error;
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Error);
        QVERIFY(presentStatus(snapshot).actions.contains(StatusAction::ShowActivity));
    }

    void everySessionState_data()
    {
        QTest::addColumn<SessionState>("state");
        QTest::addColumn<StatusIcon>("icon");
        QTest::addColumn<Actions>("actions");
        using S = SessionState;
        using A = StatusAction;
        const auto row = [](const char* name, S state, StatusIcon icon, const Actions& actions) {
            QTest::newRow(name) << state << icon << actions;
        };
        row("NoCli", S::NoCli, StatusIcon::ActionRequired, { A::FindZca });
        row("NeedsLogin", S::NeedsLogin, StatusIcon::ActionRequired, { A::LogIn });
        row("LoggingIn", S::LoggingIn, StatusIcon::Working, {});
        row("Connecting", S::Connecting, StatusIcon::Working, {});
        row("Online", S::Online, StatusIcon::Online, {});
        row("Reconnecting", S::Reconnecting, StatusIcon::Working, { A::Reconnect });
        row("Kicked", S::Kicked, StatusIcon::ActionRequired, { A::Reconnect });
        row("Duplicate", S::Duplicate, StatusIcon::ActionRequired, { A::Reconnect });
        row("Expired", S::Expired, StatusIcon::ActionRequired, { A::LogIn });
        row("Offline", S::Offline, StatusIcon::Off, { A::Reconnect });
        row("Error", S::Error, StatusIcon::Error, { A::FindZca });
    }

    void everySessionState()
    {
        QFETCH(SessionState, state);
        const StatusView view = presentStatus(healthy(state));
        QTEST(view.icon, "icon");
        QTEST(view.actions, "actions");
        QCOMPARE(view.title, sessionStateText(state));
        QCOMPARE(view.profile, u"default"_s);
        QCOMPARE(view.tooltip,
                 (QStringList { u"Zalo Companion"_s, u"Mẹ Lan: "_s + sessionStateText(state) }));
        // A window has buttons: it sends nobody to a terminal for what one click does.
        QVERIFY2(!view.detail.contains(u"zalo-companion reconnect")
                     && !view.detail.contains(u"openclaw channels"),
                 qPrintable(view.detail));
    }

    void everyBridgeState_data()
    {
        QTest::addColumn<BridgeState::Kind>("bridge");
        QTest::addColumn<StatusIcon>("icon");
        QTest::addColumn<Actions>("actions");
        QTest::newRow("no Gateway") << BridgeState::Kind::NoGateway << StatusIcon::Off
                                    << Actions { StatusAction::SetUpGateway };
        QTest::newRow("approval") << BridgeState::Kind::AwaitingApproval
                                  << StatusIcon::ActionRequired
                                  << Actions { StatusAction::ApproveGateways };
        QTest::newRow("connected")
            << BridgeState::Kind::Connected << StatusIcon::Online << Actions {};
        QTest::newRow("silent") << BridgeState::Kind::Silent << StatusIcon::Working << Actions {};
        QTest::newRow("key") << BridgeState::Kind::KeyUnavailable << StatusIcon::Error
                             << Actions {};
    }

    void everyBridgeState()
    {
        QFETCH(BridgeState::Kind, bridge);
        Snapshot snapshot = healthy();
        snapshot.bridgeState = bridge;
        const StatusView view = presentStatus(snapshot);
        QTEST(view.icon, "icon");
        QTEST(view.actions, "actions");
        QVERIFY(!view.title.isEmpty());
        QCOMPARE(view.tooltip.size(), bridge == BridgeState::Kind::Connected ? 2 : 3);
    }

    //! Who had a Gateway once is not asked to set one up.
    void knownGatewayThatIsAway()
    {
        Snapshot snapshot = healthy();
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        snapshot.gateways = { GatewayInfo { u"g1"_s, u"openclaw"_s, true, false, 1, {}, false } };
        QCOMPARE(presentStatus(snapshot).actions, Actions {});
    }

    void olderPlugin()
    {
        Snapshot snapshot = healthy();
        snapshot.bridgeState = BridgeState::Kind::Connected;
        snapshot.gateways = { GatewayInfo { u"g1"_s, {}, true, true, 1, u"0.0.9"_s, true } };
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(view.icon, StatusIcon::ActionRequired);
        QCOMPARE(view.actions, Actions { StatusAction::UpdatePlugin });
    }

    void everyDeliveryState()
    {
        Snapshot snapshot = healthy();
        snapshot.delivery = DeliveryState::Paused;
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Paused);
        QCOMPARE(presentStatus(snapshot).actions, Actions { StatusAction::ResumeRelay });
        // What somebody must do comes before what somebody chose.
        snapshot.profiles = { accountIn(SessionState::Kicked) };
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::ActionRequired);
        const std::pair<DeliveryState, ErrorKind> troubles[] {
            { DeliveryState::StorageLocked, ErrorKind::StorageLocked },
            { DeliveryState::StorageReadOnly, ErrorKind::StorageReadOnly },
            { DeliveryState::StorageFull, ErrorKind::StorageFull },
            { DeliveryState::StorageFailing, ErrorKind::StorageIoFailed },
        };
        for (const auto& [delivery, kind] : troubles) {
            snapshot.delivery = delivery;
            snapshot.storageError = Error { kind, {} };
            QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Error);
            QCOMPARE(presentStatus(snapshot).detail, errorText(*snapshot.storageError));
        }
    }

    void withoutAnAccount()
    {
        Snapshot snapshot;
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Off);
        snapshot.bridgeState = BridgeState::Kind::Connected;
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Working);
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        snapshot.zcaPath = u"/usr/bin/zca"_s;
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::ActionRequired);
        QCOMPARE(presentStatus(snapshot).actions, Actions { StatusAction::LogIn });
        snapshot.zcaError = Error { ErrorKind::ZcaMissing, {} };
        QCOMPARE(presentStatus(snapshot).actions, Actions { StatusAction::FindZca });
        QCOMPARE(presentStatus(snapshot).title, u"zca is missing"_s);
        snapshot.zcaError = Error { ErrorKind::ZcaBroken, u"node"_s };
        QCOMPARE(presentStatus(snapshot).title, u"zca does not work"_s);
        snapshot.zcaError = Error { ErrorKind::ZcaUsage, u"--raw"_s };
        QCOMPARE(presentStatus(snapshot).title, u"zca is too old"_s);
    }

    void worstAccountIsTold()
    {
        Snapshot snapshot = healthy();
        snapshot.mode = RunMode::Demo;
        snapshot.profiles << accountIn(SessionState::Expired, u"Shop"_s, u"shop"_s)
                          << accountIn(SessionState::Offline, u"Bố"_s, u"bo"_s);
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(view.profile, u"shop"_s);
        QCOMPARE(view.icon, StatusIcon::ActionRequired);
        QCOMPARE(view.tooltip.size(), 4);
        QVERIFY(view.tooltip.first().contains(u"Demo"));
        QCOMPARE(presentStatus(snapshot, u"bo"_s).icon, StatusIcon::Off);
    }

    void coolDown()
    {
        Snapshot snapshot = healthy();
        snapshot.profiles.first().coolDownUntilMs = QDateTime::currentMSecsSinceEpoch();
        const StatusView pauses = presentStatus(snapshot);
        QVERIFY(pauses.title.contains(u"paused until"));
        QVERIFY(!pauses.detail.isEmpty());
        QCOMPARE(pauses.icon, StatusIcon::Paused);
        QCOMPARE(pauses.actions, Actions { StatusAction::EndCoolDown });
        QCOMPARE(pauses.profile, snapshot.profiles.first().profile);
        QCOMPARE(pauses.tooltip.size(), 3);
        QCOMPARE(pauses.tooltip.last(), pauses.title);
        // What a person chose for everything comes first.
        snapshot.delivery = DeliveryState::Paused;
        QCOMPARE(presentStatus(snapshot).actions, Actions { StatusAction::ResumeRelay });
    }

    void everyIconHasAPicture()
    {
        QSet<QByteArray> pictures;
        for (const StatusIcon icon :
             { StatusIcon::Online, StatusIcon::Working, StatusIcon::ActionRequired,
               StatusIcon::Paused, StatusIcon::Off, StatusIcon::Error }) {
            QFile file(u":/icons/%1.svg"_s.arg(statusIconName(icon)));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            pictures << file.readAll();
        }
        QCOMPARE(pictures.size(), 6);
    }

    void chainTellsEachNode()
    {
        Snapshot snapshot = healthy();
        QList<ChainNode> nodes = presentChain(snapshot, u"default"_s);
        QCOMPARE(nodes.size(), 4);
        for (const ChainNode& node : nodes) {
            QCOMPARE(node.color, SemanticColor::Success);
            QVERIFY(!node.title.isEmpty());
            QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(node.icon)));
        }
        QVERIFY(nodes[0].linked && nodes[1].linked && nodes[2].linked && !nodes[3].linked);
        snapshot.profiles.first().session.state = SessionState::Kicked;
        snapshot.bridgeState = BridgeState::Kind::NoGateway;
        nodes = presentChain(snapshot, u"default"_s);
        QVERIFY(!nodes[0].linked && nodes[1].linked && !nodes[2].linked);
        QCOMPARE(nodes[0].color, SemanticColor::Warning);
        snapshot.zcaError = Error { ErrorKind::ZcaMissing, {} };
        QVERIFY(!presentChain(snapshot, u"default"_s)[1].linked);
        snapshot.zcaError = Error { ErrorKind::ZcaUsage, u"--raw"_s };
        QCOMPARE(presentChain(snapshot, u"default"_s)[1].title, u"Too old"_s);
    }
};

QTEST_GUILESS_MAIN(TestStatusPresenter)
#include "tst_statuspresenter.moc"
