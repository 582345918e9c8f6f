// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcaenvironment.h"

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
