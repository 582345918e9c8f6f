// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settingsformat.h"
#include "shortfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

class TestSettingsFormat : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fresh() { return m_folder.filePath(u"%1.json"_s.arg(++m_count)); }

    int m_count = 0;

private slots:
    void whatIsKeptIsReadAgain()
    {
        const QString path = fresh();
        const QStringList list { u"mặc định"_s, u"a, b"_s };
        {
            QSettings settings(path, settingsFormat());
            settings.setValue(u"accounts/profiles"_s, list);
            settings.setValue(u"accounts/one"_s, QStringList(u"một"_s));
            settings.setValue(u"relay/paused"_s, true);
            settings.setValue(u"count"_s, 12);
            settings.setValue(u"path"_s, u"/usr/bin/zca"_s);
        }
        const QSettings settings(path, settingsFormat());
        QCOMPARE(settings.value(u"accounts/profiles"_s).toStringList(), list);
        QCOMPARE(settings.value(u"accounts/one"_s).toStringList(), QStringList(u"một"_s));
        QCOMPARE(settings.value(u"relay/paused"_s).toBool(), true);
        QCOMPARE(settings.value(u"count"_s).toInt(), 12);
        QCOMPARE(settings.value(u"path"_s).toString(), u"/usr/bin/zca"_s);
    }

    void aFullDiskForgetsNothing()
    {
        const QString path = fresh();
        {
            QSettings settings(path, settingsFormat());
            settings.setValue(u"accounts/profiles"_s, QStringList(u"default"_s));
        }
        {
            QSettings settings(path, settingsFormat());
            settings.setValue(u"path"_s, QString(2'000, u'x'));
            const test::ShortFiles shortFiles { 100 };
            settings.sync();
            QCOMPARE(settings.status(), QSettings::AccessError);
        }
        const QSettings settings(path, settingsFormat());
        QCOMPARE(settings.value(u"accounts/profiles"_s).toStringList(), QStringList(u"default"_s));
    }

    void whatCannotBeReadIsSaidAndReplaced()
    {
        const QString path = fresh();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[accounts]\nprofiles=default\n");
        }
        {
            QSettings settings(path, settingsFormat());
            QCOMPARE(settings.status(), QSettings::FormatError);
            settings.setValue(u"path"_s, u"x"_s);
        }
        const QSettings settings(path, settingsFormat());
        QCOMPARE(settings.status(), QSettings::NoError);
        QCOMPARE(settings.allKeys(), QStringList(u"path"_s));
    }
};

QTEST_GUILESS_MAIN(TestSettingsFormat)
#include "tst_settingsformat.moc"
