// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulation.h"
#include "zca/zcalistener.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;
using zalo::sim::Simulation;

Q_DECLARE_METATYPE(zalo::ListenerCause)

//! The listener against the simulator.
class TestZcaSimListener : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulation> m_sim;
    Worker m_parser { u"parser"_s };
    std::unique_ptr<ZcaListener> m_listener;
    Policy m_policy;
    QList<InboundMessage> m_messages;
    QList<quint64> m_tokens;
    QList<ListenerEnd> m_ends;
    int m_connected = 0;
    qsizetype m_dropped = 0;

    void ctl(const QStringList& command)
    {
        const sim::Ran ran = m_sim->ctl(command);
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
    }

    void ctl(const char* command) { ctl(QString::fromLatin1(command).split(u' ')); }

    void inject(const QString& content)
    {
        ctl({ u"inject"_s,
              u"{\"threadId\":\"365333052772575247\",\"content\":\"%1\"}"_s.arg(content) });
    }

    void makeListener()
    {
        m_listener = std::make_unique<ZcaListener>(u"default"_s, m_sim->home(),
                                                   m_sim->path(u"spool"_s), m_parser, m_policy);
        connect(m_listener.get(), &ZcaListener::message, this,
                [this](const InboundMessage& message, quint64 token) {
                    m_messages << message;
                    m_tokens << token;
                });
        connect(m_listener.get(), &ZcaListener::connected, this, [this] { ++m_connected; });
        connect(m_listener.get(), &ZcaListener::linesDropped, this,
                [this](qsizetype count) { m_dropped += count; });
        connect(m_listener.get(), &ZcaListener::ended, this,
                [this](const ListenerEnd& end) { m_ends << end; });
    }

    static ZcaProgram program(bool zcaCli = false)
    {
        ZcaProgram found;
        found.path = Simulation::program();
        found.dialect = zcaCli ? ZcaDialect::ZcaCli : ZcaDialect::OpenZca;
        found.capabilities = ZcaCapability::ListenRaw;
        if (!zcaCli) {
            found.capabilities |= ZcaCapability::Supervised | ZcaCapability::Heartbeat;
        }
        return found;
    }

    void startAndConnect(bool zcaCli = false)
    {
        if (zcaCli) {
            ctl("set dialect=zca-cli");
        }
        m_listener->start(program(zcaCli));
        QTRY_COMPARE(m_connected, 1);
        ctl("wait listener");
    }

    QStringList texts() const
    {
        QStringList list;
        for (const InboundMessage& message : m_messages) {
            list << message.text;
        }
        return list;
    }

    static void dialects()
    {
        QTest::addColumn<bool>("zcaCli");
        QTest::newRow("openzca") << false;
        QTest::newRow("zca-cli") << true;
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        qputenv("ZCA_SIM_HOME", m_sim->home().toUtf8());
        QVERIFY(QDir(m_sim->home()).mkpath(u"spool"_s));
        m_policy = {};
        m_policy.stopGrace = 1s;
        m_policy.heartbeat = 100ms;
        m_messages.clear();
        m_tokens.clear();
        m_ends.clear();
        m_connected = 0;
        m_dropped = 0;
        makeListener();
        ctl("login");
    }

    void cleanup()
    {
        m_listener.reset();
        m_sim.reset();
    }

    void messagesOfBothDialects_data() { dialects(); }

    void messagesOfBothDialects()
    {
        QFETCH(bool, zcaCli);
        startAndConnect(zcaCli);
        inject(u"Chào bot"_s);
        ctl({ u"inject"_s,
              u"{\"threadId\":\"772797855570859122\",\"content\":\"cả nhà ơi\","
              "\"senderName\":\"Mẹ ❤️\"}"_s });
        QTRY_COMPARE(m_messages.size(), 2);
        QCOMPARE(m_messages.at(0).text, u"Chào bot"_s);
        QVERIFY(!m_messages.at(0).isGroup);
        QCOMPARE(m_messages.at(0).threadId, u"365333052772575247"_s);
        QCOMPARE(m_messages.at(0).senderId, m_messages.at(0).threadId);
        QVERIFY(m_messages.at(1).isGroup);
        QCOMPARE(m_messages.at(1).threadId, u"772797855570859122"_s);
        QCOMPARE(m_messages.at(1).senderName, u"Mẹ ❤️"_s);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(qAbs(m_messages.at(0).timestampMs - now) < 60'000);
        QCOMPARE(m_dropped, 0);
    }

    void aReplyKeepsItsTextAndItsQuote()
    {
        startAndConnect();
        ctl({ u"inject"_s,
              u"{\"threadId\":\"365333052772575247\",\"content\":\"đồng ý\","
              "\"quote\":\"Họp lúc 3h?\"}"_s });
        QTRY_COMPARE(m_messages.size(), 1);
        QCOMPARE(m_messages.first().text, u"đồng ý"_s);
        QVERIFY(m_messages.first().quote.has_value());
        QCOMPARE(m_messages.first().quote->text, u"Họp lúc 3h?"_s);
    }

    //! Beats every 100 ms; nobody writes for longer than the deadline.
    void heartbeatsKeepTheProcessAlive()
    {
        m_policy.heartbeatDeadline = 1s;
        makeListener();
        startAndConnect();
        QElapsedTimer up;
        up.start();
        QTRY_VERIFY(up.elapsed() > 2'500);
        QVERIFY(m_ends.isEmpty());
    }

    void troubleOnTheWayOut_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("dropped");
        QTest::newRow("noise") << u"noise=1"_s << 0;
        QTest::newRow("split letters") << u"split=1"_s << 0;
        QTest::newRow("5 MiB line") << u"bigline=listen@once"_s << 1;
    }

    void troubleOnTheWayOut()
    {
        QFETCH(QString, setting);
        startAndConnect();
        ctl({ u"set"_s, setting });
        inject(u"Nguyễn Thị Ếch 🌸"_s);
        inject(u"hai"_s);
        QTRY_COMPARE(texts(), QStringList({ u"Nguyễn Thị Ếch 🌸"_s, u"hai"_s }));
        QTEST(int(m_dropped), "dropped");
    }

    void manyMessagesAllArriveInOrder()
    {
        startAndConnect();
        ctl({ u"inject"_s,
              u"{\"threadId\":\"365333052772575247\",\"content\":\"%n\","
              "\"count\":2000}"_s });
        QTRY_COMPARE(m_messages.size(), 2000);
        QSet<QString> ids;
        for (const InboundMessage& message : std::as_const(m_messages)) {
            ids.insert(message.msgId);
        }
        QCOMPARE(ids.size(), 2000);
        QStringList sorted = texts();
        std::sort(sorted.begin(), sorted.end(),
                  [](const QString& a, const QString& b) { return a.toInt() < b.toInt(); });
        QCOMPARE(texts(), sorted);
    }

    void everyEndHasItsCause_data()
    {
        QTest::addColumn<bool>("zcaCli");
        QTest::addColumn<QString>("command");
        QTest::addColumn<ListenerCause>("cause");
        for (const bool zcaCli : { false, true }) {
            const char* dialect = zcaCli ? "zca-cli" : "openzca";
            const auto row = [&](const char* command, ListenerCause cause) {
                QTest::addRow("%s %s", dialect, command)
                    << zcaCli << QString::fromLatin1(command) << cause;
            };
            row("kick 3000", ListenerCause::Closed3000);
            row("kick 3003", ListenerCause::Closed3003);
            row("drop", ListenerCause::NetworkDrop);
            row("net off", ListenerCause::NetworkDrop);
        }
    }

    void everyEndHasItsCause()
    {
        QFETCH(bool, zcaCli);
        QFETCH(QString, command);
        startAndConnect(zcaCli);
        ctl(command.split(u' '));
        QTRY_COMPARE(m_ends.size(), 1);
        QTEST(m_ends.first().cause, "cause");
        QVERIFY(m_ends.first().wasConnected);
    }

    void itDoesNotComeUp_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<ListenerCause>("cause");
        QTest::newRow("offline") << u"net off"_s << ListenerCause::Offline;
        QTest::newRow("refused") << u"cookie-expire"_s << ListenerCause::Refused;
        QTest::newRow("hangs") << u"set hang=listen"_s << ListenerCause::Stuck;
    }

    void itDoesNotComeUp()
    {
        QFETCH(QString, command);
        m_policy.connectDeadline = 3s;
        makeListener();
        ctl(command.split(u' '));
        m_listener->start(program());
        QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, 10'000);
        QTEST(m_ends.first().cause, "cause");
        QVERIFY(!m_ends.first().wasConnected);
        QCOMPARE(m_connected, 0);
    }

    void aDeadCookieAtTheLogin()
    {
        ctl("set dead-cookie=login");
        ctl("cookie-expire");
        m_listener->start(program());
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Expired);
    }

    void nobodyIsLoggedIn()
    {
        QVERIFY(m_sim->run({ u"auth"_s, u"logout"_s }).exitCode == 0);
        m_listener->start(program());
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::NotLoggedIn);
    }

    void anotherListenerHasTheProfile()
    {
        const auto other = m_sim->start({ u"listen"_s, u"-r"_s });
        ctl("wait listener");
        m_listener->start(program());
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::AlreadyOwned);
        QCOMPARE(std::get<Error>(*m_ends.first().reason).detail,
                 u"pid %1"_s.arg(other->processId()));
    }

    void stopIsClean()
    {
        startAndConnect();
        inject(u"một"_s);
        QTRY_COMPARE(m_messages.size(), 1);
        m_listener->confirm(m_tokens.first());
        m_listener->stop();
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Stopped);
        QTRY_VERIFY(QDir(m_sim->path(u"spool"_s)).isEmpty());
        ctl("wait no-listener");
    }

    void oneThatDoesNotListenToUsIsKilled()
    {
        startAndConnect();
        ctl("set ignore-term=1");
        m_listener->stop();
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Stopped);
    }

    void deathInTheMiddleOfALine()
    {
        startAndConnect();
        inject(u"một"_s);
        ctl("set die-midline=listen");
        (void)m_sim->ctl({ u"inject"_s, u"{\"threadId\":\"365333052772575247\"}"_s });
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Crashed);
        QCOMPARE(texts(), QStringList { u"một"_s });
        QCOMPARE(m_dropped, 1);
    }

    void aMissedHeartbeatEndsIt()
    {
        m_policy.heartbeatDeadline = 1s;
        makeListener();
        startAndConnect();
        ctl("set heartbeat=off");
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Stuck);
    }

    void routineRecyclesOfBothDialects_data() { dialects(); }

    void routineRecyclesOfBothDialects()
    {
        QFETCH(bool, zcaCli);
        startAndConnect(zcaCli);
        m_listener->stop(ListenerCause::Recycle);
        QTRY_COMPARE(m_ends.size(), 1);
        QCOMPARE(m_ends.first().cause, ListenerCause::Recycle);
        m_listener->start(program(zcaCli));
        QTRY_COMPARE(m_connected, 2);
    }
};

QTEST_GUILESS_MAIN(TestZcaSimListener)
#include "tst_zcasimlistener.moc"
