// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/spoolholder.h"
#include "zca/zcalistener.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

Q_DECLARE_METATYPE(zalo::ListenerCause)

namespace {

const QByteArray connectedLine = "echo 'Connected to Zalo websocket.'\n";

//! A shell command that prints one message.
QByteArray say(const QByteArray& msgId)
{
    return "echo '{\"threadId\":\"77\",\"msgId\":\"" + msgId
        + "\",\"type\":0,\"content\":\"chào\",\"timestamp\":1795330293}'\n";
}

QByteArray lifecycle(const QByteArray& event)
{
    return "echo '{\"kind\":\"lifecycle\",\"event\":\"" + event + "\"}'\n";
}

const QByteArray waitForTheEnd = "exec sleep 60\n";

//! Everything that one listener says.
class Recorder : public QObject
{
public:
    explicit Recorder(ZcaListener& listener)
    {
        connect(&listener, &ZcaListener::message, this,
                [this](const InboundMessage& message, quint64 token, bool recovered) {
                    ids << message.msgId;
                    texts << message.text;
                    tokens << token;
                    recoveredCount += recovered ? 1 : 0;
                    endsBeforeLastMessage = ends.size();
                });
        connect(&listener, &ZcaListener::connected, this, [this] { ++connectedCount; });
        connect(&listener, &ZcaListener::linesDropped, this,
                [this](qsizetype count, UnusableLine) { dropped += count; });
        connect(&listener, &ZcaListener::ended, this,
                [this](const ListenerEnd& end) { ends << end; });
    }

    QStringList ids;
    QStringList texts;
    QList<quint64> tokens;
    QList<ListenerEnd> ends;
    qsizetype endsBeforeLastMessage = 0;
    int recoveredCount = 0;
    int connectedCount = 0;
    qsizetype dropped = 0;
};

} // namespace

class TestZcaListener : public QObject
{
    Q_OBJECT

    Worker m_parser { u"parser"_s };
    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaListener> m_listener;
    std::unique_ptr<Recorder> m_seen;
    Policy m_policy;
    QString m_spools;

    void makeListener(const QString& profile = u"work"_s)
    {
        m_seen.reset();
        m_listener =
            std::make_unique<ZcaListener>(profile, m_zca->folder(), m_spools, m_parser, m_policy);
        m_seen = std::make_unique<Recorder>(*m_listener);
    }

    void start(const QByteArray& script, ZcaCapabilities capabilities = {})
    {
        ZcaProgram program;
        program.path = m_zca->script(script);
        program.capabilities = capabilities;
        m_listener->start(program);
    }

    QStringList spoolFiles() const { return QDir(m_spools).entryList(QDir::Files, QDir::Name); }

    void leaveSpool(const QString& name, const QByteArray& content) const
    {
        QFile file(m_spools + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static QByteArray messageLine(const QByteArray& msgId)
    {
        return "{\"threadId\":\"77\",\"msgId\":\"" + msgId + "\",\"content\":\"x\"}\n";
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_spools = m_zca->newFolder(u"spool"_s);
        m_policy = {};
        m_policy.stopGrace = 300ms;
        makeListener();
    }

    void cleanup()
    {
        m_listener.reset();
        m_seen.reset();
    }

    void messagesArriveWithTheirTokens()
    {
        start("echo 'Listening... Press Ctrl+C to stop.'\n" + connectedLine + say("1") + say("2")
              + waitForTheEnd);
        QVERIFY(m_listener->isRunning());
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s }));
        QCOMPARE(m_seen->texts.first(), u"chào"_s);
        QCOMPARE(m_seen->connectedCount, 1);
        QCOMPARE(m_seen->recoveredCount, 0);
        QVERIFY(m_seen->tokens.at(0) != m_seen->tokens.at(1));
    }

    void itIsCalledAsItShould()
    {
        start("echo \"$*\" >\"$DIR/args\"\n" + waitForTheEnd,
              ZcaCapability::ListenRaw | ZcaCapability::Supervised | ZcaCapability::Heartbeat);
        QTRY_VERIFY(m_zca->read(u"args"_s).endsWith('\n'));
        QCOMPARE(m_zca->read(u"args"_s),
                 QByteArray("--profile work listen --raw --supervised --heartbeat-ms 30000\n"));
    }

    void aSupervisedOneSaysMore()
    {
        start(lifecycle("session_id") + connectedLine + lifecycle("connected")
                  + lifecycle("heartbeat") + say("1") + lifecycle("heartbeat") + waitForTheEnd,
              ZcaCapability::Supervised);
        QTRY_COMPARE(m_seen->ids.size(), 1);
        QCOMPARE(m_seen->connectedCount, 1);
    }

    void stopEndsIt()
    {
        start(connectedLine + waitForTheEnd);
        QTRY_COMPARE(m_seen->connectedCount, 1);
        m_listener->stop();
        QVERIFY(m_seen->ends.isEmpty());
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Stopped);
        QVERIFY(m_seen->ends.first().wasConnected);
        QVERIFY(!m_listener->isRunning());
        QTRY_VERIFY(spoolFiles().isEmpty());
    }

    //! What closed it is read when its process is gone already: the one after it lives on.
    void theNextOneLivesOn()
    {
        m_policy.closedGrace = 50ms;
        makeListener();
        QSemaphore reading;
        m_parser.post([&reading] { reading.acquire(); });
        start(connectedLine + "echo 'Listener closed (1006)'\n");
        QTRY_VERIFY(m_listener->processId() > 0);
        QTRY_VERIFY(::kill(pid_t(m_listener->processId()), 0) != 0);
        reading.release();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        bool isOver = false;
        QTimer::singleShot(4 * m_policy.closedGrace, this, [&isOver] { isOver = true; });
        start(connectedLine + waitForTheEnd);
        QTRY_COMPARE(m_seen->connectedCount, 2);
        QTRY_VERIFY(isOver);
        QVERIFY(m_listener->isRunning());
        QCOMPARE(m_seen->ends.size(), 1);
        QVERIFY(::kill(pid_t(m_listener->processId()), 0) == 0);
    }

    //! zca may live on after another program took the connection; a stop meanwhile hides nothing.
    void whatTookTheConnectionOutranksALaterStop()
    {
        start(connectedLine + "echo 'Listener closed (3003)'\n" + say("1") + waitForTheEnd);
        QTRY_COMPARE(m_seen->ids.size(), 1);
        m_listener->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Closed3003);
    }

    void everyEndHasItsCause_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<ListenerCause>("cause");
        QTest::newRow("kicked") << QByteArray("echo 'Listener closed (3003) '")
                                << ListenerCause::Closed3003;
        QTest::newRow("dropped") << QByteArray("echo 'Listener closed (1006) '")
                                 << ListenerCause::NetworkDrop;
        QTest::newRow("dead cookie") << QByteArray("echo 'Listener error: [object Object]' >&2\n"
                                                   "echo 'Listener closed (1006) '")
                                     << ListenerCause::Refused;
        QTest::newRow("recycle") << QByteArray("exit 75") << ListenerCause::Recycle;
        QTest::newRow("offline") << QByteArray("echo 'Error: fetch failed' >&2; exit 1")
                                 << ListenerCause::Offline;
        QTest::newRow("offline, after a thousand pictures") << QByteArray(
            "seq -f 'Warning: failed to cache inbound media (%g)' 1000 >&2\n"
            "echo 'Error: fetch failed (getaddrinfo EAI_AGAIN wpa.chat.zalo.me)' >&2; exit 1")
                                                            << ListenerCause::Offline;
        QTest::newRow("crash") << QByteArray("kill -11 $$") << ListenerCause::Crashed;
        QTest::newRow("deaf after its close")
            << QByteArray("echo 'Listener closed (3000) '\nexec sleep 60")
            << ListenerCause::Closed3000;
    }

    void everyEndHasItsCause()
    {
        QFETCH(QByteArray, script);
        start(script);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QTEST(m_seen->ends.first().cause, "cause");
    }

    void aProgramThatIsMissing()
    {
        ZcaProgram gone;
        gone.path = m_zca->path(u"gone"_s);
        m_listener->start(gone);
        QVERIFY(m_seen->ends.isEmpty());
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::StartFailed);
        QCOMPARE(errorKindOf(m_seen->ends.first().reason), ErrorKind::ZcaMissing);
        QTRY_VERIFY(spoolFiles().isEmpty());
    }

    void withoutASpoolNothingIsStarted()
    {
        QVERIFY(QDir(m_spools).removeRecursively());
        QFile inItsPlace(m_spools);
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        start("echo >\"$DIR/ran\"\n" + say("1"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Hindered);
        QCOMPARE(errorKindOf(m_seen->ends.first().reason), ErrorKind::FileUnwritable);
        QCOMPARE(m_seen->ends.first().connectedFor, 0ms);
        QVERIFY(!m_zca->has(u"ran"_s));
        QVERIFY(!m_listener->isRunning());
    }

    void aSpoolThatIsGoneIsMadeAgain()
    {
        QVERIFY(QDir(m_spools).removeRecursively());
        start(say("1"));
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s }));
    }

    void theSpoolIsPrivate()
    {
        start(say("1") + waitForTheEnd);
        QTRY_COMPARE(m_seen->ids.size(), 1);
        QCOMPARE(spoolFiles().size(), 1);
        QVERIFY(QRegularExpression(u"^listen-work-\\d{13}\\.spool$"_s)
                    .match(spoolFiles().first())
                    .hasMatch());
        const auto rights = QFile::permissions(m_spools + u'/' + spoolFiles().first());
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther)));
    }

    void theLastMessageComesBeforeTheEnd()
    {
        start(connectedLine + say("1") + say("2"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ids.size(), 2);
        QCOMPARE(m_seen->endsBeforeLastMessage, 0);
    }

    //! zca may live on for seconds after its connection closed, and print (ZCA.md 10).
    void theClosedLineIsTheEnd()
    {
        m_policy.closedGrace = 1min;
        makeListener();
        start(connectedLine + say("1")
              + "echo 'Listener closed (3003) '\nuntil [ -e \"$DIR/go\" ]; do sleep 0.05; done\n"
              + say("2") + connectedLine);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Closed3003);
        QCOMPARE(m_seen->ids.size(), 1);
        QVERIFY(!m_listener->isConnected());
        QVERIFY(!m_listener->isRunning());
        QFile go(m_zca->path(u"go"_s));
        QVERIFY(go.open(QIODevice::WriteOnly));
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s })); // it is taken all the same
        QVERIFY(!m_listener->isConnected());
        QCOMPARE(m_seen->connectedCount, 1);
    }

    //! The profile's lock is the old process's until it is gone.
    void theNextOneWaitsForTheOldProcess()
    {
        m_policy.closedGrace = 1min;
        makeListener();
        start("echo x >>\"$DIR/starts\"\n" + connectedLine
              + "echo 'Listener closed (1006) '\nuntil [ -e \"$DIR/go\" ]; do sleep 0.05; done\n"
              + say("1"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        int idsAtStart = -1;
        connect(m_listener.get(), &ZcaListener::starting, this,
                [&] { idsAtStart = int(m_seen->ids.size()); });
        start("echo x >>\"$DIR/starts\"\n" + connectedLine + waitForTheEnd);
        QVERIFY(m_listener->isRunning());
        QCOMPARE(m_listener->processId(), 0);
        QVERIFY(!m_listener->isConnected());
        QFile go(m_zca->path(u"go"_s));
        QVERIFY(go.open(QIODevice::WriteOnly));
        QTRY_VERIFY(m_listener->isConnected());
        QCOMPARE(idsAtStart, 1); // what the old one printed came first
        QCOMPARE(m_zca->read(u"starts"_s).count('\n'), 2);
    }

    //! One that lives on, deaf, is ended after a moment.
    void aClosedOneIsEnded()
    {
        m_policy.closedGrace = 100ms;
        makeListener();
        start(connectedLine + "echo 'Listener closed (1006) '\n" + waitForTheEnd);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        start(connectedLine + waitForTheEnd);
        QTRY_COMPARE(m_seen->connectedCount, 2);
    }

    void oneThatWaitsForTheOldProcessCanBeStopped()
    {
        m_policy.closedGrace = 1min;
        makeListener();
        start(connectedLine + "echo 'Listener closed (1006) '\n" + waitForTheEnd);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        start(connectedLine + waitForTheEnd);
        m_listener->stop();
        QVERIFY(!m_listener->isRunning());
        QTRY_COMPARE(m_seen->ends.size(), 2);
        QCOMPARE(m_seen->ends.last().cause, ListenerCause::Stopped);
        QCOMPARE(m_seen->connectedCount, 1);
    }

    void aFileStaysUntilItsMessagesAreStored()
    {
        start(say("1") + say("2"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(spoolFiles().size(), 1);
        m_listener->confirm(m_seen->tokens.at(1));
        QCOMPARE(spoolFiles().size(), 1);
        m_listener->confirm(m_seen->tokens.at(0));
        QCOMPARE(spoolFiles().size(), 0);
    }

    void aRestartDoesNotReadItsOwnFilesAgain()
    {
        start(say("1"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        start(say("2") + waitForTheEnd);
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s }));
        QCOMPARE(m_seen->recoveredCount, 0);
        QCOMPARE(spoolFiles().size(), 2);
        m_listener->confirm(m_seen->tokens.at(0));
        QCOMPARE(spoolFiles().size(), 1);
    }

    void whatAnEarlierRunLeftComesFirst()
    {
        leaveSpool(u"listen-work-1795330293002.spool"_s, messageLine("3"));
        leaveSpool(u"listen-work-1795330293001.spool"_s,
                   "Connected to Zalo websocket.\n" + messageLine("1") + messageLine("2")
                       + "{\"threadId\":\"7");
        leaveSpool(u"listen-work-2-1795330293001.spool"_s, messageLine("no"));
        leaveSpool(u"listen-other-1795330293001.spool"_s, messageLine("no"));
        start(say("4") + waitForTheEnd);
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s, u"3"_s, u"4"_s }));
        QCOMPARE(m_seen->recoveredCount, 3);
        QCOMPARE(m_seen->connectedCount, 0); // that connection is long gone
        QCOMPARE(m_seen->dropped, 1);
        for (const quint64 token : m_seen->tokens.mid(0, 3)) {
            m_listener->confirm(token);
        }
        QCOMPARE(spoolFiles().size(), 3); // the live one and the two of other profiles
    }

    void evenALongFileComesBeforeTheLiveMessages()
    {
        QByteArray left;
        for (int i = 0; i < 20000; ++i) {
            left += messageLine(QByteArray::number(i));
        }
        leaveSpool(u"listen-work-1795330293001.spool"_s, left);
        start(say("live") + "echo >\"$DIR/said\"\n" + waitForTheEnd);
        // The live message is there before anything is read: no events are handled here.
        QDeadlineTimer deadline(10s);
        while (!m_zca->has(u"said"_s) && !deadline.hasExpired()) {
            QThread::yieldCurrentThread();
        }
        QTRY_COMPARE(m_seen->ids.size(), 20001);
        QCOMPARE(m_seen->ids.last(), u"live"_s);
        QCOMPARE(m_seen->recoveredCount, 20000);
    }

    void evenALongFileComesBeforeALaterOne()
    {
        QByteArray left;
        for (int i = 0; i < 8000; ++i) { // more than is read at once
            left += messageLine(QByteArray::number(i));
        }
        leaveSpool(u"listen-work-1795330293001.spool"_s, left);
        leaveSpool(u"listen-work-1795330293002.spool"_s, messageLine("later"));
        m_listener->recover();
        QTRY_COMPARE(m_seen->ids.size(), 8001);
        QCOMPARE(m_seen->ids.last(), u"later"_s);
    }

    void aClockThatWasSetBackChangesNoOrder()
    {
        const QString ofTomorrow = u"listen-work-%1.spool"_s.arg(
            QDateTime::currentDateTime().addDays(1).toMSecsSinceEpoch());
        leaveSpool(ofTomorrow, messageLine("1"));
        start(say("2"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        makeListener(); // as after a restart of the program
        m_listener->recover();
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s }));
    }

    void whatWasNotConfirmedComesAgain()
    {
        start(say("1") + say("2"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        m_listener->confirm(m_seen->tokens.at(0));
        makeListener(); // as after a restart of the program
        m_listener->recover();
        QTRY_COMPARE(m_seen->ids.size(), 2);
        QCOMPARE(m_seen->recoveredCount, 2);
        QVERIFY(!m_listener->isRunning());
    }

    void aKillOfUsLosesNothing()
    {
        // A child of ours listens and is killed before it has read or confirmed anything.
        const QString script =
            m_zca->script(say("1") + say("2") + "echo >\"$DIR/said\"\n" + waitForTheEnd);
        const pid_t other = ::fork();
        QVERIFY(other >= 0);
        if (other == 0) {
            ::execl("/proc/self/exe", "tst_zcalistener", "--listen", qPrintable(script),
                    qPrintable(m_spools), static_cast<char*>(nullptr));
            ::_exit(1);
        }
        QTRY_VERIFY(m_zca->has(u"said"_s));
        ::kill(other, SIGKILL);
        m_listener->recover();
        QTRY_COMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s }));
        QCOMPARE(m_seen->recoveredCount, 2);
        for (const quint64 token : m_seen->tokens) {
            m_listener->confirm(token);
        }
        QTRY_VERIFY(spoolFiles().isEmpty());
    }

    void anOrphanOfAKilledRunIsEndedFirst()
    {
        // zca as a wrapper script: the kernel kills the wrapper with us, and not what it started.
        const QString script =
            m_zca->script(say("1")
                          + "sh -c 'echo $$ >\"$0/orphan\"; while :; do sleep 0.01; done' "
                            "\"$DIR\"\nexit 0\n");
        const pid_t other = ::fork();
        QVERIFY(other >= 0);
        if (other == 0) {
            ::execl("/proc/self/exe", "tst_zcalistener", "--listen", qPrintable(script),
                    qPrintable(m_spools), static_cast<char*>(nullptr));
            ::_exit(1);
        }
        QTRY_VERIFY(m_zca->read(u"orphan"_s).endsWith('\n'));
        ::kill(other, SIGKILL);
        const QString spool = m_spools + u'/' + spoolFiles().value(0);
        QVERIFY(isSpoolLocked(spool));
        m_listener->recover();
        QTRY_COMPARE(m_seen->ids.size(), 1);
        QVERIFY(!isSpoolLocked(spool));
        const auto orphan = pid_t(m_zca->read(u"orphan"_s).trimmed().toInt());
        QTRY_VERIFY(::kill(orphan, 0) != 0
                    || QFile(u"/proc/%1/fd/1"_s.arg(orphan)).symLinkTarget().isEmpty());
    }

    void tenThousandLinesAllArrive()
    {
        start(connectedLine
              + "i=0; while [ $i -lt 10000 ]; do i=$((i+1)); "
                "echo \"{\\\"threadId\\\":\\\"77\\\",\\\"msgId\\\":\\\"$i\\\"}\"; done\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_seen->ends.size(), 1, 30000);
        QCOMPARE(m_seen->ids.size(), 10000);
        for (int i = 0; i < 10000; ++i) {
            QCOMPARE(m_seen->ids.at(i), QString::number(i + 1));
        }
        for (const quint64 token : std::as_const(m_seen->tokens)) {
            m_listener->confirm(token);
        }
        QVERIFY(spoolFiles().isEmpty());
    }

    void aSplitLetterArrivesWhole()
    {
        start("printf '{\"threadId\":\"7\",\"msgId\":\"1\",\"content\":\"Nguy\\341\\273'\n"
              "sleep 0.05\nprintf '\\205n\"}\\n'\n"
              + waitForTheEnd);
        QTRY_COMPARE(m_seen->texts, QStringList { u"Nguyễn"_s });
        QCOMPARE(m_seen->dropped, 0);
    }

    void linesThatCannotBeUsedAreCounted()
    {
        start("head -c 5242880 /dev/zero | tr '\\0' x; echo\n" + say("1")
              + "echo '{\"content\":\"no ids\"}'\nprintf '{\"threadId\":\"7\",\"ms'");
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ids, QStringList { u"1"_s });
        QCOMPARE(m_seen->dropped, 3);
    }

    void oneThatNeverConnectsIsStuck()
    {
        m_policy.connectDeadline = 100ms;
        makeListener();
        start(waitForTheEnd);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Stuck);
        QVERIFY(!m_seen->ends.first().wasConnected);
    }

    void oneWhoseHeartStopsIsStuck()
    {
        m_policy.heartbeatDeadline = 200ms;
        makeListener();
        start(lifecycle("connected") + lifecycle("heartbeat") + waitForTheEnd,
              ZcaCapability::Supervised);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Stuck);
        QVERIFY(m_seen->ends.first().wasConnected);
    }

    void heartbeatsKeepAQuietOneAlive()
    {
        m_policy.heartbeatDeadline = 600ms;
        makeListener();
        start(lifecycle("connected") + "for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.2\n"
                  + lifecycle("heartbeat") + "done\n" + say("1") + waitForTheEnd,
              ZcaCapability::Supervised);
        QTRY_COMPARE_WITH_TIMEOUT(m_seen->ids.size(), 1, 20'000);
        QVERIFY(m_seen->ends.isEmpty());
    }

    void aQuietOneWithoutHeartbeatsIsNotStuck()
    {
        m_policy.connectDeadline = m_policy.heartbeatDeadline = 1s;
        makeListener();
        start(connectedLine + "sleep 1.6\n" + say("1") + waitForTheEnd);
        QTRY_COMPARE(m_seen->ids.size(), 1);
        QVERIFY(m_seen->ends.isEmpty());
        m_listener->stop(ListenerCause::Recycle);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().cause, ListenerCause::Recycle);
        QVERIFY(m_seen->ends.first().connectedFor > 0ms);
    }

    void theEndMayStartTheNext()
    {
        int starts = 1;
        connect(m_listener.get(), &ZcaListener::ended, this, [&] {
            if (starts++ < 3) {
                start(say(QByteArray::number(starts)));
            }
        });
        start(say("1"));
        QTRY_COMPARE(m_seen->ends.size(), 3);
        QCOMPARE(m_seen->ids, QStringList({ u"1"_s, u"2"_s, u"3"_s }));
    }

    //! SIGTERM would leave it time to go on in.
    void whatPrintsWithoutEndIsKilled_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("output") << connectedLine + "trap '' TERM; yes " + QByteArray(200, 'x')
                + '\n';
        QTest::newRow("one line") << QByteArray("trap '' TERM; tr '\\0' x </dev/zero\n");
        QTest::newRow("JSON") << QByteArray("yes '{\"a\":\"" + QByteArray(200, 'x') + "\"}'\n");
        QTest::newRow("errors") << QByteArray("yes >&2\n");
    }

    void whatPrintsWithoutEndIsKilled()
    {
        QFETCH(QByteArray, script);
        start(say("1") + script);
        QTRY_COMPARE_WITH_TIMEOUT(m_seen->ends.size(), 1, 60'000);
        const ListenerEnd& end = m_seen->ends.first();
        QCOMPARE(end.cause, ListenerCause::Flooded);
        QCOMPARE(std::get<Error>(*end.reason).kind, ErrorKind::OutputTooLarge);
        QCOMPARE(m_seen->ids, QStringList({ u"1"_s })); // and nothing is lost for it
        QVERIFY(!m_seen->tokens.isEmpty());
        m_listener->confirm(m_seen->tokens.first());
        QTRY_COMPARE(spoolFiles(), QStringList()); // the disk has its room back
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--listen") {
        const QString spools = QString::fromLocal8Bit(argv[3]);
        Worker parser(u"parser"_s);
        ZcaListener listener(u"work"_s, spools, spools, parser, {});
        ZcaProgram program;
        program.path = QString::fromLocal8Bit(argv[2]);
        listener.start(program);
        return QCoreApplication::exec();
    }
    TestZcaListener test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_zcalistener.moc"
