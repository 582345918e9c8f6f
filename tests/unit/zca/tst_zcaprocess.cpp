// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "nodescriptors.h"
#include "zca/zcaprocess.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/types.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;
using zalo::test::NoDescriptors;

namespace {

//! What a process printed and how it ended.
class Recorder : public QObject
{
public:
    explicit Recorder(ZcaProcess& process)
    {
        connect(&process, &ZcaProcess::outputLine, this,
                [this](const QByteArray& line) { out << line; });
        connect(&process, &ZcaProcess::errorLine, this,
                [this](const QByteArray& line) { err << line; });
        connect(&process, &ZcaProcess::ended, this, [this](const ZcaExit& exit) { ends << exit; });
    }

    QList<QByteArray> out;
    QList<QByteArray> err;
    QList<ZcaExit> ends;
};

//! Gone, or a zombie that init has not reaped yet (the tests' init may be slow at that).
bool isGone(const QByteArray& pid)
{
    QFile status(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid.trimmed())));
    return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
}

} // namespace

class TestZcaProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaProcess> m_process;
    std::unique_ptr<Recorder> m_seen;

    ZcaLaunch launch(const QByteArray& body, const QStringList& arguments = {}) const
    {
        return { .program = m_zca->script(body),
                 .arguments = arguments,
                 .workFolder = m_zca->folder(),
                 .outputFile = {},
                 .stopGrace = 200ms };
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_process = std::make_unique<ZcaProcess>();
        m_seen = std::make_unique<Recorder>(*m_process);
    }

    void cleanup()
    {
        m_process.reset();
        m_seen.reset();
    }

    void bothStreamsBecomeLines()
    {
        QCOMPARE(m_process->state(), ZcaProcess::State::NotRunning);
        m_process->start(
            launch("echo một; echo hai >&2; printf 'rest'; printf 'less' >&2; exit 3"));
        QCOMPARE(m_process->state(), ZcaProcess::State::Starting);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out, QList<QByteArray>({ "một", "rest" }));
        QCOMPARE(m_seen->err, QList<QByteArray>({ "hai", "less" }));
        QCOMPARE(m_seen->ends.first().exitCode, 3);
        QCOMPARE(m_seen->ends.first().signal, 0);
        QVERIFY(!m_seen->ends.first().stoppedByUs);
        QVERIFY(!m_seen->ends.first().startFailed);
        QCOMPARE(m_process->state(), ZcaProcess::State::NotRunning);
    }

    void theStreamsDoNotMix()
    {
        m_process->start(launch("printf 'a'; printf 'x' >&2; printf 'b\\n'; printf 'y\\n' >&2"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out, QList<QByteArray>({ "ab" }));
        QCOMPARE(m_seen->err, QList<QByteArray>({ "xy" }));
    }

    //! That is no fault of the program, and nothing that stays.
    void withoutADescriptorTheMachineIsFull()
    {
        const ZcaLaunch once = launch("echo ran");
        {
            const NoDescriptors none;
            m_process->start(once);
            QTRY_COMPARE(m_seen->ends.size(), 1);
            QVERIFY(m_seen->ends.first().startFailed);
            QVERIFY(m_seen->ends.first().machineFull);
        }
        m_process->start({ .program = m_zca->path(u"gone"_s),
                           .arguments = {},
                           .workFolder = {},
                           .outputFile = {} });
        QTRY_COMPARE(m_seen->ends.size(), 2);
        QVERIFY(m_seen->ends.last().startFailed);
        QVERIFY(!m_seen->ends.last().machineFull);
        m_process->start(once);
        QTRY_COMPARE(m_seen->out, QList<QByteArray> { "ran" });
    }

    void argumentsArriveAsTheyAre()
    {
        const QStringList arguments { u"$(touch x) `y` \"z\" '"_s, QString(), u"dòng 1\ndòng 2"_s,
                                      u"-- 🌸"_s };
        m_process->start(launch("for a in \"$@\"; do printf '%s\\0' \"$a\"; done", arguments));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out.join('\n'), arguments.join(QChar(u'\0')).toUtf8() + '\0');
    }

    void aPrivatePlaceOfItsOwn()
    {
        qputenv("ZCA_PROFILE", "other");
        m_process->start(launch("umask; pwd; echo \"p=$ZCA_PROFILE\"; cat; "
                                "ps -o pgid= -p $$ | tr -d ' '; ps -o sid= -p $$ | tr -d ' '; "
                                "echo $$"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        qunsetenv("ZCA_PROFILE");
        QCOMPARE(m_seen->out.value(0), QByteArray("0077"));
        QCOMPARE(m_seen->out.value(1), m_zca->folder().toUtf8());
        QCOMPARE(m_seen->out.value(2), QByteArray("p="));
        QCOMPARE(m_seen->out.value(3), m_seen->out.value(5)); // leads its group
        QCOMPARE(m_seen->out.value(4), m_seen->out.value(5)); // and its session
        QCOMPARE(m_seen->out.size(), 6); // cat read nothing and ended
    }

    void signalsThatWeBlockReachIt()
    {
        sigset_t blocked;
        sigset_t before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        sigprocmask(SIG_BLOCK, &blocked, &before);
        m_process->start(launch("echo ready; exec sleep 60"));
        QTRY_COMPARE(m_seen->out.size(), 1);
        m_process->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        sigprocmask(SIG_SETMASK, &before, nullptr);
        QCOMPARE(m_seen->ends.first().signal, SIGTERM);
    }

    void aProgramThatIsMissing()
    {
        ZcaLaunch missing = launch("");
        missing.program = m_zca->path(u"gone"_s);
        m_process->start(missing);
        QVERIFY(m_seen->ends.isEmpty()); // never from inside start()
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QVERIFY(m_seen->ends.first().startFailed);
        QVERIFY(!m_seen->ends.first().startError.isEmpty());
        QCOMPARE(m_process->state(), ZcaProcess::State::Failed);
        m_process->start(launch("exit 0")); // and again after that
        QTRY_COMPARE(m_seen->ends.size(), 2);
        QVERIFY(!m_seen->ends.last().startFailed);
    }

    void anOutputFileThatCannotBeMade()
    {
        ZcaLaunch unwritable = launch("exit 0");
        unwritable.outputFile = m_zca->path(u"no/such/folder"_s);
        m_process->start(unwritable);
        QVERIFY(m_seen->ends.isEmpty());
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QVERIFY(m_seen->ends.first().startFailed);
    }

    void outputCanGoToAFile()
    {
        ZcaLaunch toFile = launch("echo một; echo hai >&2");
        toFile.outputFile = m_zca->path(u"out"_s);
        m_process->start(toFile);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_zca->read(u"out"_s), QByteArray("một\n"));
        QVERIFY(m_seen->out.isEmpty());
        QCOMPARE(m_seen->err, QList<QByteArray>({ "hai" }));
    }

    void stopEndsIt()
    {
        m_process->start(launch("echo ready; exec sleep 60"));
        QTRY_COMPARE(m_seen->out.size(), 1);
        QCOMPARE(m_process->state(), ZcaProcess::State::Running);
        m_process->stop();
        QCOMPARE(m_process->state(), ZcaProcess::State::Stopping);
        m_process->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().signal, SIGTERM);
        QVERIFY(m_seen->ends.first().stoppedByUs);
    }

    void stopBeforeItRuns()
    {
        m_process->start(launch("exec sleep 60"));
        m_process->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QVERIFY(m_seen->ends.first().stoppedByUs);
    }

    void aDeafProcessIsKilledAfterTheGrace()
    {
        m_process->start(launch("trap '' TERM; echo ready; while :; do sleep 0.01; done"));
        QTRY_COMPARE(m_seen->out.size(), 1);
        QElapsedTimer timer;
        timer.start();
        m_process->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QVERIFY(timer.elapsed() >= 200);
        QCOMPARE(m_seen->ends.first().signal, SIGKILL);
        QVERIFY(m_seen->ends.first().stoppedByUs);
    }

    void aKillFromOutsideIsNotOurStop()
    {
        m_process->start(launch("kill -9 $$"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->ends.first().signal, SIGKILL);
        QVERIFY(!m_seen->ends.first().stoppedByUs);
    }

    void grandchildrenGoWithTheGroup_data()
    {
        QTest::addColumn<QByteArray>("ending");
        QTest::newRow("stopped") << QByteArray("wait");
        QTest::newRow("ended by itself") << QByteArray("exit 0");
    }

    void grandchildrenGoWithTheGroup()
    {
        QFETCH(QByteArray, ending);
        m_process->start(
            launch("sh -c 'trap \"\" TERM; while :; do sleep 0.01; done' & echo $!\n" + ending));
        QTRY_COMPARE(m_seen->out.size(), 1);
        m_process->stop();
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QTRY_VERIFY(isGone(m_seen->out.first()));
    }

    void theDestructorLeavesNobody()
    {
        m_process->start(launch("sh -c 'trap \"\" TERM; while :; do sleep 0.01; done' & "
                                "echo $!; echo $$; wait"));
        QTRY_COMPARE(m_seen->out.size(), 2);
        m_process.reset();
        QTRY_VERIFY(isGone(m_seen->out.at(0)));
        QTRY_VERIFY(isGone(m_seen->out.at(1)));
        QVERIFY(m_seen->ends.isEmpty());
    }

    void theKernelEndsItWhenWeDie()
    {
        // A child of ours starts a process the same way and is killed before it can clean up.
        const QString script = m_zca->script("echo $$ >\"$DIR/pid\"; exec sleep 60");
        const pid_t starter = ::fork();
        QVERIFY(starter >= 0);
        if (starter == 0) {
            ::execl("/proc/self/exe", "tst_zcaprocess", "--starter", qPrintable(script),
                    static_cast<char*>(nullptr));
            ::_exit(1);
        }
        QTRY_VERIFY(m_zca->read(u"pid"_s).endsWith('\n'));
        const QByteArray pid = m_zca->read(u"pid"_s);
        QVERIFY(!isGone(pid));
        ::kill(starter, SIGKILL);
        QTRY_VERIFY(isGone(pid));
    }

    //! Somebody swept it away, and it may not come back by itself.
    void aWorkFolderThatIsGoneIsMadeAgain()
    {
        ZcaLaunch gone = launch("pwd");
        gone.workFolder = m_zca->path(u"work"_s);
        m_process->start(gone);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QVERIFY2(!m_seen->ends.first().startFailed, qPrintable(m_seen->ends.first().startError));
        QCOMPARE(m_seen->out, QList<QByteArray>({ gone.workFolder.toUtf8() }));
    }

    void aLineTooLongIsDroppedWhole()
    {
        ZcaLaunch small = launch("echo a; head -c 5000000 /dev/zero | tr '\\0' x; echo; echo b");
        small.maxLine = 1024;
        small.output = ByteAllowance(6 << 20);
        m_process->start(small);
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out, QList<QByteArray>({ "a", "b" }));
    }

    void aSplitLetterArrivesWhole()
    {
        m_process->start(launch("printf 'Nguy\\341\\273'; sleep 0.05; printf '\\205n\\n'"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out, QList<QByteArray>({ "Nguyễn" }));
    }

    void itsOwnFolderIsOnThePath()
    {
        m_zca->script(u"node"_s, "echo from-node");
        m_process->start(launch("node"));
        QTRY_COMPARE(m_seen->ends.size(), 1);
        QCOMPARE(m_seen->out, QList<QByteArray>({ "from-node" }));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--starter") {
        ZcaProcess process;
        process.start({ .program = QString::fromLocal8Bit(argv[2]),
                        .arguments = {},
                        .workFolder = {},
                        .outputFile = {} });
        return QCoreApplication::exec();
    }
    TestZcaProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_zcaprocess.moc"
