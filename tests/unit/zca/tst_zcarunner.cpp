// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcarunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::test::FakeZca;

class TestZcaRunner : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    Result<ZcaProgram> m_program = failure(ErrorKind::ZcaMissing);
    QList<Result<ZcaOutput>> m_results;

    quint64 run(const QString& argument, CommandClass commandClass = CommandClass::Query)
    {
        return m_runner->run({ { argument }, 20s, commandClass, {} }, this, collect());
    }

    ZcaRunner::Callback collect()
    {
        return [this](Result<ZcaOutput> result) { m_results << std::move(result); };
    }

    //! The arguments of the commands that have been started, in order.
    QList<QByteArray> started() const
    {
        QList<QByteArray> lines = m_zca->read(u"started"_s).split('\n');
        lines.removeAll({});
        return lines;
    }

    void release(const QString& argument) const { m_zca->script(u"go-"_s + argument, {}); }

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_results.clear();
        ZcaProgram program;
        // Each command waits until its own file is there, then prints its argument.
        program.path = m_zca->script("echo $1 >>\"$DIR/started\"\n"
                                     "while [ ! -e \"$DIR/go-$1\" ]; do sleep 0.01; done; echo $1");
        m_program = program;
        Policy policy;
        policy.parallelCommands = 2;
        policy.parallelSends = 1;
        policy.stopGrace = 200ms;
        m_runner =
            std::make_unique<ZcaRunner>([this] { return m_program; }, m_zca->folder(), policy);
    }

    void cleanup() { m_runner.reset(); }

    void oneAnswerForEach()
    {
        release(u"a"_s);
        run(u"a"_s);
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->out, QByteArray("a\n"));
    }

    void noMoreThanAllowedAtOnce()
    {
        for (const char* name : { "a", "b", "c", "d" }) {
            run(QString::fromLatin1(name));
        }
        QTRY_COMPARE(started().size(), 2);
        release(u"b"_s);
        QTRY_COMPARE(started().size(), 3);
        QCOMPARE(started().last(), QByteArray("c"));
        QCOMPARE(m_results.size(), 1);
        for (const char* name : { "a", "c", "d" }) {
            release(QString::fromLatin1(name));
        }
        QTRY_COMPARE(m_results.size(), 4);
        QCOMPARE(started().size(), 4);
    }

    void sendsHaveTheirOwnBound()
    {
        run(u"a"_s);
        run(u"b"_s);
        run(u"s1"_s, CommandClass::Send);
        run(u"s2"_s, CommandClass::Send);
        run(u"c"_s);
        QTRY_COMPARE(started().size(), 3);
        QVERIFY(started().contains("s1"));
        release(u"s1"_s);
        QTRY_VERIFY(started().contains("s2"));
        QCOMPARE(started().size(), 4);
    }

    //! The second one would take the websocket from the first one.
    void aProfilesWebsocketIsUsedByOneAtATime()
    {
        const auto need = [this](const QString& argument, const QString& profile) {
            m_runner->run({ { argument }, 20s, CommandClass::Query, {}, profile }, this, collect());
        };
        QVERIFY(!m_runner->usesWebsocket(u"work"_s, 1h));
        need(u"a"_s, u"work"_s);
        need(u"b"_s, u"work"_s);
        need(u"c"_s, u"home"_s);
        QTRY_COMPARE(started().size(), 2);
        QVERIFY(!started().contains("b"));
        QVERIFY(m_runner->usesWebsocket(u"work"_s));
        release(u"a"_s);
        QTRY_VERIFY(started().contains("b"));
        QVERIFY(m_runner->usesWebsocket(u"home"_s));
        release(u"b"_s);
        release(u"c"_s);
        QTRY_COMPARE(m_results.size(), 3);
        QVERIFY(!m_runner->usesWebsocket(u"work"_s));
        QVERIFY(m_runner->usesWebsocket(u"work"_s, 1h)); // a moment ago
    }

    void aDeadLoginIsTold()
    {
        ZcaProgram program;
        program.path = m_zca->script("echo 'Error: zpw_sek' >&2; exit 1\n");
        m_program = program;
        QSignalSpy dead(m_runner.get(), &ZcaRunner::loginDead);
        m_runner->run({ { u"--profile"_s, u"work"_s, u"me"_s }, 20s, CommandClass::Query, {} },
                      nullptr, {}); // whoever asked may be gone
        QTRY_COMPARE(dead.size(), 1);
        QCOMPARE(dead.first().first().toString(), u"work"_s);
    }

    void aWaitingCommandIsTakenBack()
    {
        run(u"s1"_s, CommandClass::Send);
        const quint64 waiting = run(u"s2"_s, CommandClass::Send);
        QTRY_COMPARE(started().size(), 1);
        QVERIFY(m_runner->cancel(waiting));
        QVERIFY(m_results.isEmpty());
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Cancelled);
        release(u"s1"_s);
        QTRY_COMPARE(m_results.size(), 2);
        QCOMPARE(started().size(), 1);
    }

    void aRunningSendThatIsCancelledIsUncertain()
    {
        const quint64 running = run(u"s1"_s, CommandClass::Send);
        QTRY_COMPARE(started().size(), 1);
        QVERIFY(!m_runner->cancel(running));
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::Uncertain);
        QVERIFY(!m_runner->cancel(running)); // long over
    }

    void withoutAProgramEachGetsTheReason()
    {
        m_program = failure(ErrorKind::ZcaNotExecutable, u"/zca"_s);
        run(u"a"_s);
        run(u"b"_s);
        run(u"c"_s);
        QTRY_COMPARE(m_results.size(), 3);
        for (const auto& result : m_results) {
            QCOMPARE(result.error().kind, ErrorKind::ZcaNotExecutable);
        }
    }

    void aProgramThatVanished()
    {
        QVERIFY(QFile::remove(m_program->path));
        run(u"a"_s);
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first().error().kind, ErrorKind::ZcaMissing);
    }

    void aDeadContextIsNotCalled()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_runner->run({ { u"a"_s }, 20s, CommandClass::Query, {} }, context.get(),
                      [&](const Result<ZcaOutput>&) { called = true; });
        context.reset();
        run(u"b"_s);
        QTRY_COMPARE(started().size(), 2); // it is run all the same
        release(u"a"_s);
        run(u"c"_s);
        QTRY_VERIFY(started().contains("c")); // so "a" is over
        QVERIFY(!called);
    }

    void aCallbackMayQueueMore()
    {
        release(u"a"_s);
        release(u"b"_s);
        m_runner->run({ { u"a"_s }, 20s, CommandClass::Query, {} }, this,
                      [this](const Result<ZcaOutput>&) { run(u"b"_s); });
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results.first()->out, QByteArray("b\n"));
    }

    void aCallbackMayEndTheRunner()
    {
        release(u"a"_s);
        bool called = false;
        m_runner->run({ { u"a"_s }, 20s, CommandClass::Query, {} }, this,
                      [&](const Result<ZcaOutput>&) {
                          called = true;
                          m_runner.release()->deleteLater();
                      });
        run(u"b"_s);
        QTRY_VERIFY(called);
        QVERIFY(m_results.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestZcaRunner)
#include "tst_zcarunner.moc"
