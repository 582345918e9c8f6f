// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faultplan.h"
#include "ledger.h"
#include "untold.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace zalo::torture;
using namespace Qt::StringLiterals;

namespace {

QJsonObject delivered(int number, const QString& thread = u"t"_s)
{
    return { { u"text"_s, u"mật khẩu i%1"_s.arg(number) },
             { u"msgId"_s, u"id%1"_s.arg(number) },
             { u"threadId"_s, thread } };
}

Injected printed(int number)
{
    return { number, u"t"_s, u"id%1"_s.arg(number), 0 };
}

QJsonObject outcome(const QString& state)
{
    return { { u"state"_s, state },
             { u"parts"_s, QJsonArray { QJsonObject { { u"state"_s, state } } } } };
}

QJsonObject sent(int number)
{
    return { { u"text"_s, u"mật khẩu o%1"_s.arg(number) }, { u"threadId"_s, u"t"_s } };
}

} // namespace

//! The torture can only find what its reckoning sees.
class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void inbound_data()
    {
        QTest::addColumn<QList<int>>("journal");
        QTest::addColumn<QString>("violation");
        QTest::newRow("all") << QList<int> { 1, 2, 3 } << QString();
        QTest::newRow("the newest again") << QList<int> { 1, 2, 2, 3, 3 } << QString();
        QTest::newRow("one that may have been printed") << QList<int> { 1, 2, 3, 4 } << QString();
        QTest::newRow("lost") << QList<int> { 1, 3 } << u"lost: message 2"_s;
        QTest::newRow("an older one again") << QList<int> { 1, 2, 1, 3 } << u"doubled: message 1"_s;
        QTest::newRow("order") << QList<int> { 1, 3, 2 } << u"out of order: message 2"_s;
    }

    void inbound()
    {
        QFETCH(QList<int>, journal);
        QFETCH(QString, violation);
        Ledger ledger;
        for (int number : { 1, 2, 3 }) {
            ledger.injected(printed(number));
        }
        ledger.injected({ 4, u"t"_s, {}, 0 });
        QList<QJsonObject> entries;
        for (int number : journal) {
            entries << delivered(number);
        }
        entries << delivered(1'000, u"another thread"_s);
        ledger.checkInbound(entries);
        QCOMPARE(ledger.isClean(), violation.isEmpty());
        QVERIFY2(ledger.report().contains(violation), qPrintable(ledger.report()));
    }

    //! What reached nobody comes out of the history, late; what did has its place.
    void recovered_data()
    {
        QTest::addColumn<QList<int>>("journal");
        QTest::addColumn<bool>("isRecovered");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("nobody heard it") << QList<int> { 1, 2, 3, 5, 4 } << true << true;
        QTest::newRow("it was live") << QList<int> { 1, 2, 3, 5, 4 } << false << false;
        QTest::newRow("twice") << QList<int> { 1, 2, 3, 5, 4, 6, 4 } << true << false;
        QTest::newRow("it was printed") << QList<int> { 1, 3, 2 } << true << false;
    }

    //! The answer to the newest one was lost with a connection. What nobody had heard is older, and
    //! goes first on the next one.
    void theNewestAgainBehindARecoveredOne()
    {
        for (const bool isBroken : { true, false }) {
            Ledger ledger;
            QList<QJsonObject> entries;
            for (const int number : { 1, 3, 2, 3 }) {
                entries << delivered(number);
            }
            ledger.injected(printed(1));
            ledger.injected({ 2, u"t"_s, {}, 0 });
            ledger.injected(printed(3));
            entries[1][u"time"_s] = 100;
            entries[2][u"recovered"_s] = true;
            entries[3][u"connected"_s] = isBroken ? 101 : 99;
            ledger.checkInbound(entries);
            QVERIFY2(ledger.isClean() == isBroken, qPrintable(ledger.report()));
        }
    }

    //! What is written between the question for it and the connection comes behind newer ones.
    void late()
    {
        for (const bool isUntold : { true, false }) {
            Ledger ledger;
            QList<QJsonObject> entries;
            for (const int number : { 1, 3, 2, 4 }) {
                Injected message = printed(number);
                message.isUntold = isUntold && number == 2;
                ledger.injected(message);
                entries << delivered(number);
            }
            entries[2][u"recovered"_s] = true;
            ledger.checkInbound(entries);
            QVERIFY2(ledger.isClean() == isUntold, qPrintable(ledger.report()));
            QVERIFY(ledger.report().contains(isUntold ? u"1 late"_s : u"0 late"_s));
        }
    }

    //! A group is asked for while the listener runs.
    void whatNeitherTheQuestionNorTheConnectionTells()
    {
        QList<QJsonObject> history;
        const auto write = [&history](const QString& id, qint64 ms, bool isReached,
                                      bool isGroup = false) {
            history << QJsonObject { { u"msgId"_s, id },
                                     { u"ts"_s, ms },
                                     { u"reached"_s, isReached },
                                     { u"isGroup"_s, isGroup } };
        };
        write(u"heard"_s, 10, true);
        write(u"before a question"_s, 20, false);
        write(u"before the last one"_s, 35, false);
        write(u"between"_s, 45, false);
        write(u"in a group"_s, 46, false, true);
        write(u"heard later"_s, 50, true);
        write(u"not asked for yet"_s, 60, false);
        QCOMPARE(untoldMessages(history, { 30, 40 }),
                 QSet<QString>({ u"between"_s, u"not asked for yet"_s }));
    }

    //! 4 reached nobody; the last one of the journal is recovered.
    void recovered()
    {
        QFETCH(QList<int>, journal);
        QFETCH(bool, isRecovered);
        QFETCH(bool, isClean);
        Ledger ledger;
        for (const int number : { 1, 2, 3, 5, 6 }) {
            if (journal.contains(number)) {
                ledger.injected(printed(number));
            }
        }
        ledger.injected({ 4, u"t"_s, {}, 0 });
        QList<QJsonObject> entries;
        for (const int number : std::as_const(journal)) {
            entries << delivered(number);
        }
        entries.last()[u"recovered"_s] = isRecovered;
        if (journal.count(4) > 1) {
            entries[4][u"recovered"_s] = true;
        }
        ledger.checkInbound(entries);
        QVERIFY2(ledger.isClean() == isClean, qPrintable(ledger.report()));
    }

    //! Zalo's times and the order of the lines disagree there; before and behind it is order.
    void burst_data()
    {
        QTest::addColumn<QList<int>>("journal");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("by their lines") << QList<int> { 1, 2, 3, 4 } << true;
        QTest::newRow("by their times") << QList<int> { 1, 3, 3, 2, 2, 4 } << true;
        QTest::newRow("behind what came later") << QList<int> { 1, 2, 4, 3 } << false;
        QTest::newRow("before what came earlier") << QList<int> { 3, 1, 2, 4 } << false;
        QTest::newRow("again, behind another one") << QList<int> { 1, 3, 2, 3, 4 } << false;
        // Negative: on a connection that began later.
        QTest::newRow("again after a break, behind an older one")
            << QList<int> { 1, 3, 2, -3, 4 } << true;
        QTest::newRow("again after a break, behind what came later")
            << QList<int> { 1, 3, 2, 4, -3 } << false;
    }

    void burst()
    {
        QFETCH(QList<int>, journal);
        QFETCH(bool, isClean);
        Ledger ledger;
        QList<QJsonObject> entries;
        for (const int number : { 1, 2, 3, 4 }) {
            Injected message = printed(number);
            message.burst = number == 2 || number == 3 ? 7 : 0;
            ledger.injected(message);
        }
        for (const int number : std::as_const(journal)) {
            entries << delivered(std::abs(number));
            entries.last()[u"time"_s] = 5;
            entries.last()[u"connected"_s] = number < 0 ? 6 : 4;
        }
        ledger.checkInbound(entries);
        QVERIFY2(ledger.isClean() == isClean, qPrintable(ledger.report()));
    }

    void outbound_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("copies");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("sent") << u"sent"_s << u"sent"_s << 1 << true;
        QTest::newRow("failed") << u"failed"_s << u"failed"_s << 0 << true;
        QTest::newRow("uncertain, did not go") << u"uncertain"_s << u"uncertain"_s << 0 << true;
        QTest::newRow("uncertain, went") << u"uncertain"_s << u"uncertain"_s << 1 << true;
        QTest::newRow("refused") << u"refused"_s << u"unknown"_s << 0 << true;
        QTest::newRow("sent twice") << u"sent"_s << u"sent"_s << 2 << false;
        QTest::newRow("uncertain twice") << u"uncertain"_s << u"uncertain"_s << 2 << false;
        QTest::newRow("sent, but not there") << u"sent"_s << u"sent"_s << 0 << false;
        QTest::newRow("failed, but there") << u"failed"_s << u"failed"_s << 1 << false;
        QTest::newRow("refused, but there") << u"refused"_s << u"unknown"_s << 1 << false;
        QTest::newRow("never answered") << QString() << u"sent"_s << 1 << false;
        QTest::newRow("no end") << u"sent"_s << u"queued"_s << 1 << false;
        QTest::newRow("another word later") << u"failed"_s << u"uncertain"_s << 0 << false;
        QTest::newRow("forgotten") << u"sent"_s << u"unknown"_s << 1 << false;
    }

    void outbound()
    {
        QFETCH(QString, answer);
        QFETCH(QString, stored);
        QFETCH(int, copies);
        QFETCH(bool, isRight);
        Ledger ledger;
        ledger.requested({ 1, u"o1"_s, u"t"_s, answer, 0 });
        ledger.checkOutbound(QList<QJsonObject>(copies, sent(1)), { { u"o1"_s, outcome(stored) } });
        QVERIFY2(ledger.isClean() == isRight, qPrintable(ledger.report()));
    }

    void outboundOrder_data()
    {
        QTest::addColumn<QList<int>>("went");
        QTest::addColumn<bool>("isAskedAnew");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("in order") << QList<int> { 1, 2, 3 } << false << true;
        QTest::newRow("late") << QList<int> { 1, 3, 2 } << false << false;
        QTest::newRow("late, and asked for anew") << QList<int> { 1, 3, 2 } << true << true;
        QTest::newRow("another one late") << QList<int> { 2, 3, 1 } << true << false;
    }

    //! `isAskedAnew` is the second one.
    void outboundOrder()
    {
        QFETCH(QList<int>, went);
        QFETCH(bool, isAskedAnew);
        QFETCH(bool, isRight);
        Ledger ledger;
        QList<QJsonObject> outbox;
        QHash<QString, QJsonObject> outcomes;
        for (int number : std::as_const(went)) {
            Requested message { number, u"o%1"_s.arg(number), u"t"_s, u"sent"_s, 0 };
            message.isAskedAnew = isAskedAnew && number == 2;
            ledger.requested(message);
            outbox << sent(number);
            outcomes.insert(message.key, outcome(u"sent"_s));
        }
        ledger.checkOutbound(outbox, outcomes);
        QVERIFY2(ledger.isClean() == isRight, qPrintable(ledger.report()));
    }

    //! A message of the account `a` that is delivered as `told`'s.
    void misdirectedDeliveries_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("its own") << u"a"_s << u"a"_s << true;
        QTest::newRow("another's") << u"a"_s << u"b"_s << false;
        QTest::newRow("whose is not known") << QString() << u"b"_s << true;
    }

    void misdirectedDeliveries()
    {
        QFETCH(QString, own);
        QFETCH(QString, told);
        QFETCH(bool, isRight);
        Ledger ledger;
        ledger.injected({ 1, u"t"_s, u"id1"_s, 0, own });
        QJsonObject entry = delivered(1);
        entry[u"account"_s] = told;
        ledger.checkInbound({ entry });
        QCOMPARE(ledger.isClean(), isRight);
        QCOMPARE(ledger.report().contains(u"misdirected: message 1"), !isRight);
    }

    void misdirectedSends()
    {
        Ledger ledger;
        ledger.requested({ 1, u"o1"_s, u"t"_s, u"sent"_s, 0, u"a"_s });
        ledger.injected({ 2, u"t"_s, {}, 0, u"a"_s });
        QJsonObject own = sent(1);
        own[u"account"_s] = u"a"_s;
        QJsonObject reply = own;
        reply[u"text"_s] = u"mật khẩu r2"_s;
        ledger.checkOutbound({ own, reply }, { { u"o1"_s, outcome(u"sent"_s) } });
        QVERIFY2(ledger.isClean(), qPrintable(ledger.report()));
        for (QJsonObject* entry : { &own, &reply }) {
            (*entry)[u"account"_s] = u"b"_s;
        }
        ledger.checkOutbound({ own, reply }, { { u"o1"_s, outcome(u"sent"_s) } });
        QVERIFY2(ledger.report().contains(u"2 misdirected"), qPrintable(ledger.report()));
        QVERIFY2(ledger.report().contains(u"misdirected: o1 of a went out from b"),
                 qPrintable(ledger.report()));
    }

    //! Each account has its own order: one waits while the other is away.
    void orderOfAnAccount()
    {
        Ledger ledger;
        QList<QJsonObject> entries { delivered(1), delivered(3), delivered(2) };
        entries[1][u"account"_s] = u"b"_s;
        ledger.checkInbound(entries);
        QVERIFY2(ledger.isClean(), qPrintable(ledger.report()));
    }

    void anotherProcessOfTheGateway_data()
    {
        QTest::addColumn<int>("since");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("had it before, and was late") << 5 << true;
        QTest::newRow("was started later") << 15 << false;
    }

    void anotherProcessOfTheGateway()
    {
        QFETCH(int, since);
        QFETCH(bool, isRight);
        Ledger ledger;
        QList<QJsonObject> entries { delivered(1), delivered(2), delivered(1) };
        for (qsizetype i = 0; i < entries.size(); ++i) {
            entries[i][u"time"_s] = 10 + i;
            entries[i][u"pid"_s] = i < 2 ? 1 : 2;
            entries[i][u"since"_s] = i < 2 ? 1 : since;
        }
        ledger.checkInbound(entries);
        QCOMPARE(ledger.isClean(), isRight);
    }

    void orderOfSends()
    {
        Ledger ledger;
        ledger.checkOutbound({ sent(1), sent(3), sent(2) }, {});
        QVERIFY2(ledger.report().contains(u"out of order: o2"), qPrintable(ledger.report()));
    }

    void times_data()
    {
        QTest::addColumn<qint64>("lastIn");
        QTest::addColumn<qint64>("gapLength");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("right") << qint64(1'000'000) << qint64(32'000) << true;
        QTest::newRow("seven hours ahead") << qint64(26'200'000) << qint64(32'000) << false;
        QTest::newRow("days behind") << qint64(1'000) << qint64(32'000) << false;
        QTest::newRow("a gap of days") << qint64(1'000'000) << qint64(259'200'000) << false;
    }

    void times()
    {
        QFETCH(const qint64, lastIn);
        QFETCH(const qint64, gapLength);
        QFETCH(const bool, isRight);
        Ledger ledger;
        ledger.injected({ 1, u"t"_s, u"id"_s, 1'000'000 });
        const QJsonObject gap { { u"from"_s, 900'000 }, { u"to"_s, 900'000 + gapLength } };
        ledger.checkTimes({ { u"lastIn"_s, lastIn }, { u"connectionGaps"_s, QJsonArray { gap } } },
                          850'000, 1'050'000);
        QCOMPARE(ledger.isClean(), isRight);
    }

    void aSeedRepeatsItsFaults()
    {
        const auto words = [](const QList<Fault>& plan) {
            QStringList all;
            for (const Fault& fault : plan) {
                all << u"%1 %2 %3"_s.arg(faultName(fault.kind)).arg(fault.atMs).arg(fault.lengthMs);
            }
            return all;
        };
        const QList<Fault> plan = faultPlan(7, 60'000);
        QCOMPARE(words(faultPlan(7, 60'000)), words(plan));
        QVERIFY(words(faultPlan(8, 60'000)) != words(plan));
        QSet<int> kinds;
        for (int i = 0; i < int(Fault::Kind::Count); ++i) {
            kinds << int(plan.at(i).kind);
        }
        QCOMPARE(kinds.size(), int(Fault::Kind::Count));
    }

    void breaksOfTheConnection()
    {
        const QList<Fault> plan = breakPlan(7, 20 * 60'000);
        QCOMPARE(plan.size(), 30);
        QSet<Fault::Kind> kinds;
        for (const Fault& fault : plan) {
            QVERIFY(fault.lengthMs >= 2'000 && fault.lengthMs <= 60'000);
            kinds << fault.kind;
        }
        QCOMPARE(kinds,
                 (QSet { Fault::Kind::NetworkOff, Fault::Kind::MachineSleeps,
                         Fault::Kind::CompanionKilled, Fault::Kind::Reconnect }));
        QCOMPARE(breakPlan(7, 20 * 60'000).last().lengthMs, plan.last().lengthMs);
    }

    void onlyFaultsOfAName()
    {
        const QList<Fault> plan = faultPlan(7, 60'000, { u"disk"_s });
        QSet<Fault::Kind> kinds;
        for (const Fault& fault : plan) {
            kinds << fault.kind;
        }
        QCOMPARE(kinds, (QSet { Fault::Kind::DiskFull, Fault::Kind::DiskSlow }));
        QVERIFY(faultPlan(7, 60'000, { u"no such fault"_s }).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestLedger)
#include "tst_ledger.moc"
