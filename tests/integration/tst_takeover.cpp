// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "logpipe.h"
#include "simulator.h"
#include "testgateway.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DeadlineMs = 30'000;

//! A launch with windows (there is no screen: Qt's offscreen platform has them).
struct Windowed
{
    explicit Windowed(const CompanionProcess& companion, const QStringList& words = {})
    {
        process.setProcessEnvironment(companion.environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(COMPANION_BINARY), words);
    }
    ~Windowed()
    {
        process.kill();
        process.waitForFinished();
    }

    [[nodiscard]] bool ended(int withinMs = DeadlineMs)
    {
        return process.state() == QProcess::NotRunning || process.waitForFinished(withinMs);
    }

    QProcess process;
};

QString mode(const CompanionProcess& companion)
{
    return companion.status()[u"companion"][u"mode"].toString();
}

QString state(const CompanionProcess& companion)
{
    return companion.status()[u"profiles"][0][u"session"][u"state"].toString();
}

qint64 pid(const CompanionProcess& companion)
{
    return companion.status()[u"companion"][u"pid"].toInteger();
}

} // namespace

//! Who runs, when the program is started more than once, and how it ends.
class TestTakeover : public QObject
{
    Q_OBJECT

private slots:
    void windowsTakeOverFromHeadless()
    {
        Simulator sim;
        CompanionProcess companion;
        QVERIFY(companion.start());
        QCOMPARE(mode(companion), u"headless"_s);
        Windowed windows(companion, { u"--hidden"_s });
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"window"_s, DeadlineMs);
        QCOMPARE(pid(companion), windows.process.processId());
        QVERIFY(companion.hasEnded());
        // The plugin may start it again: nobody quit it.
        QVERIFY(!QFile::exists(companion.environment.value(u"XDG_STATE_HOME"_s)
                               + u"/zalo-companion/quit-by-user"_s));
    }

    void secondLaunchLeavesTheFirst()
    {
        Simulator sim;
        CompanionProcess companion;
        Windowed first(companion);
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"window"_s, DeadlineMs);
        Windowed second(companion);
        QVERIFY(second.ended());
        QCOMPARE(second.process.exitCode(), 0);
        QCOMPARE(pid(companion), first.process.processId());
    }

    void sessionEndTakesTwoSeconds()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        Windowed windows(companion);
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"window"_s, DeadlineMs);
        QElapsedTimer time;
        time.start();
        windows.process.terminate();
        QVERIFY(windows.ended());
        QCOMPARE(windows.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(windows.process.exitCode(), 0);
        QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    }

    void quitIsRemembered()
    {
        Simulator sim;
        CompanionProcess companion;
        Windowed windows(companion);
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"window"_s, DeadlineMs);
        QCOMPARE(companion.run({ u"quit"_s }).status, 0);
        QVERIFY(windows.ended());
        QVERIFY(QFile::exists(companion.environment.value(u"XDG_STATE_HOME"_s)
                              + u"/zalo-companion/quit-by-user"_s));
    }

    //! `nohup` lets it outlive its terminal; without it the terminal's end is an orderly end.
    void theTerminalsEnd_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("nohup") << u"nohup "_s << true;
        QTest::newRow("plain") << QString() << false;
    }

    void theTerminalsEnd()
    {
        QFETCH(QString, prefix);
        QFETCH(bool, goesOn);
        Simulator sim;
        CompanionProcess companion;
        // `script` gives it a terminal of its own and takes it away in the end.
        QProcess terminal;
        terminal.setProcessEnvironment(companion.environment);
        terminal.setWorkingDirectory(companion.environment.value(u"HOME"_s)); // of nohup.out
        terminal.start(u"script"_s,
                       { u"-q"_s, u"-c"_s, u"exec %1%2 --headless"_s.arg(prefix, companion.program),
                         u"/dev/null"_s });
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"headless"_s, DeadlineMs);
        const auto process = pid_t(pid(companion));
        terminal.kill();
        QVERIFY(terminal.waitForFinished());
        if (goesOn) {
            QVERIFY(::kill(process, SIGHUP) == 0); // once more, by hand
            QTRY_COMPARE_WITH_TIMEOUT(pid(companion), process, DeadlineMs);
            QCOMPARE(companion.run({ u"quit"_s }).status, 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(companion.run({ u"status"_s }).status, 1, DeadlineMs);
    }

    //! A full pipe, as of a stopped pager, holds nothing up, and one that is gone ends nothing.
    void aLogThatNobodyReads()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        const QTemporaryDir folder;
        std::optional<LogPipe> pipe(folder.filePath(u"log"_s));
        companion.speakTo(pipe->path());
        pipe->clog();
        companion.launch();
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"headless"_s, DeadlineMs);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(state(companion), u"Online"_s, DeadlineMs);
        QVERIFY(companion.terminate());
        pipe->unclog();
        companion.launch();
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += pipe->take(), told.contains("is Online")), DeadlineMs);
        pipe.reset();
        sim.ctl({ u"kick"_s, u"3000"_s }); // which is told in the log
        QTRY_VERIFY_WITH_TIMEOUT(state(companion) != u"Online", DeadlineMs);
        QVERIFY(companion.terminate());
    }

    //! Over SSH there is no screen: it runs all the same, and says so.
    void withoutAScreenItRunsHeadless()
    {
        Simulator sim;
        CompanionProcess companion;
        companion.environment.remove(u"QT_QPA_PLATFORM"_s);
        Windowed launch(companion);
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"headless"_s, DeadlineMs);
    }

    //! The environment of a desktop that has ended, or of another user, whose display lets nobody
    //! in: it runs all the same, and says why.
    void aDisplayOfNoUse_data()
    {
        QTest::addColumn<bool>("answers");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("dead") << false << QByteArray("does not answer: running without windows");
        QTest::newRow("refusing") << true << QByteArray("no desktop here: running without windows");
    }

    void aDisplayOfNoUse()
    {
        QFETCH(bool, answers);
        QFETCH(QByteArray, sentence);
        const qint64 number = 1'000'000 + QCoreApplication::applicationPid();
        QLocalServer display;
        display.setSocketOptions(QLocalServer::AbstractNamespaceOption);
        connect(&display, &QLocalServer::newConnection, &display,
                [&display] { delete display.nextPendingConnection(); });
        if (answers) {
            QVERIFY(display.listen(u"/tmp/.X11-unix/X%1"_s.arg(number)));
        }
        Simulator sim;
        CompanionProcess companion;
        companion.environment.remove(u"QT_QPA_PLATFORM"_s);
        companion.environment.insert(u"DISPLAY"_s, u":%1"_s.arg(number));
        QProcess launch;
        launch.setProcessEnvironment(companion.environment);
        launch.start(companion.program, QStringList());
        QTRY_COMPARE_WITH_TIMEOUT(mode(companion), u"headless"_s, DeadlineMs);
        QCOMPARE(pid(companion), launch.processId());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += launch.readAllStandardError(), said.contains(sentence)),
                                 DeadlineMs);
        launch.terminate();
        QVERIFY(launch.waitForFinished(DeadlineMs));
        QCOMPARE(launch.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTakeover)
#include "tst_takeover.moc"
