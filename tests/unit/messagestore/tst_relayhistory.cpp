// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "examplerows.h"
#include "falseclock.h"
#include "messagestore/relayschema.h"
#include "temporarystore.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 Seed = 20'261'128;
constexpr int Steps = 1'500;

const QString keptCounts =
    u"SELECT profile, account, direction, state, rows FROM tally WHERE rows <> 0"_s;
const QString newCounts =
    u"SELECT profile, account, 'in', state, count(*) FROM inbound GROUP BY profile, account, state"
    " UNION ALL SELECT profile, account, 'out', CASE deadline_ms WHEN 0 THEN 'key' ELSE state END"
    " AS shown, count(*) FROM outbound GROUP BY profile, account, shown"
    " UNION ALL SELECT profile, account, 'turn', 'failed', count(*) FROM inbound WHERE state = "
    "'taken'"
    "  AND (outcome = 'failed' OR outcome = 'dropped' AND outcome_reason LIKE 'noTurn%')"
    "  GROUP BY profile, account"
    " UNION ALL SELECT profile, account, 'chat', 'waiting', count(*) FROM"
    "  (SELECT profile, account, thread_id, is_group FROM inbound WHERE state = 'waiting'"
    "   UNION SELECT profile, account, thread_id, is_group FROM outbound"
    "   WHERE deadline_ms > 0 AND state IN ('queued', 'sending')) GROUP BY profile, account"_s;

//! Each conversation: whose it is, its counts, its newest message.
const QString keptConversations =
    u"SELECT profile, account, thread_id || is_group, rows || ' ' || waiting || ' ' || open"
    " || ' ' || waiting_since_ms, last_ms || ' ' || last_kind || ' ' || last_id FROM conversation"_s;
const QString newConversations =
    u"WITH m AS (SELECT profile, account, thread_id, is_group, state = 'waiting' AS waits,"
    "  state IN ('dead', 'expired') AS opens, received_ms AS ms, aged_ms AS asked,"
    "  0 AS kind, seq AS id FROM inbound"
    " UNION ALL SELECT profile, account, thread_id, is_group, state IN ('queued', 'sending'),"
    "  state = 'uncertain', created_ms, created_ms, 1, id FROM outbound WHERE deadline_ms > 0)"
    " SELECT profile, account, thread_id || is_group,"
    "  count(*) || ' ' || sum(waits) || ' ' || sum(opens)"
    "  || ' ' || coalesce(min(iif(waits, asked, NULL)), 0),"
    "  (SELECT ms || ' ' || kind || ' ' || id FROM m AS n WHERE n.profile = m.profile"
    "   AND n.account = m.account AND n.thread_id = m.thread_id AND n.is_group = m.is_group"
    "   ORDER BY ms DESC, kind, id DESC LIMIT 1)"
    " FROM m GROUP BY profile, account, thread_id, is_group"_s;

QMutex mutex; // the store writes and reads on threads of their own
QSet<QString> statements; //!< every one that was prepared

void noteStatement(QtMsgType, const QMessageLogContext& context, const QString& text)
{
    if (QByteArrayView(context.category) == "zalo.sql") {
        const QMutexLocker lock(&mutex);
        statements.insert(text);
    }
}

//! Does everything that can be asked of a store, at random.
class Walk : public QObject
{
public:
    explicit Walk(TemporaryStore& store, FalseClock& clock)
        : m_store(store),
          m_clock(clock)
    { }

    void step()
    {
        m_clock.pass(1 + number(5'000));
        switch (number(25)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
            append();
            break;
        case 5:
        case 6:
            m_store->inbound().markAccepted(profile(), seq(), this, noted());
            break;
        case 7:
            m_store->inbound().recordAttempt(profile(), seq(), 1, 5, error(), this, noted());
            break;
        case 8:
            m_store->inbound().markDead(profile(), seq(), 5, error(), this, noted());
            break;
        case 9:
            m_store->inbound().release(profile(), seq(), this, noted());
            break;
        case 10:
            m_store->inbound().discard(profile(), seq(), this, noted());
            m_store->inbound().dismiss(profile(), { seq(), seq() }, this, noted());
            m_store->outbound().dismiss(profile(), { id() }, this, noted());
            break;
        case 11:
        case 12:
            m_store->inbound().recordOutcome(
                profile(), QString::number(number(200)), thread().id,
                one<InboundOutcome>({ InboundOutcome::Dispatched, InboundOutcome::Dropped,
                                      InboundOutcome::Failed }),
                one<OutcomeReason>({ { {}, u"why"_s }, { OutcomeCode::NoTurn, {} } }), this,
                noted());
            break;
        case 13:
        case 14:
        case 15:
            enqueue();
            break;
        case 16:
            m_store->outbound().markStarted(profile(), id(), number(2), this, noted());
            break;
        case 17:
            m_store->outbound().finishPart(profile(), id(), number(2), finalState(), { u"7"_s },
                                           this, noted());
            break;
        case 18:
            m_store->outbound().finish(profile(), id(), finalState(), error(), this, noted());
            break;
        case 19:
            m_store->outbound().finishWithPart(profile(), id(), 0, { {}, finalState(), {} }, {},
                                               this, noted());
            break;
        case 20:
            prune();
            break;
        case 21:
            claimOrDiscard();
            break;
        case 22:
            connection();
            break;
        case 23:
            read();
            break;
        case 24:
            rarely();
            break;
        default:
            Q_UNREACHABLE();
        }
    }

    [[nodiscard]] const QStringList& failures() const { return m_failures; }

    //! Nothing is under way any more.
    void settle() { m_store.settle(); }

private:
    int number(int below) { return int(m_random.bounded(below)); }
    template <typename T> T one(const QList<T>& list) { return list.at(number(int(list.size()))); }
    QString profile() { return one<QString>({ home, u"work"_s, u"third"_s }); }
    QString account() { return one<QString>({ {}, u"100"_s, u"200"_s }); }
    ThreadRef thread() { return { u"t%1"_s.arg(number(6)), number(4) == 0 }; }
    qint64 seq() { return 1 + number(std::max(m_appended, 1)); }
    qint64 id() { return 1 + number(std::max(m_enqueued, 1)); }
    static Error error() { return { ErrorKind::TimedOut, u"x"_s }; }
    OutboundState finalState()
    {
        return one<OutboundState>(
            { OutboundState::Sent, OutboundState::Failed, OutboundState::Uncertain });
    }
    LaneKey lane() { return { profile(), account(), thread() }; }

    void append()
    {
        InboundRow row = inboundRow(number(200));
        row.profile = profile();
        row.account = account();
        row.thread = thread();
        row.receivedMs = m_clock.nowMs();
        row.payload.insert(u"cliMsgId"_s, QString::number(number(300)));
        row.payload.insert(u"senderId"_s, one<QString>({ u"100"_s, u"300"_s }));
        if (number(6) == 0) {
            row.payload[u"media"_s] = QJsonArray { QJsonObject {
                { u"url"_s, u"https://f1.zdn.vn/%1"_s.arg(number(300)) } } };
        }
        row.state = number(8) == 0 ? InboundState::Own : InboundState::Waiting;
        m_store->inbound().append(row, this, noted());
        ++m_appended;
    }

    void enqueue()
    {
        OutboundRow row = outboundRow(QString::number(number(400)), { u"a"_s, u"b"_s });
        row.profile = profile();
        row.account = account();
        row.thread = thread();
        row.createdMs = m_clock.nowMs();
        row.deadlineMs = row.createdMs + 30'000;
        m_store->outbound().enqueue(row, this, noted());
        ++m_enqueued;
    }

    void prune()
    {
        RetentionPolicy policy;
        policy.maxAgeMs = 1'000'000;
        policy.maxRows = 100 + number(100);
        m_store->retention().prune(policy, this, noted());
    }

    void claimOrDiscard()
    {
        const QString account = one<QString>({ u"100"_s, u"200"_s });
        if (number(3) == 0) {
            m_store->accounts().discard(profile(), account, this, noted());
        } else {
            m_store->accounts().claim(profile(), account, u"Tên"_s, this, noted());
        }
    }

    void connection()
    {
        const QString profile = this->profile();
        const QString account = this->account();
        m_store->sessions().openGap(profile, account, m_clock.nowMs(), GapCause::Offline, this,
                                    noted());
        m_store->sessions().recordEvent(
            { profile, account, m_clock.nowMs(), SessionState::Online, {} }, this, noted());
        m_store->sessions().closeGap(profile, account, m_clock.nowMs(), this, noted());
        m_store->sessions().settleGaps(
            profile, account,
            { m_clock.nowMs() - number(50'000), number(2) == 0, { m_clock.nowMs() } }, this,
            noted());
        m_store->profiles().setCoolDown(profile, account, m_clock.nowMs(), this, noted());
        m_store->profiles().setLastVerified(profile, account, m_clock.nowMs(), this, noted());
        m_store->profiles().setThreadPaused(lane(), number(2) == 0, this, noted());
        m_store->profiles().pauseUntil(
            { lane(), m_clock.nowMs() + number(9'000),
              one<PauseCause>({ PauseCause::Person, PauseCause::Owner }) },
            this, noted());
        m_store->profiles().endPauses(profile, m_clock.nowMs(), this, noted());
    }

    void read()
    {
        const QString profile = this->profile();
        const QString account = this->account();
        m_store->inbound().waitingLanes(profile, account, this, noted());
        m_store->inbound().nextWaiting(lane(), this, noted());
        m_store->inbound().lastSeq(this, noted());
        m_store->inbound().byMessageId(account, thread(), QString::number(number(200)), this,
                                       noted());
        m_store->inbound().expire(profile, m_clock.nowMs() - 20'000, this, noted());
        if (number(5) == 0) {
            m_store->inbound().releaseExpired(profile, account, this, noted());
        }
        m_store->pendingMedia().first(17, this, [this](const Result<QList<InboundRow>>& rows) {
            if (!rows) {
                m_failures << errorText(rows.error(), TextLanguage::English);
            } else if (!rows->isEmpty()) {
                InboundRow row = rows->first();
                row.wantsMedia = ++row.mediaTries < 3;
                m_store->pendingMedia().settle(row, {}, this, noted());
            }
        });
        m_store->outbound().byKey(gateway, QString::number(number(400)), this, noted());
        m_store->outbound().byId(id(), this, noted());
        m_store->outbound().queued(this, noted());
        m_store->sessions().gaps(profile, account, 20, this, noted());
        m_store->sessions().events(profile, account, 20, this, noted());
        m_store->sessions().firstUnsettledGap(profile, account, m_clock.nowMs() - 90'000, this,
                                              noted());
        m_store->profiles().tally(profile, this, noted());
        m_store->profiles().state(profile, account, this, noted());
        m_store->profiles().pausedThreads(this, noted());
        m_store->profiles().threadPauses(this, noted());
        m_store->profiles().activeGroups(profile, account, m_clock.nowMs() - 50'000, 5, this,
                                         noted());
        m_store->accounts().names(this, noted());
        for (const QString& of : { QString(), profile }) {
            m_store->conversations().page(
                { .profile = of, .onlyPaused = number(2) == 0, .limit = 20 }, this, noted());
        }
        m_store->activity().summary({ profile, m_clock.nowMs() - 50'000, m_clock.nowMs() }, this,
                                    noted());
        for (const ActivityPart part : { ActivityPart::FailedTurns, ActivityPart::FailedSends }) {
            for (const QString& thread : { QString(), u"t1"_s }) {
                ActivityQuery failed;
                failed.profile = profile;
                failed.threadId = thread;
                failed.part = part;
                m_store->activity().page(failed, this, noted());
            }
        }
        const QList<QList<ActivityState>> filters { {},
                                                    { ActivityState::Waiting,
                                                      ActivityState::Failed },
                                                    { ActivityState::GapOpen },
                                                    { ActivityState::GapClosed } };
        for (const QList<ActivityState>& states : filters) {
            for (const QString& of : { QString(), profile }) {
                for (const QString& thread : { QString(), u"t1"_s }) {
                    m_store->activity().page({ .profile = of,
                                               .threadId = thread,
                                               .limit = 20,
                                               .cursor = {},
                                               .states = states,
                                               .withText = number(2) == 0 },
                                             this, noted());
                }
            }
        }
    }

    //! What ends or empties something.
    void rarely()
    {
        if (number(10) == 0) {
            m_store->retention().erase(u"third"_s, this, noted());
        } else if (number(3) == 0) {
            settle();
            QVERIFY(m_store.open(m_clock.clock()));
        } else {
            m_store->retention().purgeMedia(std::chrono::milliseconds(0));
        }
    }

    //! For any answer: an error of the storage is noted, what was asked of no row is none.
    struct Noted
    {
        Walk& walk;
        template <typename T> operator Callback<T>() const
        {
            return [&to = walk.m_failures](const Result<T>& result) {
                if (!result && result.error().kind != ErrorKind::Internal) {
                    to << errorText(result.error(), TextLanguage::English);
                }
            };
        }
    };
    Noted noted() { return { *this }; }

    TemporaryStore& m_store;
    FalseClock& m_clock;
    QStringList m_failures;
    QRandomGenerator m_random { Seed };
    int m_appended = 0;
    int m_enqueued = 0;
};

} // namespace

//! What a long history must not cost, and what is kept of it in numbers.
class TestRelayHistory : public QObject
{
    Q_OBJECT

    TemporaryStore m_store;
    FalseClock m_clock { 2'000'000 };

    //! Five columns of each row that the statement gives.
    static QStringList rowsOf(Database& db, const QString& sql)
    {
        QStringList rows;
        const auto read = db.each(sql, {}, [&](const QSqlQuery& row) {
            QStringList values;
            for (int i = 0; i < 5; ++i) {
                values << row.value(i).toString();
            }
            rows << values.join(u'|');
        });
        if (!read) {
            rows << u"failed"_s;
        }
        rows.sort();
        return rows;
    }

    //! The columns of EXPLAIN QUERY PLAN that say how.
    static QStringList planOf(Database& db, const QString& sql)
    {
        static const QRegularExpression parameter(u"\\?(\\d*)"_s);
        int count = 0;
        for (auto found = parameter.globalMatch(sql); found.hasNext();) {
            const QString number = found.next().captured(1);
            count = number.isEmpty() ? count + 1 : std::max(count, number.toInt());
        }
        QStringList plan;
        const auto read = db.each(u"EXPLAIN QUERY PLAN "_s + sql, QVariantList(count, 1),
                                  [&](const QSqlQuery& row) { plan << row.value(3).toString(); });
        return read ? plan : QStringList { u"no plan"_s };
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"zalo.*=false\nzalo.sql.debug=true"_s);
        qInstallMessageHandler(&noteStatement);
        m_store.options.mediaFolder = QFileInfo(m_store.path()).path() + u"/media"_s;
        QVERIFY(QDir().mkpath(m_store.options.mediaFolder + u"/default"_s));
        QFile file(m_store.options.mediaFolder + u"/default/1-0.png"_s);
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(m_store.open(m_clock.clock()));
    }

    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void countsAreWhatIsStored()
    {
        Walk walk(m_store, m_clock);
        Database other({ m_store.path(), {}, true });
        QVERIFY(other.openToRead());
        for (int i = 1; i <= Steps; ++i) {
            walk.step();
            if (i % 50 == 0) {
                walk.settle();
                QCOMPARE(walk.failures(), QStringList());
                QCOMPARE(rowsOf(other, keptCounts), rowsOf(other, newCounts));
                QCOMPARE(rowsOf(other, keptConversations), rowsOf(other, newConversations));
            }
        }
    }

    //! After the walk: all of them were prepared.
    void noStatementReadsAWholeHistory()
    {
        const QSet<QString> prepared = [] {
            const QMutexLocker lock(&mutex);
            return std::exchange(statements, {});
        }();
        Database other({ m_store.path(), {}, true });
        QVERIFY(other.openToRead());
        QStringList bounded; // indexes of what is under way, never of what is over
        static const QRegularExpression open(
            u"WHERE (state = '(queued|sending|uncertain|waiting|dead)'|to_ms = 0|account = ''"
            "|media_wanted = 1|recovery <> 'asked'"
            "|waiting_since_ms > 0|paused = 1)"_s);
        QVERIFY(other.each(u"SELECT name, sql FROM sqlite_schema WHERE type = 'index'"_s, {},
                           [&](const QSqlQuery& row) {
                               if (open.match(row.value(1).toString()).hasMatch()) {
                                   bounded << row.value(0).toString();
                               }
                           }));
        static const QRegularExpression history(
            u"\\b(inbound|outbound|outbound_part|gap|state_change|conversation)\\b"_s);
        static const QRegularExpression wide(
            u"^SEARCH (inbound|outbound) .*\\((profile|account|state|thread_id|<expr>)=\\?\\)$"_s);
        QVERIFY(prepared.size() > 60);
        QStringList bad;
        for (const QString& statement : prepared) {
            if (statement.startsWith(u"PRAGMA") || statement.startsWith(u"CREATE")
                || statement.startsWith(u"DROP") || statement.startsWith(u"ALTER")
                || !history.match(statement).hasMatch() || isOfAMigration(statement)
                || statement == newCounts || statement == newConversations
                || statement == keptConversations) {
                continue;
            }
            const QStringList plan = planOf(other, statement);
            for (const QString& line : plan) {
                const bool isBounded =
                    std::any_of(bounded.cbegin(), bounded.cend(), [&](const QString& index) {
                        return line.contains(u"INDEX "_s + index);
                    });
                const bool isScan = line.startsWith(u"SCAN")
                    && (history.match(line).hasMatch() || line.startsWith(u"SCAN c"));
                // All of a profile or of a state: nearly everything, on most machines.
                const bool isWide = wide.match(line).hasMatch() && !statement.startsWith(u"DELETE");
                if ((isWide && !isBounded) || line == u"no plan" || line.contains(u"TEMP B-TREE")
                    || (isScan && !isBounded)) {
                    bad << statement + u"\n    "_s + plan.join(u"\n    "_s);
                    break;
                }
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

private:
    static bool isOfAMigration(const QString& statement)
    {
        const QList<QStringList> all = relayMigrations();
        return std::any_of(all.cbegin(), all.cend(), [&statement](const QStringList& migration) {
            return migration.contains(statement);
        });
    }
};

QTEST_GUILESS_MAIN(TestRelayHistory)
#include "tst_relayhistory.moc"
