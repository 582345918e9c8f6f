// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/byteallowance.h"

#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestByteAllowance : public QObject
{
    Q_OBJECT

    const ByteAllowance::Clock::time_point m_start = ByteAllowance::Clock::now();

private slots:
    void withoutARateItIsATotal()
    {
        ByteAllowance allowance(100);
        QVERIFY(allowance.take(60, m_start));
        QVERIFY(allowance.take(40, m_start + 1h));
        QVERIFY(!allowance.take(1, m_start + 2h));
    }

    void withARateItGrowsUpToTheBurst()
    {
        ByteAllowance allowance(100, 10);
        QVERIFY(allowance.take(100, m_start));
        QVERIFY(!allowance.take(11, m_start + 1s));
        QVERIFY(allowance.take(10, m_start + 2s));
        QVERIFY(allowance.take(100, m_start + 1h));
        QVERIFY(!allowance.take(1, m_start + 1h));
    }

    void tooMuchAtOnceLeavesNothing()
    {
        ByteAllowance allowance(100);
        QVERIFY(!allowance.take(101, m_start));
        QVERIFY(!allowance.take(1, m_start));
    }
};

QTEST_GUILESS_MAIN(TestByteAllowance)
#include "tst_byteallowance.moc"
