// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QProcess>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

//! The real program in a session with an unlocked gnome-keyring: a Gateway's key outlives it there.
class TestKeyringRestart : public QObject
{
    Q_OBJECT

private slots:
    void keyIsInTheKeyringAndSurvives()
    {
        const Simulator sim;
        CompanionProcess companion;
        TestGateway gateway;
        QVERIFY(companion.start());
        QTRY_COMPARE(companion.status()[u"secrets"][u"store"].toString(), u"keychain"_s);
        QVERIFY(gateway.open(companion.bridgePath()));
        QTRY_COMPARE(companion.status()[u"bridge"][u"state"].toString(), u"Connected"_s);
        gateway.close();
        QVERIFY(companion.terminate());
        QVERIFY(!QFile::exists(companion.dataFolder() + u"/secrets.json"_s));

        QProcess search;
        search.start(u"secret-tool"_s,
                     { u"search"_s, u"--all"_s, u"server"_s, u"zalo-companion"_s });
        QVERIFY(search.waitForFinished());
        const QByteArray found = search.readAllStandardOutput() + search.readAllStandardError();
        QVERIFY2(found.contains("gateway/gateway-of-a-test"), "the keyring has no such item");

        QVERIFY(companion.start());
        const RpcReply opened = gateway.open(companion.bridgePath());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        QCOMPARE((*opened)[u"association"].toString(), u"known"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyringRestart)
#include "tst_keyringrestart.moc"
