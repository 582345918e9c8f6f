// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/timetext.h"
#include "ui/presenters/waittext.h"
#include "uifixtures.h"

#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using Kind = ActivityItem::Kind;

Q_DECLARE_METATYPE(zalo::WaitReason)

namespace {

Snapshot healthy()
{
    return healthySnapshot({ accountIn(SessionState::Online) });
}

ActivityItem waiting(Kind kind = Kind::Inbound)
{
    ActivityItem item;
    item.kind = kind;
    item.state = kind == Kind::Inbound ? ActivityState::Waiting : ActivityState::Queued;
    item.profile = u"default"_s;
    item.account = healthy().profiles.first().account->userId;
    item.text = ActivityText();
    return item;
}

} // namespace

class TestWaitText : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatHoldsAMessageUp_data()
    {
        QTest::addColumn<Snapshot>("snapshot");
        QTest::addColumn<WaitReason>("inbound");
        QTest::addColumn<WaitReason>("outbound");
        using enum WaitReason;
        const auto row = [](const char* name, const std::function<void(Snapshot&)>& change,
                            WaitReason inbound, WaitReason outbound) {
            Snapshot snapshot = healthy();
            change(snapshot);
            QTest::newRow(name) << snapshot << inbound << outbound;
        };
        row(
            "nothing", [](Snapshot&) {}, Turn, Turn);
        row(
            "paused", [](Snapshot& s) { s.delivery = DeliveryState::Paused; }, RelayPaused,
            RelayPaused);
        row(
            "the disk is full",
            [](Snapshot& s) {
                s.delivery = DeliveryState::StorageFull;
                s.storageError = Error { ErrorKind::StorageFull, {} };
            },
            StorageStopped, StorageStopped);
        row(
            "another account", [](Snapshot& s) { s.profiles.first().account->userId = u"9"_s; },
            AccountAway, AccountAway);
        row(
            "nobody", [](Snapshot& s) { s.profiles.first().account.reset(); }, AccountAway,
            AccountAway);
        row(
            "no Gateway", [](Snapshot& s) { s.bridgeState = BridgeState::Kind::NoGateway; },
            NoGateway, Turn);
        row(
            "not opened yet", [](Snapshot& s) { s.bridgeState.reset(); }, NoGateway, Turn);
        row(
            "a pending Gateway",
            [](Snapshot& s) { s.bridgeState = BridgeState::Kind::AwaitingApproval; },
            GatewayUnapproved, Turn);
        row(
            "a silent Gateway", [](Snapshot& s) { s.bridgeState = BridgeState::Kind::Silent; },
            GatewaySilent, Turn);
        row(
            "cool-down", [](Snapshot& s) { s.profiles.first().coolDownUntilMs = 5; }, Turn,
            CoolDown);
    }

    void saysWhatHoldsAMessageUp()
    {
        QFETCH(Snapshot, snapshot);
        QFETCH(WaitReason, inbound);
        QFETCH(WaitReason, outbound);
        for (const auto& [kind, expected] :
             { std::pair(Kind::Inbound, inbound), std::pair(Kind::Outbound, outbound) }) {
            ActivityItem item = waiting(kind);
            QCOMPARE(waitReason(item, snapshot), expected);
            QCOMPARE(waitText(item, snapshot).isEmpty(), expected == WaitReason::Turn);
            item.state = kind == Kind::Inbound ? ActivityState::Accepted : ActivityState::Sent;
            QCOMPARE(waitText(item, snapshot), QString());
        }
    }

    void aPausedConversationIsToldByItsRow()
    {
        ActivityItem item = waiting();
        item.text->isThreadPaused = true;
        QCOMPARE(waitReason(item, healthy()), WaitReason::ThreadPaused);
        QCOMPARE(waitText(item, healthy()), QString());
    }

    void saysUntilWhenZaloWantsAPause()
    {
        Snapshot snapshot = healthy();
        snapshot.profiles.first().coolDownUntilMs = 1'795'000'000'000;
        QVERIFY(waitText(waiting(Kind::Outbound), snapshot).contains(timeText(1'795'000'000'000)));
    }
};

QTEST_GUILESS_MAIN(TestWaitText)
#include "tst_waittext.moc"
