// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "session/historyrecovery.h"
#include "zca/zcaprogram.h"
#include "zca/zcarunner.h"

#include <QDir>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using zalo::test::FakeZca;

namespace {

constexpr qint64 Now = 1'700'000'100'000;

//! Two people and a group. What is asked is written down.
const QByteArray history =
    "shift 2\n"
    "echo \"$*\" >>\"$DIR/asked\"\n"
    "[ -e \"$DIR/sync.sh\" ] && . \"$DIR/sync.sh\"\n"
    "case \"$*\" in\n"
    "'db status'*) [ -e \"$DIR/foreign\" ] && echo '{\"enabled\":true,\"path\":\"/their.db\"}'"
    " || echo '{\"enabled\":false}';;\n"
    "'db enable'*) shift 3; echo secret >\"$1\"; echo \"$1\" >\"$DIR/file\";;\n"
    "'db sync'*) echo '{\"dmMessagesImported\":3}';;\n"
    "'db chat list'*) echo '[{\"threadId\":\"1\",\"lastMessageAtMs\":1700000050000},"
    "{\"threadId\":\"2\",\"lastMessageAtMs\":1700000090000},"
    "{\"threadId\":\"3\",\"lastMessageAtMs\":1}]';;\n"
    "'db chat messages'*' 1') echo '{\"messages\":["
    "{\"msgId\":\"11\",\"threadId\":\"1\",\"senderId\":\"1\",\"ts\":\"1700000050000\"},"
    "{\"msgId\":\"10\",\"threadId\":\"1\",\"senderId\":\"9\",\"ts\":\"1700000040000\"}]}';;\n"
    "'db chat messages'*' 2') echo '{\"messages\":["
    "{\"msgId\":\"20\",\"threadId\":\"2\",\"senderId\":\"2\",\"ts\":\"1700000045000\"}]}';;\n"
    "esac\n";

} // namespace

class TestHistoryRecovery : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<HistoryRecovery> m_recovery;
    ZcaProgram m_program;
    Policy m_policy;
    qint64 m_nowMs = Now;
    qint64 m_steadyMs = 1;
    QStringList m_ids;
    QList<int> m_askedWhenFree; //!< so many commands, when a listener might start
    QList<bool> m_mayWrite; //!< it then, into the database
    QList<std::optional<Error>> m_results;

    //! What is done before a question is answered.
    void before(const QByteArray& script) const
    {
        QFile file(m_zca->path(u"sync.sh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script);
    }

    void build()
    {
        m_recovery.reset();
        m_runner = std::make_unique<ZcaRunner>([this] { return Result<ZcaProgram>(m_program); },
                                               m_zca->folder(), m_policy);
        Clock clock;
        clock.nowMs = [this] { return m_nowMs; };
        clock.steadyMs = [this] { return m_steadyMs; };
        m_recovery = std::make_unique<HistoryRecovery>(
            u"work"_s, *m_runner, m_zca->newFolder(u"private"_s), m_policy, clock);
        connect(m_recovery.get(), &HistoryRecovery::message, this,
                [this](const InboundMessage& message) { m_ids << message.msgId; });
        connect(m_recovery.get(), &HistoryRecovery::connectionFree, this, [this] {
            QVERIFY(m_recovery->isRunning());
            m_askedWhenFree << int(asked().size());
            m_mayWrite << (m_recovery->listenDatabase() == ListenDatabase::AsConfigured);
        });
        connect(m_recovery.get(), &HistoryRecovery::finished, this,
                [this](const std::optional<Error>& error) { m_results << error; });
    }

    //! Asks for what was missed in the last 70 s.
    void ask()
    {
        m_recovery->missedSince(Now - 70'000);
        m_recovery->start(m_program);
        QVERIFY(m_recovery->isRunning());
        QVERIFY(m_results.isEmpty());
    }

    QStringList asked() const
    {
        return QString::fromUtf8(m_zca->read(u"asked"_s)).split(u'\n', Qt::SkipEmptyParts);
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_program = {};
        m_program.path = m_zca->script(history);
        m_program.capabilities = ZcaCapability::Database;
        m_policy = {};
        m_policy.stopGrace = 200ms;
        m_nowMs = Now;
        m_ids.clear();
        m_askedWhenFree.clear();
        m_mayWrite.clear();
        m_results.clear();
        build();
    }

    //! The next question is for it, too, and not for what the listener heard since.
    void whatWasWrittenBetweenTheQuestionAndTheConnection()
    {
        m_policy.historyMargin = 0ms;
        build();
        m_nowMs = Now - 62'000;
        m_recovery->missedSince(Now - 65'000);
        m_recovery->start(m_program);
        QTRY_COMPARE(m_results.size(), 1);
        m_nowMs = Now - 52'000;
        m_recovery->endMissed();
        QVERIFY(!m_recovery->isMissed(m_program));
        m_ids.clear();
        m_nowMs = Now;
        m_recovery->missedSince(Now - 10'000);
        QCOMPARE(m_recovery->fromMs(), Now - 10'000);
        m_recovery->start(m_program);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(m_ids, QStringList({ u"10"_s, u"20"_s }));
    }

    void cleanup()
    {
        m_recovery.reset();
        m_runner.reset();
    }

    void theOldestOfAllChatsFirst()
    {
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results.first());
        QVERIFY(!m_recovery->isRunning());
        QCOMPARE(m_ids, QStringList({ u"10"_s, u"20"_s, u"11"_s })); // 10 is the owner's
        const QString file = QString::fromUtf8(m_zca->read(u"file"_s)).trimmed();
        QCOMPARE(asked(),
                 QStringList({ u"db status --json"_s, u"db enable --path "_s + file,
                               u"db sync chats --json -n 200"_s, u"db chat list --json"_s,
                               u"db chat messages --json --since 130s --limit 200 -- 2"_s,
                               u"db chat messages --json --since 130s --limit 200 -- 1"_s,
                               u"db disable"_s }));
        QVERIFY(file.startsWith(m_zca->path(u"private"_s)));
        QVERIFY(QDir(m_zca->path(u"private"_s)).isEmpty());
    }

    //! Only what needs the account's one connection delays a listener.
    void aListenerMayStartBeforeAllIsRead()
    {
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_askedWhenFree, QList<int> { 7 }); // it would write into the database
        m_program.capabilities |= ZcaCapability::NoDatabase;
        m_recovery->missedSince(Now - 70'000);
        m_recovery->start(m_program);
        QTRY_COMPARE(m_askedWhenFree.size(), 2);
        QCOMPARE(m_askedWhenFree.last(), 7 + 3);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(m_mayWrite, QList<bool>({ true, false }));
        QCOMPARE(m_askedWhenFree.size(), 2);
    }

    //! What is wrong with zca does not lengthen every outage.
    void afterFailuresItIsAskedRarely()
    {
        before("case \"$*\" in 'db sync'*) exit 1;; esac\n");
        for (int failures = 1; failures <= 2; ++failures) {
            QVERIFY(m_recovery->isDue(m_program) || failures == 1);
            m_results.clear();
            ask();
            QTRY_COMPARE(m_results.size(), 1);
            QVERIFY(m_results.last());
        }
        QVERIFY(!m_recovery->isDue(m_program));
        QVERIFY(m_recovery->isMissed(m_program));
        m_steadyMs += 5 * 3'600'000;
        QVERIFY(m_recovery->isDue(m_program));
    }

    void whatIsMissedMeanwhileIsAskedForAgain()
    {
        ask();
        m_recovery->missedSince(Now - 1'000);
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results.first());
        QVERIFY(!m_recovery->isAnswered());
        m_recovery->endMissed();
        QVERIFY(m_recovery->isDue(m_program));
    }

    void whenItIsDue()
    {
        QVERIFY(!m_recovery->isDue(m_program));
        ask();
        QVERIFY(m_recovery->isDue(m_program));
        QVERIFY(!m_recovery->isDue(ZcaProgram()));
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_recovery->isDue(m_program)); // none is connected yet
        m_recovery->endMissed();
        QVERIFY(!m_recovery->isDue(m_program));
    }

    void notBeyondTheReach()
    {
        m_policy.historyReach = 30s;
        build();
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(asked().contains(u"db chat messages --json --since 30s --limit 200 -- 2"_s));
        QCOMPARE(asked().filter(u"db chat messages"_s).size(), 1);
        QVERIFY(m_ids.isEmpty()); // what it has is older
    }

    void onlySoManyChats()
    {
        m_policy.historyChats = 1;
        build();
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_ids, QStringList(u"20"_s));
    }

    //! Whose switched it on has it.
    void aDatabaseOfSomebodyElseStays()
    {
        before("touch \"$DIR/foreign\"\n");
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results.first());
        QCOMPARE(m_ids.size(), 3);
        QVERIFY(asked().filter(u"able"_s).isEmpty());
    }

    void anEmptyAnswerProvesNothing()
    {
        before("case \"$*\" in 'db sync'*) echo '{\"dmMessagesImported\":0}'; exit;; esac\n");
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->kind, ErrorKind::ZcaFailed);
        QCOMPARE(asked().last(), u"db disable"_s);
        m_recovery->endMissed();
        QVERIFY(m_recovery->isDue(m_program));
    }

    //! What the others say is handed on.
    void aChatThatCannotBeRead()
    {
        before("case \"$*\" in *' 1') echo 'Error: x' >&2; exit 1;; esac\n");
        ask();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first());
        QCOMPARE(m_ids, QStringList(u"20"_s));
        QCOMPARE(asked().last(), u"db disable"_s);
        m_recovery->endMissed();
        QVERIFY(m_recovery->isDue(m_program));
    }

    void itTakesOnlySoLong()
    {
        m_policy.historyDeadline = 2s;
        build();
        before("case \"$*\" in *' 1') exec sleep 100;; esac\n");
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 20'000);
        QCOMPARE(m_results.first()->kind, ErrorKind::TimedOut);
        QCOMPARE(asked().last(), u"db disable"_s);
        QVERIFY(QDir(m_zca->path(u"private"_s)).isEmpty());
    }

    void brokenOffItHandsNothingOn()
    {
        before("case \"$*\" in *' 1') exec sleep 100;; esac\n");
        ask();
        QTRY_VERIFY(!asked().filter(u"-- 1"_s).isEmpty());
        m_recovery->cancel();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->kind, ErrorKind::Cancelled);
        QVERIFY(m_ids.isEmpty());
        QCOMPARE(asked().last(), u"db disable"_s);
    }
};

QTEST_GUILESS_MAIN(TestHistoryRecovery)
#include "tst_historyrecovery.moc"
