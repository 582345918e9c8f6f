// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/refusalpauses.h"
#include "rpc/strangerplaces.h"

#include <QTest>

#include <array>

using namespace zalo;
using namespace std::chrono_literals;

class TestStrangerPlaces : public QObject
{
    Q_OBJECT

    std::array<int, 100> m_connections {}; // for their addresses

    const void* at(int i) const { return &m_connections.at(i); }

private slots:
    void aNewcomerTakesThePlaceOfTheOldestOfTheGreediest()
    {
        StrangerPlaces places(4);
        QVERIFY(!places.enter(at(0), 7)); // alone, and the oldest
        for (int i = 1; i < 4; ++i) {
            QVERIFY(!places.enter(at(i), 8));
        }
        QCOMPARE(places.enter(at(4), 9), at(1));
        QCOMPARE(places.enter(at(5), 8), at(2));
        QCOMPARE(places.size(), 4);
    }

    void whoHoldsOneKeepsItWhileAnotherKnocksWithoutEnd()
    {
        StrangerPlaces places(4);
        QVERIFY(!places.enter(at(0), 7));
        for (int i = 1; i < 100; ++i) {
            QVERIFY(places.enter(at(i), 8) != at(0));
        }
    }

    void ofManyProcessesTheOldestGoes()
    {
        StrangerPlaces places(2);
        QVERIFY(!places.enter(at(0), 1));
        QVERIFY(!places.enter(at(1), 2));
        QCOMPARE(places.enter(at(2), 3), at(0));
    }

    void whoLeftHoldsNone()
    {
        StrangerPlaces places(2);
        QVERIFY(!places.enter(at(0), 1));
        QVERIFY(!places.enter(at(1), 1));
        places.leave(at(0));
        places.leave(at(7)); // never was here
        QVERIFY(!places.enter(at(2), 1));
        QCOMPARE(places.size(), 2);
    }

    void whoGuessesWaitsLongerAndLonger()
    {
        const auto now = RefusalPauses::Clock::now();
        RefusalPauses pauses(1s);
        QCOMPARE(pauses.next(7, now), 1s);
        QCOMPARE(pauses.next(7, now), 2s);
        QCOMPARE(pauses.next(7, now), 4s);
        QCOMPARE(pauses.next(7, now), 8s);
        QCOMPARE(pauses.next(7, now), 8s);
        QCOMPARE(pauses.next(8, now), 1s); // somebody else
        QCOMPARE(pauses.next(7, now + 61s), 1s); // a minute without a failure
    }
};

QTEST_GUILESS_MAIN(TestStrangerPlaces)
#include "tst_strangerplaces.moc"
