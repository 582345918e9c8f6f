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
            QCOMPARE(preferences.look(), Preferences::Look::Desktop);
            QVERIFY(!preferences.isRiskAccepted());
            const QSignalSpy languages(&preferences, &Preferences::languageChanged);
            const QSignalSpy looks(&preferences, &Preferences::lookChanged);
            preferences.setLanguage(u"vi"_s);
            preferences.setLanguage(u"vi"_s);
            preferences.setLook(Preferences::Look::Dark);
            QCOMPARE(languages.size(), 1);
            QCOMPARE(looks.size(), 1);
            preferences.acceptRisk();
            QVERIFY(preferences.takeTrayHint());
            QVERIFY(!preferences.takeTrayHint());
        }
        Preferences again(folder.path());
        QCOMPARE(again.language(), u"vi"_s);
        QCOMPARE(again.look(), Preferences::Look::Dark);
        QVERIFY(again.isRiskAccepted());
        QVERIFY(!again.takeTrayHint());
        again.setLook(Preferences::Look::Desktop);
        QCOMPARE(again.look(), Preferences::Look::Desktop);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
