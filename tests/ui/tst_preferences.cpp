// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void areKept()
    {
        const QTemporaryDir folder;
        {
            Preferences preferences(folder.path());
            QCOMPARE(preferences.language(), QString());
            QCOMPARE(preferences.theme(), Preferences::Theme::Desktop);
            QVERIFY(!preferences.isRiskAccepted());
            const QSignalSpy languages(&preferences, &Preferences::languageChanged);
            const QSignalSpy themes(&preferences, &Preferences::themeChanged);
            preferences.setLanguage(u"vi"_s);
            preferences.setLanguage(u"vi"_s);
            preferences.setTheme(Preferences::Theme::Dark);
            QCOMPARE(languages.size(), 1);
            QCOMPARE(themes.size(), 1);
            preferences.acceptRisk();
            QVERIFY(preferences.claimTrayHint());
            QVERIFY(!preferences.claimTrayHint());
        }
        Preferences again(folder.path());
        QCOMPARE(again.language(), u"vi"_s);
        QCOMPARE(again.theme(), Preferences::Theme::Dark);
        QVERIFY(again.isRiskAccepted());
        QVERIFY(!again.claimTrayHint());
        again.setTheme(Preferences::Theme::Desktop);
        QCOMPARE(again.theme(), Preferences::Theme::Desktop);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
