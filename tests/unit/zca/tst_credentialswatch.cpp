// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/credentialswatch.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

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

    //! As a login by hand leaves them, before we watch and while we do.
    void theyAreClosedToOthers()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(u"profiles/work"_s);
        const QString file = folder + u"/credentials.json"_s;
        const auto mode = [](const QString& path) {
            struct stat info = {};
            return ::stat(qPrintable(path), &info) == 0 ? int(info.st_mode & 07777) : -1;
        };
        QVERIFY(QDir().mkpath(folder));
        write(file, "{\"imei\":1}");
        QCOMPARE(::chmod(qPrintable(folder), 0755), 0);
        QCOMPARE(::chmod(qPrintable(file), 0644), 0);
        CredentialsWatch watch(home.path(), u"work"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not any more"_s));
        watch.watch();
        QCOMPARE(mode(folder), 0700);
        QCOMPARE(mode(file), 0600);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not any more"_s));
        write(folder + u"/new"_s, "{\"imei\":12}");
        QCOMPARE(::chmod(qPrintable(QString(folder + u"/new"_s)), 0666), 0);
        QCOMPARE(::rename(qPrintable(QString(folder + u"/new"_s)), qPrintable(file)), 0);
        QTRY_COMPARE(mode(file), 0600);

        // A link is not followed.
        const QString elsewhere = home.filePath(u"elsewhere"_s);
        write(elsewhere, "{}");
        QCOMPARE(::chmod(qPrintable(elsewhere), 0644), 0);
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::link(elsewhere, file));
        watch.watch();
        QCOMPARE(mode(elsewhere), 0644);
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
