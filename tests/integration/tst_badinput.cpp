// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include "core/limits.h"
#include "rpc/rpcchannel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Writes an executable shell script and gives its path.
QString script(const QTemporaryDir& folder, const QByteArray& body, bool executable = true)
{
    const QString path = folder.filePath(u"zca-fake"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("no script");
    }
    file.write("#!/bin/sh\n" + body);
    file.setPermissions(executable ? QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                   : QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! What a person can get wrong, on the real program: one sentence with the next step, a status or
//! state that says so, and nothing lost.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void badZca_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("executable");
        QTest::addColumn<QString>("kind");
        QTest::newRow("missing") << QByteArray() << true << u"zcaMissing"_s;
        QTest::newRow("not executable") << QByteArray("echo 1.0\n") << false << u"zcaMissing"_s;
        QTest::newRow("garbage") << QByteArray("printf '\\001\\377garbage\\n'\n") << true
                                 << u"zcaBroken"_s;
        QTest::newRow("fails") << QByteArray("echo no >&2; exit 3\n") << true << u"zcaBroken"_s;
    }

    void badZca()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, executable);
        QFETCH(QString, kind);
        QTemporaryDir folder;
        CompanionProcess companion;
        companion.environment.insert(u"ZALO_COMPANION_ZCA"_s,
                                     body.isEmpty() ? folder.filePath(u"nowhere"_s)
                                                    : script(folder, body, executable));
        QVERIFY(companion.start());
        QTRY_COMPARE_WITH_TIMEOUT(companion.status()[u"zca"][u"error"][u"kind"].toString(), kind,
                                  15'000);
        const CompanionProcess::Answer answer = companion.run({ u"status"_s });
        QCOMPARE(answer.status, 3);
        QVERIFY2(answer.out.contains(u"zca"), qPrintable(answer.out));
        QVERIFY(companion.terminate());
    }

    void hangingZcaIsSaidAndSurvived()
    {
        Simulator sim;
        sim.ctl({ u"set"_s, u"hang-version=1"_s });
        CompanionProcess companion;
        QVERIFY(companion.start());
        QTRY_COMPARE_WITH_TIMEOUT(companion.status()[u"zca"][u"error"][u"kind"].toString(),
                                  u"zcaBroken"_s, 30'000);
        sim.ctl({ u"set"_s, u"hang-version="_s });
        QTRY_VERIFY_WITH_TIMEOUT(!companion.status()[u"zca"][u"version"].toString().isEmpty(),
                                 30'000);
    }

    void database_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("damaged") << QByteArray(8192, 'x') << u"damaged"_s;
        QTest::newRow("no database")
            << QByteArray("just a text, long enough to be no header at all, really\n").repeated(20)
            << u"damaged"_s;
    }

    void database()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        CompanionProcess companion;
        QVERIFY(QDir().mkpath(companion.dataFolder()));
        const QString path = companion.dataFolder() + u"/relay.sqlite"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        // It runs, takes nothing in, and says what a person can do.
        QVERIFY(companion.start());
        const CompanionProcess::Answer answer = companion.run({ u"status"_s });
        QCOMPARE(answer.status, 3);
        QVERIFY2(answer.out.contains(words) && answer.out.contains(path), qPrintable(answer.out));
        QCOMPARE(contents(path), content); // as it was: nothing is lost
    }

    void databaseOfANewerVersion()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        const QString path = companion.dataFolder() + u"/relay.sqlite"_s;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 999"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const CompanionProcess::Answer answer = companion.startAndEnd();
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"newer"), qPrintable(answer.err));
    }

    void lockedDatabase()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        QVERIFY(companion.terminate());
        const QString path = companion.dataFolder() + u"/relay.sqlite"_s;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA locking_mode = EXCLUSIVE"_s));
            QVERIFY(QSqlQuery(database).exec(u"BEGIN EXCLUSIVE"_s));
            QVERIFY(companion.start());
            QTRY_COMPARE(companion.status()[u"delivery"][u"state"].toString(), u"StorageLocked"_s);
            database.close();
        }
        QSqlDatabase::removeDatabase(u"locker"_s);
        QTRY_COMPARE_WITH_TIMEOUT(companion.status()[u"delivery"][u"state"].toString(),
                                  u"Running"_s, 30'000);
    }

    void folderOfSomebodyElse()
    {
        if (geteuid() != 0) {
            QFAIL("this test gives a folder away, so it needs root");
        }
        CompanionProcess companion;
        QVERIFY(QDir().mkpath(companion.runFolder()));
        QCOMPARE(chown(companion.runFolder().toUtf8().constData(), 65534, 65534), 0);
        const CompanionProcess::Answer answer = companion.startAndEnd();
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"belongs to somebody else")
                     && answer.err.contains(companion.runFolder()),
                 qPrintable(answer.err));
    }

    //! Ours, but open: it is closed, and the program runs.
    void openFolderIsClosed()
    {
        CompanionProcess companion;
        QVERIFY(QDir().mkpath(companion.runFolder()));
        QCOMPARE(chmod(companion.runFolder().toUtf8().constData(), 0777), 0);
        QVERIFY(companion.start());
        struct stat info = {};
        QCOMPARE(stat(companion.runFolder().toUtf8().constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 07777), 0700);
    }

    void socketPathTooLong()
    {
        CompanionProcess companion;
        companion.environment.insert(u"ZALO_COMPANION_SOCKET"_s,
                                     u"/tmp/"_s + QString(110, u'x') + u"/bridge.sock"_s);
        const CompanionProcess::Answer answer = companion.startAndEnd();
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"107 bytes"), qPrintable(answer.err));
    }

    //! The longest paths that PROTOCOL.md allows.
    void longSocketPath_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("106 bytes") << 106;
        QTest::newRow("107 bytes") << 107;
    }

    void longSocketPath()
    {
        QFETCH(int, bytes);
        const QTemporaryDir folder;
        const QString name = u"/b.sock"_s;
        const QString path = folder.path() + u'/'
            + QString(bytes - folder.path().size() - 1 - name.size(), u'x') + name;
        QCOMPARE(path.toUtf8().size(), bytes);
        CompanionProcess companion;
        companion.environment.insert(u"ZALO_COMPANION_SOCKET"_s, path);
        QVERIFY(companion.start());
        TestGateway gateway;
        QVERIFY(gateway.open(path));
    }

    void socketTaken()
    {
        CompanionProcess companion;
        QVERIFY(QDir().mkpath(companion.runFolder()));
        QLocalServer squatter;
        QVERIFY(squatter.listen(companion.bridgePath()));
        const CompanionProcess::Answer answer = companion.startAndEnd();
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"Another program answers")
                     && answer.err.contains(companion.bridgePath()),
                 qPrintable(answer.err));
        QVERIFY(squatter.isListening());
    }

    void secondInstance()
    {
        CompanionProcess companion;
        QVERIFY(companion.start());
        const CompanionProcess::Answer answer = companion.run({ u"--headless"_s });
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"already running"), qPrintable(answer.err));
        QVERIFY(companion.status().contains(u"companion")); // the first one lives on
    }

    void qrPictures_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::newRow("a pipe that nobody writes") << QByteArray("mkfifo \"$qr\"");
        QTest::newRow("a device without end") << QByteArray("ln -s /dev/zero \"$qr\"");
        QTest::newRow("a link to another picture")
            << QByteArray("printf '\\211PNG' >\"$qr.old\"; ln -s \"$qr.old\" \"$qr\"");
        QTest::newRow("a drawing") << QByteArray("echo '<svg/>' >\"$qr\"");
    }

    //! The login ends with words, and the program goes on.
    void qrPictures()
    {
        QFETCH(QByteArray, picture);
        const Simulator simulator;
        const QTemporaryDir folder;
        CompanionProcess companion;
        TestGateway gateway;
        companion.environment.insert(
            u"ZALO_COMPANION_ZCA"_s,
            script(folder,
                   "case \"$*\" in *--help*) ;; *'auth login'*)\n"
                   "for qr; do :; done\n"
                       + picture
                       + "\necho 'QR code saved to: qr.png'; exec sleep 60;; esac\n"
                         "exec '"
                       + Simulator::path().toUtf8() + "' \"$@\"\n"));
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QJsonObject end;
        gateway.channel().handleNotification(u"login.changed"_s, [&end](const QJsonObject& params) {
            end = params[u"error"].toObject();
        });
        QVERIFY(gateway.call(u"login.start"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!end.isEmpty(), 20'000);
        QVERIFY(companion.status().contains(u"companion"));
        QVERIFY(companion.terminate());
    }

    //! A picture of a code that can still be scanned, and whatever else lies where zca works.
    void aKilledLoginLeavesNoPicture()
    {
        const Simulator simulator;
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QVERIFY(gateway.call(u"login.start"_s));
        QVERIFY(simulator.ctlSucceeds({ u"wait"_s, u"qr"_s }));
        const QDir work(companion.dataFolder() + u"/work"_s);
        const QStringList login { u"login-*"_s };
        QCOMPARE(work.entryList(login, QDir::Dirs).size(), 1);
        companion.kill();
        QCOMPARE(work.entryList(login, QDir::Dirs).size(), 1);
        QVERIFY(companion.start());
        QCOMPARE(work.entryList(login, QDir::Dirs).size(), 0);
        QVERIFY(companion.terminate());
    }

    //! What strangers call themselves, wherever it comes out: to the Gateway, on the terminal, in
    //! the log and in `status --json`.
    void hostileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("turned around") << u"X\u202egnp.exe"_s << u"Xgnp.exe"_s;
        QTest::newRow("isolated") << u"\u2067X\u2069\u200f"_s << u"X"_s;
        QTest::newRow("steering a terminal") << u"X\x1b]0;yours\a\x1b[2J"_s << u"X]0;yours[2J"_s;
        QTest::newRow("C1 controls") << u"X\u009b31m"_s << u"X31m"_s;
        QTest::newRow("two lines") << u"X\nGateway: connected"_s << u"X Gateway: connected"_s;
        QTest::newRow("unseen signs") << u"X\u200b\ufeff\u2060\u00ad"_s << u"X"_s;
        QTest::newRow("unseen tags") << u"X\U000e0041\U000e0042"_s << u"X"_s;
        QTest::newRow("a tower of accents")
            << QString(u"X"_s + QString(100, u'\u0335')) << QString(u"X"_s + QString(4, u'\u0335'));
        QTest::newRow("nothing that is seen") << u"\u202e\u3164\u200d"_s << QString();
    }

    void hostileNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        const Simulator simulator;
        CompanionProcess companion;
        companion.environment.insert(u"QT_LOGGING_RULES"_s, u"zalo.*.debug=true"_s);
        QVERIFY(simulator.ctlSucceeds({ u"login"_s }));
        QVERIFY(companion.start());
        TestGateway gateway(u"gateway-of-a-test"_s, zalo::BridgeRole::Gateway, name);
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QVERIFY(simulator.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        const QJsonObject message { { u"threadId"_s, u"385465029173967793"_s },
                                    { u"senderId"_s, u"385465029173967793"_s },
                                    { u"senderName"_s, name },
                                    { u"content"_s, u"Chào"_s } };
        QVERIFY(simulator.ctlSucceeds(
            { u"inject"_s,
              QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)) }));
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), 1, 20'000);
        QCOMPARE(gateway.delivered.first()[u"senderName"].toString(), shown);
        QCOMPARE(companion.status()[u"bridge"][u"gateways"][0][u"label"].toString(),
                 shown.isEmpty() ? u"gateway-of-a-test"_s : shown);
        QByteArray everywhere = companion.takeLog();
        for (const QStringList& words :
             { QStringList { u"status"_s }, QStringList { u"status"_s, u"--json"_s },
               QStringList { u"gateways"_s } }) {
            const CompanionProcess::Answer answer = companion.run(words);
            everywhere += answer.out.toUtf8() + answer.err.toUtf8();
        }
        QVERIFY(companion.terminate());
        everywhere += companion.takeLog();
        const QString printed = QString::fromUtf8(everywhere);
        const bool isSafe = std::none_of(printed.begin(), printed.end(), [](QChar c) {
            return c != u'\n'
                && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
        });
        QVERIFY2(isSafe, everywhere.constData());
    }

    //! A Gateway that was talked into it gets nothing out: zca is not even started.
    void filesThatAreNotPassedOn()
    {
        const Simulator simulator;
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(simulator.ctlSucceeds({ u"login"_s }));
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        QVERIFY(simulator.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        const QString data = companion.dataFolder();
        const QString link = companion.runFolder() + u"/picture.png"_s;
        QVERIFY(QFile::link(data + u"/secrets.json"_s, link));
        const QStringList files {
            data + u"/secrets.json"_s,
            data + u"/relay.sqlite"_s,
            link,
            u"/proc/self/environ"_s,
            u"/proc/%1/environ"_s.arg(companion.processId()),
            u"/dev/stdin"_s,
            u"/etc"_s,
        };
        for (const QString& file : files) {
            const zalo::RpcReply reply = gateway.call(u"message.send"_s,
                                                      { { u"threadId"_s, u"385465029173967793"_s },
                                                        { u"isGroup"_s, false },
                                                        { u"key"_s, file },
                                                        { u"kind"_s, u"file"_s },
                                                        { u"path"_s, file } });
            QVERIFY2(!reply, qPrintable(file));
            QCOMPARE(reply.error().kind, u"file"_s);
            QCOMPARE(reply.error().data[u"possiblySent"], QJsonValue(false));
        }
        QCOMPARE(simulator.starts(u"msg.upload"_s), QList<qint64>());
    }

    //! Each login is a process, each profile a listener: neither is begun without end.
    void loginsAndProfilesAreBounded()
    {
        const zalo::Limits limits;
        const Simulator simulator;
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QVERIFY(gateway.subscribe(companion.bridgePath()));
        for (int i = 0; i < limits.parallelLogins; ++i) {
            QVERIFY(gateway.call(u"login.start"_s, { { u"profile"_s, u"p%1"_s.arg(i) } }));
        }
        const auto oneMore = gateway.call(u"login.start"_s, { { u"profile"_s, u"more"_s } });
        QVERIFY(!oneMore);
        QCOMPARE(oneMore.error().kind, u"busy"_s);
        QVERIFY(oneMore.error().message.contains(u"logins are under way"_s));
        QVERIFY(gateway.call(u"login.start"_s, { { u"profile"_s, u"p0"_s } })); // takes its place
        zalo::RpcReply tooMany;
        for (int i = 0; i <= limits.profiles && tooMany; i += 25) {
            QJsonArray profiles;
            for (int k = i; k < i + 25; ++k) {
                profiles << u"q%1"_s.arg(k);
            }
            tooMany = gateway.call(u"inbound.subscribe"_s, { { u"profiles"_s, profiles } });
        }
        QVERIFY(!tooMany);
        QVERIFY(tooMany.error().message.contains(u"accounts already"_s));
        QCOMPARE(companion.status()[u"profiles"].toArray().size(), limits.profiles);
    }

    void commands_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing runs") << QStringList { u"status"_s } << 1 << u"not running"_s;
        QTest::newRow("quit without one") << QStringList { u"quit"_s } << 1 << u"not running"_s;
        QTest::newRow("unknown command") << QStringList { u"frobnicate"_s } << 2 << u"frobnicate"_s;
        QTest::newRow("unknown option") << QStringList { u"--wrong"_s } << 2 << u"wrong"_s;
        QTest::newRow("half a command")
            << QStringList { u"gateways"_s, u"approve"_s } << 2 << u"approve ID"_s;
        QTest::newRow("bad profile")
            << QStringList { u"reconnect"_s, u"../x"_s } << 2 << u"reconnect [PROFILE]"_s;
    }

    void commands()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QString, text);
        const CompanionProcess companion;
        const CompanionProcess::Answer answer = companion.run(words);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.err.contains(text), qPrintable(answer.err));
        QCOMPARE(answer.err.count(u'\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
