// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/language.h"

#include <QCoreApplication>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    //! English is a translation as well: it has the plural forms.
    void countsInWords_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("one");
        const QString english = u"1 person asks whether the bot may answer"_s;
        QTest::newRow("English") << u"en"_s << english;
        QTest::newRow("of Britain") << u"en_GB"_s << english;
        QTest::newRow("a system without a language") << u"C"_s << english;
        QTest::newRow("a language that is not ours") << u"de"_s << english;
        QTest::newRow("French") << u"fr"_s << u"1 personne attend de pouvoir parler au bot"_s;
        QTest::newRow("Vietnamese") << u"vi"_s << u"1 người đang chờ được trò chuyện với bot"_s;
    }

    void countsInWords()
    {
        QFETCH(QString, code);
        Language language;
        language.use(code);
        const QString text = QCoreApplication::translate(
            "Finding", "%n person(s) asking whether the bot may answer", nullptr, 1);
        QTEST(text, "one");
    }

    void theSystemsLanguageToo()
    {
        QCOMPARE(QLocale::system().language(), QLocale::C); // the tests' own environment
        Language language;
        language.use({});
        QCOMPARE(QCoreApplication::translate("Finding", "%n message(s) possibly sent", nullptr, 1),
                 u"1 message possibly sent"_s);
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
