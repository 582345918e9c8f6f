// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "session/grouphistory.h"
#include "zca/zcaprogram.h"
#include "zca/zcarunner.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using zalo::test::FakeZca;

namespace {

constexpr qint64 Now = 1'700'000'100'000;

//! Every group has a message that is too old and two others. What is asked is written down.
const QByteArray history =
    "shift 2\n"
    "echo \"$*\" >>\"$DIR/asked\"\n"
    "[ -e \"$DIR/before.sh\" ] && . \"$DIR/before.sh\"\n"
    "for group; do :; done\n"
    "one() { echo \"{\\\"msgId\\\":\\\"$group-$1\\\",\\\"threadId\\\":\\\"$group\\\","
    "\\\"threadType\\\":\\\"group\\\",\\\"senderId\\\":\\\"5\\\",\\\"ts\\\":\\\"$2\\\"}\"; }\n"
    "echo '{\"messages\":['\n"
    "one c 1700000090000; echo ,; one b 1700000080000; echo ,; one a 1600000000000\n"
    "echo ']}'\n";

InboundMessage heard(const QString& group, const QString& id)
{
    InboundMessage message;
    message.threadId = group;
    message.isGroup = true;
    message.msgId = id;
    return message;
}

} // namespace

class TestGroupHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<GroupHistory> m_groups;
    ZcaProgram m_program;
    Policy m_policy;
    QStringList m_ids; //!< what was handed on, in order
    QList<bool> m_results;
    int m_wanted = 0;
    qint64 m_steadyMs = 1;

    void build()
    {
        m_groups.reset();
        m_runner = std::make_unique<ZcaRunner>([this] { return Result<ZcaProgram>(m_program); },
                                               m_zca->folder(), m_policy);
        Clock clock;
        clock.nowMs = [] { return Now; };
        clock.steadyMs = [this] { return m_steadyMs; };
        m_groups = std::make_unique<GroupHistory>(u"work"_s, *m_runner, m_policy, clock);
        connect(m_groups.get(), &GroupHistory::wanted, this, [this] { ++m_wanted; });
        connect(m_groups.get(), &GroupHistory::message, this,
                [this](const InboundMessage& message) { m_ids << message.msgId; });
        connect(m_groups.get(), &GroupHistory::released, this,
                [this](const InboundMessage& message, quint64 token) {
                    m_ids << u"%1:%2"_s.arg(message.msgId).arg(token);
                });
        connect(m_groups.get(), &GroupHistory::finished, this,
                [this](bool isComplete) { m_results << isComplete; });
    }

    //! Nothing was received for 70 s, and the listener is connected.
    void begin()
    {
        m_groups->missedSince(Now - 70'000);
        m_groups->begin();
        QCOMPARE(m_wanted, 1);
    }

    void before(const QByteArray& script) const
    {
        QFile file(m_zca->path(u"before.sh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script);
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
        m_policy = {};
        m_policy.stopGrace = 200ms;
        m_policy.historyPace = { 1ms, 1ms };
        m_ids.clear();
        m_results.clear();
        m_wanted = 0;
        build();
    }

    void cleanup()
    {
        m_groups.reset();
        m_runner.reset();
    }

    void oneGroupAfterTheOther()
    {
        begin();
        m_groups->ask({ u"7"_s, u"8"_s });
        QTRY_COMPARE(m_results, QList<bool> { true });
        QCOMPARE(asked(),
                 QStringList({ u"msg recent -g -n 200 -j 7"_s, u"msg recent -g -n 200 -j 8"_s }));
        QCOMPARE(m_ids, QStringList({ u"7-b"_s, u"7-c"_s, u"8-b"_s, u"8-c"_s }));
        QVERIFY(!m_groups->isMissed());
        m_groups->begin();
        QCOMPARE(m_wanted, 1);
    }

    void onlySoMany()
    {
        m_policy.historyGroups = 1;
        build();
        begin();
        m_groups->ask({ u"7"_s, u"8"_s });
        QTRY_COMPARE(m_results, QList<bool> { true });
        QCOMPARE(asked().size(), 1);
    }

    void noGroupIsKnown()
    {
        begin();
        QVERIFY(m_groups->hold(heard(u"7"_s, u"x"_s), 1));
        m_groups->ask({});
        QCOMPARE(m_results, QList<bool> { true });
        QCOMPARE(m_ids, QStringList { u"x:1"_s });
        QVERIFY(asked().isEmpty());
    }

    //! What is heard of a group is newer than what is still to be read of it, which comes next.
    void whatIsHeardWaits()
    {
        begin();
        QVERIFY(m_groups->hold(heard(u"9"_s, u"x"_s), 1));
        QVERIFY(m_groups->hold(heard(u"8"_s, u"y"_s), 2));
        InboundMessage direct = heard(u"8"_s, u"z"_s);
        direct.isGroup = false;
        QVERIFY(!m_groups->hold(direct, 3));
        m_groups->ask({ u"7"_s, u"8"_s });
        QVERIFY(!m_groups->hold(heard(u"9"_s, u"w"_s), 4));
        QTRY_COMPARE(m_results, QList<bool> { true });
        QCOMPARE(m_ids,
                 QStringList({ u"x:1"_s, u"8-b"_s, u"8-c"_s, u"y:2"_s, u"7-b"_s, u"7-c"_s }));
        QVERIFY(!m_groups->hold(heard(u"7"_s, u"v"_s), 5));
    }

    void itWaitsOnlySoLong()
    {
        m_policy.historyDeadline = 1s;
        m_policy.commandDeadline = 60s;
        build();
        before("exec sleep 100\n");
        begin();
        m_groups->ask({ u"7"_s });
        QVERIFY(m_groups->hold(heard(u"7"_s, u"x"_s), 1));
        QTRY_COMPARE(m_ids, QStringList { u"x:1"_s });
        QVERIFY(m_results.isEmpty());
    }

    void whatCouldNotBeAskedIsAskedAgain()
    {
        m_policy.historyRetry = { 1ms, 1ms };
        m_policy.historyTries = 2;
        build();
        before("case \"$*\" in *' 8') echo 'Error: x' >&2; exit 1;; esac\n");
        begin();
        m_groups->ask({ u"8"_s, u"7"_s });
        QTRY_COMPARE(m_results, QList<bool> { false });
        QCOMPARE(m_ids, QStringList({ u"7-b"_s, u"7-c"_s }));
        QVERIFY(m_groups->isMissed());
        for (int tries = 2; tries <= 3; ++tries) { // after the first one
            QTRY_COMPARE(m_wanted, tries);
            m_groups->ask({ u"8"_s });
            QTRY_COMPARE(m_results.size(), tries);
        }
        m_groups->begin(); // the next connection
        QCOMPARE(m_wanted, 4);
        QVERIFY(QFile::remove(m_zca->path(u"before.sh"_s)));
        m_groups->ask({ u"8"_s });
        QTRY_COMPARE(m_results.size(), 4);
        QVERIFY(m_results.last());
    }

    void whatCouldNotBeStoredIsAskedForAgain()
    {
        m_policy.historyRetry = { 1ms, 1ms };
        build();
        begin();
        m_groups->ask({ u"7"_s });
        m_groups->missedSince(Now - 20'000); // while it is asked
        QTRY_COMPARE(m_results, QList<bool> { false });
        QTRY_COMPARE(m_wanted, 2);
        m_groups->ask({ u"7"_s });
        QTRY_COMPARE(m_results, QList<bool>({ false, true }));
        QVERIFY(!m_groups->isMissed());
        m_groups->missedSince(Now - 20'000);
        m_groups->retryLater();
        QTRY_COMPARE(m_wanted, 3);
        m_groups->stop(false);
        m_groups->retryLater(); // not until it is connected again
        m_groups->begin();
        QCOMPARE(m_wanted, 4);
    }

    //! Where Zalo does not answer a question, zca opens a connection for it, and the listener's
    //! is gone: that must not go on for ever.
    void whatTakesTheConnectionIsAskedRarely()
    {
        m_policy.historyRetry = { 60s, 600s, 0 };
        build();
        before("exec sleep 100\n");
        begin();
        m_groups->ask({ u"7"_s });
        m_groups->stop(true);
        QVERIFY(m_results.isEmpty());
        m_groups->begin();
        QCOMPARE(m_results, QList<bool> { false });
        QCOMPARE(m_wanted, 1);
        QVERIFY(!m_groups->hold(heard(u"7"_s, u"x"_s), 1)); // for that long nothing waits
        m_steadyMs += 61'000;
        m_groups->begin();
        QCOMPARE(m_wanted, 2);
        m_groups->ask({ u"7"_s });
        m_groups->stop(true); // again: longer
        m_steadyMs += 61'000;
        m_groups->begin();
        QCOMPARE(m_wanted, 2);
        m_steadyMs += 60'000;
        QVERIFY(QFile::remove(m_zca->path(u"before.sh"_s)));
        m_groups->begin();
        m_groups->ask({ u"7"_s });
        QTRY_VERIFY(m_results.last());
        QVERIFY(!m_groups->isMissed());
    }

    void theListenerEnds()
    {
        before("exec sleep 100\n");
        begin();
        m_groups->ask({ u"7"_s });
        QTRY_COMPARE(asked().size(), 1);
        QVERIFY(m_groups->hold(heard(u"7"_s, u"x"_s), 1));
        m_groups->stop(false);
        QCOMPARE(m_ids, QStringList { u"x:1"_s });
        QTRY_VERIFY(m_runner->isIdle());
        QVERIFY(m_results.isEmpty());
        QVERIFY(m_groups->isMissed());
    }
};

QTEST_GUILESS_MAIN(TestGroupHistory)
#include "tst_grouphistory.moc"
