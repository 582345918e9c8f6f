// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "bridgeapi/methods.h"
#include "companionprocess.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "platform/privatefolder.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

//! A whole companion in this process, with shorter times and clocks that can be set.
struct Whole
{
    Whole()
    {
        sim.ctl({ u"login"_s });
        const QDir home(folder.path());
        zca = home.filePath(u"bin/zca"_s);
        home.mkdir(u"bin"_s);
        install();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ZALO_COMPANION_ZCA"_s, zca);
        options = headlessOptions(folder.path());
        options.zca.environment = environment;
        options.zca.home = folder.path();
        options.zca.systemFolders.clear();
        options.policy = Policy().scaled(0.05);
        options.policy.probeDeadline = 10s;
        options.policy.commandDeadline = 10s;
        options.policy.connectDeadline = 10s;
        options.policy.heartbeatDeadline = 20s;
        options.policy.stopGrace = 2s;
        options.policy.sleepCheck = 50ms;
        options.policy.sleepCounts = 5s;
        options.clock.nowMs = [this] { return QDateTime::currentMSecsSinceEpoch() + wallSkew; };
        options.clock.bootMs = [this] { return Clock().bootMs() + slept; };
    }

    //! The program is there, as another file than before.
    void install() const
    {
        QFile::remove(zca);
        QVERIFY(QFile::copy(Simulator::path(), zca));
    }

    bool start()
    {
        companion = std::make_unique<LocalCompanion>(options);
        addMethods(companion->bridge(), companion->roles(), companion->relay());
        bool started = false;
        companion->start(companion.get(),
                         [&started](const Result<void>& done) { started = done.has_value(); });
        const bool runs = QTest::qWaitFor([&started] { return started; }, Patience);
        return runs && companion->roles().sessions.adopt(defaultProfile());
    }
    [[nodiscard]] ProfileSnapshot profile() const
    {
        const ProfileSnapshot* found =
            companion->roles().snapshots.snapshot().find(defaultProfile());
        return found ? *found : ProfileSnapshot();
    }
    [[nodiscard]] SessionState state() const { return profile().session.state; }
    [[nodiscard]] QString reason() const
    {
        const std::optional<StateReason> why = profile().session.reason;
        return why ? stateReasonText(*why) : QString();
    }

    Simulator sim;
    QTemporaryDir folder;
    QString zca;
    CompanionOptions options;
    qint64 wallSkew = 0;
    qint64 slept = 0;
    std::unique_ptr<LocalCompanion> companion;
};

QJsonObject profileOf(const CompanionProcess& companion)
{
    return companion.status()[u"profiles"][0].toObject();
}

QString stateOf(const CompanionProcess& companion)
{
    return profileOf(companion)[u"session"][u"state"].toString();
}

//! Whose the messages are that came in, in the order of their names.
QStringList accountsOf(const Whole& whole)
{
    QStringList found;
    bool isAnswered = false;
    whole.companion->roles().activity.activity(
        {}, whole.companion.get(), [&](const Result<ActivityList>& list) {
            for (const ActivityItem& item : list->items) {
                if (item.kind == ActivityItem::Kind::Inbound) {
                    found << item.account;
                }
            }
            isAnswered = true;
        });
    const bool isIn = QTest::qWaitFor([&isAnswered] { return isAnswered; }, Patience);
    found.sort();
    return isIn ? found : QStringList();
}

} // namespace

//! The policy on a whole companion: what needs more than one session.
class TestCompanionPolicy : public QObject
{
    Q_OBJECT

private slots:
    void zcaVanishesAndComesBack()
    {
        Whole w;
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        QVERIFY(QFile::remove(w.zca));
        w.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::NoCli, Patience);
        QVERIFY2(w.reason().startsWith(u"The program zca was not found"), qPrintable(w.reason()));
        QCOMPARE(w.profile().session.nextStep, NextStep::InstallZca);
        QTRY_VERIFY(w.companion->roles().snapshots.snapshot().zcaError);
        w.install();
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        QVERIFY(!w.companion->roles().snapshots.snapshot().zcaError);
        QCOMPARE(w.sim.starts().size(), 2);
    }

    void zcaIsUpdated()
    {
        Whole w;
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        QCOMPARE(w.companion->roles().snapshots.snapshot().zcaVersion, u"0.1.58"_s);
        w.sim.ctl({ u"set"_s, u"version=0.2.0"_s });
        w.install();
        w.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(w.companion->roles().snapshots.snapshot().zcaVersion, u"0.2.0"_s,
                                  Patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
    }

    void oneCleanReconnectAfterASleep()
    {
        Whole w;
        w.options.policy.reconnect = { 10min, 10min, 0.2 };
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        QTRY_VERIFY(w.profile().account); // its answer is a proof, too
        QCOMPARE(w.sim.starts().size(), 1);
        w.slept += 3'600'000;
        w.wallSkew += 3'600'000;
        QTRY_VERIFY_WITH_TIMEOUT(!w.profile().gaps.isEmpty() && w.profile().gaps.last().toMs > 0,
                                 Patience);
        const ConnectionGap gap = w.profile().gaps.last();
        QCOMPARE(gap.cause, GapCause::Slept);
        QVERIFY(gap.toMs - gap.fromMs >= 3'600'000);
        QTRY_COMPARE(w.state(), SessionState::Online);
        QCOMPARE(w.sim.starts().size(), 2);
        const QList<SessionChange> history = w.profile().history;
        QVERIFY(history.size() >= 4);
        QCOMPARE(history.at(history.size() - 2).state, SessionState::Reconnecting);
        QCOMPARE(history.at(history.size() - 2).reason, StateReason(StateCause::Slept));
        QCOMPARE(history.last().state, SessionState::Online);
    }

    //! It ended before `me info` said whose it was, and then another person logged in. A direct
    //! message says itself to whom it came; a group's is of who was verified last.
    void whatAnUnverifiedListenerHeardIsNotTheNextOnes()
    {
        const QString first = u"512345678901234567"_s;
        const QString second = u"487654321098765432"_s;
        Whole w;
        w.sim.ctl({ u"login"_s, u"Nguyễn Minh Anh"_s });
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.profile().account, Patience);
        w.companion.reset();

        w.sim.ctl({ u"set"_s, u"hang=1@me.info"_s });
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        w.sim.inject(u"772797855570859122"_s, u"cho cả nhóm"_s);
        w.sim.inject(u"365333052772575247"_s, u"cho một người"_s);
        QTRY_COMPARE_WITH_TIMEOUT(accountsOf(w), (QStringList { QString(), first }), Patience);
        w.companion.reset();
        w.sim.ctl({ u"reset"_s });

        w.sim.ctl({ u"login"_s, u"Trần Quốc Bảo"_s });
        QVERIFY(w.start());
        QTRY_VERIFY_WITH_TIMEOUT(w.profile().account && w.profile().account->userId == second,
                                 Patience);
        QTRY_COMPARE_WITH_TIMEOUT(accountsOf(w), (QStringList { first, first }), Patience);
        QCOMPARE(w.profile().otherAccounts.value(0).counts.inboundWaiting, 2);
    }

    //! What was to be said before the sleep is not said hours later.
    void deadlinesPassInASleep()
    {
        Whole w;
        w.options.policy.offlineRetry = { 100ms, 200ms, 0.2 };
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        w.sim.ctl({ u"net"_s, u"off"_s });
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Offline, Patience);
        OutboundRequest request;
        request.owner = u"local"_s;
        request.profile = defaultProfile();
        request.thread = { u"365333052772575247"_s, false };
        request.text = u"Chào bạn"_s;
        request.deadline = 10min;
        QList<OutboundRow> ended;
        for (const char* key : { "before", "after" }) {
            request.key = QString::fromLatin1(key);
            w.companion->roles().messages.send(
                request, w.companion.get(),
                [&](const Result<OutboundRow>& row) { ended << row.value_or(OutboundRow()); });
            QTRY_VERIFY(w.profile().queue.outboundWaiting > 0);
            w.slept += request.key == u"before" ? 3'600'000 : 0;
        }
        w.sim.ctl({ u"net"_s, u"on"_s });
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, Patience);
        QCOMPARE(w.sim.outbox().size(), 1);
        QCOMPARE(ended.first().key, u"before"_s);
        QCOMPARE(ended.first().state, OutboundState::Failed);
        QCOMPARE(ended.last().state, OutboundState::Sent);
    }

    //! zca died over it. Who looks in Zalo says whether it arrived; or it is sent again.
    void whatMayHaveGoneIsSettledByAPerson()
    {
        Whole w;
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        MessageService& messages = w.companion->roles().messages;
        const auto send = [&](const QString& key) {
            OutboundRequest request;
            request.owner = u"local"_s;
            request.key = key;
            request.profile = defaultProfile();
            request.thread = { u"365333052772575247"_s, false };
            request.text = key;
            w.sim.ctl({ u"set"_s, u"exit=1@msg.send@once"_s });
            OutboundRow sent;
            messages.send(request, w.companion.get(), [&sent](const Result<OutboundRow>& row) {
                sent = row.value_or(OutboundRow());
            });
            [&] { QTRY_COMPARE_WITH_TIMEOUT(sent.state, OutboundState::Uncertain, Patience); }();
            return sent.id;
        };
        const auto state = [&](const QString& key) {
            std::optional<OutboundState> found;
            messages.outcome(
                u"local"_s, key, w.companion.get(),
                [&found](const Result<std::optional<OutboundRow>>& row) { found = (*row)->state; });
            [&] { QTRY_VERIFY(found); }();
            return *found;
        };
        const qint64 arrived = send(u"arrived"_s);
        const qint64 again = send(u"again"_s);
        QTRY_COMPARE(w.profile().queue.outboundUncertain, 2);
        std::optional<bool> settled;
        messages.settle(defaultProfile(), arrived, SendSettlement::Arrived, w.companion.get(),
                        [&settled](const Result<bool>& done) { settled = done.value_or(false); });
        QTRY_COMPARE(settled, std::optional(true));
        QCOMPARE(state(u"arrived"_s), OutboundState::Sent);
        QTRY_COMPARE(w.profile().queue.outboundUncertain, 1);
        messages.sendAgain(again, w.companion.get(), [](const Result<OutboundRow>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(w.profile().queue.outboundUncertain, 0, Patience);
        QCOMPARE(state(u"again"_s), OutboundState::Dismissed);
        QCOMPARE(w.sim.outbox().size(), 1);
    }

    //! A time server or a person sets the clock, far and both ways: nothing is torn down.
    void wallClockThatJumps()
    {
        Whole w;
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        w.wallSkew = 7'200'000;
        w.sim.inject(u"365333052772575247"_s, u"một"_s);
        QTRY_COMPARE(w.profile().queue.inboundWaiting, 1);
        w.wallSkew = -86'400'000;
        w.sim.inject(u"365333052772575247"_s, u"hai"_s);
        QTRY_COMPARE(w.profile().queue.inboundWaiting, 2);
        QCOMPARE(w.state(), SessionState::Online);
        QCOMPARE(w.sim.starts().size(), 1);
        // A gap that begins now has its ends in order all the same.
        w.sim.ctl({ u"drop"_s });
        QTRY_VERIFY_WITH_TIMEOUT(!w.profile().gaps.isEmpty() && w.profile().gaps.last().toMs > 0,
                                 Patience);
        QVERIFY(w.profile().gaps.last().toMs >= w.profile().gaps.last().fromMs);
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
    }

    //! Nothing happens any more, and still the snapshot says in time that somebody waits.
    void whoWaitsForLongIsToldOf()
    {
        Whole w;
        w.options.policy.waitPatience = 300ms;
        QVERIFY(w.start());
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Online, Patience);
        w.sim.inject(u"365333052772575247"_s, u"một"_s);
        QTRY_COMPARE_WITH_TIMEOUT(w.profile().waiting.count, 1, Patience);
        QVERIFY(w.profile().waiting.sinceMs > 0);
        QTRY_VERIFY_WITH_TIMEOUT(w.profile().isWaitOverdue, Patience);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*w.options.bridgeAddress.path()));
        QTRY_COMPARE_WITH_TIMEOUT(w.profile().waiting, WaitingChats(), Patience);
        QVERIFY(!w.profile().isWaitOverdue);
    }

    //! The bot waits for as long as a person has the chat, over a restart, and then goes on by
    //! itself, also where the end came while nothing ran.
    void aChatThatWasTakenOverIsGivenBack()
    {
        const ThreadRef chat { u"365333052772575247"_s, false };
        const QString other = u"365333052772575248"_s;
        Whole w;
        w.options.policy.takeOver = 30min;
        w.options.policy.backlogMaxAge = 24h;
        TestGateway gateway;
        const auto start = [&] {
            return w.start() && gateway.subscribe(*w.options.bridgeAddress.path());
        };
        QVERIFY(start());
        QTRY_VERIFY_WITH_TIMEOUT(w.state() == SessionState::Online && w.profile().account,
                                 Patience);
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            w.companion->roles().delivery.takeOver(defaultProfile(), chat, context, done);
        }));
        QTRY_COMPARE(w.profile().pauses.size(), 1);
        w.sim.inject(chat.id, u"một"_s);
        QTRY_COMPARE_WITH_TIMEOUT(w.profile().queue.inboundWaiting, 1, Patience);
        QCOMPARE(w.profile().waitingPaused.count, 1);
        QCOMPARE(w.profile().waiting.count, 0);

        gateway.close();
        w.companion.reset();
        QVERIFY(start());
        w.sim.inject(other, u"hai"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(other), QStringList { u"hai"_s }, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.profile().pauses.size(), 1, Patience);
        QVERIFY(gateway.texts(chat.id).isEmpty());

        gateway.close();
        w.companion.reset();
        w.wallSkew += 31 * 60'000;
        QVERIFY(start());
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(chat.id), QStringList { u"một"_s }, Patience);
        QVERIFY(w.profile().pauses.isEmpty());
        gateway.close();
    }

    //! No restart is needed for it.
    void aTakeOverEndsWhileTheProgramRuns()
    {
        const ThreadRef chat { u"365333052772575247"_s, false };
        Whole w;
        w.options.policy.takeOver = 500ms;
        QVERIFY(w.start());
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*w.options.bridgeAddress.path()));
        QTRY_VERIFY_WITH_TIMEOUT(w.state() == SessionState::Online && w.profile().account,
                                 Patience);
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            w.companion->roles().delivery.takeOver(defaultProfile(), chat, context, done);
        }));
        w.sim.inject(chat.id, u"một"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.texts(chat.id), QStringList { u"một"_s }, Patience);
        gateway.close();
    }

    void endLeavesAGapAndTheHistory_data()
    {
        QTest::addColumn<bool>("inOrder");
        QTest::newRow("crash") << false;
        QTest::newRow("quit") << true;
    }

    //! From the last proof before the end to the first one after the next start.
    void endLeavesAGapAndTheHistory()
    {
        QFETCH(bool, inOrder);
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(companion), u"Online"_s, Patience);
        QTRY_VERIFY(profileOf(companion)[u"history"].toArray().size() >= 2);
        QVERIFY(profileOf(companion)[u"connectionGaps"].toArray().isEmpty());
        const QJsonArray before = profileOf(companion)[u"history"].toArray();
        if (inOrder) {
            QVERIFY(companion.terminate());
        } else {
            companion.kill();
        }
        const qint64 dead = QDateTime::currentMSecsSinceEpoch();
        // The listener dies with it: the kernel sees to that.
        QVERIFY(sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QVERIFY(companion.start());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(companion), u"Online"_s, Patience);
        QTRY_COMPARE(profileOf(companion)[u"connectionGaps"].toArray().size(), 1);
        const QJsonObject gap = profileOf(companion)[u"connectionGaps"][0].toObject();
        QCOMPARE(gap[u"cause"].toString(), u"notRunning"_s);
        QVERIFY(gap[u"from"].toInteger() <= dead);
        QVERIFY(gap[u"to"].toInteger() >= dead);
        const QJsonArray after = profileOf(companion)[u"history"].toArray();
        QVERIFY(after.size() >= 4);
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(after.at(i), before.at(i));
        }
        QCOMPARE(after.last()[u"state"].toString(), u"Online"_s);
    }

    //! zca sends a file over the listener's connection. While that is being made anew it would open
    //! one of its own, and lose it to the listener.
    void aFileWaitsForTheConnection()
    {
        Whole w;
        constexpr int connecting = 500;
        w.options.policy.reconnect = { 5s, 5s, 0 };
        w.sim.ctl({ u"set"_s, u"connect-delay=%1"_s.arg(connecting) });
        QVERIFY(w.start());
        TestGateway gateway;
        QVERIFY(gateway.open(*w.options.bridgeAddress.path()));
        QTRY_VERIFY_WITH_TIMEOUT(w.state() == SessionState::Online && w.profile().account,
                                 Patience);
        w.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(w.state(), SessionState::Reconnecting, Patience);
        QFile file(w.folder.filePath(u"báo giá.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4");
        file.close();
        const RpcReply sent = gateway.call(u"message.send"_s,
                                           { { u"threadId"_s, u"365333052772575247"_s },
                                             { u"isGroup"_s, false },
                                             { u"key"_s, u"file"_s },
                                             { u"kind"_s, u"file"_s },
                                             { u"path"_s, file.fileName() },
                                             { u"deadlineMs"_s, 600'000 } });
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        QCOMPARE(w.sim.outbox().size(), 1);
        const QList<qint64> uploads = w.sim.starts(u"msg.upload"_s);
        QCOMPARE(uploads.size(), 1);
        QVERIFY(uploads.first() >= w.sim.starts().last() + connecting);
        QCOMPARE(w.sim.starts().size(), 2); // nothing took its connection
        QCOMPARE(w.state(), SessionState::Online);
        gateway.close();
    }

    //! Two companions on one session: each asks for it once more, then one has it, and the other
    //! one stops and says so.
    void twoCompanionsOnOneSession()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        sim.ctl({ u"-p"_s, u"other"_s, u"copy-login"_s, u"default"_s });
        CompanionProcess first;
        CompanionProcess second;
        TestGateway firstGateway;
        TestGateway secondGateway;
        const auto startsOf = [&sim](const QString& profile) {
            return sim.ctl({ u"-p"_s, profile, u"journal"_s, u"listen"_s }).count('\n');
        };
        QVERIFY(first.start() && firstGateway.open(first.bridgePath()));
        QVERIFY(firstGateway.call(u"me.get"_s, { { u"profile"_s, u"default"_s } }));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(first), u"Online"_s, Patience);
        QVERIFY(second.start() && secondGateway.open(second.bridgePath()));
        QVERIFY(secondGateway.call(u"inbound.subscribe"_s,
                                   { { u"profiles"_s, QJsonArray { u"other"_s } } }));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(second), u"Online"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(first), u"Duplicate"_s, Patience);
        const QJsonObject session = profileOf(first)[u"session"].toObject();
        QVERIFY(session[u"reason"][u"text"].toString().startsWith(u"Another program uses"));
        QCOMPARE(session[u"nextStep"][u"kind"].toString(), u"reconnect"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(second), u"Online"_s, Patience);
        // Nobody goes on by itself.
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(since.elapsed() > 2 * Policy().takenRetry.count(), Patience);
        QCOMPARE(startsOf(u"default"_s), 2);
        QCOMPARE(startsOf(u"other"_s), 2);
        QCOMPARE(stateOf(first), u"Duplicate"_s);
        QCOMPARE(stateOf(second), u"Online"_s);
        // Somebody takes it back: that ends the same way.
        QCOMPARE(first.run({ u"reconnect"_s }).status, 0);
        const auto isSettled = [&] {
            QStringList states { stateOf(first), stateOf(second) };
            states.sort();
            return states == QStringList { u"Duplicate"_s, u"Online"_s };
        };
        QTRY_VERIFY_WITH_TIMEOUT(startsOf(u"default"_s) > 2 && isSettled(), 2 * Patience);
        QVERIFY(startsOf(u"default"_s) + startsOf(u"other"_s) <= 7);
    }
};

QTEST_GUILESS_MAIN(TestCompanionPolicy)
#include "tst_companionpolicy.moc"
