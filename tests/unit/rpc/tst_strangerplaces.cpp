// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/strangerplaces.h"

#include <QTest>

#include <array>

using namespace zalo;

class TestStrangerPlaces : public QObject
{
    Q_OBJECT

    std::array<int, 100> m_connections {}; // for their addresses

    int* at(int i) { return &m_connections.at(i); }

private slots:
    void aNewcomerTakesThePlaceOfTheOldestOfTheGreediest()
    {
        StrangerPlaces<int> places(4);
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
        StrangerPlaces<int> places(4);
        QVERIFY(!places.enter(at(0), 7));
        for (int i = 1; i < 100; ++i) {
            QVERIFY(places.enter(at(i), 8) != at(0));
        }
    }

    void ofManyProcessesTheOldestGoes()
    {
        StrangerPlaces<int> places(2);
        QVERIFY(!places.enter(at(0), 1));
        QVERIFY(!places.enter(at(1), 2));
        QCOMPARE(places.enter(at(2), 3), at(0));
    }

    void whoLeftHoldsNone()
    {
        StrangerPlaces<int> places(2);
        QVERIFY(!places.enter(at(0), 1));
        QVERIFY(!places.enter(at(1), 1));
        places.leave(at(0));
        places.leave(at(7)); // never was here
        QVERIFY(!places.enter(at(2), 1));
        QCOMPARE(places.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestStrangerPlaces)
#include "tst_strangerplaces.moc"
