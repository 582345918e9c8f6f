// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/error.h"
#include "core/ids.h"
#include "core/policy.h"

#include <QSet>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasASentenceThatEnds()
    {
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            const QString text = errorText({ ErrorKind(kind), QStringLiteral("DETAIL") });
            QVERIFY2(text.endsWith(u'.') || text.endsWith(u')') || text.contains(u':'),
                     qPrintable(text));
            QVERIFY(!text.contains(QStringLiteral("%1")));
            QVERIFY(!errorKindName(ErrorKind(kind)).isEmpty());
        }
    }

    void detailStandsInTheSentence()
    {
        QCOMPARE(errorText({ ErrorKind::ApprovalNeeded, QStringLiteral("abc") }),
                 QStringLiteral("This Gateway waits for approval. Approve it on the companion's "
                                "machine: zalo-companion gateways approve abc"));
    }

    void profileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QStringLiteral("default") << true;
        QTest::newRow("all kinds") << QStringLiteral("Shop_2-b") << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("path") << QStringLiteral("../x") << false;
        QTest::newRow("accent") << QStringLiteral("tiệm") << false;
        QTest::newRow("long") << QString(65, u'a') << false;
    }

    void profileNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(isProfileName(name), good);
    }

    void scaledPolicyScalesTimesAndKeepsCounts()
    {
        const Policy whole;
        const Policy tenth = whole.scaled(0.1);
        QCOMPARE(tenth.deliverDeadline, 3'000ms);
        QCOMPARE(tenth.reconnect.longest, 1'600ms);
        QCOMPARE(tenth.deliverTries, whole.deliverTries);
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
