// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/ids.h"
#include "core/profilename.h"

#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestProfileName : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("name");
        const auto row = [](const QString& label, const QString& name) {
            QTest::newRow(qPrintable(label)) << label << name;
        };
        row(u"Shop Hà Nội"_s, u"shop-ha-noi"_s);
        row(u"Đồ ăn vặt Ưu Đãi"_s, u"do-an-vat-uu-dai"_s);
        row(u"Đặng  &  con"_s, u"dang-con"_s);
        row(u"--yes"_s, u"yes"_s);
        row(u"../../etc"_s, u"etc"_s);
        row(u"Shop 2"_s, u"shop-2"_s);
        row(u"店"_s, u"account"_s);
        row(u"🌸"_s, u"account"_s);
        row({}, u"account"_s);
        row(u"🌸 Mai 🌸"_s, u"mai"_s);
        row(u"Cửa hàng bán lẻ và sỉ quần áo trẻ em Hà Nội"_s,
            u"cua-hang-ban-le-va-si-quan-ao-tre-em-ha"_s);
    }

    void names()
    {
        QFETCH(QString, label);
        QFETCH(QString, name);
        QCOMPARE(freeProfileName(label, [](const QString&) { return false; }), name);
        QVERIFY(isProfileName(name));
    }

    void aTakenOneGetsANumber()
    {
        const QStringList taken { u"shop"_s, u"shop-2"_s, u"shop-4"_s };
        const auto isTaken = [&taken](const QString& name) { return taken.contains(name); };
        QCOMPARE(freeProfileName(u"Shop"_s, isTaken), u"shop-3"_s);
        QCOMPARE(freeProfileName(u"Shop 2"_s, isTaken), u"shop-2-2"_s);
    }
};

QTEST_GUILESS_MAIN(TestProfileName)
#include "tst_profilename.moc"
