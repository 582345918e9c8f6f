// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaenvironment.h"

#include <QTest>

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
            base.insert(QString::fromLatin1(name), QStringLiteral("1"));
        }
        base.insert(QStringLiteral("OPENZCA_HOME"), QStringLiteral("/data"));
        const QProcessEnvironment environment = zcaEnvironment(base, QStringLiteral("/opt/zca"));
        QVERIFY(!environment.contains(QStringLiteral("OPENZCA_PROFILE")));
        QVERIFY(!environment.contains(QStringLiteral("ZCA_PROFILE")));
        QVERIFY(!environment.contains(QStringLiteral("FORCE_COLOR")));
        QVERIFY(!environment.contains(QStringLiteral("OPENZCA_QR_OPEN")));
        QCOMPARE(environment.value(QStringLiteral("OPENZCA_HOME")), QStringLiteral("/data"));
    }

    void itIsKeptQuiet()
    {
        QProcessEnvironment base;
        base.insert(QStringLiteral("OPENZCA_QR_AUTO_OPEN"), QStringLiteral("1"));
        const QProcessEnvironment environment = zcaEnvironment(base, QStringLiteral("/opt/zca"));
        const auto value = [&](const char* name) {
            return environment.value(QString::fromLatin1(name));
        };
        QCOMPARE(value("OPENZCA_QR_AUTO_OPEN"), QStringLiteral("0"));
        QCOMPARE(value("OPENZCA_QR_ASCII"), QStringLiteral("0"));
        QCOMPARE(value("OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT"), QStringLiteral("0"));
        QCOMPARE(value("NO_COLOR"), QStringLiteral("1"));
    }

    void itDoesNotSendAgainByItself()
    {
        QCOMPARE(zcaEnvironment({}, QStringLiteral("/opt/zca"))
                     .value(QStringLiteral("OPENZCA_SEND_RETRY_COUNT")),
                 QStringLiteral("0"));
    }

    void thePathFindsItsNode()
    {
        FakeZca files;
        files.newFolder(QStringLiteral("home/.volta/bin"));
        QProcessEnvironment base;
        base.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        base.insert(QStringLiteral("HOME"), files.path(QStringLiteral("home")));
        const QStringList path = zcaEnvironment(base, QStringLiteral("/n/v22/bin/zca"))
                                     .value(QStringLiteral("PATH"))
                                     .split(u':');
        QCOMPARE(path.mid(0, 3),
                 QStringList({ QStringLiteral("/n/v22/bin"), QStringLiteral("/usr/bin"),
                               QStringLiteral("/bin") }));
        QVERIFY(path.indexOf(files.path(QStringLiteral("home/.volta/bin"))) >= 3);
        QCOMPARE(path.count(QStringLiteral("/usr/bin")), 1);
    }
};

QTEST_APPLESS_MAIN(TestZcaEnvironment)
#include "tst_zcaenvironment.moc"
