// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/runtimepaths.h"

#include <QTest>

using namespace zalo;

class TestRuntimePaths : public QObject
{
    Q_OBJECT

private slots:
    void defaultsLieBelowHome()
    {
        const RuntimePaths paths =
            runtimePaths({}, QStringLiteral("/home/lan"),
                         QStringLiteral("/run/user/1000/zalo-companion/bridge.sock"));
        QCOMPARE(paths.config, QStringLiteral("/home/lan/.config/zalo-companion"));
        QCOMPARE(paths.data, QStringLiteral("/home/lan/.local/share/zalo-companion"));
        QCOMPARE(paths.state, QStringLiteral("/home/lan/.local/state/zalo-companion"));
        QCOMPARE(paths.cache, QStringLiteral("/home/lan/.cache/zalo-companion"));
        QCOMPARE(paths.run, QStringLiteral("/run/user/1000/zalo-companion"));
        QCOMPARE(paths.relayDatabase(),
                 QStringLiteral("/home/lan/.local/share/zalo-companion/relay.sqlite"));
        QCOMPARE(paths.contactsDatabase(),
                 QStringLiteral("/home/lan/.local/share/zalo-companion/contacts.sqlite"));
        QCOMPARE(paths.gatewaysFile(),
                 QStringLiteral("/home/lan/.local/share/zalo-companion/gateways.json"));
        QCOMPARE(paths.secretsFile(),
                 QStringLiteral("/home/lan/.local/share/zalo-companion/secrets.json"));
        QCOMPARE(paths.spoolFolder(),
                 QStringLiteral("/home/lan/.local/share/zalo-companion/spool"));
        QCOMPARE(paths.workFolder(), QStringLiteral("/run/user/1000/zalo-companion/work"));
    }

    void environmentMovesThem_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("data");
        QTest::newRow("absolute") << QStringLiteral("/srv/data")
                                  << QStringLiteral("/srv/data/zalo-companion");
        QTest::newRow("slash at the end")
            << QStringLiteral("/srv/data/") << QStringLiteral("/srv/data/zalo-companion");
        QTest::newRow("empty") << QString()
                               << QStringLiteral("/home/lan/.local/share/zalo-companion");
        QTest::newRow("relative") << QStringLiteral("data")
                                  << QStringLiteral("/home/lan/.local/share/zalo-companion");
    }

    void environmentMovesThem()
    {
        QFETCH(QString, base);
        QProcessEnvironment env;
        env.insert(QStringLiteral("XDG_DATA_HOME"), base);
        QTEST(runtimePaths(env, QStringLiteral("/home/lan"), QStringLiteral("/r/b.sock")).data,
              "data");
    }
};

QTEST_GUILESS_MAIN(TestRuntimePaths)
#include "tst_runtimepaths.moc"
