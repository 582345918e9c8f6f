// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/textsplitter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestTextSplitter : public QObject
{
    Q_OBJECT

    //! True when no part begins inside a grapheme of the whole text.
    static bool cutsBetweenGraphemes(const QString& text, const QStringList& parts)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        qsizetype at = 0;
        for (const QString& part : parts) {
            finder.setPosition(at);
            if (!finder.isAtBoundary()) {
                return false;
            }
            at += part.size();
        }
        return true;
    }

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("units");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* name, const char16_t* text, int units, QStringList parts) {
            QTest::newRow(name) << QString::fromUtf16(text) << units << parts;
        };
        row("empty", u"", 5, { QString() });
        row("fits", u"chào", 4, { u"chào"_s });
        row("one more", u"chàoo", 4, { u"chào"_s, u"o"_s });
        row("after a space", u"một hai ba", 8, { u"một hai "_s, u"ba"_s });
        row("after a line end rather than a space", u"một hai\nba bốn", 12,
            { u"một hai\n"_s, u"ba bốn"_s });
        row("a line end too early does not count", u"a\nbcdefghijk lm", 13,
            { u"a\nbcdefghijk "_s, u"lm"_s });
        row("spaces are kept", u"ab    cd", 4, { u"ab  "_s, u"  cd"_s });
        row("surrogate pair", u"aaa\U0001F600b", 4, { u"aaa"_s, u"\U0001F600b"_s });
        row("combining accents", u"aaae\u0302\u0301b", 4, { u"aaa"_s, u"e\u0302\u0301b"_s });
        row("family", u"aa\U0001F468\u200D\U0001F469\u200D\U0001F467", 8,
            { u"aa"_s, u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s });
        row("flags", u"aa\U0001F1FB\U0001F1F3\U0001F1EB\U0001F1F7", 8,
            { u"aa\U0001F1FB\U0001F1F3"_s, u"\U0001F1EB\U0001F1F7"_s });
        row("skin tone", u"aa\U0001F44D\U0001F3FD", 5, { u"aa"_s, u"\U0001F44D\U0001F3FD"_s });
        row("Vietnamese in NFD", u"tie\u0302\u0301ng Vie\u0323\u0302t", 13,
            { u"tie\u0302\u0301ng "_s, u"Vie\u0323\u0302t"_s });
        row("within an NFD letter", u"Vie\u0323\u0302t", 4, { u"Vi"_s, u"e\u0323\u0302t"_s });
        row("a grapheme longer than a part", u"e\u0302\u0301\u0302\u0301\u0302", 3,
            { u"e\u0302\u0301"_s, u"\u0302\u0301\u0302"_s });
        row("such a one of surrogate pairs", u"\U0001F468\u200D\U0001F469", 3,
            { u"\U0001F468\u200D"_s, u"\U0001F469"_s });
        row("no half pair even then", u"a\U0001F468\u200D\U0001F469", 2,
            { u"a"_s, u"\U0001F468"_s, u"\u200D"_s, u"\U0001F469"_s });
        row("Hangul jamo", u"aa\u1112\u1161\u11AB\u1100\u1173\u11AF", 7,
            { u"aa\u1112\u1161\u11AB"_s, u"\u1100\u1173\u11AF"_s });
        row("carriage return and line feed", u"abcd\r\nef", 5, { u"abcd"_s, u"\r\nef"_s });
    }

    void splits()
    {
        QFETCH(QString, text);
        QFETCH(int, units);
        QFETCH(QStringList, parts);
        QCOMPARE(splitText(text, units), parts);
    }

    //! What Zalo takes in one message, with a cluster across the bound.
    void keepsClustersWholeAtTheRealBound_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::newRow("family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
        QTest::newRow("flag") << u"\U0001F1FB\U0001F1F3"_s;
        QTest::newRow("NFD") << u"e\u0323\u0302"_s;
        QTest::newRow("jamo") << u"\u1112\u1161\u11AB"_s;
        QTest::newRow("keycap") << u"1\uFE0F\u20E3"_s;
    }

    void keepsClustersWholeAtTheRealBound()
    {
        QFETCH(QString, cluster);
        for (qsizetype inside = 1; inside < cluster.size(); ++inside) {
            const QString before(2000 - inside, u'x');
            QCOMPARE(splitText(before + cluster + u'y', 2000),
                     (QStringList { before, cluster + u'y' }));
        }
    }

    void losesNothing()
    {
        // Vietnamese in both forms, emoji, line ends and long runs, mixed by a fixed seed.
        const QStringList pieces {
            u"Nguyễn Đức "_s,
            u"e\u0323\u0302"_s,
            u"\n"_s,
            u"\U0001F1FB\U0001F1F3"_s,
            u"\U0001F44D\U0001F3FD"_s,
            u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s,
            u"\u1112\u1161\u11AB"_s,
            u"khôngcókhoảngtrắng"_s,
            u" "_s,
            u"\t\r\n"_s,
        };
        QRandomGenerator random(20260101);
        for (int round = 0; round < 50; ++round) {
            QString text;
            for (int i = 0; i < 400; ++i) {
                text += pieces.at(random.bounded(int(pieces.size())));
            }
            const int units = random.bounded(20, 300);
            const QStringList parts = splitText(text, units);
            QCOMPARE(parts.join(QString()), text);
            for (const QString& part : parts) {
                QVERIFY(!part.isEmpty() && part.size() <= units);
            }
            QVERIFY(cutsBetweenGraphemes(text, parts));
        }
    }

    void stylesGoWithTheirParts()
    {
        const StyledText text { u"một hai ba"_s, { { 0, 10, TextStyle::Bold } } };
        QCOMPARE(splitText(text, 8, 5),
                 (QList<StyledText> { { u"một hai "_s, { { 0, 8, TextStyle::Bold } } },
                                      { u"ba"_s, { { 0, 2, TextStyle::Bold } } } }));
    }

    void aMentionIsNotCut()
    {
        const StyledText text { u"hai @Lan Anh ơi"_s, { { 4, 8, TextStyle::Mention } } };
        const QList<StyledText> parts = splitText(text, 12, 5);
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts.at(1), (StyledText { u"@Lan Anh ơi"_s, { { 0, 8, TextStyle::Mention } } }));
    }

    //! With too many ranges zca would cut the text by itself, wherever.
    void aPartHasSoManyStyles()
    {
        StyledText text;
        for (int i = 0; i < 7; ++i) {
            text.append({ u"• dòng\n"_s, { { 0, 6, TextStyle::Bullet } } });
        }
        const QList<StyledText> parts = splitText(text, 2000, 3);
        QCOMPARE(parts.size(), 3);
        StyledText again;
        for (const StyledText& part : parts) {
            QVERIFY(part.styles.size() <= 3);
            again.append(part);
        }
        QCOMPARE(again, text);
        QCOMPARE(parts.first().text, u"• dòng\n"_s.repeated(3));
    }

    void staysFastWithALongText()
    {
        const QString text = u"xin chào các bạn "_s.repeated(30'000);
        QBENCHMARK_ONCE
        {
            QCOMPARE(splitText(text, 2000).join(QString()), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextSplitter)
#include "tst_textsplitter.moc"
