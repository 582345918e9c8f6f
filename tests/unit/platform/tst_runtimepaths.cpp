// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/runtimepaths.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestRuntimePaths : public QObject
{
    Q_OBJECT

private slots:
    void defaultsLieBelowHome()
    {
        const RuntimePaths paths = runtimePaths({}, u"/home/lan"_s);
        QCOMPARE(paths.config, u"/home/lan/.config/zalo-companion"_s);
        QCOMPARE(paths.data, u"/home/lan/.local/share/zalo-companion"_s);
        QCOMPARE(paths.state, u"/home/lan/.local/state/zalo-companion"_s);
        QCOMPARE(paths.cache, u"/home/lan/.cache/zalo-companion"_s);
        QCOMPARE(paths.relayDatabase(), u"/home/lan/.local/share/zalo-companion/relay.sqlite"_s);
        QCOMPARE(paths.contactsDatabase(),
                 u"/home/lan/.local/share/zalo-companion/contacts.sqlite"_s);
        QCOMPARE(paths.gatewaysFile(), u"/home/lan/.local/share/zalo-companion/gateways.json"_s);
        QCOMPARE(paths.secretsFile(), u"/home/lan/.local/share/zalo-companion/secrets.json"_s);
        QCOMPARE(paths.spoolFolder(), u"/home/lan/.local/share/zalo-companion/spool"_s);
        QCOMPARE(paths.workFolder(), u"/home/lan/.local/share/zalo-companion/work"_s);
    }

    void environmentMovesThem_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("data");
        QTest::newRow("absolute") << u"/srv/data"_s << u"/srv/data/zalo-companion"_s;
        QTest::newRow("slash at the end") << u"/srv/data/"_s << u"/srv/data/zalo-companion"_s;
        QTest::newRow("empty") << QString() << u"/home/lan/.local/share/zalo-companion"_s;
        QTest::newRow("relative") << u"data"_s << u"/home/lan/.local/share/zalo-companion"_s;
    }

    void environmentMovesThem()
    {
        QFETCH(QString, base);
        QProcessEnvironment env;
        env.insert(u"XDG_DATA_HOME"_s, base);
        QTEST(runtimePaths(env, u"/home/lan"_s).data, "data");
    }
};

QTEST_GUILESS_MAIN(TestRuntimePaths)
#include "tst_runtimepaths.moc"
