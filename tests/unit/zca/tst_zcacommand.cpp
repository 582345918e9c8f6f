// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcacommand.h"
#include "zca/zcaresultparser.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

Q_DECLARE_METATYPE(zalo::ErrorKind)

class TestZcaCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaCommand> m_command;
    QList<Result<ZcaOutput>> m_results;

    void start(const QByteArray& script, ZcaRequest request)
    {
        startProgram(m_zca->script(script), std::move(request));
    }

    void startProgram(const QString& path, ZcaRequest request)
    {
        ZcaProgram program;
        program.path = path;
        m_command =
            std::make_unique<ZcaCommand>(program, std::move(request), m_zca->folder(), 200ms);
        connect(m_command.get(), &ZcaCommand::finished, this,
                [this](const Result<ZcaOutput>& result) { m_results << result; });
        m_command->start();
    }

    static ZcaRequest request(CommandClass commandClass = CommandClass::Query,
                              std::chrono::milliseconds deadline = 20s)
    {
        return { {}, deadline, commandClass, {} };
    }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_results.clear();
    }

    void cleanup() { m_command.reset(); }

    void bothOutputsOfASuccess()
    {
        start("echo '{'; echo '}'; echo slow >&2", request());
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
        QCOMPARE(m_results.first()->out, QByteArray("{\n}\n"));
        QCOMPARE(m_results.first()->err, QByteArray("slow\n"));
    }

    void anErrorIsClassified_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<ErrorKind>("query");
        QTest::addColumn<ErrorKind>("send");
        QTest::newRow("known words")
            << QByteArray("echo 'Error: Profile a: not logged in' >&2; exit 1")
            << ErrorKind::NotLoggedIn << ErrorKind::NotLoggedIn;
        QTest::newRow("connection") << QByteArray("echo 'Error: fetch failed' >&2; exit 1")
                                    << ErrorKind::Offline << ErrorKind::Uncertain;
        QTest::newRow("no words") << QByteArray("exit 1") << ErrorKind::ZcaFailed
                                  << ErrorKind::Uncertain;
        QTest::newRow("signal") << QByteArray("kill -9 $$") << ErrorKind::ZcaFailed
                                << ErrorKind::Uncertain;
        QTest::newRow("no interpreter")
            << QByteArray("exec /no/such/node") << ErrorKind::ZcaBroken << ErrorKind::ZcaBroken;
    }

    void anErrorIsClassified()
    {
        QFETCH(QByteArray, script);
        start(script, request(CommandClass::Query));
        QTRY_COMPARE(m_results.size(), 1);
        QTEST(m_results.first().error().kind, "query");
        start(script, request(CommandClass::Send));
        QTRY_COMPARE(m_results.size(), 2);
        QTEST(m_results.last().error().kind, "send");
    }

    void whatWasNotStartedIsCertain()
    {
        startProgram(m_zca->path(u"gone"_s), request(CommandClass::Send));
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaMissing);
    }

    void theDeadlineStopsIt_data()
    {
        QTest::addColumn<bool>("send");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("query") << false << ErrorKind::TimedOut;
        QTest::newRow("send") << true << ErrorKind::Uncertain;
    }

    void theDeadlineStopsIt()
    {
        QFETCH(bool, send);
        start("echo $$ >\"$DIR/pid\"; trap 'echo ended >\"$DIR/ended\"; exit 143' TERM\n"
              "while :; do sleep 0.01; done",
              request(send ? CommandClass::Send : CommandClass::Query, 300ms));
        QTRY_COMPARE(m_results.size(), 1);
        QTEST(m_results.first().error().kind, "kind");
        QCOMPARE(m_results.first().error().detail, u"0.3 s"_s);
        QVERIFY(m_zca->has(u"ended"_s));
    }

    void aCommandThatEndsWellInSpiteOfItsStopDidNotSucceed()
    {
        start("trap 'exit 0' TERM; while :; do sleep 0.01; done",
              request(CommandClass::Send, 200ms));
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Uncertain);
    }

    void cancelStopsIt()
    {
        start("echo >\"$DIR/up\"; exec sleep 60", request());
        QTRY_VERIFY(m_zca->has(u"up"_s));
        m_command->cancel();
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
    }

    void aCommandThatLingersIsEndedAfterItsAnswer()
    {
        ZcaRequest upload = request(CommandClass::Send);
        upload.isAnswer = isMessageAnswer;
        start("echo Uploading; echo '{ message: null, attachment: [ { msgId: 17 } ] }'; exec sleep "
              "300",
              upload);
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
        QCOMPARE(parseMessageIds(m_results.first()->out, ZcaDialect::OpenZca).value(),
                 QStringList { u"17"_s });
    }

    void theAnswerCountsThoughItDiesBadly()
    {
        ZcaRequest upload = request(CommandClass::Send);
        upload.isAnswer = isMessageAnswer;
        start("trap '' TERM; echo '{ msgId: 17 }'; while :; do sleep 0.01; done", upload);
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().has_value());
    }

    void aLongAnswerInOneLine()
    {
        ZcaRequest list = request();
        list.maxOutput = MaxListAnswer;
        start("printf '['; head -c 5000000 /dev/zero | tr '\\0' 1; echo ']'", list);
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->out.size(), 5'000'003);
    }

    void endlessOutputIsStopped_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("lines") << QByteArray("yes 0123456789012345678901234567890123456789");
        QTest::newRow("one line") << QByteArray("tr '\\0' x </dev/zero");
        QTest::newRow("errors") << QByteArray("yes >&2");
        QTest::newRow("deaf to SIGTERM") << QByteArray("trap '' TERM; yes");
        QTest::newRow("with an answer") << QByteArray("echo '{ msgId: 17 }'; yes");
    }

    void endlessOutputIsStopped()
    {
        QFETCH(QByteArray, script);
        start(script, request(CommandClass::Query, 10min));
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60'000);
        QCOMPARE(m_results.first().error().kind, ErrorKind::OutputTooLarge);
    }

    //! What it did before nobody knows.
    void anEndlessSendIsUncertain()
    {
        start("echo '{ msgId: 17 }'; yes", request(CommandClass::Send));
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60'000);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Uncertain);
    }

    void longErrorsAreCut()
    {
        start("yes oh | head -c 1000000 >&2", request());
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results.first()->err.size() <= 64 * 1024);
        QVERIFY(m_results.first()->err.startsWith("oh\n"));
    }
};

QTEST_GUILESS_MAIN(TestZcaCommand)
#include "tst_zcacommand.moc"
