// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaenvironment.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;
using zalo::test::FakeZca;

class TestZcaEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void whatWouldChangeAnswersIsTakenOut()
    {
        QProcessEnvironment base;
        for (const char* name :
             { "OPENZCA_PROFILE", "ZCA_PROFILE", "FORCE_COLOR", "OPENZCA_QR_OPEN" }) {
            base.insert(QString::fromLatin1(name), u"1"_s);
        }
        base.insert(u"OPENZCA_HOME"_s, u"/data"_s);
        const QProcessEnvironment environment = zcaEnvironment(base, u"/opt/zca"_s);
        QVERIFY(!environment.contains(u"OPENZCA_PROFILE"_s));
        QVERIFY(!environment.contains(u"ZCA_PROFILE"_s));
        QVERIFY(!environment.contains(u"FORCE_COLOR"_s));
        QVERIFY(!environment.contains(u"OPENZCA_QR_OPEN"_s));
        QCOMPARE(environment.value(u"OPENZCA_HOME"_s), u"/data"_s);
    }

    void itIsKeptQuiet()
    {
        QProcessEnvironment base;
        base.insert(u"OPENZCA_QR_AUTO_OPEN"_s, u"1"_s);
        const QProcessEnvironment environment = zcaEnvironment(base, u"/opt/zca"_s);
        const auto value = [&](const char* name) {
            return environment.value(QString::fromLatin1(name));
        };
        QCOMPARE(value("OPENZCA_QR_AUTO_OPEN"), u"0"_s);
        QCOMPARE(value("OPENZCA_QR_ASCII"), u"0"_s);
        QCOMPARE(value("OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT"), u"0"_s);
        QCOMPARE(value("NO_COLOR"), u"1"_s);
    }

    void itDoesNotSendAgainByItself()
    {
        QCOMPARE(zcaEnvironment({}, u"/opt/zca"_s).value(u"OPENZCA_SEND_RETRY_COUNT"_s), u"0"_s);
    }

    void aLockIsIgnoredWhereItIsSaid()
    {
        const QString name = u"OPENZCA_LISTEN_ENFORCE_SINGLE_OWNER"_s;
        QVERIFY(!zcaEnvironment({}, u"/opt/zca"_s).contains(name));
        const auto ignoring =
            zcaEnvironment({}, u"/opt/zca"_s, ZcaReach::Anything, ZcaLock::Ignored);
        QCOMPARE(ignoring.value(name), u"0"_s);
    }

    void itDownloadsNothing()
    {
        QProcessEnvironment base;
        base.insert(u"OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS"_s, u"0"_s);
        base.insert(u"OPENZCA_LISTEN_DOWNLOAD_QUOTE_MEDIA"_s, u"1"_s);
        const QProcessEnvironment environment = zcaEnvironment(base, u"/opt/zca"_s);
        QCOMPARE(environment.value(u"OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS"_s), u"1"_s);
        QCOMPARE(environment.value(u"OPENZCA_LISTEN_MEDIA_MAX_BYTES"_s), u"1"_s);
        QCOMPARE(environment.value(u"OPENZCA_LISTEN_DOWNLOAD_QUOTE_MEDIA"_s), u"0"_s);
    }

    //! Node sends what is not for Zalo to a proxy that is not there.
    void aListenerReachesZaloOnly()
    {
        QProcessEnvironment base;
        base.insert(u"https_proxy"_s, u"http://proxy:3128"_s);
        base.insert(u"NO_PROXY"_s, u"*"_s);
        QProcessEnvironment environment = zcaEnvironment(base, u"/opt/zca"_s, ZcaReach::ZaloOnly);
        QCOMPARE(environment.value(u"NODE_USE_ENV_PROXY"_s), u"1"_s);
        for (const char* name : { "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY" }) {
            QCOMPARE(environment.value(QString::fromLatin1(name)), u"http://127.0.0.1:1"_s);
        }
        for (const char* name : { "no_proxy", "NO_PROXY" }) {
            QVERIFY(environment.value(QString::fromLatin1(name)).contains(u",.zalo.me,"));
        }
        environment = zcaEnvironment(base, u"/opt/zca"_s);
        QVERIFY(!environment.contains(u"NODE_USE_ENV_PROXY"_s));
        QCOMPARE(environment.value(u"https_proxy"_s), u"http://proxy:3128"_s);
    }

    void peoplesOwnProxyStays()
    {
        for (const auto& [name, value] : { std::pair("NODE_USE_ENV_PROXY", "1"),
                                           std::pair("NODE_OPTIONS", "--use-env-proxy") }) {
            QProcessEnvironment base;
            base.insert(QString::fromLatin1(name), QString::fromLatin1(value));
            base.insert(u"HTTPS_PROXY"_s, u"http://proxy:3128"_s);
            const QProcessEnvironment environment =
                zcaEnvironment(base, u"/opt/zca"_s, ZcaReach::ZaloOnly);
            QCOMPARE(environment.value(u"HTTPS_PROXY"_s), u"http://proxy:3128"_s);
            QVERIFY(!environment.contains(u"NO_PROXY"_s));
        }
    }

    void peoplesOwnOptionsOfNodeStay()
    {
        QProcessEnvironment base;
        const QString name = u"NODE_OPTIONS"_s;
        QCOMPARE(zcaEnvironment(base, u"/opt/zca"_s).value(name), u"--title=zca"_s);
        base.insert(name, u"--max-old-space-size=200"_s);
        QCOMPARE(zcaEnvironment(base, u"/opt/zca"_s).value(name),
                 u"--max-old-space-size=200 --title=zca"_s);
        // By its arguments a listener is known.
        QCOMPARE(zcaEnvironment(base, u"/opt/zca"_s, ZcaReach::ZaloOnly).value(name),
                 u"--max-old-space-size=200"_s);
    }

    //! On the Node that is here, as other users of the machine see it.
    void aTextIsNotInTheProcessList()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty()) {
            QSKIP("there is no Node");
        }
        const FakeZca files;
        const QString program = files.script(u"zca.js"_s, {});
        QFile file(program);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("process.stdout.write(process.argv[2] + '\\n');\n"
                   "process.stdin.resume().on('end', () => process.exit());\n");
        file.close();
        QProcess process;
        process.setProcessEnvironment(
            zcaEnvironment(QProcessEnvironment::systemEnvironment(), program));
        process.start(node, { program, u"Lương tháng này"_s });
        QVERIFY(process.waitForReadyRead(30'000));
        QCOMPARE(QString::fromUtf8(process.readLine()), u"Lương tháng này\n"_s); // it got it
        QFile seen(u"/proc/%1/cmdline"_s.arg(process.processId()));
        QVERIFY(seen.open(QIODevice::ReadOnly));
        const QByteArray list = seen.readAll();
        QVERIFY2(list.startsWith("zca") && !list.contains("tháng"), list.constData());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30'000));
    }

    void thePathFindsItsNode()
    {
        FakeZca files;
        files.newFolder(u"home/.volta/bin"_s);
        QProcessEnvironment base;
        base.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        base.insert(u"HOME"_s, files.path(u"home"_s));
        const QStringList path =
            zcaEnvironment(base, u"/n/v22/bin/zca"_s).value(u"PATH"_s).split(u':');
        QCOMPARE(path.mid(0, 3), QStringList({ u"/n/v22/bin"_s, u"/usr/bin"_s, u"/bin"_s }));
        QVERIFY(path.indexOf(files.path(u"home/.volta/bin"_s)) >= 3);
        QCOMPARE(path.count(u"/usr/bin"_s), 1);
    }
};

QTEST_APPLESS_MAIN(TestZcaEnvironment)
#include "tst_zcaenvironment.moc"
