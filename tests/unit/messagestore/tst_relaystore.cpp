// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "messagestore/relayschema.h"
#include "messagestore/relaystore.h"
#include "messagestore/sessioneventtable.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;

namespace {

const QString home = QStringLiteral("default");

InboundRow inbound(int number, const QString& thread = QStringLiteral("t1"))
{
    InboundRow row;
    row.profile = home;
    row.msgId = QString::number(number);
    row.thread = { thread, false };
    row.receivedMs = 1'000'000 + number;
    row.payload = { { QStringLiteral("text"), QStringLiteral("Xin chào %1").arg(number) } };
    return row;
}

OutboundRow outbound(const QString& key, const QStringList& texts = { QStringLiteral("chào") })
{
    OutboundRow row;
    row.owner = QStringLiteral("gateway-0001");
    row.key = key;
    row.profile = home;
    row.thread = { QStringLiteral("t1"), true };
    row.createdMs = 1'000'000;
    row.deadlineMs = 1'030'000;
    for (const QString& text : texts) {
        row.parts.append({ text, OutboundState::Queued, {} });
    }
    return row;
}

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
        m_store.inbound().append(inbound(number), this, [this, number](const Result<bool>& stored) {
            if (stored) {
                ::printf("%d\n", number);
                ::fflush(stdout);
            }
            append();
        });
    }

    Worker m_worker { QStringLiteral("appender") };
    RelayStore m_store;
    int m_last = 0;
};

} // namespace

class TestRelayStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<RelayStore> m_store;
    qint64 m_now = 2'000'000;

    QString path() const { return m_folder->filePath(QStringLiteral("relay.sqlite")); }

    Clock clock()
    {
        Clock clock;
        clock.nowMs = [this] { return m_now; };
        return clock;
    }

    Result<RelayRecovery> open(qint64 maxPages = 0, int retryMs = 20)
    {
        m_store.reset();
        m_store = std::make_unique<RelayStore>(
            m_worker.get(),
            RelayStoreOptions { path(), std::chrono::milliseconds(50),
                                std::chrono::milliseconds(retryMs), maxPages },
            clock());
        return awaited<RelayRecovery>(
            [&](QObject* context, auto done) { m_store->open(context, done); });
    }

    bool append(const InboundRow& row)
    {
        return awaited<bool>([&](QObject* context, auto done) {
                   m_store->inbound().append(row, context, done);
               })
            .value_or(false);
    }

    std::optional<InboundRow> next(const QString& thread = QStringLiteral("t1"),
                                   qint64 minReceivedMs = 0)
    {
        return awaited<std::optional<InboundRow>>([&](QObject* context, auto done) {
                   m_store->inbound().nextWaiting(home, { thread, false }, minReceivedMs, context,
                                                  done);
               })
            .value_or(std::nullopt);
    }

    RelayCounts counts()
    {
        return *awaited<RelayCounts>(
            [&](QObject* context, auto done) { m_store->profiles().counts(home, context, done); });
    }

    EnqueuedOutbound enqueue(const OutboundRow& row)
    {
        return *awaited<EnqueuedOutbound>(
            [&](QObject* context, auto done) { m_store->outbound().enqueue(row, context, done); });
    }

    OutboundRow stored(const QString& key)
    {
        return **awaited<std::optional<OutboundRow>>([&](QObject* context, auto done) {
            m_store->outbound().byKey(QStringLiteral("gateway-0001"), key, context, done);
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
                   m_store->sessions().events(home, limit, context, done);
               })
            .value_or(QList<SessionEvent>());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_worker = std::make_unique<Worker>(QStringLiteral("sqlite"));
        m_now = 2'000'000;
        QVERIFY(open());
    }

    void cleanup()
    {
        m_store.reset();
        m_worker.reset();
    }

    void keepsRowsOverAReopening()
    {
        QVERIFY(append(inbound(1)));
        QVERIFY(append(inbound(2)));
        const InboundRow before = *next();
        QVERIFY(open());
        const auto row = next();
        QVERIFY(row);
        QCOMPARE(row->seq, before.seq);
        QCOMPARE(row->msgId, QStringLiteral("1"));
        QCOMPARE(row->payload, inbound(1).payload);
        QCOMPARE(row->receivedMs, inbound(1).receivedMs);
        QCOMPARE(counts().inboundWaiting, 2);
        QCOMPARE(counts().lastInMs, inbound(2).receivedMs);
    }

    void dropsARepeat()
    {
        QVERIFY(append(inbound(1)));
        QVERIFY(!append(inbound(1)));
        InboundRow other = inbound(1);
        other.profile = QStringLiteral("work");
        QVERIFY(append(other));
        QCOMPARE(counts().inboundWaiting, 1);
    }

    void writesManyCallsInOneTransaction()
    {
        QVERIFY(append(inbound(1000)));
        const qint64 before = m_store->queue().commits();
        int acknowledged = 0;
        for (int i = 0; i < 400; ++i) {
            m_store->inbound().append(inbound(i), this, [&](const Result<bool>& stored) {
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
            m_store->inbound().append(inbound(i), this, {});
        }
        QVERIFY(open());
        QCOMPARE(counts().inboundWaiting, 300);
    }

    void tellsOnceACommitThatAProfileChanged()
    {
        QSignalSpy changed(&m_store->queue(), &CommitQueue::committed);
        int acknowledged = 0;
        for (int i = 0; i < 100; ++i) {
            m_store->inbound().append(inbound(i), this,
                                      [&](const Result<bool>&) { ++acknowledged; });
        }
        QTRY_COMPARE(acknowledged, 100);
        QVERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 3);
        QCOMPARE(changed.first().first().toString(), home);
    }

    void holdsWhatAKilledProcessAcknowledged()
    {
        m_store.reset();
        QProcess appender;
        appender.start(QCoreApplication::applicationFilePath(),
                       { QStringLiteral("--append"), path() });
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
        QVERIFY(append(inbound(1)));
        QVERIFY(append(inbound(2)));
        const Error error { ErrorKind::TimedOut, QStringLiteral("x") };
        const qint64 first = next()->seq;
        m_store->inbound().recordAttempt(home, first, 2, 5'000, error, this, {});
        QCOMPARE(next()->attempts, 2);
        QCOMPARE(next()->nextAttemptMs, 5'000);
        QCOMPARE(next()->lastError, error);
        m_store->inbound().markAccepted(home, first, this, {});
        QCOMPARE(next()->msgId, QStringLiteral("2"));
        const qint64 second = next()->seq;
        m_store->inbound().markDead(home, second, 5, error, this, {});
        QVERIFY(!next());
        QCOMPARE(counts().inboundDead, 1);

        const auto settle = [&](auto call, qint64 seq) {
            return awaited<std::optional<InboundRow>>([&](QObject* context, auto done) {
                       (m_store->inbound().*call)(home, seq, context, done);
                   })
                ->has_value();
        };
        QVERIFY(!settle(&InboundStore::release, first)); // it was taken
        QVERIFY(settle(&InboundStore::release, second));
        QVERIFY(next(QStringLiteral("t1"), 9'000'000)); // however old it is
        QVERIFY(settle(&InboundStore::discard, second));
        QVERIFY(!settle(&InboundStore::discard, second));
        QCOMPARE(counts().inboundDead + counts().inboundWaiting, 0);
    }

    void keepsTheLastOutcome()
    {
        QVERIFY(append(inbound(1)));
        const auto record = [&](const QString& msgId, InboundOutcome outcome) {
            return *awaited<bool>([&](QObject* context, auto done) {
                m_store->inbound().recordOutcome(home, msgId, outcome, QStringLiteral("why"),
                                                 context, done);
            });
        };
        QVERIFY(record(QStringLiteral("1"), InboundOutcome::Dispatched));
        QVERIFY(record(QStringLiteral("1"), InboundOutcome::Dropped));
        QVERIFY(!record(QStringLiteral("2"), InboundOutcome::Dropped));
        const ActivityItem item = activity({}).items.value(0);
        QCOMPARE(item.outcome, InboundOutcome::Dropped);
        QCOMPARE(item.reason, QStringLiteral("why"));
    }

    void listsLanesByTheirOldestRow()
    {
        QVERIFY(append(inbound(1, QStringLiteral("old"))));
        QVERIFY(append(inbound(5000, QStringLiteral("b"))));
        QVERIFY(append(inbound(5001, QStringLiteral("a"))));
        QVERIFY(append(inbound(5002, QStringLiteral("b"))));
        const auto lanes = *awaited<QList<WaitingLane>>([&](QObject* context, auto done) {
            m_store->inbound().waitingLanes(home, 1'004'000, context, done);
        });
        QCOMPARE(lanes.size(), 2);
        QCOMPARE(lanes.at(0).thread.id, QStringLiteral("b"));
        QCOMPARE(lanes.at(0).count, 2);
        QCOMPARE(lanes.at(1).thread.id, QStringLiteral("a"));
        QVERIFY(!next(QStringLiteral("old"), 1'004'000));
    }

    void storesAnOutboundKeyOnce()
    {
        const auto first =
            enqueue(outbound(QStringLiteral("k"), { QStringLiteral("a"), QStringLiteral("b") }));
        QVERIFY(first.inserted);
        QCOMPARE(first.row.parts.size(), 2);
        QCOMPARE(first.row.parts.at(1).text, QStringLiteral("b"));
        const auto second = enqueue(outbound(QStringLiteral("k"), { QStringLiteral("other") }));
        QVERIFY(!second.inserted);
        QCOMPARE(second.row.id, first.row.id);
        QCOMPARE(second.row.parts.size(), 2);
        OutboundRow foreign = outbound(QStringLiteral("k"));
        foreign.owner = QStringLiteral("local");
        QVERIFY(enqueue(foreign).inserted);
    }

    void settlesWhatTheLastRunLeft()
    {
        m_now = 1'000'000;
        const qint64 sending =
            enqueue(outbound(QStringLiteral("sending"),
                             { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }))
                .row.id;
        m_store->outbound().markStarted(home, sending, 0, this, {});
        m_store->outbound().finishPart(home, sending, 0, OutboundState::Sent,
                                       { QStringLiteral("77") }, this, {});
        m_store->outbound().markStarted(home, sending, 1, this, {});
        enqueue(outbound(QStringLiteral("late")));
        OutboundRow patient = outbound(QStringLiteral("patient"));
        patient.deadlineMs = 1'600'000;
        enqueue(patient);

        m_now = 1'100'000;
        const auto recovery = open();
        QVERIFY(recovery);
        QCOMPARE(recovery->uncertain, 1);
        QCOMPARE(recovery->expired, 1);
        const OutboundRow row = stored(QStringLiteral("sending"));
        QCOMPARE(row.state, OutboundState::Uncertain);
        QCOMPARE(row.error->kind, ErrorKind::Uncertain);
        QCOMPARE(row.parts.at(0).state, OutboundState::Sent);
        QCOMPARE(row.parts.at(1).state, OutboundState::Uncertain);
        QCOMPARE(row.parts.at(2).state, OutboundState::Failed);
        QCOMPARE(row.messageIds(), QStringList { QStringLiteral("77") });
        QCOMPARE(stored(QStringLiteral("late")).state, OutboundState::Failed);
        QCOMPARE(stored(QStringLiteral("late")).error->kind, ErrorKind::Cancelled);
        QCOMPARE(stored(QStringLiteral("patient")).state, OutboundState::Queued);
        QCOMPARE(counts().outboundUncertain, 1);
        QCOMPARE(counts().outboundWaiting, 1);
        // Settled once, not at every start.
        QCOMPARE(open()->uncertain, 0);
    }

    //! Between two parts nothing was under way: what went is known.
    void settlesATextBetweenItsParts()
    {
        const auto begin = [this](const QString& key, int sent) {
            const qint64 id =
                enqueue(outbound(key, { QStringLiteral("a"), QStringLiteral("b") })).row.id;
            for (int part = 0; part < sent; ++part) {
                m_store->outbound().markStarted(home, id, part, this, {});
                m_store->outbound().finishPart(home, id, part, OutboundState::Sent, { key }, this,
                                               {});
            }
        };
        begin(QStringLiteral("half"), 1);
        begin(QStringLiteral("whole"), 2);
        QCOMPARE(open()->uncertain, 0);
        const OutboundRow half = stored(QStringLiteral("half"));
        QCOMPARE(half.state, OutboundState::Failed);
        QCOMPARE(half.error->kind, ErrorKind::Cancelled);
        QCOMPARE(half.parts.at(0).state, OutboundState::Sent);
        QCOMPARE(half.parts.at(1).state, OutboundState::Failed);
        QCOMPARE(stored(QStringLiteral("whole")).state, OutboundState::Sent);
        QVERIFY(!stored(QStringLiteral("whole")).error);
        const QList<ActivityItem> told = activity({}).items;
        QCOMPARE(told.size(), 2);
        QCOMPARE(std::pair(told.at(0).partsSent, told.at(0).parts), std::pair(2, 2));
        QCOMPARE(std::pair(told.at(1).partsSent, told.at(1).parts), std::pair(1, 2));
    }

    void showsActivityPageByPage()
    {
        QVERIFY(append(inbound(10)));
        QVERIFY(append(inbound(20)));
        OutboundRow row = outbound(QStringLiteral("k"));
        row.createdMs = 1'000'020; // the same instant as a message
        enqueue(row);
        m_store->sessions().openGap(home, 1'000'015, GapCause::Storage, this, {});
        m_store->sessions().openGap(home, 1'000'016, GapCause::Slept, this, {});
        QVERIFY(append(inbound(5, QStringLiteral("t2"))));
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
        QCOMPARE(activity({ home, QStringLiteral("t2"), 10, {} }).items.size(), 1);
        QCOMPARE(activity({ QStringLiteral("other"), {}, 10, {} }).items.size(), 0);
        const auto bad = awaited<ActivityList>([&](QObject* context, auto done) {
            m_store->activity().page({ home, {}, 10, QStringLiteral("1.x") }, context, done);
        });
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::BadRequest);
    }

    void showsOnlyTheStatesThatAreWanted()
    {
        QVERIFY(append(inbound(10)));
        QVERIFY(append(inbound(20)));
        enqueue(outbound(QStringLiteral("k")));
        m_store->sessions().openGap(home, 1'000'015, GapCause::Offline, this, {});
        QVERIFY(*awaited<bool>([&](QObject* context, auto done) {
            m_store->inbound().recordOutcome(home, inbound(10).msgId, InboundOutcome::Dropped,
                                             QStringLiteral("why"), context, done);
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
        InboundRow row = inbound(10);
        row.payload[QStringLiteral("text")] = QStringLiteral("xin chào");
        row.payload[QStringLiteral("senderName")] = QStringLiteral("Đức");
        QVERIFY(append(row));
        enqueue(outbound(QStringLiteral("k")));
        const QList<ActivityItem> silent = activity({}).items;
        QCOMPARE(silent.size(), 2);
        QVERIFY(!silent.at(0).text && !silent.at(1).text);
        ActivityQuery query;
        query.withText = true;
        for (const ActivityItem& item : activity(query).items) {
            QVERIFY(item.text);
            if (item.kind == ActivityItem::Kind::Inbound) {
                QCOMPARE(item.text->body, QStringLiteral("xin chào"));
                QCOMPARE(item.text->senderName, QStringLiteral("Đức"));
            } else {
                QCOMPARE(item.text->body, outbound(QStringLiteral("k")).parts.first().text);
            }
        }
    }

    void keepsGapsWithBothEnds()
    {
        m_store->sessions().openGap(home, 100, GapCause::Offline, this, {});
        m_store->sessions().closeGap(home, 300, this, {});
        m_store->sessions().closeGap(home, 900, this, {}); // none is open
        m_store->sessions().openGap(home, 500, GapCause::Offline, this, {});
        m_store->sessions().openGap(home, 700, GapCause::Expired, this, {}); // a better cause
        QVERIFY(open());
        const auto gaps = *awaited<QList<ConnectionGap>>([&](QObject* context, auto done) {
            m_store->sessions().gaps(home, 10, context, done);
        });
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps.at(0).toMs, 0);
        QCOMPARE(gaps.at(0).fromMs, 500);
        QCOMPARE(gaps.at(0).cause, GapCause::Expired);
        QCOMPARE(gaps.at(1).fromMs, 100);
        QCOMPARE(gaps.at(1).toMs, 300);
        QCOMPARE(gaps.at(1).cause, GapCause::Offline);
    }

    void keepsABoundedHistoryOfStates()
    {
        const Error kicked { ErrorKind::Kicked, QStringLiteral("why") };
        m_store->sessions().recordEvent({ home, 5, QStringLiteral("Kicked"), kicked, false }, this,
                                        {});
        for (int i = 0; i < 2 * sessioneventtable::Kept; ++i) {
            m_store->sessions().recordEvent({ home, 10 + i, QStringLiteral("Online"), {}, true },
                                            this, {});
        }
        QVERIFY(open());
        // However many routine ones there are, they push nothing else out.
        QList<SessionEvent> rows = history(10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().atMs, 5);
        QCOMPARE(rows.first().state, QStringLiteral("Kicked"));
        QCOMPARE(rows.first().reason, std::optional(kicked));
        for (int i = 0; i < sessioneventtable::Kept; ++i) {
            m_store->sessions().recordEvent(
                { home, 5'000 + i, QStringLiteral("Offline"), {}, false }, this, {});
        }
        rows = history(10 * sessioneventtable::Kept);
        QCOMPARE(rows.size(), sessioneventtable::Kept);
        QCOMPARE(rows.last().atMs, 5'000);
        QVERIFY(rows.first().atMs > rows.last().atMs);
        m_store->retention().erase(home, this, {});
        QCOMPARE(history(10).size(), 0);
    }

    void keepsSettingsOfThreadsAndProfiles()
    {
        m_store->profiles().setThreadPaused(home, { QStringLiteral("g"), true }, true, this, {});
        m_store->profiles().setThreadPaused(home, { QStringLiteral("u"), false }, true, this, {});
        m_store->profiles().setThreadPaused(home, { QStringLiteral("u"), false }, false, this, {});
        m_store->profiles().setCoolDown(home, 77, this, {});
        m_store->profiles().setLastVerified(home, 88, this, {});
        m_store->profiles().setLastVerified(home, 44, this, {}); // never backwards
        QVERIFY(open());
        const auto paused = *awaited<QList<LaneKey>>(
            [&](QObject* context, auto done) { m_store->profiles().pausedThreads(context, done); });
        QCOMPARE(paused, (QList<LaneKey> { { home, { QStringLiteral("g"), true } } }));
        const auto state = *awaited<ProfileState>(
            [&](QObject* context, auto done) { m_store->profiles().state(home, context, done); });
        QCOMPARE(state.coolDownUntilMs, 77);
        QCOMPARE(state.lastVerifiedMs, 88);
    }

    void prunesWhatIsFinishedOnly()
    {
        for (int i = 1; i <= 6; ++i) {
            QVERIFY(append(inbound(i)));
        }
        for (int i = 0; i < 4; ++i) {
            m_store->inbound().markAccepted(home, next()->seq, this, {});
        }
        m_store->inbound().markDead(home, next()->seq, 5, { ErrorKind::TimedOut, {} }, this, {});
        const qint64 done = enqueue(outbound(QStringLiteral("done"))).row.id;
        m_store->outbound().finish(home, done, OutboundState::Sent, {}, this, {});
        enqueue(outbound(QStringLiteral("open")));
        const auto prune = [&](const RetentionPolicy& policy) {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune(policy, context, reply);
            });
        };
        QCOMPARE(prune({ m_now, 100 }), 0);
        QCOMPARE(prune({ m_now, 4 }), 2); // two of six rows too many
        QCOMPARE(activity({}).items.size(), 6);
        QCOMPARE(prune({ 0, 100 }), 3); // two taken, one sent
        QCOMPARE(counts().inboundWaiting, 1);
        QCOMPARE(counts().inboundDead, 1);
        QCOMPARE(counts().outboundWaiting, 1);
        QCOMPARE(prune({ 0, 0 }), 0);
    }

    //! Asked for again after its row was pruned, a key still tells what became of it.
    void remembersPrunedKeys()
    {
        m_now = 1'000;
        const qint64 day = qint64(24) * 3'600'000;
        OutboundRow first = outbound(QStringLiteral("k"));
        first.createdMs = m_now;
        const qint64 id = enqueue(first).row.id;
        m_store->outbound().markStarted(home, id, 0, this, {});
        m_store->outbound().finishPart(home, id, 0, OutboundState::Sent, { QStringLiteral("77") },
                                       this, {});
        m_store->outbound().finish(home, id, OutboundState::Sent, {}, this, {});
        const auto prune = [&] {
            return *awaited<int>([&](QObject* context, auto reply) {
                m_store->retention().prune({}, context, reply);
            });
        };
        m_now += 31 * day;
        QCOMPARE(prune(), 1);
        QCOMPARE(prune(), 0);
        QVERIFY(activity({}).items.isEmpty());
        const auto again = enqueue(outbound(QStringLiteral("k")));
        QVERIFY(!again.inserted);
        QCOMPARE(again.row.state, OutboundState::Sent);
        QCOMPARE(again.row.messageIds(), QStringList { QStringLiteral("77") });
        // No more than that is left of it.
        QVERIFY(again.row.thread.id.isEmpty());
        QVERIFY(again.row.parts.at(0).text.isEmpty());
        m_now += 340 * day;
        QCOMPARE(prune(), 1);
        QVERIFY(enqueue(outbound(QStringLiteral("k"))).inserted);
    }

    void erasesAProfile()
    {
        QVERIFY(append(inbound(1)));
        enqueue(outbound(QStringLiteral("k")));
        InboundRow other = inbound(2);
        other.profile = QStringLiteral("work");
        QVERIFY(append(other));
        QVERIFY(awaited<void>(
            [&](QObject* context, auto done) { m_store->retention().erase(home, context, done); }));
        QCOMPARE(counts(), RelayCounts());
        QCOMPARE(activity({}).items.size(), 1);
    }

    void holdsWhatAFullDiskCannotTake()
    {
        QVERIFY(open(60, 3'600'000));
        QSignalSpy states(&m_store->queue(), &CommitQueue::stateChanged);
        int acknowledged = 0;
        for (int i = 0; i < 1000; ++i) {
            InboundRow row = inbound(i);
            row.payload.insert(QStringLiteral("text"), QString(400, u'x'));
            m_store->inbound().append(row, this, [&](const Result<bool>& stored) {
                QVERIFY(stored);
                ++acknowledged;
            });
        }
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Full);
        QCOMPARE(m_store->queue().error().kind, ErrorKind::StorageFull);
        QVERIFY(acknowledged < 1000);
        // Reading goes on; a new message to send is refused at once.
        QCOMPARE(counts().inboundWaiting, acknowledged);
        const auto refused = awaited<EnqueuedOutbound>([&](QObject* context, auto done) {
            m_store->outbound().enqueue(outbound(QStringLiteral("k")), context, done);
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::StorageFull);
        // It stays full when it is tried too early.
        m_store->queue().resume();
        QCOMPARE(counts().inboundWaiting, acknowledged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Full);

        m_store->queue().setMaxPages(0);
        m_store->profiles().counts(home, this, {}); // keeps the worker busy just then
        m_store->queue().resume();
        QTRY_COMPARE(acknowledged, 1000);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Running);
        QCOMPARE(counts().inboundWaiting, 1000);
        const auto lanes = *awaited<QList<WaitingLane>>([&](QObject* context, auto done) {
            m_store->inbound().waitingLanes(home, 0, context, done);
        });
        QCOMPARE(lanes.size(), 1);
        QCOMPARE(next()->msgId, QStringLiteral("0"));
        QCOMPARE(states.last().first().value<CommitQueue::State>(), CommitQueue::State::Running);
    }

    void triesAFullDiskAgainByItself()
    {
        QVERIFY(open(60));
        int acknowledged = 0;
        for (int i = 0; i < 300; ++i) {
            InboundRow row = inbound(i);
            row.payload.insert(QStringLiteral("text"), QString(1000, u'x'));
            m_store->inbound().append(row, this, [&](const Result<bool>&) { ++acknowledged; });
        }
        QTRY_COMPARE(m_store->queue().state(), CommitQueue::State::Full);
        m_store->queue().setMaxPages(0);
        QTRY_COMPARE(acknowledged, 300);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Running);
    }

    void saysWhyItCannotOpen()
    {
        m_store.reset();
        m_worker.reset(); // the file is closed now
        m_worker = std::make_unique<Worker>(QStringLiteral("sqlite"));
        const QByteArray garbage(5000, 'g');
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(garbage);
        }
        m_store = std::make_unique<RelayStore>(m_worker.get(), RelayStoreOptions { path() });
        // Called while it opens: answered with why it could not.
        Result<bool> early = true;
        QSignalSpy states(&m_store->queue(), &CommitQueue::stateChanged);
        Result<RelayRecovery> opened;
        m_store->open(this, [&](const Result<RelayRecovery>& result) { opened = result; });
        m_store->inbound().append(inbound(1), this,
                                  [&](const Result<bool>& result) { early = result; });
        QTRY_VERIFY(!opened);
        QCOMPARE(opened.error(), (Error { ErrorKind::StorageDamaged, path() }));
        QTRY_VERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::StorageDamaged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Failed);
        QCOMPARE(states.size(), 1);
        QVERIFY(!append(inbound(2)));

        QVERIFY(QFile::remove(path()));
        QVERIFY(awaited<RelayRecovery>(
            [&](QObject* context, auto done) { m_store->open(context, done); }));
        QVERIFY(append(inbound(3)));
    }

    void stopsWhenTheFileBreaksUnderIt()
    {
        for (int i = 0; i < 50; ++i) {
            QVERIFY(append(inbound(i)));
        }
        QVERIFY(open()); // by now all of it is in the main file
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray ruin(file.size() - 4096, '\x07');
            QVERIFY(file.seek(4096));
            file.write(ruin);
        }
        const auto stored = awaited<bool>([&](QObject* context, auto done) {
            m_store->inbound().append(inbound(99), context, done);
        });
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::StorageDamaged);
        QCOMPARE(m_store->queue().state(), CommitQueue::State::Failed);
    }

    //! The file as version 1 wrote it; a later version proves here that it can read it.
    void readsAStoredFileOfVersion1()
    {
        m_store.reset();
        m_worker = std::make_unique<Worker>(QStringLiteral("sqlite"));
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile::remove(path() + QLatin1String(suffix));
        }
        QVERIFY(QFile::copy(QStringLiteral(ZALO_TEST_DATA "/storage/relay-v1.sqlite"), path()));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(open());
        const auto waiting = next();
        QCOMPARE(waiting->payload.value(QLatin1String("text")).toString(),
                 QStringLiteral("Xin chào 2"));
        QCOMPARE(waiting->attempts, 1);
        QCOMPARE(waiting->lastError, (Error { ErrorKind::TimedOut, {} }));
        QCOMPARE(counts(), (RelayCounts { 2, 1, 1, 2, 1'000'007, 1'500'000 }));
        const OutboundRow sent = stored(QStringLiteral("sent"));
        QCOMPARE(sent.state, OutboundState::Sent);
        QCOMPARE(sent.messageIds(), (QStringList { QStringLiteral("71"), QStringLiteral("72") }));
        QCOMPARE(stored(QStringLiteral("sending")).state, OutboundState::Uncertain);
        QCOMPARE(stored(QStringLiteral("patient")).state, OutboundState::Queued);
        const OutboundRow failed = stored(QStringLiteral("failed"));
        QCOMPARE(failed.kind, OutboundKind::Image);
        QCOMPARE(failed.path, QStringLiteral("/pictures/one.jpg"));
        QCOMPARE(failed.error, (Error { ErrorKind::RateLimited, QStringLiteral("1600000") }));
        const OutboundRow uncertain = stored(QStringLiteral("uncertain"));
        QCOMPARE(uncertain.state, OutboundState::Uncertain);
        QCOMPARE(uncertain.url, QStringLiteral("https://example.org/"));
        QStringList told;
        for (const ActivityItem& item : activity({}).items) {
            if (item.kind == ActivityItem::Kind::Inbound) {
                told << stateName(item.state) + u'/' + outcomeName(item.outcome);
            }
        }
        QCOMPARE(told,
                 (QStringList { QStringLiteral("waiting/"), QStringLiteral("discarded/"),
                                QStringLiteral("accepted/failed"),
                                QStringLiteral("accepted/dispatched"), QStringLiteral("dead/"),
                                QStringLiteral("waiting/"), QStringLiteral("accepted/dropped") }));
        const auto state = *awaited<ProfileState>(
            [&](QObject* context, auto done) { m_store->profiles().state(home, context, done); });
        QCOMPARE(state.coolDownUntilMs, 1'700'000);
        QCOMPARE(activity({}).items.size(), 14);
    }
};

namespace {

//! Makes what is in tests/data/storage (its README says when): rows of every state.
int makeStoredFile(const QString& path)
{
    Clock clock;
    clock.nowMs = [] { return qint64(1'500'000); };
    Worker worker(QStringLiteral("sqlite"));
    RelayStore store(&worker, { path }, clock);
    QObject context;
    store.open(&context, {});
    for (int i = 1; i <= 7; ++i) {
        store.inbound().append(inbound(i), &context, {});
    }
    const InboundOutcome outcomes[] = { InboundOutcome::Dropped, InboundOutcome::Dispatched,
                                        InboundOutcome::Failed };
    int next = 0;
    for (const int seq : { 1, 4, 5 }) {
        store.inbound().markAccepted(home, seq, &context, {});
        store.inbound().recordOutcome(home, QString::number(seq), outcomes[next++],
                                      QStringLiteral("reason %1").arg(seq), &context, {});
    }
    store.inbound().recordAttempt(home, 2, 1, 1'400'000, { ErrorKind::TimedOut, {} }, &context, {});
    store.inbound().markDead(home, 3, 5, { ErrorKind::TimedOut, {} }, &context, {});
    store.inbound().discard(home, 6, &context, {});
    store.inbound().release(home, 7, &context, {});
    // The same message under two ids, as it could be stored once.
    for (const int number : { 8, 9 }) {
        InboundRow twice = inbound(number, QStringLiteral("t2"));
        twice.payload[QStringLiteral("senderId")] = QStringLiteral("2001");
        twice.payload[QStringLiteral("cliMsgId")] = QStringLiteral("3001");
        store.inbound().append(twice, &context, {});
    }
    InboundRow elsewhere = inbound(8);
    elsewhere.profile = QStringLiteral("work");
    store.inbound().append(elsewhere, &context, {});
    OutboundRow patient = outbound(QStringLiteral("patient"));
    patient.deadlineMs = 9'000'000'000'000;
    OutboundRow picture = outbound(QStringLiteral("failed"));
    picture.kind = OutboundKind::Image;
    picture.path = QStringLiteral("/pictures/one.jpg");
    OutboundRow link = outbound(QStringLiteral("uncertain"));
    link.kind = OutboundKind::Url;
    link.url = QStringLiteral("https://example.org/");
    for (const OutboundRow& row :
         { outbound(QStringLiteral("sent"), { QStringLiteral("a"), QStringLiteral("b") }),
           outbound(QStringLiteral("sending")), patient, picture, link }) {
        store.outbound().enqueue(row, &context, {});
    }
    store.outbound().finishPart(home, 1, 0, OutboundState::Sent, { QStringLiteral("71") }, &context,
                                {});
    store.outbound().finishPart(home, 1, 1, OutboundState::Sent, { QStringLiteral("72") }, &context,
                                {});
    store.outbound().finish(home, 1, OutboundState::Sent, {}, &context, {});
    store.outbound().markStarted(home, 2, 0, &context, {});
    store.outbound().finish(home, 4, OutboundState::Failed,
                            Error { ErrorKind::RateLimited, QStringLiteral("1600000") }, &context,
                            {});
    store.outbound().markStarted(home, 5, 0, &context, {});
    store.outbound().finish(home, 5, OutboundState::Uncertain, Error { ErrorKind::Uncertain, {} },
                            &context, {});
    store.sessions().openGap(home, 800'000, GapCause::Renewed, &context, {});
    store.sessions().closeGap(home, 850'000, &context, {});
    store.sessions().openGap(home, 900'000, GapCause::Offline, &context, {});
    const Error expired { ErrorKind::Expired, {} };
    store.sessions().recordEvent({ home, 870'000, QStringLiteral("Online"), {}, false }, &context,
                                 {});
    store.sessions().recordEvent({ home, 900'000, QStringLiteral("Expired"), expired, false },
                                 &context, {});
    store.profiles().setThreadPaused(home, { QStringLiteral("t9"), true }, true, &context, {});
    store.profiles().setCoolDown(home, 1'700'000, &context, {});
    bool written = false;
    store.profiles().setLastVerified(home, 890'000, &context,
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
