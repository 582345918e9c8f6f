// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/credentialswatch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestCredentialsWatch : public QObject
{
    Q_OBJECT

    static void write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private slots:
    //! From nothing at all to a login, another one, a logout, and a login again.
    void everyLoginIsNoticed()
    {
        const QTemporaryDir home;
        CredentialsWatch watch(home.path(), u"work"_s);
        QSignalSpy replaced(&watch, &CredentialsWatch::replaced);
        watch.watch();
        const QString folder = home.filePath(u"profiles/work"_s);
        const QString file = folder + u"/credentials.json"_s;
        QVERIFY(QDir().mkpath(folder));
        write(file, "{\"imei\":1}");
        QTRY_COMPARE(replaced.size(), 1);
        write(file, "{\"imei\":12}");
        QTRY_COMPARE(replaced.size(), 2);
        QVERIFY(QFile::remove(file));
        write(folder + u"/listener-owner.json"_s, "{}"); // and what else changes there
        write(file, "{\"imei\":123}");
        QTRY_COMPARE(replaced.size(), 3);
        // Written beside it and put in its place.
        write(folder + u"/new"_s, "{\"imei\":1234}");
        QCOMPARE(::rename(QFile::encodeName(folder + u"/new"_s).constData(),
                          QFile::encodeName(file).constData()),
                 0);
        QTRY_COMPARE(replaced.size(), 4);
    }

    void anotherProfilesIsNone()
    {
        const QTemporaryDir home;
        for (const char* profile : { "work", "home" }) {
            QVERIFY(QDir().mkpath(home.filePath(u"profiles/"_s + QString::fromLatin1(profile))));
        }
        CredentialsWatch watch(home.path(), u"work"_s);
        QSignalSpy replaced(&watch, &CredentialsWatch::replaced);
        watch.watch();
        write(home.filePath(u"profiles/home/credentials.json"_s), "{}");
        write(home.filePath(u"profiles/work/credentials.json"_s), "{\"imei\":1}");
        QTRY_COMPARE(replaced.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCredentialsWatch)
#include "tst_credentialswatch.moc"
