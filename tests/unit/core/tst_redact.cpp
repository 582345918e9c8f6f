// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/redact.h"

#include <QTest>

using namespace zalo;

class TestRedact : public QObject
{
    Q_OBJECT

private slots:
    void idKeepsItsEndOnly()
    {
        QCOMPARE(redactId(u"365333052772575247"), QStringLiteral("…5247"));
        QCOMPARE(redactId(u"999"), QStringLiteral("999"));
    }

    void textKeepsItsLengthOnly()
    {
        QCOMPARE(redactText(u"Xin chào"), QStringLiteral("[8 chars]"));
    }

    void output_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("clean");
        QTest::newRow("phone") << QStringLiteral("no user +84901234567")
                               << QStringLiteral("no user [number]");
        QTest::newRow("id") << QStringLiteral("Group not found: 772797855570859122")
                            << QStringLiteral("Group not found: [number]");
        QTest::newRow("qr") << QStringLiteral("data:image/png;base64,iVBORw0KGgo=")
                            << QStringLiteral("[data]");
        QTest::newRow("url") << QStringLiteral("see https://zalo.me/a?b=c now")
                             << QStringLiteral("see [url] now");
        QTest::newRow("lines") << QStringLiteral("a\n  b") << QStringLiteral("a b");
        QTest::newRow("long") << QString(300, u'x') << QString(199, u'x') + QStringLiteral("…");
    }

    void output()
    {
        QFETCH(QString, raw);
        QFETCH(QString, clean);
        QCOMPARE(redactOutput(raw), clean);
    }
};

QTEST_APPLESS_MAIN(TestRedact)
#include "tst_redact.moc"
