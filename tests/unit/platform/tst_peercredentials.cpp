// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/peercredentials.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestPeerCredentials : public QObject
{
    Q_OBJECT

private slots:
    void tellsUidAndProcessOfBothEnds()
    {
        QTemporaryDir root;
        QLocalServer server;
        QVERIFY(server.listen(root.filePath(u"s"_s)));
        QLocalSocket client;
        client.connectToServer(server.fullServerName());
        QTRY_VERIFY(server.hasPendingConnections());
        for (const QLocalSocket* end : { server.nextPendingConnection(), &client }) {
            const auto peer = peerCredentials(*end);
            QVERIFY(peer);
            QCOMPARE(peer->uid, geteuid());
            QCOMPARE(peer->pid, getpid());
        }
    }

    void saysWhenThereIsNobody()
    {
        const auto peer = peerCredentials(QLocalSocket());
        QVERIFY(!peer);
        QCOMPARE(peer.error().kind, ErrorKind::Disconnected);
    }
};

QTEST_GUILESS_MAIN(TestPeerCredentials)
#include "tst_peercredentials.moc"
