// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcamarkup.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

using S = TextStyle;

class TestZcaMarkup : public QObject
{
    Q_OBJECT

private slots:
    void marks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<StyleSpans>("styles");
        QTest::addColumn<QString>("markup");
        const auto row = [](const char* name, const QString& text, const StyleSpans& styles,
                            const QString& markup) {
            QTest::newRow(name) << text << styles << markup;
        };
        row("plain", u"Xin chào 🌸"_s, {}, u"Xin chào 🌸"_s);
        row("every mark of its own", u"*_~#\\{}>+-"_s, {}, u"\\*\\_\\~\\#\\\\\\{\\}\\>\\+\\-"_s);
        row("bold", u"a bc d"_s, { { 2, 2, S::Bold } }, u"a {small}**bc**{/small} d"_s);
        row("bold beside bold and italic", u"abc"_s, { { 0, 3, S::Bold }, { 1, 1, S::Italic } },
            u"{small}**a**{/small}{small}***b***{/small}{small}**c**{/small}"_s);
        row("all in one", u"x"_s,
            { { 0, 1, S::Strike }, { 0, 1, S::Italic }, { 0, 1, S::Bold }, { 0, 1, S::Red } },
            u"{red}***~~x~~***{/red}"_s);
        row("twice is once", u"x"_s, { { 0, 1, S::Bold }, { 0, 1, S::Bold } },
            u"{small}**x**{/small}"_s);
        row("one tag only", u"x"_s,
            { { 0, 1, S::Big }, { 0, 1, S::Underline }, { 0, 1, S::Green } },
            u"{green}x{/green}"_s);
        row("over a line end", u"a\nb"_s, { { 0, 3, S::Italic } },
            u"{small}*a*{/small}\n{small}*b*{/small}"_s);
        row("a line that looks like a list", u"1. a\n- b\n  c\n```"_s, {},
            u"{small}1. a{/small}\n\\- b\n{small}  c{/small}\n{small}```{/small}"_s);
        row("bullets", u"• a\n  • b c\n• [x] d"_s,
            { { 0, 3, S::Bullet }, { 4, 7, S::Bullet }, { 8, 1, S::Bold }, { 12, 7, S::Bullet } },
            u"- a\n  - {small}**b**{/small} c\n- {small}[x] d{/small}"_s);
        row("a bullet that somebody wrote", u"• a"_s, {}, u"• a"_s);
        row("no tag over what ends a line", u"a\u2028b"_s, { { 0, 3, S::Bold } },
            u"{small}**a**{/small}\u2028{small}**b**{/small}"_s);
        row("what openzca counts with",
            u"a\x01"
            "5\x02"_s,
            { { 1, 1, S::Bold } }, u"a5"_s);
        row("half a letter", u"a🌸"_s, { { 0, 2, S::Bold } }, u"{small}**a🌸**{/small}"_s);
        row("empty", QString(), {}, QString());
    }

    void marks()
    {
        QFETCH(QString, text);
        QFETCH(StyleSpans, styles);
        QTEST(zcaMarkup({ text, styles }), "markup");
    }

    void falseMentions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first") << u"@Lan"_s << u"\u200b@Lan"_s;
        QTest::newRow("after a blank") << u"hỏi @all nhé"_s << u"hỏi \u200b@all nhé"_s;
        QTest::newRow("after a bracket") << u"(@Lan)"_s << u"(\u200b@Lan)"_s;
        QTest::newRow("an address") << u"lan@a.vn"_s << u"lan@a.vn"_s;
        QTest::newRow("alone") << u"5 @ 3"_s << u"5 @ 3"_s;
        QTest::newRow("last") << u"a @"_s << u"a @"_s;
    }

    void falseMentions()
    {
        QFETCH(QString, text);
        QTEST(withoutFalseMentions({ text, {} }).text, "expected");
    }

    void aMentionStays()
    {
        const StyledText text { u"@Mai @Lan @Tâm"_s,
                                { { 0, 14, S::Bold }, { 5, 4, S::Mention }, { 10, 4, S::Red } } };
        const StyledText guarded = withoutFalseMentions(text);
        QCOMPARE(guarded.text, u"\u200b@Mai @Lan \u200b@Tâm"_s);
        QCOMPARE(guarded.styles,
                 (StyleSpans { { 1, 15, S::Bold }, { 6, 4, S::Mention }, { 12, 4, S::Red } }));
    }
};

QTEST_APPLESS_MAIN(TestZcaMarkup)
#include "tst_zcamarkup.moc"
