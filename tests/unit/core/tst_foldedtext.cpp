// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactentry.h"
#include "core/foldedtext.h"

#include <QTest>

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
        row("plain", QStringLiteral("mai 92"), QStringLiteral("mai 92"));
        row("upper case", QStringLiteral("MAI"), QStringLiteral("mai"));
        row("composed", QStringLiteral("Nguyễn Đức Ưởng"), QStringLiteral("nguyen duc uong"));
        row("decomposed", QStringLiteral("Nguye\u0302\u0303n"), QStringLiteral("nguyen"));
        row("all vowels", QStringLiteral("ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ íìỉĩị"),
            QStringLiteral("aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy iiiii"));
        row("d with stroke", QStringLiteral("đĐ"), QStringLiteral("dd"));
        row("emoji", QStringLiteral("Vũ Thị Mai 🌸"), QStringLiteral("vu thi mai 🌸"));
        row("compatibility forms", QStringLiteral("ﬁ Ｍａｉ"), QStringLiteral("fi mai"));
        row("white space", QStringLiteral("  a \t\n b  "), QStringLiteral("a b"));
        row("no-break space", QStringLiteral("a\u00A0b"), QStringLiteral("a b"));
        row("line ends never stay", QStringLiteral("a\u2028b\u0085c"), QStringLiteral("a b c"));
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
        entry.id = QStringLiteral("365000000000000001");
        entry.name = QStringLiteral("Chị Đào");
        entry.zaloName = QStringLiteral("Đào Nguyễn");
        entry.username = QStringLiteral("dao.nguyen");
        entry.phoneNumber = QStringLiteral("+84 912 345 678");
        QCOMPARE(searchKey(entry),
                 QStringLiteral("chi dao\ndao nguyen\ndao.nguyen\n84912345678\n0912345678\n"
                                "365000000000000001"));
        entry.zaloName = QStringLiteral("CHỊ ĐÀO"); // the same again adds nothing
        entry.username.clear();
        entry.phoneNumber.clear();
        QCOMPARE(searchKey(entry), QStringLiteral("chi dao\n365000000000000001"));
    }

    void readsAQueryAsAKeyIsWritten()
    {
        QCOMPARE(searchNeedle(QStringLiteral(" ĐÀO  ")), QStringLiteral("dao"));
        QCOMPARE(searchNeedle(QStringLiteral("+84 912 345 678")), QStringLiteral("84912345678"));
        QCOMPARE(searchNeedle(QStringLiteral("0912.345.678")), QStringLiteral("0912345678"));
        QCOMPARE(searchNeedle(QStringLiteral("3.5")), QStringLiteral("3.5"));
        QCOMPARE(searchNeedle(QStringLiteral("-")), QStringLiteral("-"));
    }
};

QTEST_GUILESS_MAIN(TestFoldedText)
#include "tst_foldedtext.moc"
