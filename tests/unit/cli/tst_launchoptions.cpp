// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/launchoptions.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestLaunchOptions : public QObject
{
    Q_OBJECT

    static QProcessEnvironment environment()
    {
        QProcessEnvironment env;
        env.insert(u"HOME"_s, u"/home/lan"_s);
        env.insert(u"XDG_RUNTIME_DIR"_s, u"/run"_s);
        return env;
    }

private slots:
    void words_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("method");
        QTest::newRow("run") << QStringList {} << QString();
        QTest::newRow("status") << QStringList { u"status"_s } << u"status.get"_s;
        QTest::newRow("json before") << QStringList { u"--json"_s, u"status"_s } << u"status.get"_s;
        QTest::newRow("quit") << QStringList { u"quit"_s } << u"quit"_s;
        QTest::newRow("reconnect") << QStringList { u"reconnect"_s, u"shop"_s } << u"reconnect"_s;
        QTest::newRow("gateways") << QStringList { u"gateways"_s } << u"status.get"_s;
        QTest::newRow("approve") << QStringList { u"gateways"_s, u"approve"_s, u"x"_s }
                                 << u"gateways.approve"_s;
        QTest::newRow("pairing") << QStringList { u"pairing"_s } << u"pairing.list"_s;
        QTest::newRow("approve a person")
            << QStringList { u"pairing"_s, u"approve"_s, u"x"_s } << u"pairing.approve"_s;
        QTest::newRow("dismiss a person")
            << QStringList { u"pairing"_s, u"dismiss"_s, u"x"_s } << u"pairing.dismiss"_s;
        QTest::newRow("reset, asked first") << QStringList { u"reset"_s } << u"status.get"_s;
        QTest::newRow("reset") << QStringList { u"reset"_s, u"--yes"_s } << u"data.reset"_s;
        QTest::newRow("keep damaged")
            << QStringList { u"reset"_s, u"--keep-damaged"_s } << u"data.reset"_s;
    }

    void words()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, method);
        const Result<LaunchOptions> options =
            parseCommandLine(QStringList { u"zalo-companion"_s } + words);
        QVERIFY(options);
        QCOMPARE(options->command.has_value(), !method.isEmpty());
        if (options->command) {
            QCOMPARE(options->command->method, method);
            QCOMPARE(options->command->json, words.contains(u"--json"));
        }
    }

    //! A Gateway's id may begin with a dash, and so may a label (PROTOCOL.md).
    void wordsWithADash_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const QString id = u"-hA9_v-Kq2wXlN0yTzRb4g"_s; // as earlier plugins made them
        for (const char* verb : { "approve", "refuse", "revoke" }) {
            QTest::newRow(verb) << QStringList { u"gateways"_s, QString::fromLatin1(verb), id }
                                << u"id"_s << id;
        }
        QTest::newRow("two dashes")
            << QStringList { u"gateways"_s, u"approve"_s, u'-' + id } << u"id"_s << u'-' + id;
        QTest::newRow("options around")
            << QStringList { u"--json"_s, u"gateways"_s, u"approve"_s, id, u"--json"_s } << u"id"_s
            << id;
        QTest::newRow("of the demo")
            << QStringList { u"gateways"_s, u"approve"_s, id, u"--demo"_s } << u"id"_s << id;
        QTest::newRow("marked") << QStringList { u"gateways"_s, u"approve"_s, u"--"_s, id }
                                << u"id"_s << id;
        QTest::newRow("label") << QStringList { u"profiles"_s, u"add"_s, u"-Cửa hàng-"_s }
                               << u"label"_s << u"-Cửa hàng-"_s;
        QTest::newRow("code") << QStringList { u"pairing"_s, u"dismiss"_s, u"-A7"_s } << u"id"_s
                              << u"-A7"_s;
    }

    void wordsWithADash()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, key);
        QFETCH(QString, value);
        const QStringList line = QStringList { u"zalo-companion"_s } + words;
        const Result<LaunchOptions> options = parseCommandLine(line);
        QVERIFY(options);
        QVERIFY(options->command && !options->showHelp && !wantsWindows(line));
        QCOMPARE(options->command->params[key].toString(), value);
        QCOMPARE(options->demo, words.contains(u"--demo"));
        QCOMPARE(options->command->json, words.contains(u"--json"));
    }

    void pages()
    {
        const QStringList names = pageNames();
        for (const QString& name : names) {
            const Result<LaunchOptions> options =
                parseCommandLine({ u"zalo-companion"_s, u"--page"_s, name });
            QVERIFY(options);
            QCOMPARE(options->page, name);
        }
    }

    void setup()
    {
        const auto options = parseCommandLine(
            { u"zalo-companion"_s, u"setup-gateway"_s, u"--undo"_s, u"--yes"_s, u"--json"_s });
        QVERIFY(options && options->setup && !options->command);
        QCOMPARE(options->setup->goal, GatewaySetup::Goal::Undo);
        QVERIFY(options->setup->isAgreed && options->setup->json);
        QVERIFY(!parseCommandLine({ u"zalo-companion"_s, u"setup-gateway"_s })->setup->isAgreed);
    }

    void wrongWords()
    {
        for (const QStringList& words :
             { QStringList { u"dance"_s },
               QStringList { u"status"_s, u"now"_s },
               QStringList { u"gateways"_s, u"revoke"_s },
               QStringList { u"profiles"_s, u"add"_s },
               QStringList { u"pairing"_s, u"approve"_s },
               QStringList { u"pairing"_s, u"now"_s },
               QStringList { u"profiles"_s, u"rename"_s, u"shop"_s },
               QStringList { u"--nope"_s },
               QStringList { u"status"_s, u"--jsno"_s },
               QStringList { u"gateways"_s, u"--jsno"_s },
               QStringList { u"--page"_s, u"attic"_s },
               QStringList { u"--undo"_s },
               QStringList { u"status"_s, u"--yes"_s },
               QStringList { u"reset"_s, u"now"_s },
               QStringList { u"status"_s, u"--keep-damaged"_s },
               QStringList { u"setup-gateway"_s, u"--keep-damaged"_s },
               QStringList { u"reset"_s, u"--undo"_s },
               QStringList { u"setup-gateway"_s, u"now"_s },
               QStringList { u"--demo"_s, u"setup-gateway"_s },
               QStringList { u"--hidden"_s, u"--page"_s, u"login"_s } }) {
            const Result<LaunchOptions> options =
                parseCommandLine(QStringList { u"zalo-companion"_s } + words);
            QVERIFY2(!options, qPrintable(words.join(u' ')));
            QCOMPARE(options.error().kind, ErrorKind::BadRequest);
        }
    }

    void places()
    {
        const Result<LaunchPlaces> places = launchPlaces(environment(), false, u"/opt/bin"_s);
        QVERIFY(places);
        QCOMPARE(places->bridge.path(), u"/run/zalo-companion/bridge.sock"_s);
        QCOMPARE(places->paths.relayDatabase(),
                 u"/home/lan/.local/share/zalo-companion/relay.sqlite"_s);
        QVERIFY(!places->zca.environment.contains(u"ZALO_COMPANION_ZCA"_s));
    }

    //! A demo never touches what belongs to the real program.
    void demoHasPlacesOfItsOwn()
    {
        const Result<LaunchPlaces> real = launchPlaces(environment(), false, u"/opt/bin"_s);
        const Result<LaunchPlaces> demo = launchPlaces(environment(), true, u"/opt/bin"_s);
        QVERIFY(real && demo);
        QCOMPARE(demo->bridge.path(), u"/run/zalo-companion-demo/bridge.sock"_s);
        const auto folders = [](const RuntimePaths& paths) {
            return QStringList { paths.config, paths.data, paths.state, paths.cache };
        };
        QCOMPARE(demo->simulatorHome, u"/home/lan/.local/share/zalo-companion-demo/simulator"_s);
        QVERIFY(real->simulatorHome.isEmpty() && real->simulator.isEmpty());
        const QStringList realFolders = folders(real->paths);
        for (const QString& folder : folders(demo->paths)) {
            QVERIFY2(folder.contains(u"/zalo-companion-demo"), qPrintable(folder));
            QVERIFY(!realFolders.contains(folder));
        }
    }

    //! Beside the program where it was built, in libexec where it was installed.
    void demoFindsItsSimulator()
    {
        const QTemporaryDir root;
        const QString bin = root.filePath(u"bin"_s);
        const QString installed =
            QDir::cleanPath(bin + u'/' + QStringLiteral(ZALO_SIMULATOR_FROM_BIN));
        const auto found = [&bin] {
            const Result<LaunchPlaces> demo = launchPlaces(environment(), true, bin);
            return demo ? demo->zca.environment.value(u"ZALO_COMPANION_ZCA"_s) : QString();
        };
        QVERIFY(QDir().mkpath(bin));
        QVERIFY(installed.startsWith(root.path()));
        QVERIFY(installed.endsWith(u"/zalo-companion/zca-sim"));
        QCOMPARE(found(), installed);
        QFile beside(bin + u"/zca-sim"_s);
        QVERIFY(beside.open(QIODevice::WriteOnly));
        QCOMPARE(found(), beside.fileName());
    }
};

QTEST_GUILESS_MAIN(TestLaunchOptions)
#include "tst_launchoptions.moc"
