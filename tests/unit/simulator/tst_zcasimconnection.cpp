// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The connection of the simulator's listener, as the kernel sees it (ZCA.md 10).

#include "platform/tcpview.h"
#include "simulation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace zalo;
using namespace zalo::sim;

class TestZcaSimConnection : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulation> m_sim;
    std::unique_ptr<QProcess> m_listener;

    void listen(const QString& pingInterval)
    {
        QCOMPARE(m_sim->ctl({ u"login"_s }).exitCode, 0);
        QCOMPARE(m_sim->ctl({ u"set"_s, u"ping-interval="_s + pingInterval }).exitCode, 0);
        m_listener = m_sim->start({ u"listen"_s, u"-r"_s, u"--supervised"_s });
        QCOMPARE(m_sim->ctl({ u"wait"_s, u"listener"_s }).exitCode, 0);
    }

    //! The listener's only connection, or none.
    std::optional<TcpConnection> connection() const
    {
        const auto all = KernelTcpView().connectionsOf(m_listener->processId());
        return all && all->size() == 1 ? std::optional(all->first()) : std::nullopt;
    }

    static std::optional<TcpConnection> now(const TcpConnection& connection)
    {
        return KernelTcpView().look(connection).value_or(std::nullopt);
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        if (!KernelTcpView().connectionsOf(QCoreApplication::applicationPid())) {
            QSKIP("this kernel has no sock_diag");
        }
    }

    void cleanup() { m_listener.reset(); }

    void itsPingsAreAcknowledged()
    {
        listen(u"300"_s);
        const auto connected = connection();
        QVERIFY(connected && connected->isEstablished);
        // Silence grows between two pings and ends with each.
        for (int ping = 0; ping < 3; ++ping) {
            const auto before = now(*connected)->sinceHeard();
            QTRY_VERIFY(now(*connected)->sinceHeard() > before);
            const auto grown = now(*connected)->sinceHeard();
            QTRY_VERIFY(now(*connected)->sinceHeard() < grown);
        }
    }

    void aMessageIsHeardToo()
    {
        listen(u"600000"_s);
        const auto connected = connection();
        QVERIFY(connected);
        QTRY_VERIFY(now(*connected)->sinceHeard() > 300ms);
        QCOMPARE(m_sim->ctl({ u"inject"_s, u"{\"threadId\":\"365333052772575247\"}"_s }).exitCode,
                 0);
        QVERIFY(now(*connected)->sinceHeard() < now(*connected)->sinceData);
    }

    void aBlackHoleIsToldToNobody()
    {
        listen(u"100"_s);
        const auto connected = connection();
        QVERIFY(connected);
        QCOMPARE(m_sim->ctl({ u"black-hole"_s }).exitCode, 0);
        QTRY_VERIFY(now(*connected)->retransmits >= 2);
        QVERIFY(now(*connected)->waitingBytes > 0);
        QVERIFY(now(*connected)->isEstablished);
        QCOMPARE(m_sim->ctl({ u"inject"_s, u"{\"threadId\":\"365333052772575247\"}"_s }).exitCode,
                 1);
        QVERIFY(!m_listener->readAllStandardOutput().contains("closed"));
    }

    void itEndsWithTheConnection()
    {
        listen(u"100"_s);
        const auto connected = connection();
        QVERIFY(connected);
        QCOMPARE(m_sim->ctl({ u"kick"_s, u"3003"_s }).exitCode, 0);
        QTRY_VERIFY(!now(*connected) || !now(*connected)->isEstablished);
    }
};

QTEST_GUILESS_MAIN(TestZcaSimConnection)
#include "tst_zcasimconnection.moc"
