// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "oddfile.h"
#include "simulator.h"
#include "testgateway.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <csignal>
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

//! Where the setup keeps what it changed in a configuration (gatewaysetup/setupjournal).
QString journalOf(const CompanionProcess& companion, const QString& config)
{
    const QByteArray name =
        QCryptographicHash::hash(config.toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    return companion.environment.value(u"XDG_STATE_HOME"_s) + u"/zalo-companion/gateway-setup-"_s
        + QString::fromLatin1(name) + u".json"_s;
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

    void odditiesAtASetup_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("isNamed"); // it is asked for, and the person has to see to it
        QTest::addColumn<OddFile>("odd");
        const QList<std::pair<const char*, bool>> places {
            { "openclaw.json", true },
            { "journal", true },
            { "openclaw.json.bak", false },
            { "plugin/package.json", false },
            { "plugin/index.js", false },
            { "plugin/src/channel.js", false },
            { "unit", false },
        };
        for (const auto& [place, isNamed] : places) {
            for (const auto& [odd, name] : OddFiles) {
                QTest::addRow("%s, %s", place, name)
                    << QString::fromLatin1(place) << isNamed << odd;
            }
        }
    }

    //! Whatever stands where OpenClaw or the setup keep files: an answer in words.
    void odditiesAtASetup()
    {
        QFETCH(QString, place);
        QFETCH(bool, isNamed);
        QFETCH(OddFile, odd);
        CompanionProcess companion;
        const QTemporaryDir openclaw;
        const QString config = openclaw.filePath(u"openclaw.json"_s);
        put(config, "{}\n");
        QVERIFY(QDir(openclaw.path()).mkpath(u"plugin/src"_s));
        put(openclaw.filePath(u"plugin/package.json"_s),
            R"({"name": "@zalo-companion/zalouser", "version": "0.0.1"})");
        put(openclaw.filePath(u"plugin/src/channel.js"_s), "");
        const QString program = openclaw.filePath(u"openclaw"_s);
        put(program,
            "#!/bin/sh\ncase $1 in\n--version) echo 2026.9.6 ;;\nconfig) echo '{\"path\": \""
                + config.toUtf8() + "\"}' ;;\n*) echo '{\"plugin\": {\"rootDir\": \""
                + openclaw.path().toUtf8() + "/plugin\"}}' ;;\nesac\n");
        QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString path = place == u"journal" ? journalOf(companion, config)
            : place == u"unit"                   ? companion.environment.value(u"XDG_CONFIG_HOME"_s)
                + u"/systemd/user/openclaw-gateway.service"_s
                               : openclaw.filePath(place);
        putOddFile(path, odd);
        if (place == u"unit") {
            companion.environment.insert(u"PATH"_s, openclaw.path() + u":/usr/bin:/bin"_s);
        } else {
            companion.environment.insert(u"ZALO_COMPANION_OPENCLAW"_s, program);
        }
        const CompanionProcess::Answer answer = companion.run({ u"setup-gateway"_s });
        QVERIFY2(answer.status > 0, qPrintable(answer.out + answer.err)); // nothing was agreed to
        if (isNamed) {
            QVERIFY2(answer.err.contains(path), qPrintable(answer.out + answer.err));
        } else {
            QVERIFY2(answer.out.contains(config), qPrintable(answer.out + answer.err));
        }
    }

    //! What was acknowledged is on the disk by then; nobody has to kill the program.
    void aStuckDiskDoesNotHoldUpTheEndForEver()
    {
        const Simulator sim;
        sim.ctl({ u"login"_s });
        CompanionProcess companion;
        TestGateway gateway;
        const QString stuck = m_scripts.filePath(u"stuck"_s);
        companion.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STUCKDISK));
        companion.environment.insert(u"ZALO_TEST_STUCK_DISK"_s, stuck);
        companion.environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QVERIFY(sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        put(stuck, {});
        sim.inject(u"365333052772575247"_s, u"chưa ghi được"_s);
        gateway.callAndForget(u"message.send"_s,
                              { { u"threadId"_s, u"365333052772575247"_s },
                                { u"isGroup"_s, false },
                                { u"key"_s, u"stuck"_s },
                                { u"text"_s, u"x"_s } });
        // The rest of it goes on.
        QCOMPARE(companion.status()[u"profiles"][0][u"session"][u"state"].toString(), u"Online"_s);
        QCOMPARE(::kill(pid_t(companion.processId()), SIGTERM), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!companion.isRunning(), 60'000);
        QCOMPARE(companion.endedWith(), 1);
        QVERIFY(QFile::remove(stuck));
        // What nobody stored is heard anew.
        gateway.close();
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QTRY_COMPARE(gateway.texts(u"365333052772575247"_s), QStringList { u"chưa ghi được"_s });
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
