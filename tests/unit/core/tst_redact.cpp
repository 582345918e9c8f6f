// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/redact.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestRedact : public QObject
{
    Q_OBJECT

private slots:
    void idKeepsItsEndOnly()
    {
        QCOMPARE(redactId(u"365333052772575247"), u"…5247"_s);
        QCOMPARE(redactId(u"999"), u"999"_s);
    }

    void textKeepsItsLengthOnly() { QCOMPARE(redactText(u"Xin chào"), u"[8 chars]"_s); }

    void output_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("clean");
        QTest::newRow("phone") << u"no user +84901234567"_s << u"no user [number]"_s;
        QTest::newRow("id") << u"Group not found: 772797855570859122"_s
                            << u"Group not found: [number]"_s;
        QTest::newRow("qr") << u"data:image/png;base64,iVBORw0KGgo="_s << u"[data]"_s;
        QTest::newRow("url") << u"see https://zalo.me/a?b=c now"_s << u"see [url] now"_s;
        QTest::newRow("lines") << u"a\n  b"_s << u"a b"_s;
        QTest::newRow("long") << QString(300, u'x') << QString(199, u'x') + u"…"_s;
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
