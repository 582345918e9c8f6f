// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/socketpath.h"
#include "bridgevectors.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestSocketPath : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSharedVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const auto cases = bridgeVectors(u"socket-path.json"_s, u"cases"_s);
        QVERIFY(cases.size() > 15);
        for (const auto& entry : cases) {
            const QJsonObject vector = entry.toObject();
            QTest::newRow(qPrintable(vector.value(u"name"_s).toString())) << vector;
        }
    }

    void followsTheSharedVectors()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject env = vector.value(u"env"_s).toObject();
        const auto path = socketPath({
            .companionSocket = env.value(u"ZALO_COMPANION_SOCKET"_s).toString(),
            .runtimeDir = env.value(u"XDG_RUNTIME_DIR"_s).toString(),
            .runtimeDirExists = vector.value(u"runtimeDirExists"_s).toBool(true),
            .uid = uid_t(vector.value(u"uid"_s).toInteger()),
            .home = vector.value(u"home"_s).toString(),
            .runUserIsOurs = vector.value(u"runUserIsOurs"_s).toBool(),
        });
        const QJsonObject expected = vector.value(u"companion"_s).toObject();
        if (expected.contains(u"error"_s)) {
            QCOMPARE(expected.value(u"error"_s).toString(), u"pathTooLong"_s);
            QVERIFY(!path);
            QCOMPARE(path.error().kind, ErrorKind::PathTooLong);
        } else {
            QVERIFY(path);
            QCOMPARE(*path, expected.value(u"path"_s).toString());
        }
    }

    void takesTheInputsFromTheMachine()
    {
        QProcessEnvironment env;
        env.insert(u"ZALO_COMPANION_SOCKET"_s, u"/a"_s);
        env.insert(u"XDG_RUNTIME_DIR"_s, u"/b"_s);
        const auto inputs = socketPathInputs(env);
        QCOMPARE(inputs.companionSocket, u"/a"_s);
        QCOMPARE(inputs.runtimeDir, u"/b"_s);
        QCOMPARE(inputs.uid, geteuid());
        QCOMPARE(inputs.home, QDir::homePath());
        const QFileInfo folder(u"/run/user/%1"_s.arg(geteuid()));
        QCOMPARE(inputs.runUserIsOurs, folder.isDir() && folder.ownerId() == geteuid());
    }
};

QTEST_GUILESS_MAIN(TestSocketPath)
#include "tst_socketpath.moc"
