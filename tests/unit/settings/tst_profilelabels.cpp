// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/profilelabels.h"

#include "settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestProfileLabels : public QObject
{
    Q_OBJECT

private slots:
    //! Over a restart, beside what else is in the file.
    void areKept()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.path());
            settings.addProfile(u"shop"_s);
            ProfileLabels labels(folder.path());
            const QSignalSpy changed(&labels, &ProfileLabels::changed);
            QCOMPARE(labels.label(u"shop"_s), QString());
            labels.setLabel(u"shop"_s, u"Shop Hà Nội"_s);
            labels.setLabel(u"shop"_s, u"Shop Hà Nội"_s);
            QCOMPARE(changed.size(), 1);
            settings.setLanguage(u"vi"_s);
        }
        const Settings settings(folder.path());
        QCOMPARE(settings.profiles(), QStringList { u"shop"_s });
        ProfileLabels labels(folder.path());
        QCOMPARE(labels.label(u"shop"_s), u"Shop Hà Nội"_s);
        QCOMPARE(labels.label(u"default"_s), QString());
        labels.setLabel(u"shop"_s, {});
        QCOMPARE(ProfileLabels(folder.path()).label(u"shop"_s), QString());
    }

    //! People write into the file, too.
    void areOneLine()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"accounts/labels/shop": "Shop\u202e\nHà Nội"})");
        file.close();
        QCOMPARE(ProfileLabels(folder.path()).label(u"shop"_s), u"Shop Hà Nội"_s);
    }
};

QTEST_GUILESS_MAIN(TestProfileLabels)
#include "tst_profilelabels.moc"
