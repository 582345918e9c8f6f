// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "relay/textsplitter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextBoundaryFinder>

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
        row("fits", u"chào", 4, { QStringLiteral("chào") });
        row("one more", u"chàoo", 4, { QStringLiteral("chào"), QStringLiteral("o") });
        row("after a space", u"một hai ba", 8,
            { QStringLiteral("một hai "), QStringLiteral("ba") });
        row("after a line end rather than a space", u"một hai\nba bốn", 12,
            { QStringLiteral("một hai\n"), QStringLiteral("ba bốn") });
        row("a line end too early does not count", u"a\nbcdefghijk lm", 13,
            { QStringLiteral("a\nbcdefghijk "), QStringLiteral("lm") });
        row("spaces are kept", u"ab    cd", 4, { QStringLiteral("ab  "), QStringLiteral("  cd") });
        row("surrogate pair", u"aaa\U0001F600b", 4,
            { QStringLiteral("aaa"), QStringLiteral("\U0001F600b") });
        row("combining accents", u"aaae\u0302\u0301b", 4,
            { QStringLiteral("aaa"), QStringLiteral("e\u0302\u0301b") });
        row("family", u"aa\U0001F468\u200D\U0001F469\u200D\U0001F467", 8,
            { QStringLiteral("aa"), QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467") });
        row("flags", u"aa\U0001F1FB\U0001F1F3\U0001F1EB\U0001F1F7", 8,
            { QStringLiteral("aa\U0001F1FB\U0001F1F3"), QStringLiteral("\U0001F1EB\U0001F1F7") });
        row("skin tone", u"aa\U0001F44D\U0001F3FD", 5,
            { QStringLiteral("aa"), QStringLiteral("\U0001F44D\U0001F3FD") });
        row("Vietnamese in NFD", u"tie\u0302\u0301ng Vie\u0323\u0302t", 13,
            { QStringLiteral("tie\u0302\u0301ng "), QStringLiteral("Vie\u0323\u0302t") });
        row("within an NFD letter", u"Vie\u0323\u0302t", 4,
            { QStringLiteral("Vi"), QStringLiteral("e\u0323\u0302t") });
        row("a grapheme longer than a part", u"e\u0302\u0301\u0302\u0301\u0302", 3,
            { QStringLiteral("e\u0302\u0301"), QStringLiteral("\u0302\u0301\u0302") });
        row("such a one of surrogate pairs", u"\U0001F468\u200D\U0001F469", 3,
            { QStringLiteral("\U0001F468\u200D"), QStringLiteral("\U0001F469") });
        row("no half pair even then", u"a\U0001F468\u200D\U0001F469", 2,
            { QStringLiteral("a"), QStringLiteral("\U0001F468"), QStringLiteral("\u200D"),
              QStringLiteral("\U0001F469") });
        row("Hangul jamo", u"aa\u1112\u1161\u11AB\u1100\u1173\u11AF", 7,
            { QStringLiteral("aa\u1112\u1161\u11AB"), QStringLiteral("\u1100\u1173\u11AF") });
        row("carriage return and line feed", u"abcd\r\nef", 5,
            { QStringLiteral("abcd"), QStringLiteral("\r\nef") });
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
        QTest::newRow("family") << QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467");
        QTest::newRow("flag") << QStringLiteral("\U0001F1FB\U0001F1F3");
        QTest::newRow("NFD") << QStringLiteral("e\u0323\u0302");
        QTest::newRow("jamo") << QStringLiteral("\u1112\u1161\u11AB");
        QTest::newRow("keycap") << QStringLiteral("1\uFE0F\u20E3");
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
            QStringLiteral("Nguyễn Đức "),
            QStringLiteral("e\u0323\u0302"),
            QStringLiteral("\n"),
            QStringLiteral("\U0001F1FB\U0001F1F3"),
            QStringLiteral("\U0001F44D\U0001F3FD"),
            QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467"),
            QStringLiteral("\u1112\u1161\u11AB"),
            QStringLiteral("khôngcókhoảngtrắng"),
            QStringLiteral(" "),
            QStringLiteral("\t\r\n"),
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

    void staysFastWithALongText()
    {
        const QString text = QStringLiteral("xin chào các bạn ").repeated(30'000);
        QBENCHMARK_ONCE
        {
            QCOMPARE(splitText(text, 2000).join(QString()), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextSplitter)
#include "tst_textsplitter.moc"
