// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settings.h"

#include "settings/settingsformat.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void whatAnEarlierVersionStoredIsTakenOver()
    {
        const QTemporaryDir folder;
        const QString windows = folder.filePath(u"windows.json"_s);
        {
            QSettings old(folder.filePath(u"settings.json"_s), settingsFormat());
            old.setValue(u"accounts/profiles"_s, QStringList { u"default"_s, u"shop"_s });
            old.setValue(u"relay/sendsPerMinute"_s, 12);
            old.setValue(u"relay/days-kept"_s, 90);
            QSettings oldWindows(windows, settingsFormat());
            oldWindows.setValue(u"language"_s, u"vi"_s);
            oldWindows.setValue(u"look"_s, u"dark"_s);
            oldWindows.setValue(u"riskAccepted"_s, true);
            oldWindows.setValue(u"trayHintShown"_s, true);
            oldWindows.setValue(u"geometry"_s, QString::fromLatin1(QByteArray("xy").toBase64()));
        }
        {
            Settings settings(folder.path());
            QCOMPARE(settings.profiles(), (QStringList { u"default"_s, u"shop"_s }));
            QCOMPARE(settings.sendsPerMinute(), 12);
            QCOMPARE(settings.retentionDays(), 90);
            QCOMPARE(settings.language(), u"vi"_s);
            QCOMPARE(settings.theme(), Settings::Theme::Dark);
            QVERIFY(settings.isRiskAccepted());
            QVERIFY(!settings.claimTrayHint());
            QCOMPARE(settings.windowGeometry(), QByteArray("xy"));
            QVERIFY(!QFile::exists(windows));
            settings.setSendsPerMinute(30);
        }
        const QSettings file(folder.filePath(u"settings.json"_s), settingsFormat());
        QVERIFY(!file.contains(u"relay/sendsPerMinute"_s) && !file.contains(u"relay/days-kept"_s));
        QCOMPARE(file.value(u"relay/sends-per-minute"_s).toInt(), 30);
        QCOMPARE(file.value(u"relay/retention-days"_s).toInt(), 90);
        QCOMPARE(file.value(u"window/theme"_s).toString(), u"dark"_s);
    }

    //! A program that was started again in between has the newer values.
    void whatIsThereAlreadyStays()
    {
        const QTemporaryDir folder;
        {
            Settings(folder.path()).setLanguage(u"fr"_s);
            QSettings windows(folder.filePath(u"windows.json"_s), settingsFormat());
            windows.setValue(u"language"_s, u"vi"_s);
        }
        QCOMPARE(Settings(folder.path()).language(), u"fr"_s);
    }

    void peopleNameHostsInTheFile()
    {
        const QTemporaryDir folder;
        QVERIFY(Settings(folder.path()).mediaHosts().isEmpty());
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"relay/media-hosts": ["cdn.example.org", "img.example.org"]})");
        file.close();
        QCOMPARE(Settings(folder.path()).mediaHosts(),
                 (QStringList { u"cdn.example.org"_s, u"img.example.org"_s }));
    }

    void twoOverOneFolderShareTheirValues()
    {
        const QTemporaryDir folder;
        Settings one(folder.path());
        Settings other(folder.path());
        one.setRetentionDays(7);
        other.setLanguage(u"vi"_s);
        QCOMPARE(other.retentionDays(), 7);
        QCOMPARE(one.language(), u"vi"_s);
    }

    void areKept()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.path());
            QCOMPARE(settings.language(), QString());
            QCOMPARE(settings.theme(), Settings::Theme::Desktop);
            QVERIFY(!settings.isRiskAccepted());
            const QSignalSpy languages(&settings, &Settings::languageChanged);
            const QSignalSpy themes(&settings, &Settings::themeChanged);
            settings.setLanguage(u"vi"_s);
            settings.setLanguage(u"vi"_s);
            settings.setTheme(Settings::Theme::Dark);
            QCOMPARE(languages.size(), 1);
            QCOMPARE(themes.size(), 1);
            QCOMPARE(settings.maxAgeHours(), 0);
            settings.setMaxAgeHours(48);
            const QSignalSpy switched(&settings, &Settings::switched);
            for (const Settings::Switch which :
                 { Settings::Switch::PauseForOwner, Settings::Switch::MessageTexts,
                   Settings::Switch::PairingNotifications, Settings::Switch::NotifyProgram,
                   Settings::Switch::NotifyStorage, Settings::Switch::NotifySession,
                   Settings::Switch::NotifyGateway, Settings::Switch::NotifyDelivery,
                   Settings::Switch::NotifyMessages }) {
                QVERIFY(settings.isOn(which));
                settings.setOn(which, false);
                settings.setOn(which, false);
            }
            QCOMPARE(switched.size(), 9);
            settings.acceptRisk();
            QVERIFY(settings.claimTrayHint());
            QVERIFY(!settings.claimTrayHint());
        }
        Settings again(folder.path());
        QCOMPARE(again.language(), u"vi"_s);
        QCOMPARE(again.maxAgeHours(), 48);
        QVERIFY(!again.isOn(Settings::Switch::PauseForOwner));
        QVERIFY(!again.isOn(Settings::Switch::MessageTexts));
        QVERIFY(!again.isOn(Settings::Switch::PairingNotifications));
        again.setMaxAgeHours(9'999); // by hand
        QCOMPARE(again.maxAgeHours(), 0);
        QCOMPARE(again.theme(), Settings::Theme::Dark);
        QVERIFY(again.isRiskAccepted());
        QVERIFY(!again.claimTrayHint());
        again.setTheme(Settings::Theme::Desktop);
        QCOMPARE(again.theme(), Settings::Theme::Desktop);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
