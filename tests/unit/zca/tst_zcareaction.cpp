// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcareaction.h"

#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestZcaReaction : public QObject
{
    Q_OBJECT

private slots:
    void codeOfAnEmoji_data()
    {
        QTest::addColumn<QString>("emoji");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QString& emoji, const QString& code) {
            QTest::newRow(name) << emoji << code;
        };
        row("as text", u"❤"_s, u"/-heart"_s);
        row("as emoji", u"❤️"_s, u"/-heart"_s);
        row("with a colour of skin", u"👍🏽"_s, u"/-strong"_s);
        row("with blanks", u" 🙏 "_s, u"_()_"_s);
        row("one of two", u"😢"_s, u":-(("_s);
        row("a code", u"/-ok"_s, u"/-ok"_s);
        row("none of Zalo's", u"🎉"_s, u"🎉"_s);
        row("taken back", {}, {});
    }

    void codeOfAnEmoji()
    {
        QFETCH(QString, emoji);
        QTEST(zcaReaction(emoji), "code");
    }
};

QTEST_APPLESS_MAIN(TestZcaReaction)
#include "tst_zcareaction.moc"
