// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactentry.h"
#include "core/foldedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestFoldedText : public QObject
{
    Q_OBJECT

private slots:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char* name, const QString& text, const QString& folded) {
            QTest::newRow(name) << text << folded;
        };
        row("empty", {}, {});
        row("plain", u"mai 92"_s, u"mai 92"_s);
        row("upper case", u"MAI"_s, u"mai"_s);
        row("composed", u"Nguyễn Đức Ưởng"_s, u"nguyen duc uong"_s);
        row("decomposed", u"Nguye\u0302\u0303n"_s, u"nguyen"_s);
        row("all vowels", u"ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ íìỉĩị"_s,
            u"aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy iiiii"_s);
        row("d with stroke", u"đĐ"_s, u"dd"_s);
        row("emoji", u"Vũ Thị Mai 🌸"_s, u"vu thi mai 🌸"_s);
        row("compatibility forms", u"ﬁ Ｍａｉ"_s, u"fi mai"_s);
        row("white space", u"  a \t\n b  "_s, u"a b"_s);
        row("no-break space", u"a\u00A0b"_s, u"a b"_s);
        row("line ends never stay", u"a\u2028b\u0085c"_s, u"a b c"_s);
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(foldedText(text), folded);
        QCOMPARE(foldedText(folded), folded);
    }

    void writesAKeyOfLines()
    {
        ContactEntry entry;
        entry.id = u"365000000000000001"_s;
        entry.name = u"Chị Đào"_s;
        entry.zaloName = u"Đào Nguyễn"_s;
        entry.username = u"dao.nguyen"_s;
        entry.phoneNumber = u"+84 912 345 678"_s;
        QCOMPARE(searchKey(entry),
                 u"chi dao\ndao nguyen\ndao.nguyen\n84912345678\n0912345678\n"
                 "365000000000000001"_s);
        entry.zaloName = u"CHỊ ĐÀO"_s; // the same again adds nothing
        entry.username.clear();
        entry.phoneNumber.clear();
        QCOMPARE(searchKey(entry), u"chi dao\n365000000000000001"_s);
    }

    void readsAQueryAsAKeyIsWritten()
    {
        QCOMPARE(searchNeedle(u" ĐÀO  "_s), u"dao"_s);
        QCOMPARE(searchNeedle(u"+84 912 345 678"_s), u"84912345678"_s);
        QCOMPARE(searchNeedle(u"0912.345.678"_s), u"0912345678"_s);
        QCOMPARE(searchNeedle(u"3.5"_s), u"3.5"_s);
        QCOMPARE(searchNeedle(u"-"_s), u"-"_s);
    }
};

QTEST_GUILESS_MAIN(TestFoldedText)
#include "tst_foldedtext.moc"
