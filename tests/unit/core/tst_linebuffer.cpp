// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/linebuffer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestLineBuffer : public QObject
{
    Q_OBJECT

private slots:
    void splitLetterArrivesWhole()
    {
        LineBuffer buffer(100);
        const QByteArray line = u"chào Đức"_s.toUtf8();
        QList<QByteArray> lines;
        for (const char byte : QByteArray(line + '\n')) {
            lines += buffer.feed(QByteArrayView(&byte, 1));
        }
        QCOMPARE(lines, QList<QByteArray> { line });
    }

    void chunks_data()
    {
        QTest::addColumn<QByteArray>("chunk");
        QTest::addColumn<QList<QByteArray>>("lines");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("nothing") << QByteArray() << QList<QByteArray> {} << QByteArray();
        QTest::newRow("two lines")
            << QByteArray("a\nb\n") << QList<QByteArray> { "a", "b" } << QByteArray();
        QTest::newRow("empty line")
            << QByteArray("\n\nb\n") << QList<QByteArray> { "", "", "b" } << QByteArray();
        QTest::newRow("windows line end")
            << QByteArray("a\r\nb\r\n") << QList<QByteArray> { "a", "b" } << QByteArray();
        QTest::newRow("rest") << QByteArray("a\nrest") << QList<QByteArray> { "a" }
                              << QByteArray("rest");
    }

    void chunks()
    {
        QFETCH(QByteArray, chunk);
        QFETCH(QList<QByteArray>, lines);
        QFETCH(QByteArray, rest);
        LineBuffer buffer(100);
        QCOMPARE(buffer.feed(chunk), lines);
        QCOMPARE(buffer.takeRest(), rest);
        QVERIFY(buffer.takeRest().isEmpty());
    }

    void lineAtTheLimitPassesAndOneMoreDoesNot()
    {
        LineBuffer buffer(4);
        QCOMPARE(buffer.feed("1234\n12345\n1234\r\nab\n"),
                 (QList<QByteArray> { "1234", "1234", "ab" }));
        QCOMPARE(buffer.oversized(), 1);
    }

    void oversizedLineInManyChunksTakesNoMemoryAndNoNeighbour()
    {
        LineBuffer buffer(10);
        QVERIFY(buffer.feed("before\n").size() == 1);
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(buffer.feed("xxxxxxxxxxxxxxxxxxxx").isEmpty());
        }
        QCOMPARE(buffer.feed("end\nafter\n"), QList<QByteArray> { "after" });
        QCOMPARE(buffer.oversized(), 1);
    }
};

QTEST_APPLESS_MAIN(TestLineBuffer)
#include "tst_linebuffer.moc"
