// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/styledtext.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {

QJsonObject range(int start, int length, const QString& style)
{
    return { { u"start"_s, start }, { u"length"_s, length }, { u"style"_s, style } };
}

} // namespace

class TestStyledText : public QObject
{
    Q_OBJECT

private slots:
    void aPartKeepsItsLooks()
    {
        const StyledText text { u"• một hai ba"_s,
                                { { 0, 12, TextStyle::Bullet }, { 6, 6, TextStyle::Bold } } };
        QCOMPARE(text.mid(0, 8),
                 (StyledText { u"• một ha"_s,
                               { { 0, 8, TextStyle::Bullet }, { 6, 2, TextStyle::Bold } } }));
        QCOMPARE(text.mid(8, 4), (StyledText { u"i ba"_s, { { 0, 4, TextStyle::Bold } } }));
        StyledText again = text.mid(0, 8);
        again.append(text.mid(8, 4));
        QCOMPARE(again.text, text.text);
        QCOMPARE(again.styles.last(), (StyleSpan { 8, 4, TextStyle::Bold }));
    }

    void halfANameIsNoMention()
    {
        const StyledText text { u"gọi @Lan Anh nhé"_s, { { 4, 8, TextStyle::Mention } } };
        QVERIFY(text.mid(0, 8).styles.isEmpty());
        QVERIFY(text.mid(6, 10).styles.isEmpty());
        QCOMPARE(text.mid(2, 12).styles, (StyleSpans { { 2, 8, TextStyle::Mention } }));
    }

    void jsonAndBack()
    {
        StyleSpans all;
        for (int style = int(TextStyle::Bold); style <= int(TextStyle::Mention); ++style) {
            all.append({ style, 2, TextStyle(style) });
        }
        const Result<StyleSpans> read = stylesFromJson(stylesJson(all), 100);
        QVERIFY(read.has_value());
        QCOMPARE(*read, all);
        const auto sorted = stylesFromJson(
            { range(3, 1, u"bold"_s), range(0, 2, u"mention"_s), range(0, 4, u"red"_s) }, 4);
        QVERIFY(sorted.has_value());
        QCOMPARE(*sorted,
                 (StyleSpans { { 0, 2, TextStyle::Mention },
                               { 0, 4, TextStyle::Red },
                               { 3, 1, TextStyle::Bold } }));
    }

    void whatIsNoRange_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no object") << QJsonValue(u"bold"_s);
        QTest::newRow("no style") << QJsonValue(range(0, 1, u"blink"_s));
        QTest::newRow("before the text") << QJsonValue(range(-1, 2, u"bold"_s));
        QTest::newRow("empty") << QJsonValue(range(0, 0, u"bold"_s));
        QTest::newRow("behind the text") << QJsonValue(range(3, 2, u"bold"_s));
        QTest::newRow("no number") << QJsonValue(
            QJsonObject { { u"start"_s, u"0"_s }, { u"length"_s, 1 }, { u"style"_s, u"bold"_s } });
    }

    void whatIsNoRange()
    {
        QFETCH(QJsonValue, value);
        const Result<StyleSpans> read = stylesFromJson(QJsonArray { value }, 4);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, ErrorKind::BadRequest);
    }
};

QTEST_APPLESS_MAIN(TestStyledText)
#include "tst_styledtext.moc"
