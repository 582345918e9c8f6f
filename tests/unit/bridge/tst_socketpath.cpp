// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/socketpath.h"
#include "bridgevectors.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace zalo;

class TestSocketPath : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSharedVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const auto cases =
            bridgeVectors(QStringLiteral("socket-path.json"), QStringLiteral("cases"));
        QVERIFY(cases.size() > 15);
        for (const auto& entry : cases) {
            const QJsonObject vector = entry.toObject();
            QTest::newRow(qPrintable(vector.value(QStringLiteral("name")).toString())) << vector;
        }
    }

    void followsTheSharedVectors()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject env = vector.value(QStringLiteral("env")).toObject();
        const auto path = socketPath({
            .companionSocket = env.value(QStringLiteral("ZALO_COMPANION_SOCKET")).toString(),
            .runtimeDir = env.value(QStringLiteral("XDG_RUNTIME_DIR")).toString(),
            .uid = uid_t(vector.value(QStringLiteral("uid")).toInteger()),
            .home = vector.value(QStringLiteral("home")).toString(),
            .runUserIsOurs = vector.value(QStringLiteral("runUserIsOurs")).toBool(),
        });
        const QJsonObject expected = vector.value(QStringLiteral("companion")).toObject();
        if (expected.contains(QStringLiteral("error"))) {
            QCOMPARE(expected.value(QStringLiteral("error")).toString(),
                     QStringLiteral("pathTooLong"));
            QVERIFY(!path);
            QCOMPARE(path.error().kind, ErrorKind::PathTooLong);
        } else {
            QVERIFY(path);
            QCOMPARE(*path, expected.value(QStringLiteral("path")).toString());
        }
    }

    void takesTheInputsFromTheMachine()
    {
        QProcessEnvironment env;
        env.insert(QStringLiteral("ZALO_COMPANION_SOCKET"), QStringLiteral("/a"));
        env.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/b"));
        const auto inputs = socketPathInputs(env);
        QCOMPARE(inputs.companionSocket, QStringLiteral("/a"));
        QCOMPARE(inputs.runtimeDir, QStringLiteral("/b"));
        QCOMPARE(inputs.uid, geteuid());
        QCOMPARE(inputs.home, QDir::homePath());
        const QFileInfo folder(QStringLiteral("/run/user/%1").arg(geteuid()));
        QCOMPARE(inputs.runUserIsOurs, folder.isDir() && folder.ownerId() == geteuid());
    }
};

QTEST_GUILESS_MAIN(TestSocketPath)
#include "tst_socketpath.moc"
