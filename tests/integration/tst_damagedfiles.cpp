// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeFifo(const QString& path)
{
    QFile::remove(path);
    if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0) {
        qFatal("no FIFO at %s", qPrintable(path));
    }
}

QString configFolder(const CompanionProcess& companion)
{
    return companion.environment.value(u"XDG_CONFIG_HOME"_s) + u"/zalo-companion"_s;
}

QStringList damagedSettings(const CompanionProcess& companion)
{
    return QDir(configFolder(companion))
        .entryList({ u"settings.damaged-*.json"_s }, QDir::Files | QDir::System);
}

QStringList profiles(const CompanionProcess& companion)
{
    QStringList names;
    const QJsonArray all = companion.status()[u"profiles"].toArray();
    for (const auto& profile : all) {
        names << profile[u"profile"].toString();
    }
    return names;
}

} // namespace

//! What is wrong with the files that the real program finds: a sentence that names the file, or it
//! mends it; it waits for none, and loses none.
class TestDamagedFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_scripts;

    //! A script in the program's place.
    QString wrapper(const QByteArray& headless)
    {
        const QString path = m_scripts.filePath(u"wrapped"_s);
        put(path,
            "#!/bin/bash\n[ \"$1\" = --headless ] || exec '" COMPANION_BINARY "' \"$@\"\n"
                + headless);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private slots:
    void aVersionBelowZero_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isHealed"); // a copy of what Zalo has is made anew
        QTest::newRow("messages") << u"relay.sqlite"_s << false;
        QTest::newRow("contacts") << u"contacts.sqlite"_s << true;
    }

    void aVersionBelowZero()
    {
        QFETCH(QString, name);
        QFETCH(bool, isHealed);
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        const QString path = companion.dataFolder() + u'/' + name;
        QByteArray bytes = contents(path);
        QVERIFY(bytes.size() > 100);
        qToBigEndian(qint32(-1), bytes.data() + 60); // user_version in SQLite's header
        put(path, bytes);
        QVERIFY(companion.start());
        const CompanionProcess::Answer answer = companion.run({ u"status"_s });
        QCOMPARE(answer.out.contains(u"damaged"), !isHealed);
        QCOMPARE(answer.out.contains(path), !isHealed);
        QVERIFY(isHealed || contents(path) == bytes);
        QVERIFY(companion.terminate());
    }

    void notAnOrdinaryFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isLink");
        for (const char* name : { "relay.sqlite", "contacts.sqlite" }) {
            QTest::addRow("%s, FIFO", name) << QString::fromLatin1(name) << false;
            QTest::addRow("%s, link", name) << QString::fromLatin1(name) << true;
        }
    }

    //! A link of SQLite's would be followed, and a FIFO waited for.
    void notAnOrdinaryFile()
    {
        QFETCH(QString, name);
        QFETCH(bool, isLink);
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        const QString path = companion.dataFolder() + u'/' + name;
        const QString other = m_scripts.filePath(u"other.sqlite"_s);
        QFile::remove(other);
        if (isLink) {
            QVERIFY(QFile::rename(path, other));
            QVERIFY(QFile::link(other, path));
        } else {
            makeFifo(path);
        }
        const QByteArray before = contents(other);
        const bool isCopy = name.startsWith(u"contacts"); // of what Zalo has: the program runs
        QByteArray said;
        if (isCopy) {
            QVERIFY(companion.start());
            QTRY_VERIFY2((said += companion.takeLog()).contains("not an ordinary file"),
                         said.constData());
            QVERIFY(companion.terminate());
        } else {
            const CompanionProcess::Answer answer = companion.startAndEnd();
            QCOMPARE(answer.status, 1);
            said = answer.err.toUtf8();
        }
        QVERIFY2(said.contains(QByteArray(path.toUtf8() + " (it is not an ordinary file)")),
                 said.constData());
        QCOMPARE(contents(other), before);
    }

    void aFifoInPlaceOfWhatIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("runs");
        QTest::newRow("gateways") << u"gateways.json"_s << false;
        QTest::newRow("record") << u"instance.json"_s << true;
        QTest::newRow("keys") << u"secrets.json"_s << true;
    }

    void aFifoInPlaceOfWhatIsRead()
    {
        QFETCH(QString, name);
        QFETCH(bool, runs);
        CompanionProcess companion;
        QVERIFY(QDir().mkpath(companion.dataFolder()));
        const QString path = companion.dataFolder() + u'/' + name;
        makeFifo(path);
        if (runs) {
            QVERIFY(companion.start());
            QVERIFY(companion.run({ u"status"_s }).status >= 0);
            QVERIFY(companion.terminate());
            return;
        }
        const CompanionProcess::Answer answer = companion.startAndEnd();
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"cannot be read") && answer.err.contains(path),
                 qPrintable(answer.err));
    }

    void openFilesAreClosed()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        const QString path = companion.dataFolder() + u"/relay.sqlite"_s;
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
        QVERIFY(companion.start());
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
    }

    void damagedSettings_data()
    {
        QTest::addColumn<QByteArray>("bytes"); // null: a FIFO
        QTest::newRow("cut off") << QByteArray("{\"profiles\": [\"defau");
        QTest::newRow("another kind") << QByteArray("[1, 2]\n");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("FIFO") << QByteArray();
    }

    //! The profiles stay, and so does what was found.
    void damagedSettings()
    {
        QFETCH(QByteArray, bytes);
        Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QTRY_COMPARE(profiles(companion), QStringList { u"default"_s });
        gateway.close();
        companion.kill(); // nothing more is saved
        const QString path = configFolder(companion) + u"/settings.json"_s;
        QVERIFY(contents(path).contains("default"));
        if (bytes.isNull()) {
            makeFifo(path);
        } else {
            put(path, bytes);
        }
        QVERIFY(companion.start());
        QTRY_COMPARE(profiles(companion), QStringList { u"default"_s });
        const QStringList kept = ::damagedSettings(companion);
        QCOMPARE(kept.size(), 1);
        QVERIFY(bytes.isNull() || contents(configFolder(companion) + u'/' + kept.first()) == bytes);
        QVERIFY(companion.takeLog().contains("The settings are damaged"));
        QVERIFY(companion.terminate());
    }

    //! A limit on the size of files (ulimit -f) is a full disk, and no death.
    void aLimitOnFileSizes()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        companion.program = wrapper("ulimit -f 8\nexec '" COMPANION_BINARY "' \"$@\"\n");
        QVERIFY(companion.start());
        QTRY_VERIFY(!companion.status()[u"delivery"][u"text"].toString().isEmpty());
        QVERIFY(companion.terminate());
    }
};

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damagedfiles.moc"
