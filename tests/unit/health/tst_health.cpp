// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/statustext.h"
#include "core/timetext.h"
#include "findingexamples.h"
#include "health/findings.h"
#include "health/findingtext.h"
#include "health/rules.h"
#include "health/statusjson.h"
#include "ui/presenters/statuspresenter.h"
#include "ui/theme/language.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(zalo::FindingCode)
Q_DECLARE_METATYPE(zalo::Severity)
Q_DECLARE_METATYPE(zalo::HealthAction)

namespace {

//! The second account of a shop.
ProfileSnapshot secondAccount()
{
    ProfileSnapshot second = wellSnapshot().profiles.first();
    second.profile = u"shop"_s;
    second.account->displayName = u"Shop Hoa"_s;
    return second;
}

constexpr qint64 WaitsSince = 1'795'000'000'000;

//! The same, where so many people wait for the first account.
Snapshot withWaiting(Snapshot snapshot, int chats, bool isOverdue)
{
    if (chats > 0 && !snapshot.profiles.isEmpty()) {
        snapshot.profiles.first().waiting = { chats, WaitsSince };
        snapshot.profiles.first().isWaitOverdue = isOverdue;
    }
    return snapshot;
}

QString profileOf(const Finding& finding)
{
    return finding.profile.isEmpty() ? u"-"_s : finding.profile;
}

} // namespace

//! The table that decides how things are, and that everything says the same of it.
class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void allIsWell()
    {
        const Snapshot snapshot = wellSnapshot();
        QVERIFY(findings(snapshot).isEmpty());
        QCOMPARE(presentStatus(snapshot).icon, StatusIcon::Online);
        QVERIFY(!presentStatus(snapshot).action);
        const QJsonObject json = statusJson(snapshot);
        QCOMPARE(json[u"health"][u"severity"].toString(), u"ok"_s);
        QVERIFY(isHealthy(json));
    }

    void whatEachRuleFinds_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<HealthAction>("action");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<qint64>("count");
        using C = FindingCode;
        using S = Severity;
        using A = HealthAction;
        const auto row = [](C code, S severity, A action, const QString& profile = u"default"_s,
                            qint64 count = 0) {
            QTest::newRow(ruleOf(code).name) << code << severity << action << profile << count;
        };
        const QString none = u"-"_s;
        row(C::StorageDamaged, S::Error, A::Reset, none);
        row(C::StorageFull, S::Error, A::None, none);
        row(C::StorageReadOnly, S::Error, A::None, none);
        row(C::StorageLocked, S::Error, A::None, none);
        row(C::StorageFailing, S::Error, A::None, none);
        row(C::KeysUnavailable, S::Error, A::None, none);
        row(C::SessionFailing, S::Error, A::FindZca);
        row(C::ZcaMissing, S::ActionRequired, A::FindZca, none);
        row(C::ZcaOutdated, S::ActionRequired, A::FindZca, none);
        row(C::ZcaBroken, S::ActionRequired, A::FindZca, none);
        row(C::NoAccount, S::ActionRequired, A::LogIn, none);
        row(C::LoggedOut, S::ActionRequired, A::LogIn);
        row(C::LoginExpired, S::ActionRequired, A::LogIn);
        row(C::LoginDoubtful, S::ActionRequired, A::LogIn);
        row(C::AccountInUse, S::ActionRequired, A::Reconnect);
        row(C::TakenByOpenClaw, S::ActionRequired, A::Reconnect);
        row(C::OpenedElsewhere, S::ActionRequired, A::Reconnect);
        row(C::TakenOver, S::ActionRequired, A::Reconnect);
        row(C::GatewayAwaitsApproval, S::ActionRequired, A::ApproveGateways, none, 1);
        row(C::PairingRequested, S::ActionRequired, A::ShowPairings, none, 2);
        row(C::DeliveryStalled, S::ActionRequired, A::ShowActivity);
        row(C::Undeliverable, S::ActionRequired, A::ShowActivity, u"default"_s, 2);
        row(C::Expired, S::ActionRequired, A::ShowActivity, u"default"_s, 3);
        row(C::TurnsFailed, S::ActionRequired, A::ShowActivity, u"default"_s, 5);
        row(C::SendsFailed, S::ActionRequired, A::ShowActivity, u"default"_s, 6);
        row(C::Uncertain, S::ActionRequired, A::ShowActivity, u"default"_s, 4);
        row(C::OtherAccountWaits, S::ActionRequired, A::LogIn, u"default"_s, 7);
        row(C::ProfileShared, S::ActionRequired, A::None, u"default"_s, 2);
        row(C::PluginOutdated, S::ActionRequired, A::UpdatePlugin, none);
        row(C::RelayPaused, S::Paused, A::ResumeRelay, none);
        row(C::CoolDown, S::Paused, A::EndCoolDown);
        row(C::ChatsPaused, S::Paused, A::ShowPausedChats, u"default"_s, 2);
        row(C::Unreachable, S::Unavailable, A::Reconnect);
        row(C::LoginRefused, S::Unavailable, A::Reconnect);
        row(C::GatewayNotSetUp, S::Unavailable, A::SetUpGateway, none);
        row(C::GatewayAway, S::Unavailable, A::None, none);
        row(C::GatewaySilent, S::Working, A::None, none);
        row(C::Reconnecting, S::Working, A::Reconnect);
        row(C::Connecting, S::Working, A::None);
        row(C::LoggingIn, S::Working, A::None);
        row(C::DeliveringBacklog, S::Working, A::None, u"default"_s, 660);
        row(C::Starting, S::Working, A::None, none);
    }

    void whatEachRuleFinds()
    {
        QFETCH(FindingCode, code);
        const QList<Finding> found = findings(snapshotWith(code));
        QCOMPARE(found.size(), 1); // that, and nothing else
        QCOMPARE(findingName(found.first().code), findingName(code));
        QTEST(found.first().severity, "severity");
        QTEST(found.first().action, "action");
        QTEST(profileOf(found.first()), "profile");
        QTEST(found.first().count, "count");
        QCOMPARE(found.first().account, found.first().profile.isEmpty() ? QString() : u"Mẹ Lan"_s);
    }

    //! Where no Gateway is connected, and the one of this machine has what it takes.
    void aGatewayThatIsAwayIsStartedWhereItCanBe()
    {
        for (const FindingCode code : { FindingCode::GatewayNotSetUp, FindingCode::GatewayAway }) {
            Snapshot snapshot = snapshotWith(code);
            snapshot.canStartGateway = true;
            const QList<Finding> found = findings(snapshot);
            QCOMPARE(found.size(), 1);
            QCOMPARE(findingName(found.first().code), findingName(FindingCode::GatewayAway));
            QCOMPARE(found.first().action, HealthAction::StartGateway);
        }
        Snapshot connected = wellSnapshot();
        connected.canStartGateway = true;
        QVERIFY(findings(connected).isEmpty());
    }

    void noRuleIsLeftOut()
    {
        int rows = 0;
        for (const Rule& rule : healthRules()) {
            QVERIFY(!findings(snapshotWith(rule.code)).isEmpty());
            ++rows;
        }
        QCOMPARE(rows, int(FindingCode::Starting) + 1);
    }

    //! In three languages, each with words of its own.
    void eachRuleHasWords()
    {
        Language language;
        QSet<QString> all;
        for (const QString& code : Language::codes()) {
            language.use(code);
            QSet<QString> titles;
            for (const Rule& rule : healthRules()) {
                const Finding finding = findings(snapshotWith(rule.code)).first();
                const QString title = findingTitle(finding);
                QVERIFY2(!title.isEmpty() && !title.contains(u"%1") && !title.contains(u"%n"),
                         qPrintable(code + u' ' + title));
                QVERIFY2(!findingDetail(finding).isEmpty(), rule.name);
                QVERIFY2(!findingDetail(finding).contains(u'%'), rule.name);
                QVERIFY2(!titles.contains(title), qPrintable(u"twice: "_s + title));
                QCOMPARE(title, title.at(0).toUpper() + title.mid(1));
                titles << title;
            }
            all |= titles;
        }
        QVERIFY2(all.size() > 3 * int(healthRules().size()) - 3, "languages say the same");
        language.use(u"en"_s);
    }

    void whatIsCountedIsSaid()
    {
        Language language;
        Snapshot snapshot = snapshotWith(FindingCode::Undeliverable);
        const Finding two = findings(snapshot).first();
        snapshot.profiles.first().queue.inboundDead = 1;
        const Finding one = findings(snapshot).first();
        language.use(u"en"_s);
        QCOMPARE(findingTitle(one), u"1 message could not be delivered"_s);
        QCOMPARE(findingTitle(two), u"2 messages could not be delivered"_s);
        language.use(u"fr"_s);
        QVERIFY(findingTitle(two) != findingTitle(two, TextLanguage::English));
        // The log's and the bridge's words are English whatever people speak.
        QCOMPARE(findingTitle(one, TextLanguage::English), u"1 message could not be delivered"_s);
        QCOMPARE(findingTitle(two, TextLanguage::English), u"2 messages could not be delivered"_s);
        language.use(u"en"_s);
    }

    //! Tray, overview, tooltip, JSON, status and exit code, also where somebody waits, and for
    //! long.
    void everythingSaysTheSame_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<bool>("isOverdue");
        for (const Rule& rule : healthRules()) {
            if (rule.holds != Holds::TheRest) {
                QTest::newRow(rule.name) << rule.code << 0 << false;
                QTest::addRow("%s, somebody waits", rule.name) << rule.code << 3 << false;
            }
            QTest::addRow("%s, for long", rule.name) << rule.code << 3 << true;
        }
    }

    void everythingSaysTheSame()
    {
        QFETCH(FindingCode, code);
        QFETCH(int, waiting);
        QFETCH(bool, isOverdue);
        const Snapshot snapshot = withWaiting(snapshotWith(code), waiting, isOverdue);
        const Finding finding = findings(snapshot).first();
        const StatusView tray = presentStatus(snapshot);
        const StatusView overview = presentStatus(snapshot, u"default"_s);
        QCOMPARE(tray.title, findingTitle(finding));
        QCOMPARE(tray.detail, findingDetail(finding));
        QCOMPARE(tray.icon, statusIcon(finding.severity));
        QVERIFY(tray.icon != StatusIcon::Online); // nothing is green while somebody waits
        QCOMPARE(tray.action.has_value(), finding.action != HealthAction::None);
        if (tray.action) {
            QCOMPARE(tray.action->what, finding.action);
            QCOMPARE(tray.action->profile, finding.profile);
            QCOMPARE(tray.action->states, finding.states);
            QCOMPARE(tray.action->part, finding.part);
            QVERIFY(!statusActionText(tray.action->what).isEmpty());
        }
        QCOMPARE(overview.title, tray.title);
        QCOMPARE(overview.icon, tray.icon);
        QCOMPARE(overview.action, tray.action);
        const QString tooltip = tray.tooltip.join(u'\n');
        QVERIFY2(tooltip.contains(tray.title), qPrintable(tooltip));

        const QJsonObject json = statusJson(snapshot);
        const QJsonObject health = json[u"health"].toObject();
        QCOMPARE(health[u"severity"].toString(), severityName(finding.severity));
        QCOMPARE(health[u"text"].toString(), findingTitle(finding, TextLanguage::English));
        const QJsonObject first = health[u"findings"][0].toObject();
        QCOMPARE(first[u"code"].toString(), findingName(finding.code));
        QCOMPARE(first[u"chatsWaiting"].toInt(), finding.waiting.count);
        QCOMPARE(first[u"severity"], health[u"severity"]);
        QCOMPARE(first[u"text"].toString(), findingTitle(finding, TextLanguage::English));
        QCOMPARE(first[u"action"].toString(), healthActionName(finding.action));
        QCOMPARE(first[u"profile"].toString(), finding.profile);
        QCOMPARE(first[u"count"].toInteger(), finding.count);
        QCOMPARE(first[u"since"].toInteger(), finding.sinceMs);
        QVERIFY(statusText(statusJson(snapshot, {}, TextLanguage::People)).contains(tray.title));
        QCOMPARE(isHealthy(json), finding.severity == Severity::Working);
    }

    //! Whoever waits is told of by what keeps them waiting, with number and time.
    void whoWaitsIsTold_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::addColumn<Severity>("severity"); // once it lasts
        using C = FindingCode;
        using S = Severity;
        for (const Rule& rule : healthRules()) {
            const bool isOfEach = rule.holds == Holds::Everybody || rule.holds == Holds::TheRest;
            if (isOfEach && !snapshotWith(rule.code).profiles.isEmpty()) {
                QTest::newRow(rule.name) << rule.code << std::min(rule.severity, rule.overdue);
            }
        }
        QCOMPARE(ruleOf(C::RelayPaused).overdue, S::ActionRequired);
        QCOMPARE(ruleOf(C::GatewayAway).overdue, S::ActionRequired);
        QCOMPARE(ruleOf(C::GatewaySilent).overdue, S::ActionRequired);
    }

    void whoWaitsIsTold()
    {
        QFETCH(FindingCode, code);
        QFETCH(Severity, severity);
        Language language;
        const Snapshot snapshot = withWaiting(snapshotWith(code), 3, true);
        const Finding finding = findings(snapshot).first();
        QCOMPARE(findingName(finding.code), findingName(code));
        QCOMPARE(finding.severity, severity);
        QCOMPARE(finding.waiting, (WaitingChats { 3, WaitsSince }));
        const QList<std::pair<QString, QString>> beginnings {
            { u"en"_s, u"3 customers are waiting since %1: "_s },
            { u"vi"_s, u"3 khách đang chờ từ %1: "_s },
            { u"fr"_s, u"3 clients attendent depuis %1 : "_s },
        };
        for (const auto& [code, beginning] : beginnings) {
            language.use(code);
            const QString expected = beginning.arg(timeText(WaitsSince));
            QVERIFY2(findingTitle(finding).startsWith(expected), qPrintable(findingTitle(finding)));
        }
        language.use(u"en"_s);
        Finding one = finding;
        one.waiting.count = 1;
        QVERIFY(findingTitle(one).startsWith(u"1 customer is waiting since "));
        QVERIFY(findingTitle(one, TextLanguage::English).startsWith(u"1 customer waiting since "));
    }

    void theSentence()
    {
        Language language;
        language.use(u"en"_s);
        Snapshot snapshot = withWaiting(snapshotWith(FindingCode::RelayPaused), 3, true);
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(
            view.title,
            u"3 customers are waiting since %1: the bot is paused"_s.arg(timeText(WaitsSince)));
        QCOMPARE(statusActionText(view.action->what), u"Resume"_s);
        // Nobody waits: it is paused, and that is all.
        QCOMPARE(presentStatus(snapshotWith(FindingCode::RelayPaused)).title,
                 u"The bot is paused"_s);
        language.use(u"en"_s);
    }

    //! Each is counted once, at the worst of what keeps them waiting.
    void whoWaitsIsCountedOnce()
    {
        Snapshot snapshot = snapshotWith(FindingCode::GatewayAway);
        snapshot.profiles << secondAccount();
        snapshot.profiles[0].waiting = { 2, 1'000 };
        snapshot.profiles[1].waiting = { 3, 500 };
        QList<Finding> all = findings(snapshot);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].waiting, (WaitingChats { 5, 500 }));
        const QJsonObject of =
            statusJson(snapshot, u"default"_s)[u"health"][u"findings"][0].toObject();
        QCOMPARE(of[u"chatsWaiting"].toInt(), 2);
        snapshot.profiles[1].session.state = SessionState::Expired;
        all = findings(snapshot);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].code, FindingCode::LoginExpired);
        QCOMPARE(all[0].waiting, (WaitingChats { 3, 500 }));
        QCOMPARE(all[1].waiting, (WaitingChats { 2, 1'000 }));
        // Of one severity what keeps people waiting comes first.
        snapshot.profiles[1].session.state = SessionState::Online;
        snapshot.profiles[1].queue.inboundDead = 1;
        snapshot.profiles[0].isWaitOverdue = true;
        all = findings(snapshot);
        QCOMPARE(all[0].code, FindingCode::GatewayAway);
        QCOMPARE(all[0].severity, Severity::ActionRequired);
        QCOMPARE(all[1].code, FindingCode::Undeliverable);
    }

    //! A chat that a person has taken over hides nobody who waits elsewhere.
    void pausedChatsAreApart()
    {
        Snapshot snapshot = snapshotWith(FindingCode::ChatsPaused);
        snapshot.profiles[0].waitingPaused = { 1, 500 };
        QList<Finding> all = findings(snapshot);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].waiting, (WaitingChats { 1, 500 }));
        QCOMPARE(all[0].severity, Severity::Paused);
        snapshot.profiles[0].waiting = { 2, 700 };
        snapshot.profiles[0].isWaitOverdue = true;
        all = findings(snapshot);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].code, FindingCode::DeliveryStalled);
        QCOMPARE(all[0].waiting, (WaitingChats { 2, 700 }));
        QCOMPARE(all[1].code, FindingCode::ChatsPaused);
    }

    //! A second Gateway at the door keeps nobody waiting whom the first one serves.
    void aGatewayThatAsksHoldsUpNobodyBesideOneThatIsThere()
    {
        Snapshot snapshot = withWaiting(snapshotWith(FindingCode::GatewayAwaitsApproval), 3, true);
        QCOMPARE(findings(snapshot).first().code, FindingCode::DeliveryStalled);
        snapshot.bridgeState = BridgeState::Kind::AwaitingApproval;
        QCOMPARE(findings(snapshot).size(), 1);
        QCOMPARE(findings(snapshot).first().waiting.count, 3);
    }

    //! Also the several at once, and those of several accounts.
    void theWorstIsToldFirst()
    {
        Snapshot snapshot = snapshotWith(FindingCode::Unreachable);
        snapshot.profiles << secondAccount();
        snapshot.profiles[1].queue.inboundExpired = 300;
        snapshot.delivery = DeliveryState::Paused;
        const QList<Finding> all = findings(snapshot);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].code, FindingCode::Expired);
        QCOMPARE(all[1].code, FindingCode::RelayPaused);
        QCOMPARE(all[2].code, FindingCode::Unreachable);
        const StatusView view = presentStatus(snapshot);
        QCOMPARE(view.title, u"Shop Hoa: 300 message(s) got no answer in time"_s);
        QCOMPARE(view.action->profile, u"shop"_s);
        QCOMPARE(view.others.size(), 2);
        QCOMPARE(view.others[0].action->what, HealthAction::ResumeRelay);
        QCOMPARE(view.others[1].text, u"Mẹ Lan: Zalo cannot be reached"_s);
        QCOMPARE(view.tooltip.size(), 3);
        QCOMPARE(view.tooltip[1], u"Mẹ Lan: Zalo cannot be reached"_s);
        QCOMPARE(view.tooltip[2], view.title);
        // Each account by itself has what all share.
        const QList<Finding> its = findingsOf(u"default"_s, all);
        QCOMPARE(its.size(), 2);
        QCOMPARE(its[0].code, FindingCode::RelayPaused);
        const QJsonObject json = statusJson(snapshot, u"default"_s);
        QCOMPARE(json[u"health"][u"findings"].toArray().size(), 2);
        QCOMPARE(json[u"health"][u"severity"].toString(), u"paused"_s);
    }

    //! Whatever a session is in, only Online is green.
    void noSessionStateIsForgotten()
    {
        for (int state = 0; state <= int(SessionState::Error); ++state) {
            Snapshot snapshot = wellSnapshot();
            snapshot.profiles.first().session.state = SessionState(state);
            QCOMPARE(findings(snapshot).isEmpty(), SessionState(state) == SessionState::Online);
            for (const ErrorKind kind : { ErrorKind::NativeChannel, ErrorKind::AccountInUse }) {
                snapshot.profiles.first().session.reason = Error { kind, u"x"_s };
                QCOMPARE(findings(snapshot).isEmpty(), SessionState(state) == SessionState::Online);
            }
        }
        for (int state = 0; state <= int(DeliveryState::StorageDamaged); ++state) {
            Snapshot snapshot = wellSnapshot();
            snapshot.delivery = DeliveryState(state);
            QCOMPARE(findings(snapshot).isEmpty(), DeliveryState(state) == DeliveryState::Running);
        }
        for (int kind = 0; kind <= int(BridgeState::Kind::KeyUnavailable); ++kind) {
            Snapshot snapshot = wellSnapshot();
            snapshot.bridgeState = BridgeState::Kind(kind);
            QCOMPARE(findings(snapshot).isEmpty(),
                     BridgeState::Kind(kind) == BridgeState::Kind::Connected);
        }
    }

    void whyTheConnectionIsMadeAnewIsSaid()
    {
        Snapshot snapshot = snapshotWith(FindingCode::Reconnecting);
        QVERIFY(findingDetail(findings(snapshot).first()).contains(u"broke"));
        for (const StateCause cause : { StateCause::Renewed, StateCause::Slept }) {
            snapshot.profiles.first().session.reason = cause;
            const QList<Finding> found = findings(snapshot);
            QCOMPARE(found.first().code, FindingCode::Reconnecting);
            QCOMPARE(findingDetail(found.first()), stateReasonText(cause));
        }
        const QString refused =
            findingDetail(findings(snapshotWith(FindingCode::LoginRefused)).first());
        QVERIFY2(refused.contains(u"refused the login") && refused.contains(u"Next try at"),
                 qPrintable(refused));
    }

    //! A full disk, a file limit: the internet has nothing to do with it.
    void whatOfThisMachineKeepsItFromConnectingIsSaid()
    {
        Snapshot snapshot = snapshotWith(FindingCode::Unreachable);
        QVERIFY(findingDetail(findings(snapshot).first()).contains(u"internet"));
        for (const ErrorKind kind : { ErrorKind::MachineFull, ErrorKind::StorageFull }) {
            const StateReason reason = Error { kind, u"x"_s };
            snapshot.profiles.first().session.reason = reason;
            QCOMPARE(findings(snapshot).first().code, FindingCode::Unreachable);
            QCOMPARE(findingDetail(findings(snapshot).first()), stateReasonText(reason));
        }
    }

    void theProtocolNamesEachCode()
    {
        QFile file(u"" ZALO_SOURCE_DIR "/app/bridge/PROTOCOL.md"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const Rule& rule : healthRules()) {
            const auto quoted = [](const QString& word) -> QString { return u'`' + word + u'`'; };
            QVERIFY2(text.contains(quoted(QString::fromLatin1(rule.name))), rule.name);
            QVERIFY2(text.contains(quoted(healthActionName(rule.action))), rule.name);
        }
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
