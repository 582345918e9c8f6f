// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/singleline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestSingleLine : public QObject
{
    Q_OBJECT

private slots:
    void foreignText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("plain") << u"Le Van 2"_s << u"Le Van 2"_s;
        QTest::newRow("line ends")
            << u"Lan\r\nGateway: connected\u2028x\u0085y"_s << u"Lan Gateway: connected x y"_s;
        QTest::newRow("space") << u"  Lan\t\u00a0 Anh "_s << u"Lan Anh"_s;
        QTest::newRow("escape") << u"\x1b[31mLan\x1b[0m\a"_s << u"[31mLan[0m"_s;
        QTest::newRow("C1") << u"\u009b31mLan\u0090"_s << u"31mLan"_s;
        QTest::newRow("DEL, NUL") << QString(u"La\x7fn"_s + QChar(0)) << u"Lan"_s;
        QTest::newRow("overrides") << u"\u202aa\u202bb\u202cc\u202dd\u202ee"_s << u"abcde"_s;
        QTest::newRow("isolates") << u"\u2066a\u2067b\u2068c\u2069d"_s << u"abcd"_s;
        QTest::newRow("marks") << u"\u200ea\u200fb\u061cc"_s << u"abc"_s;
        QTest::newRow("unseen") << u"\ufeffa\u200bb\u2060c\u00add"_s << u"abcd"_s;
        QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd83d) + u"b"_s) << u"a\ufffdb"_s;
        // What people really write.
        QTest::newRow("joined emoji") << u"Lan 👩‍👩‍👧‍👦 ❤️"_s
                                      << u"Lan 👩‍👩‍👧‍👦 ❤️"_s;
        QTest::newRow("composed") << u"Nguyễn Thị Ánh"_s << u"Nguyễn Thị Ánh"_s;
        const QString decomposed = u"Nguyễn Thị Ánh"_s.normalized(QString::NormalizationForm_D);
        QTest::newRow("combining marks") << decomposed << decomposed;
        QTest::newRow("right to left") << u"علی\u200cرضا"_s << u"علی\u200cرضا"_s;
        const QString tower = u"Z"_s + QString(u"\u0335\u0340"_s).repeated(500);
        QTest::newRow("a tower of accents") << tower << tower.left(5);
        const QString joined = u"a"_s + QString(u"\u0300\u200d"_s).repeated(9);
        QTest::newRow("a tower with joiners") << joined << joined.left(5);
        QTest::newRow("unseen tags") << u"Lan\U000e0041\U000e007f"_s << u"Lan"_s;
        // Nothing that a person would see.
        QTest::newRow("format only") << u"\u202e\u200b\u2066"_s << QString();
        QTest::newRow("joiners only") << u"\u200d \u200c\ufe0f"_s << QString();
        QTest::newRow("fillers only") << u"\u3164\u2800 \u115f"_s << QString();
    }

    void foreignText()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QCOMPARE(singleLine(text), line);
        QCOMPARE(singleLine(line), line);
    }

    void namesAreBounded()
    {
        QCOMPARE(foreignName(u"X\u202egnp.exe\n"_s), u"Xgnp.exe"_s);
        QCOMPARE(foreignName(QString(120, u'x')), QString(120, u'x'));
        QCOMPARE(foreignName(QString(121, u'x')), QString(119, u'x') + u'…');
        QCOMPARE(foreignName(QString(2 << 20, u'x')), QString(119, u'x') + u'…');
        QCOMPARE(foreignName(QString(2 << 20, u'\u202e')), QString());
        // No letter is cut in two.
        const QString family = u"👩‍👩‍👧‍👦"_s; // 11 units
        QCOMPARE(foreignName(family.repeated(11)), family.repeated(10) + u'…');
        const QString decomposed = u"ệ"_s.normalized(QString::NormalizationForm_D); // 3 units
        QCOMPARE(foreignName(decomposed.repeated(41)), decomposed.repeated(39) + u'…');
        QCOMPARE(foreignName(foreignName(family.repeated(11))), foreignName(family.repeated(11)));
    }

    void textsAreShownWithTheirLines()
    {
        QCOMPARE(shownLines(u"  Chào\r\n\tX\u202egnp.exe\u200b\x1b[2J\u009b!\u2028x\0"_s),
                 u"  Chào\n Xgnp.exe[2J!\nx"_s);
        QCOMPARE(shownLines(u"Chào 👩‍👩‍👧‍👦 ❤️\n\nbạn"_s),
                 u"Chào 👩‍👩‍👧‍👦 ❤️\n\nbạn"_s);
    }

    void textsKeepTheirLinesAndPositions()
    {
        const QString text = u"Chào\r\n\x1b[2Jbạn\t\u009b!\x7f\u202e"_s;
        QCOMPARE(withoutControls(text), u"Chào \n [2Jbạn\t ! \u202e"_s);
        QCOMPARE(withoutControls(u"Chào\nbạn"_s), u"Chào\nbạn"_s);
    }
};

QTEST_APPLESS_MAIN(TestSingleLine)
#include "tst_singleline.moc"
