// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using Reachability = QNetworkInformation::Reachability;

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfAReturnOnly()
    {
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.setReachability(Reachability::Online); // as it was
        watch.setReachability(Reachability::Disconnected);
        watch.setReachability(Reachability::Site);
        QCOMPARE(back.size(), 0);
        watch.setReachability(Reachability::Online);
        watch.setReachability(Reachability::Online);
        QCOMPARE(back.size(), 1);
        watch.setReachability(Reachability::Unknown);
        watch.setReachability(Reachability::Online);
        QCOMPARE(back.size(), 2);
    }

    //! A machine without NetworkManager, as this test's: nothing happens.
    void startsWithoutNetworkManager()
    {
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.start();
        QCOMPARE(back.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
