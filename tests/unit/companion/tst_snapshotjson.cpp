// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/statustext.h"
#include "companion/snapshotjson.h"

#include <QJsonArray>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

Snapshot sample()
{
    Snapshot snapshot;
    snapshot.version = u"1.2.3"_s;
    snapshot.mode = RunMode::Headless;
    snapshot.pid = 42;
    snapshot.startedMs = 1'795'000'000'000;
    snapshot.zcaPath = u"/usr/bin/zca"_s;
    snapshot.zcaVersion = u"0.1.58"_s;
    snapshot.zcaDialect = ZcaDialect::OpenZca;
    snapshot.bridgeState = BridgeState::Kind::NoGateway;
    snapshot.gateways = { { u"gateway-1"_s, u"OpenClaw at shop-pc"_s, true, true, 5, u"0.0.9"_s,
                            true },
                          { u"gateway-2"_s, u"Another"_s, false, false, 0, {}, false } };
    ProfileSnapshot profile;
    profile.profile = u"default"_s;
    profile.label = u"Shop Hà Nội"_s;
    profile.account = Account { u"51"_s, u"Nguyễn Minh Anh"_s, {}, {}, u"+84901234567"_s };
    profile.session.state = SessionState::Online;
    profile.session.sinceMs = 1'795'000'001'000;
    profile.session.lastVerifiedAtMs = 1'795'000'002'000;
    profile.session.retry = { 1'795'000'003'000, 2, 3 };
    profile.queue = { 3, 1, 6, 2, 4, 8, 9 };
    profile.waiting = { 2, 1'795'000'000'500 };
    profile.waitingPaused = { 1, 0 };
    profile.isWaitOverdue = true;
    profile.gatewayAccounts = { u"default"_s, u"shop"_s };
    profile.otherAccounts = { { u"48"_s, u"Trần Quốc Bảo"_s, { 7, 6, 0, 5, 0, 0, 0 } } };
    profile.pauses = { { { {}, {}, { u"61"_s, false } }, 1'795'000'900'000, PauseCause::Owner },
                       { { {}, {}, { u"62"_s, true } }, 0 } };
    profile.gaps = { { 100, 200, GapCause::NotRunning, GapRecovery::Asked, 12 },
                     { 300, 0, GapCause::Offline } };
    profile.history = { { 400, SessionState::Kicked, Error { ErrorKind::Kicked, {} } },
                        { 500, SessionState::Online, {} } };
    snapshot.profiles = { profile };
    snapshot.pairings = { { .requestId = u"r1"_s,
                            .gatewayId = u"gateway-1"_s,
                            .accountId = u"main"_s,
                            .profile = u"default"_s,
                            .senderId = u"365"_s,
                            .name = u"Ngọc Hà"_s,
                            .code = u"ABCD2345"_s,
                            .createdAtMs = 1'795'000'004'000,
                            .text = u"Chào shop"_s } };
    return snapshot;
}

} // namespace

class TestSnapshotJson : public QObject
{
    Q_OBJECT

private slots:
    void everythingOfTheProtocol()
    {
        const QJsonObject json = toJson(sample());
        QCOMPARE(json[u"companion"][u"pid"].toInteger(), 42);
        QCOMPARE(json[u"zca"][u"version"].toString(), u"0.1.58"_s);
        QCOMPARE(json[u"bridge"][u"gateways"][1][u"state"].toString(), u"pending"_s);
        QVERIFY(json[u"bridge"][u"gateways"][1][u"lastSeen"].isNull());
        QVERIFY(json[u"bridge"][u"gateways"][1][u"plugin"].isNull());
        QCOMPARE(json[u"bridge"][u"gateways"][0][u"plugin"].toString(), u"0.0.9"_s);
        QVERIFY(json[u"bridge"][u"gateways"][0][u"pluginOutdated"].toBool());
        QCOMPARE(json[u"delivery"][u"state"].toString(), u"Running"_s);
        const QJsonObject profile = json[u"profiles"][0].toObject();
        QCOMPARE(profile[u"label"].toString(), u"Shop Hà Nội"_s);
        QCOMPARE(profile[u"session"][u"state"].toString(), u"Online"_s);
        QVERIFY(profile[u"session"][u"reason"].isNull());
        QCOMPARE(profile[u"session"][u"nextStep"][u"kind"].toString(), u"none"_s);
        const QJsonObject retry = profile[u"session"][u"retry"].toObject();
        QCOMPARE(retry[u"nextAt"].toInteger(), 1'795'000'003'000);
        QCOMPARE(retry[u"failedConnections"].toInt(), 2);
        QCOMPARE(retry[u"refusedLogins"].toInt(), 3);
        QCOMPARE(profile[u"queue"][u"inboundExpired"].toInt(), 6);
        QCOMPARE(profile[u"queue"][u"outboundUncertain"].toInt(), 4);
        QCOMPARE(profile[u"queue"][u"inboundFailed"].toInt(), 8);
        QCOMPARE(profile[u"queue"][u"outboundFailed"].toInt(), 9);
        QCOMPARE(profile[u"waiting"][u"chats"].toInt(), 2);
        QCOMPARE(profile[u"waiting"][u"since"].toInteger(), 1'795'000'000'500);
        QCOMPARE(profile[u"waiting"][u"pausedChats"].toInt(), 1);
        QVERIFY(profile[u"waiting"][u"pausedSince"].isNull());
        QVERIFY(profile[u"waiting"][u"overdue"].toBool());
        QCOMPARE(profile[u"gatewayAccounts"].toArray(), (QJsonArray { u"default"_s, u"shop"_s }));
        QVERIFY(statusText(json).contains(u"share this profile: default, shop. Only the first "));
        const QJsonObject other = profile[u"otherAccounts"][0].toObject();
        QCOMPARE(other[u"userId"].toString(), u"48"_s);
        QCOMPARE(other[u"displayName"].toString(), u"Trần Quốc Bảo"_s);
        QCOMPARE(other[u"queue"][u"inboundWaiting"].toInt(), 7);
        QCOMPARE(other[u"queue"][u"outboundWaiting"].toInt(), 5);
        QVERIFY(statusText(json).contains(u"Waiting until Trần Quốc Bảo logs in again: 7 to "));
        QCOMPARE(profile[u"sending"][u"state"].toString(), u"Running"_s);
        QVERIFY(profile[u"backlog"].isNull());
        Snapshot delivering = sample();
        delivering.profiles.first().backlog = { 340, 1000 };
        const QJsonObject backlog = toJson(delivering)[u"profiles"][0][u"backlog"].toObject();
        QCOMPARE(backlog[u"done"].toInt(), 340);
        QCOMPARE(backlog[u"total"].toInt(), 1000);
        const QJsonArray paused = profile[u"pausedThreads"].toArray();
        QCOMPARE(paused.size(), 2);
        QCOMPARE(paused[0][u"threadId"].toString(), u"61"_s);
        QVERIFY(!paused[0][u"isGroup"].toBool());
        QCOMPARE(paused[0][u"until"].toInteger(), 1'795'000'900'000);
        QCOMPARE(paused[0][u"cause"].toString(), u"owner"_s);
        QVERIFY(paused[1][u"until"].isNull());
        QCOMPARE(paused[1][u"cause"].toString(), u"person"_s);
        QVERIFY(statusText(json).contains(u"The bot is paused in 2 chats, in the first of them "));
        QVERIFY(profile[u"lastIn"].isNull());
        QVERIFY(profile[u"connectionGaps"][1][u"to"].isNull());
        QCOMPARE(profile[u"connectionGaps"][0][u"recovery"].toString(), u"asked"_s);
        QCOMPARE(profile[u"connectionGaps"][0][u"recovered"].toInt(), 12);
        QCOMPARE(profile[u"connectionGaps"][1][u"recovery"].toString(), u"notAsked"_s);
        QVERIFY(statusText(json).contains(u": 12 messages recovered")); // of the last that is over
        QCOMPARE(profile[u"history"][0][u"state"].toString(), u"Kicked"_s);
        QCOMPARE(profile[u"history"][0][u"at"].toInteger(), 400);
        QCOMPARE(profile[u"history"][0][u"reason"][u"kind"].toString(), u"kicked"_s);
        QVERIFY(profile[u"history"][1][u"reason"].isNull());
        // The phone number is nobody's business but me.get's.
        QVERIFY(!profile[u"account"].toObject().contains(u"phoneNumber"));
    }

    void whoAsksIsNamedAndNotQuoted()
    {
        const QJsonArray pairings = toJson(sample())[u"pairings"].toArray();
        QCOMPARE(pairings,
                 (QJsonArray { QJsonObject { { u"requestId"_s, u"r1"_s },
                                             { u"gateway"_s, u"gateway-1"_s },
                                             { u"profile"_s, u"default"_s },
                                             { u"senderId"_s, u"365"_s },
                                             { u"name"_s, u"Ngọc Hà"_s },
                                             { u"createdAt"_s, qint64(1'795'000'004'000) } } }));
    }

    void oneProfileOnly()
    {
        QCOMPARE(toJson(sample(), u"default"_s)[u"pairings"].toArray().size(), 1);
        QCOMPARE(toJson(sample(), u"shop"_s)[u"pairings"].toArray().size(), 0);
        QCOMPARE(toJson(sample(), u"default"_s)[u"profiles"].toArray().size(), 1);
        QCOMPARE(toJson(sample(), u"shop"_s)[u"profiles"].toArray().size(), 0);
    }

    void everyStateHasAWordAndAStep()
    {
        for (int state = 0; state <= int(SessionState::Error); ++state) {
            QVERIFY(!sessionStateName(SessionState(state)).isEmpty());
            QCOMPARE(sessionStateOfName(sessionStateName(SessionState(state))),
                     std::optional(SessionState(state)));
            QVERIFY(!sessionStateText(SessionState(state)).isEmpty());
            SessionStatus status;
            status.state = SessionState(state);
            status.reason = Error { ErrorKind::ZcaMissing, {} };
            const NextStep step = nextStepFor(status);
            const bool needsNone = SessionState(state) == SessionState::Online
                || SessionState(state) == SessionState::LoggingIn;
            QCOMPARE(nextStepText(step).isEmpty(), needsNone);
        }
    }

    void textForTheTerminal()
    {
        Snapshot unnamed = sample();
        QVERIFY(statusText(toJson(unnamed)).contains(u"Shop Hà Nội (default)"));
        unnamed.profiles.first().label.clear();
        const QString text = statusText(toJson(unnamed));
        QVERIFY2(text.contains(u"Nguyễn Minh Anh (default)")
                     && text.contains(u"0.1.58 at /usr/bin/zca"),
                 qPrintable(text));
        QVERIFY2(text.contains(u"3 to deliver, 2 to send, 1 not deliverable, 6 too old to deliver, "
                               u"8 without an answer, 9 not sent, 4 uncertain"),
                 qPrintable(text));
        QVERIFY2(text.contains(u"OpenClaw at shop-pc")
                     && text.contains(u"gateways approve gateway-2"),
                 qPrintable(text));
        QVERIFY2(text.contains(u"plugin 0.0.9 is older than Zalo Companion. Update it: "
                               u"zalo-companion setup-gateway"),
                 qPrintable(text));
    }

    void whatToDoIsSaid()
    {
        Snapshot snapshot = sample();
        snapshot.profiles.first().session.state = SessionState::Kicked;
        snapshot.profiles.first().session.reason = Error { ErrorKind::Kicked, {} };
        snapshot.profiles.first().session.nextStep = NextStep::Reconnect;
        QVERIFY(statusText(toJson(snapshot)).contains(u"zalo-companion reconnect"));

        snapshot = sample();
        snapshot.profiles.clear();
        QVERIFY(statusText(toJson(snapshot)).contains(u"openclaw channels login"));

        snapshot = sample();
        snapshot.storageError = Error { ErrorKind::StorageFull, u"/data/relay.sqlite"_s };
        snapshot.delivery = DeliveryState::StorageFull;
        QVERIFY(statusText(toJson(snapshot)).contains(u"/data/relay.sqlite"));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotJson)
#include "tst_snapshotjson.moc"
