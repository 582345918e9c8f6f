// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "falseclock.h"
#include "messagestore/relayschema.h"
#include "messagestore/relaystore.h"
#include "messagestore/sessioneventtable.h"
#include "temporarystore.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;

namespace {

//! In a process of its own: appends without end and prints the number of each row that was
//! acknowledged, until it is killed.
class Appender : public QObject
{
public:
    explicit Appender(const QString& path)
        : m_store(&m_worker, { path })
    {
        m_store.open(this, [this](const Result<RelayRecovery>& opened) {
            for (int i = 0; opened && i < 50; ++i) {
                append();
            }
        });
    }

private:
    void append()
    {
        const int number = ++m_last;
        m_store.inbound().append(inboundRow(number), this,
                                 [this, number](const Result<bool>& stored) {
                                     if (stored) {
                                         ::printf("%d\n", number);
                                         ::fflush(stdout);
                                     }
                                     append();
                                 });
    }

    Worker m_worker { u"appender"_s };
    RelayStore m_store;
    int m_last = 0;
};

} // namespace

class TestRelayStore : public QObject
{
    Q_OBJECT

    static constexpr qint64 Start = 2'000'000;

    TemporaryStore m_store;
    FalseClock m_clock { Start };
    QObject m_context;

    Result<RelayRecovery> open() { return m_store.open(m_clock.clock()); }

    ProfileTally tally()
    {
        return *awaited<ProfileTally>(
            [&](QObject* context, auto done) { m_store->profiles().tally(home, context, done); });
    }

    std::optional<InboundRow> next(const QString& thread = u"t1"_s)
    {
        return awaited<std::optional<InboundRow>>([&](QObject* context, auto done) {
                   m_store->inbound().nextWaiting({ home, owner, { thread, false } }, context,
                                                  done);
               })
            .value_or(std::nullopt);
    }

    ConnectionGap newestGap()
    {
        return awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
                   m_store->sessions().gaps(home, owner, 1, context, done);
               })
            ->value(0);
    }

    EnqueuedOutbound enqueue(const OutboundRow& row)
    {
        return *awaited<EnqueuedOutbound>(
            [&](QObject* context, auto done) { m_store->outbound().enqueue(row, context, done); });
    }

    OutboundRow stored(const QString& key)
    {
        return **awaited<std::optional<OutboundRow>>([&](QObject* context, auto done) {
            m_store->outbound().byKey(u"gateway-0001"_s, key, context, done);
        });
    }

    ActivityList activity(const ActivityQuery& query)
    {
        return awaited<ActivityList>([&](QObject* context, auto done) {
                   m_store->activity().page(query, context, done);
               })
            .value_or(ActivityList());
    }

    QList<SessionEvent> history(int limit)
    {
        return awaited<QList<SessionEvent>>([&](QObject* context, auto done) {
                   m_store->sessions().events(home, owner, limit, context, done);
               })
            .value_or(QList<SessionEvent>());
    }

    bool claim(const QString& profile, const QString& account)
    {
        return bool(awaited<void>([&](QObject* context, auto done) {
            m_store->accounts().claim(profile, account, u"name of "_s + account, context, done);
        }));
    }

private slots:
    void init()
    {
        m_store.reset();
        m_clock = FalseClock(Start);
        QVERIFY(open());
    }

    void cleanup() { m_store.close(); }

    void keepsRowsOverAReopening()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        QVERIFY(m_store.append(inboundRow(2)));
        const InboundRow before = *next();
        QVERIFY(open());
        const auto row = next();
        QVERIFY(row);
        QCOMPARE(row->seq, before.seq);
        QCOMPARE(row->msgId, u"1"_s);
        QCOMPARE(row->payload, inboundRow(1).payload);
        QCOMPARE(row->receivedMs, inboundRow(1).receivedMs);
        QCOMPARE(m_store.counts().inboundWaiting, 2);
        QCOMPARE(m_store.counts().lastInMs, inboundRow(2).receivedMs);
    }

    void dropsARepeat()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        QVERIFY(!m_store.append(inboundRow(1)));
        // Another person's copy of it, as of a group's message, is that person's message.
        InboundRow other = inboundRow(1);
        other.account = stranger;
        QVERIFY(m_store.append(other));
        QCOMPARE(m_store.counts().inboundWaiting, 1);
        // The account's own one is a repeat in whatever profile it comes in.
        other = inboundRow(1);
        other.profile = u"work"_s;
        QVERIFY(!m_store.append(other));
        // Of an account that is not known yet, the profile decides.
        other.account.clear();
        QVERIFY(m_store.append(other));
        QVERIFY(!m_store.append(other));
    }

    void knowsAMessageByEverythingThatIdentifiesIt_data()
    {
        QTest::addColumn<QString>("msgId");
        QTest::addColumn<QString>("cliMsgId");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("thread");
        QTest::addColumn<bool>("isRepeat");
        const auto row = [](const char* name, const char* msgId, const char* cliMsgId,
                            const char* sender, const char* thread, bool isRepeat) {
            QTest::newRow(name) << QString::fromLatin1(msgId) << QString::fromLatin1(cliMsgId)
                                << QString::fromLatin1(sender) << QString::fromLatin1(thread)
                                << isRepeat;
        };
        row("the same", "71", "81", "91", "t1", true);
        row("another id, the sender's own the same", "72", "81", "91", "t1", true);
        row("the sender's own id is another", "71", "82", "91", "t1", true);
        row("without the sender's own id", "71", "", "91", "t1", true);
        row("the same id in another thread", "71", "82", "91", "t2", false);
        row("the sender's own id in another thread", "72", "81", "91", "t2", false);
        row("another sender's own id", "72", "81", "92", "t1", false);
        row("no ids in common", "72", "82", "91", "t1", false);
    }

    void knowsAMessageByEverythingThatIdentifiesIt()
    {
        QFETCH(QString, msgId);
        QFETCH(QString, cliMsgId);
        QFETCH(QString, sender);
        QFETCH(QString, thread);
        const auto message = [](const QString& msgId, const QString& cliMsgId,
                                const QString& sender, const QString& thread) {
            InboundRow row = inboundRow(1, thread);
            row.msgId = msgId;
            row.payload[u"senderId"_s] = sender;
            row.payload[u"cliMsgId"_s] = cliMsgId;
            return row;
        };
        InboundRow sameTime = message(u"70"_s, u"81"_s, u"91"_s, u"t1"_s);
        sameTime.payload[u"text"_s] = u"of the same millisecond"_s;
        QVERIFY(m_store.append(sameTime));
        QVERIFY(m_store.append(message(u"71"_s, u"81"_s, u"91"_s, u"t1"_s)));
        QTEST(!m_store.append(message(msgId, cliMsgId, sender, thread)), "isRepeat");
    }

    //! A sender's own id of 0 says nothing.
    void doesNotTakeNothingForAnId()
    {
        for (int i = 1; i <= 2; ++i) {
            InboundRow row = inboundRow(i);
            row.payload[u"cliMsgId"_s] = u"0"_s;
            QVERIFY(m_store.append(row));
        }
    }

    void anOutcomeIsOfOneThread()
    {
        QVERIFY(m_store.append(inboundRow(1, u"t1"_s)));
        QVERIFY(m_store.append(inboundRow(1, u"t2"_s)));
        QVERIFY(*awaited<bool>([&](QObject* context, auto done) {
            m_store->inbound().recordOutcome(home, u"1"_s, u"t2"_s, InboundOutcome::Dropped, {},
                                             context, done);
        }));
        for (const ActivityItem& item : activity({}).items) {
            QCOMPARE(item.outcome == InboundOutcome::Dropped, item.thread.id == u"t2"_s);
        }
    }

    //! What came before anybody was verified belongs to who is verified next, once.
    void givesWhatIsNobodysToWhoIsVerified()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        for (int i = 1; i <= 3; ++i) {
            InboundRow row = inboundRow(i);
            row.account.clear();
            row.payload[u"senderId"_s] = i == 3 ? owner : stranger;
            QVERIFY(m_store.append(row)); // that 1 is a repeat is not known yet
        }
        InboundRow elsewhere = inboundRow(9);
        elsewhere.profile = u"work"_s;
        elsewhere.account.clear();
        QVERIFY(m_store.append(elsewhere));
        OutboundRow send = outboundRow(u"k"_s);
        send.account.clear();
        (void)enqueue(send);
        m_store->profiles().setThreadPaused({ home, {}, { u"g"_s, true } }, true, this, {});
        m_store->profiles().setCoolDown(home, {}, 77, this, {});
        m_store->sessions().openGap(home, {}, 500, GapCause::Offline, this, {});

        QVERIFY(claim(home, owner));
        QStringList waiting;
        for (const ActivityItem& item : activity({}).items) {
            if (item.kind == ActivityItem::Kind::Inbound && item.profile == home) {
                QCOMPARE(item.account, owner);
                waiting << item.messageId + u' ' + stateName(item.state);
            }
        }
        waiting.sort();
        // What the owner wrote is no message to the owner.
        QCOMPARE(waiting, (QStringList { u"1 waiting"_s, u"2 waiting"_s, u"3 own"_s }));
        QCOMPARE(stored(u"k"_s).account, owner);
        const auto state = *awaited<ProfileState>([&](QObject* context, auto done) {
            m_store->profiles().state(home, {}, context, done);
        });
        QCOMPARE(state.account, owner);
        QCOMPARE(state.coolDownUntilMs, 77);
        const auto paused = *awaited<QList<LaneKey>>(
            [&](QObject* context, auto done) { m_store->profiles().pausedThreads(context, done); });
        QCOMPARE(paused, (QList<LaneKey> { { home, owner, { u"g"_s, true } } }));

        // Nothing of it goes over to the next one.
        QVERIFY(claim(home, stranger));
        QCOMPARE(stored(u"k"_s).account, owner);
        QCOMPARE(m_store.counts().inboundWaiting, 2);
        const QList<WaitingAccount> others = tally().others(stranger);
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.at(0).userId, owner);
        QCOMPARE(others.at(0).name, u"name of "_s + owner);
        QCOMPARE(others.at(0).counts.inboundWaiting, 2);
        QCOMPARE(others.at(0).counts.outboundWaiting, 1);
    }

    void claimsMoreThanOneTransactionTakes()
    {
        int appended = 0;
        for (int i = 0; i < 4'500; ++i) {
            InboundRow row = inboundRow(i);
            row.account.clear();
            m_store->inbound().append(row, this, [&](const Result<bool>&) { ++appended; });
        }
        QTRY_COMPARE(appended, 4'500);
        QVERIFY(claim(home, owner));
        QCOMPARE(m_store.counts().inboundWaiting, 4'500);
        const QList<WaitingAccount> others = tally().others({});
        QCOMPARE(others.value(0).counts.inboundWaiting, 4'500);
    }

    //! The account is back, in another profile.
    void whatWaitsFollowsItsAccount()
    {
        QVERIFY(claim(home, owner));
        QVERIFY(m_store.append(inboundRow(1)));
        QVERIFY(m_store.append(inboundRow(2)));
        m_store->inbound().markAccepted(home, 1, this, {});
        (void)enqueue(outboundRow(u"k"_s));
        m_store->sessions().openGap(home, owner, 500, GapCause::NotLoggedIn, this, {});
        QVERIFY(claim(home, stranger));
        QVERIFY(claim(u"work"_s, owner));
        for (const ActivityItem& item : activity({}).items) {
            const bool isHistory = item.messageId == u"1"_s;
            QCOMPARE(item.profile, isHistory ? home : u"work"_s);
        }
        QCOMPARE(stored(u"k"_s).profile, u"work"_s);
        QVERIFY(!m_store.append(inboundRow(1))); // it has been taken, wherever
    }

    void discardsWhatWaitsOfAnAccount()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        InboundRow other = inboundRow(1);
        other.account = stranger;
        QVERIFY(m_store.append(other));
        QCOMPARE(*awaited<int>([&](QObject* context, auto done) {
            m_store->accounts().discard(home, stranger, context, done);
        }),
                 1);
        QCOMPARE(m_store.counts().inboundWaiting, 1);
        QVERIFY(!m_store.append(other));
    }

    void writesManyCallsInOneTransaction()
    {
        QVERIFY(m_store.append(inboundRow(1000)));
        const qint64 before = m_store->queue().commits();
        int acknowledged = 0;
        for (int i = 0; i < 400; ++i) {
            m_store->inbound().append(inboundRow(i), this, [&](const Result<bool>& stored) {
                acknowledged += stored && *stored ? 1 : 0;
            });
        }
        QTRY_COMPARE(acknowledged, 400);
        // The first went alone, the others came while it was written.
        QVERIFY2(m_store->queue().commits() - before <= 3,
                 qPrintable(QString::number(m_store->queue().commits() - before)));
    }

    void writesWhatWasHandedOverBeforeItsEnd()
    {
        for (int i = 0; i < 300; ++i) {
            m_store->inbound().append(inboundRow(i), this, {});
        }
        QVERIFY(open());
        QCOMPARE(m_store.counts().inboundWaiting, 300);
    }

    void tellsOnceACommitThatAProfileChanged()
    {
        QSignalSpy changed(&m_store->queue(), &CommitQueue::committed);
        int acknowledged = 0;
        for (int i = 0; i < 100; ++i) {
            m_store->inbound().append(inboundRow(i), this,
                                      [&](const Result<bool>&) { ++acknowledged; });
        }
        QTRY_COMPARE(acknowledged, 100);
        QVERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 3);
        QCOMPARE(changed.first().first().toString(), home);
        // With what is counted as of that commit.
        const auto last = changed.last().at(1).value<QVariant>().value<ProfileTally>();
        QCOMPARE(last.of(owner), m_store.counts());
    }

    void holdsWhatAKilledProcessAcknowledged()
    {
        m_store.reset();
        QProcess appender;
        appender.start(QCoreApplication::applicationFilePath(), { u"--append"_s, m_store.path() });
        QByteArray printed;
        QVERIFY(QTest::qWaitFor(
            [&] {
                printed += appender.readAllStandardOutput();
                return printed.count('\n') > 500;
            },
            20'000));
        appender.kill();
        QVERIFY(appender.waitForFinished());
        printed += appender.readAllStandardOutput();
        const QList<QByteArray> acknowledged = printed.first(printed.lastIndexOf('\n')).split('\n');

        QVERIFY(open());
        QSet<QString> kept;
        QString cursor;
        do {
            const ActivityList page = activity({ home, {}, 500, cursor });
            for (const ActivityItem& item : page.items) {
                QCOMPARE(item.messageId, QString::number(item.timeMs - 1'000'000));
                kept.insert(item.messageId);
            }
            cursor = page.nextCursor;
        } while (!cursor.isEmpty());
        for (const QByteArray& number : acknowledged) {
            QVERIFY2(kept.contains(QString::fromLatin1(number)), number.constData());
        }
    }

    void walksAMessageThroughItsStates()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        QVERIFY(m_store.append(inboundRow(2)));
        const Error error { ErrorKind::TimedOut, u"x"_s };
        const qint64 first = next()->seq;
        m_store->inbound().recordAttempt(home, first, 2, 5'000, error, this, {});
        QCOMPARE(next()->attempts, 2);
        QCOMPARE(next()->nextAttemptMs, 5'000);
        QCOMPARE(next()->lastError, error);
        m_store->inbound().markAccepted(home, first, this, {});
        QCOMPARE(next()->msgId, u"2"_s);
        const qint64 second = next()->seq;
        m_store->inbound().markDead(home, second, 5, error, this, {});
        QVERIFY(!next());
        QCOMPARE(m_store.counts().inboundDead, 1);

        const auto settle = [&](auto call, qint64 seq) {
            return awaited<std::optional<InboundRow>>([&](QObject* context, auto done) {
                       (m_store->inbound().*call)(home, seq, context, done);
                   })
                ->has_value();
        };
        QVERIFY(!settle(&InboundStore::release, first)); // it was taken
        QVERIFY(settle(&InboundStore::release, second));
        QVERIFY(next());
        QVERIFY(settle(&InboundStore::discard, second));
        QVERIFY(!settle(&InboundStore::discard, second));
        QCOMPARE(m_store.counts().inboundDead + m_store.counts().inboundWaiting, 0);
    }

    //! What the Gateway dropped or failed at is with it, and can be handed over once more.
    void handsAMessageOverAgain()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        QVERIFY(m_store.append(inboundRow(2)));
        const qint64 first = next()->seq;
        m_clock.setWallClock(7'000);
        for (int i = 0; i < 2; ++i) {
            m_store->inbound().markAccepted(home, next()->seq, this, {});
        }
        const auto end = [&](const QString& msgId, InboundOutcome outcome) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_store->inbound().recordOutcome(home, msgId, {}, outcome,
                                                 { OutcomeCode::NoMention, {} }, context, done);
            });
        };
        const auto settle = [&](auto call, qint64 seq) {
            return *awaited<std::optional<InboundRow>>([&](QObject* context, auto done) {
                (m_store->inbound().*call)(home, seq, context, done);
            });
        };
        QVERIFY(end(u"1"_s, InboundOutcome::Dispatched));
        QVERIFY(!settle(&InboundStore::release, first)); // it was answered
        QVERIFY(end(u"1"_s, InboundOutcome::Dropped));
        const auto again = settle(&InboundStore::release, first);
        QVERIFY(again);
        QCOMPARE(again->acceptedMs, 7'000);
        QCOMPARE(again->outcome, InboundOutcome::None);
        QVERIFY(again->outcomeReason.isEmpty() && again->released);
        QCOMPARE(next()->seq, first);
        m_clock.setWallClock(9'000);
        m_store->inbound().markAccepted(home, first, this, {});
        QVERIFY(end(u"2"_s, InboundOutcome::Failed));
        const qint64 second = first + 1;
        QVERIFY(settle(&InboundStore::discard, second));
        QVERIFY(!settle(&InboundStore::discard, second));
        const QList<ActivityItem> items = activity({}).items;
        QCOMPARE(items.at(0).effectiveState(), ActivityState::Discarded);
        QCOMPARE(items.at(1).effectiveState(), ActivityState::Accepted);
        QCOMPARE(items.at(1).endMs, 9'000);
        // Who settled it may think better of it.
        QVERIFY(settle(&InboundStore::release, second));
        QCOMPARE(next()->seq, second);
        QVERIFY(settle(&InboundStore::discard, second));
        QVERIFY(!settle(&InboundStore::release, second)); // it never got to the bot
    }

    void keepsTheLastOutcome()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        const auto record = [&](const QString& msgId, InboundOutcome outcome) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_store->inbound().recordOutcome(home, msgId, {}, outcome,
                                                 { OutcomeCode::NoMention, {} }, context, done);
            });
        };
        QVERIFY(record(u"1"_s, InboundOutcome::Dispatched));
        QVERIFY(record(u"1"_s, InboundOutcome::Dropped));
        QVERIFY(!record(u"2"_s, InboundOutcome::Dropped));
        const ActivityItem item = activity({}).items.value(0);
        QCOMPARE(item.outcome, InboundOutcome::Dropped);
        QCOMPARE(item.reason, (OutcomeReason { OutcomeCode::NoMention, {} }));
    }

    void listsLanesByTheirOldestRow()
    {
        QVERIFY(m_store.append(inboundRow(5000, u"b"_s)));
        QVERIFY(m_store.append(inboundRow(5001, u"a"_s)));
        QVERIFY(m_store.append(inboundRow(5002, u"b"_s)));
        const auto lanes = *awaited<QList<WaitingLane>>([&](QObject* context, auto done) {
            m_store->inbound().waitingLanes(home, owner, context, done);
        });
        QCOMPARE(lanes.size(), 2);
        QCOMPARE(lanes.at(0).thread.id, u"b"_s);
        QCOMPARE(lanes.at(0).count, 2);
        QCOMPARE(lanes.at(1).thread.id, u"a"_s);
    }

    //! Chats, not messages, and when the first of those who wait wrote.
    void countsWhoWaits()
    {
        const auto waiting = [this] { return m_store.counts().waiting; };
        QCOMPARE(waiting(), WaitingChats());
        for (const auto& [number, thread] :
             { std::pair { 1, u"t1"_s }, { 2, u"t1"_s }, { 3, u"t2"_s } }) {
            QVERIFY(m_store.append(inboundRow(number, thread)));
        }
        QCOMPARE(waiting(), (WaitingChats { 2, inboundRow(1).receivedMs }));
        m_store->inbound().markAccepted(home, 1, &m_context, {});
        QCOMPARE(waiting(), (WaitingChats { 2, inboundRow(2).receivedMs }));
        m_store->inbound().markAccepted(home, 2, &m_context, {});
        QCOMPARE(waiting(), (WaitingChats { 1, inboundRow(3).receivedMs }));
        // By the time at which it was written, not by the one at which it came.
        InboundRow late = inboundRow(4, u"t3"_s);
        late.agedMs = 500'000;
        QVERIFY(m_store.append(late));
        QCOMPARE(waiting(), (WaitingChats { 2, 500'000 }));
        // An answer that is still to be sent keeps its reader waiting too.
        OutboundRow answer = outboundRow(u"a"_s);
        answer.createdMs = 400'000;
        enqueue(answer);
        QCOMPARE(waiting(), (WaitingChats { 3, 400'000 }));
        m_store->outbound().markStarted(home, 1, 0, &m_context, {});
        QCOMPARE(waiting(), (WaitingChats { 3, 400'000 }));
        m_store->outbound().finish(home, 1, OutboundState::Sent, {}, &m_context, {});
        QCOMPARE(waiting(), (WaitingChats { 2, 500'000 }));
        // What another account has is not this one's.
        InboundRow other = inboundRow(5);
        other.account = stranger;
        QVERIFY(m_store.append(other));
        QCOMPARE(waiting(), (WaitingChats { 2, 500'000 }));
        QCOMPARE(tally().of(stranger).waiting, (WaitingChats { 1, inboundRow(5).receivedMs }));
        // What is nobody's yet is of whoever looks.
        other = inboundRow(6, u"t4"_s);
        other.account.clear();
        other.agedMs = 300'000;
        QVERIFY(m_store.append(other));
        QCOMPARE(waiting(), (WaitingChats { 3, 300'000 }));
        QVERIFY(claim(home, owner));
        QCOMPARE(waiting(), (WaitingChats { 3, 300'000 }));
    }

    //! Where the bot is paused people are counted apart.
    void countsWhoWaitsInAPausedChat()
    {
        QVERIFY(m_store.append(inboundRow(1, u"t1"_s)));
        QVERIFY(m_store.append(inboundRow(2, u"t2"_s)));
        const LaneKey first { home, owner, { u"t1"_s, false } };
        m_store->profiles().setThreadPaused(first, true, &m_context, {});
        RelayCounts counts = m_store.counts();
        QCOMPARE(counts.waiting, (WaitingChats { 1, inboundRow(2).receivedMs }));
        QCOMPARE(counts.waitingPaused, (WaitingChats { 1, inboundRow(1).receivedMs }));
        m_store->profiles().setThreadPaused(first, false, &m_context, {});
        counts = m_store.counts();
        QCOMPARE(counts.waiting, (WaitingChats { 2, inboundRow(1).receivedMs }));
        QCOMPARE(counts.waitingPaused, WaitingChats());
    }

    //! What the Gateway took and nobody answered, until a person has seen to it.
    void countsFailedTurns()
    {
        const OutcomeReason noTurn { OutcomeCode::NoTurn, {} };
        const OutcomeReason noMention { OutcomeCode::NoMention, {} };
        const std::tuple<int, InboundOutcome, OutcomeReason> outcomes[] {
            { 1, InboundOutcome::Failed, { OutcomeCode::TurnFailed, u"why"_s } },
            { 2, InboundOutcome::Dropped, noTurn },
            { 3, InboundOutcome::Dropped, noMention }, // as the owner wants it
            { 4, InboundOutcome::Dispatched, {} },
        };
        for (const auto& [number, outcome, reason] : outcomes) {
            QVERIFY(m_store.append(inboundRow(number, u"t1%1"_s.arg(number))));
            m_store->inbound().markAccepted(home, number, &m_context, {});
            m_store->inbound().recordOutcome(home, QString::number(number), {}, outcome, reason,
                                             &m_context, {});
        }
        QCOMPARE(m_store.counts().inboundFailed, 2);
        // The list has these, and no others.
        ActivityQuery failed;
        failed.part = ActivityPart::FailedTurns;
        const QList<ActivityItem> listed = activity(failed).items;
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0].messageId, u"2"_s);
        QCOMPARE(listed[1].messageId, u"1"_s);
        failed.threadId = u"t2"_s;
        QVERIFY(activity(failed).items.isEmpty());
        // It went well in the end.
        m_store->inbound().recordOutcome(home, u"2"_s, {}, InboundOutcome::Dispatched, {},
                                         &m_context, {});
        QCOMPARE(m_store.counts().inboundFailed, 1);
        m_store->inbound().release(home, 1, &m_context, {});
        QCOMPARE(m_store.counts().inboundFailed, 0);
        QCOMPARE(m_store.counts().waiting.count, 1);
        m_store->inbound().markAccepted(home, 1, &m_context, {});
        m_store->inbound().recordOutcome(home, u"1"_s, {}, InboundOutcome::Failed, {}, &m_context,
                                         {});
        QCOMPARE(m_store.counts().inboundFailed, 1);
        m_store->inbound().discard(home, 1, &m_context, {});
        QCOMPARE(m_store.counts().inboundFailed, 0);
    }

    //! Whom the bot answered later waits no longer. Who else wrote there does, and so does whoever
    //! got the answer to an earlier message.
    void aLaterAnswerSettlesAFailedTurn()
    {
        const OutcomeReason why { OutcomeCode::TurnFailed, u"why"_s };
        const auto append = [this](int number, const QString& thread, const QString& sender) {
            InboundRow row = inboundRow(number, thread);
            row.thread.isGroup = thread.startsWith(u'g');
            row.payload.insert(u"senderId"_s, sender);
            return m_store.append(row);
        };
        const auto end = [this](int number, InboundOutcome outcome, const OutcomeReason& reason) {
            m_store->inbound().markAccepted(home, number, &m_context, {});
            m_store->inbound().recordOutcome(home, QString::number(number), {}, outcome, reason,
                                             &m_context, {});
        };
        QVERIFY(append(1, u"t1"_s, u"100"_s) && append(2, u"t1"_s, u"100"_s)
                && append(3, u"t2"_s, u"200"_s) && append(4, u"g1"_s, u"100"_s)
                && append(5, u"t1"_s, u"100"_s) && append(6, u"t1"_s, u"100"_s)
                && append(7, u"g1"_s, u"300"_s));
        end(1, InboundOutcome::Failed, why);
        end(2, InboundOutcome::Dropped, { OutcomeCode::NoTurn, {} });
        end(3, InboundOutcome::Failed, why); // another chat
        end(4, InboundOutcome::Failed, why);
        end(6, InboundOutcome::Failed, why);
        QCOMPARE(m_store.counts().inboundFailed, 5);
        end(7, InboundOutcome::Dispatched, {}); // another person in the group
        QCOMPARE(m_store.counts().inboundFailed, 5);
        end(5, InboundOutcome::Dispatched, {});
        QCOMPARE(m_store.counts().inboundFailed, 3); // all but 1 and 2
        // It is told what had become of it, and can still be handed over again.
        ActivityQuery settled;
        settled.states = { ActivityState::Discarded };
        const QList<ActivityItem> items = activity(settled).items;
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(1).messageId, u"1"_s);
        QCOMPARE(items.at(1).reason, why);
        m_store->inbound().release(home, 1, &m_context, {});
        end(1, InboundOutcome::Failed, why);
        QCOMPARE(m_store.counts().inboundFailed, 4);
        // That answer is no news: this turn failed after it.
        end(5, InboundOutcome::Dispatched, {});
        QCOMPARE(m_store.counts().inboundFailed, 4);
        QVERIFY(append(8, u"t1"_s, u"100"_s));
        end(8, InboundOutcome::Dispatched, {});
        QCOMPARE(m_store.counts().inboundFailed, 2);
    }

    void countsFailedSends()
    {
        enqueue(outboundRow(u"a"_s));
        m_store->outbound().finish(home, 1, OutboundState::Failed,
                                   Error { ErrorKind::RateLimited, {} }, &m_context, {});
        QCOMPARE(m_store.counts().outboundFailed, 1);
        QVERIFY(m_store.append(inboundRow(1)));
        m_store->inbound().markAccepted(home, 1, &m_context, {});
        m_store->inbound().recordOutcome(home, u"1"_s, {}, InboundOutcome::Failed, {}, &m_context,
                                         {});
        ActivityQuery failedSends;
        failedSends.part = ActivityPart::FailedSends;
        QCOMPARE(activity(failedSends).items.size(), 1);
        QCOMPARE(activity(failedSends).items.first().kind, ActivityItem::Kind::Outbound);
        m_store->outbound().settle(home, 1, SendSettlement::Dismissed, &m_context, {});
        QCOMPARE(m_store.counts().outboundFailed, 0);
    }

    //! What waits for a person; what was handed over again meanwhile goes on.
    void dismissesManyAtOnce()
    {
        const OutcomeReason noMention { OutcomeCode::NoMention, {} };
        QList<qint64> seqs;
        constexpr int Failed = 2'500; // more than one transaction takes
        for (int number = 1; number <= Failed + 4; ++number) {
            const QString thread = number <= Failed ? u"t1"_s : u"t2"_s;
            m_store->inbound().append(inboundRow(number, thread), &m_context, {});
            seqs << number;
        }
        const auto end = [this](qint64 seq, InboundOutcome outcome, const OutcomeReason& reason) {
            m_store->inbound().markAccepted(home, seq, &m_context, {});
            m_store->inbound().recordOutcome(home, QString::number(seq), {}, outcome, reason,
                                             &m_context, {});
        };
        for (int number = 1; number <= Failed; ++number) {
            end(number, InboundOutcome::Failed, {});
        }
        m_store->inbound().release(home, 1, &m_context, {});
        m_store->inbound().markDead(home, Failed + 1, 5, Error { ErrorKind::TimedOut, {} },
                                    &m_context, {});
        end(Failed + 2, InboundOutcome::Dropped, noMention); // as the owner wants it
        end(Failed + 3, InboundOutcome::Dispatched, {});
        const auto dismiss = [&](const QString& profile) {
            return *awaited<int>([&](QObject* context, auto done) {
                m_store->inbound().dismiss(profile, seqs, context, done);
            });
        };
        QCOMPARE(dismiss(u"work"_s), 0);
        QCOMPARE(m_store.counts().inboundFailed, Failed - 1);
        QCOMPARE(dismiss(home), Failed); // all but the first, and the dead one
        QCOMPARE(dismiss(home), 0);
        const RelayCounts counts = m_store.counts();
        QCOMPARE(counts.inboundFailed, 0);
        QCOMPARE(counts.inboundDead, 0);
        QCOMPARE(counts.inboundWaiting, 2);
    }

    void dismissesFailedSends()
    {
        for (const auto& [key, state] :
             { std::pair(u"a"_s, OutboundState::Failed), std::pair(u"b"_s, OutboundState::Failed),
               std::pair(u"c"_s, OutboundState::Uncertain),
               std::pair(u"d"_s, OutboundState::Sent) }) {
            const qint64 id = enqueue(outboundRow(key)).row.id;
            m_store->outbound().finish(home, id, state, {}, &m_context, {});
        }
        QCOMPARE(*awaited<int>([&](QObject* context, auto done) {
            m_store->outbound().dismiss(home, { 1, 2, 3, 4 }, context, done);
        }),
                 2);
        const RelayCounts counts = m_store.counts();
        QCOMPARE(counts.outboundFailed, 0);
        QCOMPARE(counts.outboundUncertain, 1);
    }

    //! A file of the version before has what waits and what failed counted.
    void countsWhatAnOlderVersionLeft()
    {
        m_store.close();
        QVERIFY(QFile::remove(m_store.path()));
        QVERIFY(QFile::copy(QStringLiteral(ZALO_TEST_DATA "/storage/relay-v11.sqlite"),
                            m_store.path()));
        QVERIFY(QFile::setPermissions(m_store.path(), QFile::ReadOwner | QFile::WriteOwner));
        m_clock = FalseClock(1'500'000);
        QVERIFY(open());
        const RelayCounts counts = m_store.counts();
        QCOMPARE(counts.inboundFailed, 1);
        QCOMPARE(counts.outboundFailed, 1);
        QCOMPARE(counts.waiting, (WaitingChats { 2, 1'000'000 }));
    }

    void storesAnOutboundKeyOnce()
    {
        const auto first = enqueue(outboundRow(u"k"_s, { u"a"_s, u"b"_s }));
        QVERIFY(first.inserted);
        QCOMPARE(first.row.parts.size(), 2);
        QCOMPARE(first.row.parts.at(1).text, u"b"_s);
        const auto second = enqueue(outboundRow(u"k"_s, { u"other"_s }));
        QVERIFY(!second.inserted);
        QCOMPARE(second.row.id, first.row.id);
        QCOMPARE(second.row.parts.size(), 2);
        OutboundRow foreign = outboundRow(u"k"_s);
        foreign.owner = u"local"_s;
        QVERIFY(enqueue(foreign).inserted);
    }

    void aTextKeepsItsStyles()
    {
        OutboundRow row = outboundRow(u"k"_s, { u"đậm"_s, u"@Lan"_s, u"trơn"_s });
        row.parts[0].styles = { { 0, 3, TextStyle::Bold }, { 1, 1, TextStyle::Red } };
        row.parts[1].styles = { { 0, 4, TextStyle::Mention } };
        enqueue(row);
        const OutboundRow kept = stored(u"k"_s);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(kept.parts.at(i).styles, row.parts.at(i).styles);
        }
    }

    void settlesWhatTheLastRunLeft()
    {
        m_clock.setWallClock(1'000'000);
        const qint64 sending =
            enqueue(outboundRow(u"sending"_s, { u"a"_s, u"b"_s, u"c"_s })).row.id;
        m_store->outbound().markStarted(home, sending, 0, this, {});
        m_store->outbound().finishPart(home, sending, 0, OutboundState::Sent, { u"77"_s }, this,
                                       {});
        m_store->outbound().markStarted(home, sending, 1, this, {});
        enqueue(outboundRow(u"late"_s));
        OutboundRow patient = outboundRow(u"patient"_s);
        patient.deadlineMs = 1'600'000;
        enqueue(patient);

        m_clock.setWallClock(1'100'000);
        const auto recovery = open();
        QVERIFY(recovery);
        QCOMPARE(recovery->uncertain, 1);
        QCOMPARE(recovery->expired, 1);
        const OutboundRow row = stored(u"sending"_s);
        QCOMPARE(row.state, OutboundState::Uncertain);
        QCOMPARE(row.error->kind, ErrorKind::Uncertain);
        QCOMPARE(row.parts.at(0).state, OutboundState::Sent);
        QCOMPARE(row.parts.at(1).state, OutboundState::Uncertain);
        QCOMPARE(row.parts.at(2).state, OutboundState::Failed);
        QCOMPARE(row.messageIds(), QStringList { u"77"_s });
        QCOMPARE(stored(u"late"_s).state, OutboundState::Failed);
        QCOMPARE(stored(u"late"_s).error->kind, ErrorKind::Cancelled);
        QCOMPARE(stored(u"patient"_s).state, OutboundState::Queued);
        QCOMPARE(m_store.counts().outboundUncertain, 1);
        QCOMPARE(m_store.counts().outboundWaiting, 1);
        // Settled once, not at every start.
        QCOMPARE(open()->uncertain, 0);
    }

    //! A person looked in Zalo.
    void settlesWhatMayHaveGone()
    {
        const auto uncertain = [this](const QString& key, const QStringList& texts) {
            const qint64 id = enqueue(outboundRow(key, texts)).row.id;
            m_store->outbound().markStarted(home, id, 0, this, {});
            m_store->outbound().finishPart(home, id, 0, OutboundState::Uncertain, {}, this, {});
            m_store->outbound().finish(home, id, OutboundState::Uncertain,
                                       Error { ErrorKind::Uncertain, {} }, this, {});
            return id;
        };
        const auto settle = [this](qint64 id, SendSettlement how) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_store->outbound().settle(home, id, how, context, done);
            });
        };
        const qint64 whole = uncertain(u"whole"_s, { u"a"_s });
        const qint64 half = uncertain(u"half"_s, { u"a"_s, u"b"_s });
        QCOMPARE(m_store.counts().outboundUncertain, 2);
        QVERIFY(settle(whole, SendSettlement::Arrived));
        QVERIFY(!settle(whole, SendSettlement::Arrived));
        QVERIFY(!settle(whole, SendSettlement::Dismissed));
        QCOMPARE(stored(u"whole"_s).state, OutboundState::Sent);
        QVERIFY(!stored(u"whole"_s).error);
        // What came behind the part that arrived did not go.
        QVERIFY(settle(half, SendSettlement::Arrived));
        QCOMPARE(stored(u"half"_s).state, OutboundState::Failed);
        QCOMPARE(stored(u"half"_s).parts.at(0).state, OutboundState::Sent);
        QCOMPARE(stored(u"half"_s).parts.at(1).state, OutboundState::Failed);
        QVERIFY(settle(half, SendSettlement::Dismissed));
        QVERIFY(!settle(half, SendSettlement::Dismissed));
        QCOMPARE(stored(u"half"_s).state, OutboundState::Dismissed);
        QVERIFY(stored(u"half"_s).isFinal());
        QCOMPARE(m_store.counts().outboundUncertain, 0);
        ActivityQuery settled;
        settled.states = { ActivityState::Dismissed };
        QCOMPARE(activity(settled).items.size(), 1);
        QCOMPARE(activity({}).items.size(), 2);
    }

    //! Between two parts nothing was under way: what went is known.
    void settlesATextBetweenItsParts()
    {
        const auto begin = [this](const QString& key, int sent) {
            const qint64 id = enqueue(outboundRow(key, { u"a"_s, u"b"_s })).row.id;
            for (int part = 0; part < sent; ++part) {
                m_store->outbound().markStarted(home, id, part, this, {});
                m_store->outbound().finishPart(home, id, part, OutboundState::Sent, { key }, this,
                                               {});
            }
        };
        begin(u"half"_s, 1);
        begin(u"whole"_s, 2);
        QCOMPARE(open()->uncertain, 0);
        const OutboundRow half = stored(u"half"_s);
        QCOMPARE(half.state, OutboundState::Failed);
        QCOMPARE(half.error->kind, ErrorKind::Cancelled);
        QCOMPARE(half.parts.at(0).state, OutboundState::Sent);
        QCOMPARE(half.parts.at(1).state, OutboundState::Failed);
        QCOMPARE(stored(u"whole"_s).state, OutboundState::Sent);
        QVERIFY(!stored(u"whole"_s).error);
        const QList<ActivityItem> told = activity({}).items;
        QCOMPARE(told.size(), 2);
        QCOMPARE(std::pair(told.at(0).partsSent, told.at(0).parts), std::pair(2, 2));
        QCOMPARE(std::pair(told.at(1).partsSent, told.at(1).parts), std::pair(1, 2));
    }

    void showsActivityPageByPage()
    {
        QVERIFY(m_store.append(inboundRow(10)));
        QVERIFY(m_store.append(inboundRow(20)));
        OutboundRow row = outboundRow(u"k"_s);
        row.createdMs = 1'000'020; // the same instant as a message
        enqueue(row);
        m_store->sessions().openGap(home, owner, 1'000'015, GapCause::Storage, this, {});
        m_store->sessions().openGap(home, owner, 1'000'016, GapCause::Slept, this, {});
        QVERIFY(m_store.append(inboundRow(5, u"t2"_s)));
        QList<qint64> times;
        QString cursor;
        int pages = 0;
        do {
            const ActivityList page = activity({ home, {}, 2, cursor });
            for (const ActivityItem& item : page.items) {
                times.append(item.timeMs - 1'000'000);
            }
            cursor = page.nextCursor;
        } while (!cursor.isEmpty() && ++pages < 10);
        QCOMPARE(times, (QList<qint64> { 20, 20, 15, 10, 5 }));
        QCOMPARE(activity({ home, u"t2"_s, 10, {} }).items.size(), 1);
        QCOMPARE(activity({ u"other"_s, {}, 10, {} }).items.size(), 0);
        const auto bad = awaited<ActivityList>([&](QObject* context, auto done) {
            m_store->activity().page({ home, {}, 10, u"1.x"_s }, context, done);
        });
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::BadRequest);
    }

    void showsOnlyTheStatesThatAreWanted()
    {
        QVERIFY(m_store.append(inboundRow(10)));
        QVERIFY(m_store.append(inboundRow(20)));
        enqueue(outboundRow(u"k"_s));
        m_store->sessions().openGap(home, owner, 1'000'015, GapCause::Offline, this, {});
        QVERIFY(*awaited<bool>([&](QObject* context, auto done) {
            m_store->inbound().recordOutcome(home, inboundRow(10).msgId, {},
                                             InboundOutcome::Dropped, { {}, u"why"_s }, context,
                                             done);
        }));
        using State = ActivityState;
        const auto count = [this](const QList<State>& states) {
            ActivityQuery query;
            query.states = states;
            return activity(query).items.size();
        };
        QCOMPARE(count({}), 4);
        QCOMPARE(count({ State::Waiting }), 1);
        QCOMPARE(count({ State::Dropped }), 1);
        QCOMPARE(count({ State::Queued, State::GapOpen }), 2);
        QCOMPARE(count({ State::GapClosed, State::Accepted }), 0);
    }

    void givesWordsOnlyWhereTheyAreAskedFor()
    {
        InboundRow row = inboundRow(10);
        row.payload[u"text"_s] = u"xin chào"_s;
        row.payload[u"senderName"_s] = u"Đức"_s;
        QVERIFY(m_store.append(row));
        enqueue(outboundRow(u"k"_s));
        const QList<ActivityItem> silent = activity({}).items;
        QCOMPARE(silent.size(), 2);
        QVERIFY(!silent.at(0).text && !silent.at(1).text);
        ActivityQuery query;
        query.withText = true;
        for (const ActivityItem& item : activity(query).items) {
            QVERIFY(item.text);
            if (item.kind == ActivityItem::Kind::Inbound) {
                QCOMPARE(item.text->body, u"xin chào"_s);
                QCOMPARE(item.text->senderName, u"Đức"_s);
            } else {
                QCOMPARE(item.text->body, outboundRow(u"k"_s).parts.first().text);
            }
        }
    }

    //! For certain, by the account itself, and the whole of it: sent from here, or known from Zalo.
    void knowsWhatTheAccountTookBack()
    {
        const auto ended = [this](const OutboundRow& row, OutboundState state,
                                  const QStringList& ids) {
            const qint64 id = enqueue(row).row.id;
            for (int i = 0; i < int(row.parts.size()); ++i) {
                const QString msgId = ids.value(i);
                m_store->outbound().finishPart(
                    home, id, i, state, msgId.isEmpty() ? QStringList() : QStringList { msgId },
                    this, {});
            }
        };
        const auto unsend = [&](const QString& target, OutboundState state, const QString& account,
                                const QString& instead = {}) {
            OutboundRow row = outboundRow(u"unsend "_s + target, { QString() });
            row.kind = OutboundKind::Unsend;
            row.account = account;
            row.target = target;
            if (!instead.isEmpty()) {
                row.parts.append({ instead, OutboundState::Queued, {} });
            }
            ended(row, state, { QString(), target + u'0' });
        };
        const auto received = [this](const QString& msgId, InboundState state) {
            InboundRow row = inboundRow(msgId.toInt(), u"t1"_s);
            row.thread.isGroup = true;
            row.state = state;
            row.payload[u"text"_s] = msgId;
            QVERIFY(m_store.append(row));
        };
        using enum OutboundState;
        ended(outboundRow(u"a"_s, { u"71"_s }), Sent, { u"71"_s });
        ended(outboundRow(u"b"_s, { u"72"_s, u"half"_s }), Sent, { u"72"_s, u"79"_s });
        ended(outboundRow(u"c"_s, { u"73"_s }), Sent, { u"73"_s });
        ended(outboundRow(u"d"_s, { u"74"_s }), Sent, { u"74"_s });
        received(u"75"_s, InboundState::Own);
        received(u"76"_s, InboundState::Waiting);
        unsend(u"71"_s, Sent, owner, u"710"_s); // another text in its place…
        unsend(u"710"_s, Sent, owner); // …which is taken back too
        unsend(u"72"_s, Sent, owner);
        unsend(u"73"_s, Uncertain, owner);
        unsend(u"74"_s, Sent, stranger);
        unsend(u"75"_s, Sent, owner);
        unsend(u"76"_s, Sent, owner);
        ActivityQuery query;
        query.withText = true;
        QStringList gone;
        for (const ActivityItem& item : activity(query).items) {
            if (item.text->isTakenBack) {
                gone << item.text->body.trimmed() + u'|' + item.messageId;
            }
        }
        gone.sort();
        QCOMPARE(gone, (QStringList { u"710|710"_s, u"71|71"_s, u"75|75"_s }));
    }

    void keepsGapsWithBothEnds()
    {
        m_store->sessions().openGap(home, owner, 100, GapCause::Renewed, this, {});
        m_store->sessions().closeGap(home, owner, 300, this, {});
        m_store->sessions().closeGap(home, owner, 900, this, {}); // none is open
        m_store->sessions().openGap(home, owner, 500, GapCause::Offline, this, {});
        m_store->sessions().openGap(home, owner, 700, GapCause::Expired, this,
                                    {}); // a better cause
        QVERIFY(open());
        const auto gaps = *awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
            m_store->sessions().gaps(home, owner, 10, context, done);
        });
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps.at(0).toMs, 0);
        QCOMPARE(gaps.at(0).fromMs, 500);
        QCOMPARE(gaps.at(0).cause, GapCause::Expired);
        QCOMPARE(gaps.at(1).fromMs, 100);
        QCOMPARE(gaps.at(1).toMs, 300);
        QCOMPARE(gaps.at(1).cause, GapCause::Renewed); // our own doing is a gap like any other
    }

    //! A message belongs to the first gap that was not over when it was written.
    void whatCameOfMissedTimeIsKept()
    {
        const auto settle = [this](const RecoveryResult& result) {
            m_store->sessions().settleGaps(home, owner, result, this, {});
        };
        const auto firstUnsettled = [this](qint64 sinceMs = 0) {
            return *awaited<qint64>([&](QObject* context, auto done) {
                m_store->sessions().firstUnsettledGap(home, owner, sinceMs, context, done);
            });
        };
        settle({ 0, true, { 100 } }); // no gap
        for (const qint64 from : { 100, 500, 900 }) {
            m_store->sessions().openGap(home, owner, from, GapCause::Offline, this, {});
            m_store->sessions().closeGap(home, owner, from + 200, this, {});
        }
        m_store->sessions().openGap(home, owner, 1'300, GapCause::Offline, this, {});
        QCOMPARE(firstUnsettled(), 100); // a run can end before it asks
        settle({ 500, false, { 490, 700, 950, 2'000 } });
        QCOMPARE(firstUnsettled(), 100);
        QCOMPARE(firstUnsettled(100), 500);
        QCOMPARE(firstUnsettled(500), 900);
        QVERIFY(open());
        settle({ 500, true, { 600 } });
        settle({ 0, false, { 9'000 } }); // what was asked stays so
        QCOMPARE(firstUnsettled(), 100);
        QCOMPARE(firstUnsettled(100), 0);
        const auto gaps = *awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
            m_store->sessions().gaps(home, owner, 10, context, done);
        });
        QCOMPARE(gaps.size(), 4);
        QCOMPARE(gaps.at(3),
                 (ConnectionGap { 100, 300, GapCause::Offline, GapRecovery::Failed, 1 }));
        QCOMPARE(gaps.at(2),
                 (ConnectionGap { 500, 700, GapCause::Offline, GapRecovery::Asked, 3 }));
        QCOMPARE(gaps.at(1),
                 (ConnectionGap { 900, 1'100, GapCause::Offline, GapRecovery::Asked, 1 }));
        QCOMPARE(gaps.at(0),
                 (ConnectionGap { 1'300, 0, GapCause::Offline, GapRecovery::Asked, 1 }));
        ActivityQuery closed;
        closed.states = { ActivityState::GapClosed };
        const ActivityList lines = *awaited<ActivityList>(
            [&](QObject* context, auto done) { m_store->activity().page(closed, context, done); });
        QCOMPARE(lines.items.first().recovery, GapRecovery::Asked);
        QCOMPARE(lines.items.first().recovered, 1);
    }

    void aGapIsAsLongAsItWas_data()
    {
        QTest::addColumn<qint64>("setByMs");
        QTest::newRow("the clock is right") << qint64(0);
        QTest::newRow("it was three days behind") << 3 * 24 * 3'600'000LL;
        QTest::newRow("it was seven hours ahead") << -7 * 3'600'000LL;
    }

    //! 32 s, whatever somebody did to the wall clock meanwhile, and though the program ended.
    void aGapIsAsLongAsItWas()
    {
        QFETCH(const qint64, setByMs);
        const Clock clock = m_clock.clock();
        m_store->sessions().openGap(home, owner, clock.moment(clock.nowMs()), GapCause::Offline,
                                    this, {});
        m_clock.pass(20'000, 12'000);
        m_clock.setWallClock(m_clock.nowMs() + setByMs);
        QVERIFY(open());
        m_store->sessions().closeGap(home, owner, clock.moment(clock.nowMs()), this, {});
        const ConnectionGap gap = newestGap();
        QCOMPARE(gap.toMs, m_clock.nowMs());
        QCOMPARE(gap.toMs - gap.fromMs, 32'000);
    }

    //! Nobody knows how long the machine was off but by the wall clock.
    void overAStartOfTheMachineAGapGoesByTheWallClock()
    {
        const Clock clock = m_clock.clock();
        m_store->sessions().openGap(home, owner, clock.moment(clock.nowMs()), GapCause::Offline,
                                    this, {});
        m_clock.pass(50'000);
        m_clock.reboot();
        m_store->sessions().closeGap(home, owner, clock.moment(clock.nowMs()), this, {});
        const ConnectionGap gap = newestGap();
        QCOMPARE(gap.toMs - gap.fromMs, 50'000);
    }

    void timesOfAClockThatWasAheadComeDownAgain()
    {
        const qint64 right = m_clock.nowMs();
        m_clock.setWallClock(right + 7 * 3'600'000);
        InboundRow row = inboundRow(1);
        row.receivedMs = m_clock.nowMs();
        QVERIFY(m_store.append(row));
        m_store->profiles().setLastVerified(home, owner, m_clock.nowMs(), this, {});
        QCOMPARE(m_store.counts().lastInMs, m_clock.nowMs());
        m_clock.setWallClock(right);
        row = inboundRow(2);
        row.receivedMs = right;
        QVERIFY(m_store.append(row)); // the next event
        QCOMPARE(m_store.counts().lastInMs, right);
        QVERIFY(open()); // and the next start
        const auto state = *awaited<ProfileState>([&](QObject* context, auto done) {
            m_store->profiles().state(home, owner, context, done);
        });
        QCOMPARE(state.lastVerified.ms, right);
    }

    //! What is over is kept for its time, however much waits or expired beside it.
    void whatExpiredCrowdsOutNothing()
    {
        const auto fill = [&](const QString& state, int count, qint64 atMs) {
            return awaited<void>([&](QObject* context, auto done) {
                m_store->queue().write<void>(
                    home,
                    [=](Database& db) {
                        return db
                            .change(u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                    " FROM n WHERE i < ?) INSERT INTO inbound (profile, account,"
                                    " msg_id, thread_id, is_group, received_ms, aged_ms, payload,"
                                    " state) SELECT ?, ?, ? || i, 't', 0, ?, ?, '{}', ? FROM n"_s,
                                    { count, home, owner, state, atMs, atMs, state })
                            .map([](int) {});
                    },
                    context, done);
            });
        };
        QVERIFY(fill(u"expired"_s, 70'000, 1'000));
        QVERIFY(fill(u"waiting"_s, 50'000, 1'000));
        QVERIFY(fill(u"taken"_s, 3'000, m_clock.nowMs()));
        const auto prune = [&](const RetentionPolicy& policy) {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune(policy, context, reply);
            });
        };
        QCOMPARE(prune({ m_clock.nowMs(), 100'000 }), 0);
        QCOMPARE(prune({ m_clock.nowMs(), 69'990 }), 10); // of those that expired
        QCOMPARE(m_store.counts().inboundExpired, 69'990);
        QVERIFY(!m_store.append([&] {
            InboundRow again = inboundRow(1, u"t"_s);
            again.msgId = u"taken1"_s;
            return again;
        }())); // its key is still known
    }

    //! Years ahead once, and nothing is left: not with a clock that nobody keeps right.
    void aClockThatIsYearsAheadDeletesNothing()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        m_store->inbound().markAccepted(home, next()->seq, this, {});
        m_clock.setWallClock(m_clock.nowMs() + 10 * 365 * 24 * 3'600'000LL);
        m_clock.setSynced(false);
        const auto prune = [&] {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune({}, context, reply);
            });
        };
        QCOMPARE(prune(), 0);
        m_clock.setSynced(true); // the years have passed indeed
        QCOMPARE(prune(), 1);
    }

    //! The pause of one who wrote there ends by itself; what a person chose holds.
    void aThreadIsPausedForAWhile()
    {
        const LaneKey chat { home, owner, { u"u"_s, false } };
        const auto pause = [&](qint64 untilMs, PauseCause cause = PauseCause::Owner) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_store->profiles().pauseUntil({ chat, untilMs, cause }, context, done);
            });
        };
        const auto pauses = [&] {
            return *awaited<QList<ThreadPause>>([&](QObject* context, auto done) {
                m_store->profiles().threadPauses(context, done);
            });
        };
        const auto paused = [&] {
            return *awaited<QList<LaneKey>>([&](QObject* context, auto done) {
                m_store->profiles().pausedThreads(context, done);
            });
        };
        const auto end = [&](qint64 nowMs) {
            return *awaited<QList<LaneKey>>([&](QObject* context, auto done) {
                m_store->profiles().endPauses(home, nowMs, context, done);
            });
        };
        QVERIFY(pause(500));
        QVERIFY(pause(300)); // the longer one holds
        QVERIFY(open());
        QCOMPARE(pauses(), (QList<ThreadPause> { { chat, 500, PauseCause::Owner } }));
        QCOMPARE(paused(), QList<LaneKey> { chat });
        QVERIFY(end(499).isEmpty());
        QCOMPARE(end(500), QList<LaneKey> { chat });
        QVERIFY(paused().isEmpty());
        QVERIFY(pause(900));
        m_store->profiles().setThreadPaused(chat, true, this, {}); // by a person
        QVERIFY(!pause(1'200));
        QVERIFY(end(5'000).isEmpty());
        QCOMPARE(pauses(), (QList<ThreadPause> { { chat, 0 } }));
        m_store->profiles().setThreadPaused(chat, false, this, {});
        QVERIFY(pause(1'200));
        m_store->profiles().setThreadPaused(chat, false, this, {}); // resumed by a person
        QVERIFY(pauses().isEmpty());

        m_store->profiles().setThreadPaused(chat, true, this, {});
        QVERIFY(pause(2'000, PauseCause::Person)); // taken over for a while instead
        QVERIFY(pause(1'900)); // the owner writes there meanwhile
        QCOMPARE(pauses(), (QList<ThreadPause> { { chat, 2'000, PauseCause::Person } }));
        QVERIFY(pause(2'100));
        QCOMPARE(pauses(), (QList<ThreadPause> { { chat, 2'100, PauseCause::Owner } }));
        QVERIFY(pause(2'050, PauseCause::Person)); // a person may shorten it
        QCOMPARE(pauses(), (QList<ThreadPause> { { chat, 2'050, PauseCause::Person } }));
        QCOMPARE(end(2'050), QList<LaneKey> { chat });
    }

    //! A person pauses while it is not certain who is logged in, or in the moment in which it
    //! becomes so: the chat is that of whom was there last.
    void aPauseOfNobodyIsTheLastOnes()
    {
        QVERIFY(claim(home, owner));
        const ThreadRef chat { u"t1"_s, false };
        const ThreadRef other { u"t2"_s, false };
        const auto paused = [&] {
            return awaited<QList<LaneKey>>([&](QObject* context, auto done) {
                       m_store->profiles().pausedThreads(context, done);
                   })
                .value_or(QList<LaneKey>());
        };
        m_store->profiles().pauseUntil({ { home, {}, chat }, 500, PauseCause::Person }, this, {});
        m_store->profiles().setThreadPaused({ home, {}, other }, true, this, {});
        QCOMPARE(paused(), (QList<LaneKey> { { home, owner, chat }, { home, owner, other } }));
        m_store->profiles().setThreadPaused({ home, {}, other }, false, this, {});
        QCOMPARE(paused(), (QList<LaneKey> { { home, owner, chat } }));
    }

    //! What went out by us stands among what was sent.
    void whatTheBotSentIsNotTheOwners()
    {
        OutboundRow sent = outboundRow(u"sent"_s, { u"một"_s, u"hai"_s });
        OutboundRow unsure = outboundRow(u"unsure"_s, { u"ba"_s });
        for (OutboundRow* row : { &sent, &unsure }) {
            row->account = owner;
            row->createdMs = 1'000'000;
            row->deadlineMs = 9'000'000;
            row->id = enqueue(*row).row.id;
            m_store->outbound().markStarted(home, row->id, 0, this, {});
        }
        m_store->outbound().finishPart(home, sent.id, 0, OutboundState::Sent, { u"71"_s }, this,
                                       {});
        m_store->outbound().finishPart(home, sent.id, 1, OutboundState::Sent, { u"72"_s }, this,
                                       {});
        m_store->outbound().finish(home, sent.id, OutboundState::Sent, {}, this, {});
        m_store->outbound().finish(home, unsure.id, OutboundState::Uncertain,
                                   Error { ErrorKind::Uncertain, {} }, this, {});
        int number = 500;
        const auto own = [&](const QString& msgId, const QString& text) {
            InboundRow row = inboundRow(++number);
            row.msgId = msgId;
            row.thread = sent.thread;
            row.account = owner;
            row.state = InboundState::Own;
            row.agedMs = 1'000'500;
            row.payload[u"text"_s] = text;
            return m_store.append(row);
        };
        QVERIFY(!own(u"71"_s, u"một"_s));
        QVERIFY(!own(u"72"_s, u"khác"_s));
        QVERIFY(!own(u"73"_s, u"ba"_s)); // its id is not known
        QVERIFY(own(u"74"_s, u"một"_s));
        QVERIFY(own(u"75"_s, u"bốn"_s));
    }

    void knowsWhichGroupsAreActive()
    {
        int number = 0;
        const auto write = [&](const QString& group, qint64 atMs, bool isGroup = true) {
            InboundRow row = inboundRow(++number, group);
            row.thread.isGroup = isGroup;
            row.account = owner;
            row.agedMs = atMs;
            return m_store.append(row);
        };
        QVERIFY(write(u"g1"_s, 100) && write(u"g1"_s, 900) && write(u"g2"_s, 950)
                && write(u"g3"_s, 200) && write(u"u1"_s, 999, false));
        const auto active = [&](qint64 sinceMs, int limit) {
            return *awaited<QStringList>([&](QObject* context, auto done) {
                m_store->profiles().activeGroups(home, owner, sinceMs, limit, context, done);
            });
        };
        QCOMPARE(active(300, 10), QStringList({ u"g2"_s, u"g1"_s }));
        QCOMPARE(active(0, 2), QStringList({ u"g2"_s, u"g1"_s }));
        QCOMPARE(active(0, 3), QStringList({ u"g2"_s, u"g1"_s, u"g3"_s }));
        QVERIFY(active(950, 3).isEmpty());
    }

    void keepsABoundedHistoryOfStates()
    {
        const Error kicked { ErrorKind::Kicked, u"why"_s };
        m_store->sessions().recordEvent({ home, owner, 5, SessionState::Kicked, kicked }, this, {});
        QVERIFY(open());
        QList<SessionEvent> rows = history(10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().atMs, 5);
        QCOMPARE(rows.first().state, SessionState::Kicked);
        QCOMPARE(rows.first().reason, StateReason(kicked));
        for (int i = 0; i < sessioneventtable::Kept; ++i) {
            m_store->sessions().recordEvent({ home, owner, 5'000 + i, SessionState::Offline, {} },
                                            this, {});
        }
        rows = history(10 * sessioneventtable::Kept);
        QCOMPARE(rows.size(), sessioneventtable::Kept);
        QCOMPARE(rows.last().atMs, 5'000);
        QVERIFY(rows.first().atMs > rows.last().atMs);
        m_store->retention().erase(home, this, {});
        QCOMPARE(history(10).size(), 0);
    }

    //! A cause of our own stands in the column of the errors, where older versions wrote it too.
    void keepsReasonsThatAreNoErrors()
    {
        const QList<StateCause> causes { StateCause::Renewed, StateCause::Slept,
                                         StateCause::Contested, StateCause::OwnCommand };
        for (const StateCause cause : causes) {
            m_store->sessions().recordEvent({ home, owner, 5, SessionState::Reconnecting, cause },
                                            this, {});
        }
        const QList<SessionEvent> rows = history(10);
        QCOMPARE(rows.size(), causes.size());
        for (qsizetype i = 0; i < rows.size(); ++i) { // the newest first
            QCOMPARE(rows.at(rows.size() - 1 - i).reason, StateReason(causes.at(i)));
        }
    }

    void keepsSettingsOfThreadsAndProfiles()
    {
        m_store->profiles().setThreadPaused({ home, owner, { u"g"_s, true } }, true, this, {});
        m_store->profiles().setThreadPaused({ home, owner, { u"u"_s, false } }, true, this, {});
        m_store->profiles().setThreadPaused({ home, owner, { u"u"_s, false } }, false, this, {});
        m_store->profiles().setCoolDown(home, owner, 77, this, {});
        m_store->profiles().setLastVerified(home, owner, 88, this, {});
        m_store->profiles().setLastVerified(home, owner, 44, this, {}); // the clock was set back
        QVERIFY(open());
        const auto paused = *awaited<QList<LaneKey>>(
            [&](QObject* context, auto done) { m_store->profiles().pausedThreads(context, done); });
        QCOMPARE(paused, (QList<LaneKey> { { home, owner, { u"g"_s, true } } }));
        const auto state = *awaited<ProfileState>([&](QObject* context, auto done) {
            m_store->profiles().state(home, owner, context, done);
        });
        QCOMPARE(state.coolDownUntilMs, 77);
        QCOMPARE(state.lastVerified.ms, 44);
    }

    void prunesWhatIsFinishedOnly()
    {
        for (int i = 1; i <= 6; ++i) {
            QVERIFY(m_store.append(inboundRow(i)));
        }
        for (int i = 0; i < 4; ++i) {
            m_store->inbound().markAccepted(home, next()->seq, this, {});
        }
        m_store->inbound().markDead(home, next()->seq, 5, { ErrorKind::TimedOut, {} }, this, {});
        const qint64 done = enqueue(outboundRow(u"done"_s)).row.id;
        m_store->outbound().finish(home, done, OutboundState::Sent, {}, this, {});
        enqueue(outboundRow(u"open"_s));
        const auto prune = [&](const RetentionPolicy& policy) {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune(policy, context, reply);
            });
        };
        QCOMPARE(prune({ m_clock.nowMs(), 100 }), 0);
        // What waits is in nobody's way.
        QCOMPARE(prune({ m_clock.nowMs(), 4 }), 0);
        QCOMPARE(prune({ m_clock.nowMs(), 2 }), 2); // two of the four taken are too many
        QCOMPARE(activity({}).items.size(), 6);
        QCOMPARE(prune({ 0, 100 }), 3); // two taken, one sent
        QCOMPARE(m_store.counts().inboundWaiting, 1);
        QCOMPARE(m_store.counts().inboundDead, 1);
        QCOMPARE(m_store.counts().outboundWaiting, 1);
        QCOMPARE(prune({ 0, 0 }), 0);
    }

    //! Asked for again after its row was pruned, a key still tells what became of it.
    void remembersPrunedKeys()
    {
        m_clock.setWallClock(1'000);
        const qint64 day = qint64(24) * 3'600'000;
        OutboundRow first = outboundRow(u"k"_s);
        first.createdMs = m_clock.nowMs();
        const qint64 id = enqueue(first).row.id;
        m_store->outbound().markStarted(home, id, 0, this, {});
        m_store->outbound().finishPart(home, id, 0, OutboundState::Sent, { u"77"_s }, this, {});
        m_store->outbound().finish(home, id, OutboundState::Sent, {}, this, {});
        const auto prune = [&] {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune({}, context, reply);
            });
        };
        m_clock.pass(31 * day);
        QCOMPARE(prune(), 1);
        QCOMPARE(prune(), 0);
        QVERIFY(activity({}).items.isEmpty());
        const auto again = enqueue(outboundRow(u"k"_s));
        QVERIFY(!again.inserted);
        QCOMPARE(again.row.state, OutboundState::Sent);
        QCOMPARE(again.row.messageIds(), QStringList { u"77"_s });
        // No more than that is left of it.
        QVERIFY(again.row.thread.id.isEmpty());
        QVERIFY(again.row.parts.at(0).text.isEmpty());
        m_clock.pass(333 * day); // 364 since it was stored
        QCOMPARE(prune(), 0);
        QVERIFY(!enqueue(outboundRow(u"k"_s)).inserted);
        m_clock.pass(2 * day);
        QCOMPARE(prune(), 1);
        QVERIFY(enqueue(outboundRow(u"k"_s)).inserted);
    }

    //! And of more than 200,000 the newest.
    void remembersSoManyPrunedKeys()
    {
        enqueue(outboundRow(u"open"_s));
        const auto added = awaited<int>([&](QObject* context, auto reply) {
            m_store->queue().write<int>(
                home,
                [now = m_clock.nowMs()](Database& db) {
                    return db.change(
                        u"INSERT INTO outbound (owner, key, profile, thread_id, is_group, kind,"
                        " created_ms, deadline_ms, state) WITH RECURSIVE n (i) AS"
                        " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 200000)"
                        " SELECT 'gateway-0001', 'k' || i, 'home', '', 0, 'text', ? + i, 0, 'sent'"
                        " FROM n"_s,
                        { now });
                },
                context, reply);
        });
        QCOMPARE(added, Result<int>(200'001));
        const auto pruned = awaited<int>(
            [&](QObject* context, auto reply) { m_store->retention().prune({}, context, reply); });
        QCOMPARE(pruned, Result<int>(1));
        QVERIFY(!enqueue(outboundRow(u"k2"_s)).inserted);
        QVERIFY(!enqueue(outboundRow(u"k200001"_s)).inserted);
        QVERIFY(enqueue(outboundRow(u"k1"_s)).inserted);
    }

    void erasesAProfile()
    {
        QVERIFY(m_store.append(inboundRow(1)));
        enqueue(outboundRow(u"k"_s));
        InboundRow other = inboundRow(2);
        other.profile = u"work"_s;
        QVERIFY(m_store.append(other));
        QVERIFY(awaited<void>(
            [&](QObject* context, auto done) { m_store->retention().erase(home, context, done); }));
        QCOMPARE(m_store.counts(), RelayCounts());
        QCOMPARE(activity({}).items.size(), 1);
    }

    void holdsWhatAFullDiskCannotTake()
    {
        m_store.options.maxPages = 60;
        m_store.options.retry.interval = 1h;
        QVERIFY(open());
        QSignalSpy states(&m_store->queue(), &CommitQueue::stateChanged);
        int acknowledged = 0;
        for (int i = 0; i < 1000; ++i) {
            InboundRow row = inboundRow(i);
            row.payload.insert(u"text"_s, QString(400, u'x'));
            m_store->inbound().append(row, this, [&](const Result<bool>& stored) {
                QVERIFY(stored);
                ++acknowledged;
            });
        }
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Blocked);
        QCOMPARE(m_store->queue().error().kind, ErrorKind::StorageFull);
        QVERIFY(acknowledged < 1000);
        // Reading goes on; a new message to send is refused at once.
        QCOMPARE(m_store.counts().inboundWaiting, acknowledged);
        const auto refused = awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
            m_store->outbound().enqueue(outboundRow(u"k"_s), context, done);
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::StorageFull);
        // It stays full when it is tried too early.
        m_store->queue().resume();
        QCOMPARE(m_store.counts().inboundWaiting, acknowledged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Blocked);

        m_store->queue().setMaxPages(0);
        m_store->profiles().counts(home, owner, this, {}); // keeps the worker busy just then
        m_store->queue().resume();
        QTRY_COMPARE(acknowledged, 1000);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Running);
        QCOMPARE(m_store.counts().inboundWaiting, 1000);
        const auto lanes = *awaited<QList<WaitingLane>>([&](QObject* context, auto done) {
            m_store->inbound().waitingLanes(home, owner, context, done);
        });
        QCOMPARE(lanes.size(), 1);
        QCOMPARE(next()->msgId, u"0"_s);
        QCOMPARE(states.last().first().value<CommitQueue::State>(), CommitQueue::State::Running);
    }

    void triesAFullDiskAgainByItself()
    {
        m_store.options.maxPages = 60;
        QVERIFY(open());
        int acknowledged = 0;
        for (int i = 0; i < 300; ++i) {
            InboundRow row = inboundRow(i);
            row.payload.insert(u"text"_s, QString(1000, u'x'));
            m_store->inbound().append(row, this, [&](const Result<bool>&) { ++acknowledged; });
        }
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Blocked);
        m_store->queue().setMaxPages(0);
        QTRY_COMPARE(acknowledged, 300);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Running);
    }

    void saysWhyItCannotOpen()
    {
        m_store.close();
        const QByteArray garbage(5000, 'g');
        {
            QFile file(m_store.path());
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(garbage);
        }
        m_store.start();
        // Called while it opens: answered with why it could not.
        Result<bool> early = true;
        QSignalSpy states(&m_store->queue(), &CommitQueue::stateChanged);
        Result<RelayRecovery> opened;
        m_store->open(this, [&](const Result<RelayRecovery>& result) { opened = result; });
        m_store->inbound().append(inboundRow(1), this,
                                  [&](const Result<bool>& result) { early = result; });
        QTRY_VERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageDamaged, m_store.path() }));
        QTRY_VERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::StorageDamaged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Failed);
        QCOMPARE(states.size(), 1);
        QVERIFY(!m_store.append(inboundRow(2)));

        QVERIFY(QFile::remove(m_store.path()));
        QVERIFY(m_store.openStarted());
        QVERIFY(m_store.append(inboundRow(3)));
    }

    void stopsWhenTheFileBreaksUnderIt()
    {
        for (int i = 0; i < 50; ++i) {
            QVERIFY(m_store.append(inboundRow(i)));
        }
        QVERIFY(open()); // by now all of it is in the main file
        {
            QFile file(m_store.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray ruin(file.size() - 4096, '\x07');
            QVERIFY(file.seek(4096));
            file.write(ruin);
        }
        const auto stored = awaited<bool>([&](QObject* context, auto done) {
            m_store->inbound().append(inboundRow(99), context, done);
        });
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::StorageDamaged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Failed);
    }

    //! The file as version 1 wrote it; a later version proves here that it can read it.
    void readsAStoredFileOfVersion1()
    {
        m_store.close();
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile::remove(m_store.path() + QLatin1String(suffix));
        }
        QVERIFY(
            QFile::copy(QStringLiteral(ZALO_TEST_DATA "/storage/relay-v1.sqlite"), m_store.path()));
        QVERIFY(QFile::setPermissions(m_store.path(), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(open());
        QVERIFY(claim(home, owner));
        const auto waiting = next();
        QCOMPARE(waiting->payload.value(QLatin1String("text")).toString(), u"Xin chào 2"_s);
        QCOMPARE(waiting->attempts, 1);
        QCOMPARE(waiting->lastError, (Error { ErrorKind::TimedOut, {} }));
        QCOMPARE(m_store.counts(),
                 (RelayCounts { 2, 1, 0, 1, 2, 1'000'007, 1'500'000, 1, 1, { 2, 1'000'000 } }));
        const OutboundRow sent = stored(u"sent"_s);
        QCOMPARE(sent.state, OutboundState::Sent);
        QCOMPARE(sent.messageIds(), (QStringList { u"71"_s, u"72"_s }));
        QCOMPARE(stored(u"sending"_s).state, OutboundState::Uncertain);
        QCOMPARE(stored(u"patient"_s).state, OutboundState::Queued);
        const OutboundRow failed = stored(u"failed"_s);
        QCOMPARE(failed.kind, OutboundKind::Image);
        QCOMPARE(failed.path, u"/pictures/one.jpg"_s);
        QCOMPARE(failed.error, (Error { ErrorKind::RateLimited, u"1600000"_s }));
        const OutboundRow uncertain = stored(u"uncertain"_s);
        QCOMPARE(uncertain.state, OutboundState::Uncertain);
        QCOMPARE(uncertain.url, u"https://example.org/"_s);
        QStringList told;
        for (const ActivityItem& item : activity({}).items) {
            if (item.kind == ActivityItem::Kind::Inbound) {
                told << stateName(item.state) + u'/' + outcomeName(item.outcome);
            }
        }
        QCOMPARE(told,
                 (QStringList { u"waiting/"_s, u"discarded/"_s, u"accepted/failed"_s,
                                u"accepted/dispatched"_s, u"dead/"_s, u"waiting/"_s,
                                u"accepted/dropped"_s }));
        const auto state = *awaited<ProfileState>([&](QObject* context, auto done) {
            m_store->profiles().state(home, owner, context, done);
        });
        QCOMPARE(state.coolDownUntilMs, 1'700'000);
        QCOMPARE(activity({}).items.size(), 14);
    }
};

namespace {

//! Makes what is in tests/data/storage (its README says when): rows of every state.
int makeStoredFile(const QString& path)
{
    const FalseClock clock(1'500'000);
    Worker worker(u"sqlite"_s);
    RelayStore store(&worker, { path }, clock.clock());
    QObject context;
    store.open(&context, {});
    for (int i = 1; i <= 7; ++i) {
        store.inbound().append(inboundRow(i), &context, {});
    }
    const InboundOutcome outcomes[] = { InboundOutcome::Dropped, InboundOutcome::Dispatched,
                                        InboundOutcome::Failed };
    int next = 0;
    for (const int seq : { 1, 4, 5 }) {
        store.inbound().markAccepted(home, seq, &context, {});
        store.inbound().recordOutcome(home, QString::number(seq), {}, outcomes[next++],
                                      { {}, u"reason %1"_s.arg(seq) }, &context, {});
    }
    store.inbound().recordAttempt(home, 2, 1, 1'400'000, { ErrorKind::TimedOut, {} }, &context, {});
    store.inbound().markDead(home, 3, 5, { ErrorKind::TimedOut, {} }, &context, {});
    store.inbound().discard(home, 6, &context, {});
    store.inbound().release(home, 7, &context, {});
    OutboundRow styled = outboundRow(u"sent"_s, { u"a"_s, u"b"_s });
    styled.parts[0].styles = { { 0, 1, TextStyle::Bold } };
    OutboundRow patient = outboundRow(u"patient"_s);
    patient.deadlineMs = 9'000'000'000'000;
    patient.target = u"71"_s;
    OutboundRow picture = outboundRow(u"failed"_s);
    picture.kind = OutboundKind::Image;
    picture.path = u"/pictures/one.jpg"_s;
    OutboundRow link = outboundRow(u"uncertain"_s);
    link.kind = OutboundKind::Url;
    link.url = u"https://example.org/"_s;
    for (const OutboundRow& row : { styled, outboundRow(u"sending"_s), patient, picture, link }) {
        store.outbound().enqueue(row, &context, {});
    }
    store.outbound().finishPart(home, 1, 0, OutboundState::Sent, { u"71"_s }, &context, {});
    store.outbound().finishPart(home, 1, 1, OutboundState::Sent, { u"72"_s }, &context, {});
    store.outbound().finish(home, 1, OutboundState::Sent, {}, &context, {});
    store.outbound().markStarted(home, 2, 0, &context, {});
    store.outbound().finish(home, 4, OutboundState::Failed,
                            Error { ErrorKind::RateLimited, u"1600000"_s }, &context, {});
    store.outbound().markStarted(home, 5, 0, &context, {});
    store.outbound().finish(home, 5, OutboundState::Uncertain, Error { ErrorKind::Uncertain, {} },
                            &context, {});
    store.sessions().openGap(home, owner, 800'000, GapCause::Renewed, &context, {});
    store.sessions().closeGap(home, owner, 850'000, &context, {});
    store.sessions().openGap(home, owner, 900'000, GapCause::Offline, &context, {});
    store.sessions().recordEvent(
        { home, owner, 950'000, SessionState::Kicked, Error { ErrorKind::Kicked, {} } }, &context,
        {});
    store.profiles().setThreadPaused({ home, owner, { u"t9"_s, true } }, true, &context, {});
    store.profiles().setCoolDown(home, owner, 1'700'000, &context, {});
    bool written = false;
    store.profiles().setLastVerified(home, owner, 890'000, &context,
                                     [&](const Result<void>& done) { written = bool(done); });
    return QTest::qWaitFor([&] { return written; }) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--append")) {
        Appender appender(arguments.value(2));
        return app.exec();
    }
    if (arguments.value(1) == QLatin1String("--make")) {
        return makeStoredFile(arguments.value(2));
    }
    TestRelayStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_relaystore.moc"
