// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgevectors.h"
#include "rpc/rpcmessage.h"

#include <QTest>

using namespace zalo;

class TestRpcMessage : public QObject
{
    Q_OBJECT

    static QString typeName(RpcMessage::Type type)
    {
        switch (type) {
        case RpcMessage::Type::Request:
            return QStringLiteral("request");
        case RpcMessage::Type::Notification:
            return QStringLiteral("notification");
        case RpcMessage::Type::Result:
            return QStringLiteral("result");
        case RpcMessage::Type::Error:
            return QStringLiteral("error");
        }
        return {};
    }

private slots:
    void readsTheSharedLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QJsonObject>("expect");
        const auto cases = bridgeVectors(QStringLiteral("rpc-lines.json"), QStringLiteral("cases"));
        QVERIFY(cases.size() > 20);
        for (const auto& entry : cases) {
            const QJsonObject vector = entry.toObject();
            const QByteArray line = vector.contains(QStringLiteral("line"))
                ? vector.value(QStringLiteral("line")).toString().toUtf8()
                : QByteArray::fromHex(
                    vector.value(QStringLiteral("lineHex")).toString().toLatin1());
            QTest::newRow(qPrintable(vector.value(QStringLiteral("name")).toString()))
                << line << vector.value(QStringLiteral("expect")).toObject();
        }
    }

    void readsTheSharedLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QJsonObject, expect);
        const auto message = parseRpcLine(line);
        const QString type = expect.value(QStringLiteral("type")).toString();
        if (type == QStringLiteral("fault")) {
            QVERIFY(!message);
            const RpcFault& fault = message.error();
            QCOMPARE(fault.error.code, expect.value(QStringLiteral("code")).toInt());
            QCOMPARE(fault.error.kind, expect.value(QStringLiteral("kind")).toString());
            QCOMPARE(fault.id, expect.value(QStringLiteral("id")));
            const bool close = expect.value(QStringLiteral("close")).toBool();
            QCOMPARE(fault.of, close ? RpcFault::Of::Line : RpcFault::Of::Request);
            return;
        }
        QVERIFY(message);
        QCOMPARE(typeName(message->type), type);
        QCOMPARE(message->id,
                 expect.value(QStringLiteral("id")).isUndefined()
                     ? QJsonValue::Null
                     : expect.value(QStringLiteral("id")));
        QCOMPARE(message->method, expect.value(QStringLiteral("method")).toString());
        QCOMPARE(message->params, expect.value(QStringLiteral("params")).toObject());
        QCOMPARE(message->result, expect.value(QStringLiteral("result")).toObject());
        const QJsonObject error = expect.value(QStringLiteral("error")).toObject();
        if (type == QStringLiteral("error")) {
            QCOMPARE(message->error,
                     (RpcError { error.value(QStringLiteral("code")).toInt(),
                                 error.value(QStringLiteral("kind")).toString(),
                                 error.value(QStringLiteral("message")).toString(),
                                 error.value(QStringLiteral("data")).toObject() }));
        }
    }

    void deepNestingIsNoStackOverflow()
    {
        const auto message = parseRpcLine(QByteArray(400'000, '['));
        QVERIFY(!message);
        QCOMPARE(message.error().of, RpcFault::Of::Line);
    }

    void aMalformedAnswerNamesOurRequest_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("result is no object")
            << QByteArray(R"({"jsonrpc":"2.0","id":4,"result":[1]})");
        QTest::newRow("error without code")
            << QByteArray(R"({"jsonrpc":"2.0","id":4,"error":{"message":"x"}})");
        QTest::newRow("no version") << QByteArray(R"({"id":4,"result":{}})");
    }

    void aMalformedAnswerNamesOurRequest()
    {
        QFETCH(QByteArray, line);
        const auto message = parseRpcLine(line);
        QVERIFY(!message);
        QCOMPARE(message.error().of, RpcFault::Of::Answer);
        QCOMPARE(message.error().id, QJsonValue(4));
    }

    void aMalformedNotificationIsNotAnswered()
    {
        const auto message =
            parseRpcLine(R"({"jsonrpc":"2.0","method":"pairing.requested","params":[]})");
        QVERIFY(!message);
        QCOMPARE(message.error().of, RpcFault::Of::Notification);
    }

    void writesWhatItReads()
    {
        const QJsonObject params { { QStringLiteral("text"), QStringLiteral("Xin chào\n😀") } };
        const QByteArray request =
            rpcRequest(9'007'199'254'740'000, QStringLiteral("message.send"), params);
        QCOMPARE(request.count('\n'), 1);
        QVERIFY(request.endsWith('\n'));
        const auto message = parseRpcLine(request.chopped(1));
        QVERIFY(message);
        QCOMPARE(message->id.toInteger(), 9'007'199'254'740'000);
        QCOMPARE(message->params, params);

        const auto result = parseRpcLine(rpcResult(QStringLiteral("a"), params).chopped(1));
        QVERIFY(result);
        QCOMPARE(result->id, QJsonValue(QStringLiteral("a")));
        QCOMPARE(result->result, params);

        const RpcError error { -32005,
                               QStringLiteral("rateLimited"),
                               QStringLiteral("Wait."),
                               { { QStringLiteral("until"), 5 } } };
        const auto refusal = parseRpcLine(rpcErrorLine(3, error).chopped(1));
        QVERIFY(refusal);
        QCOMPARE(refusal->error, error);

        const auto notification =
            parseRpcLine(rpcNotification(QStringLiteral("status.changed"), params).chopped(1));
        QVERIFY(notification);
        QCOMPARE(notification->type, RpcMessage::Type::Notification);
        QCOMPARE(notification->params, params);
    }

    void errorsHaveTheirCode_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("not associated")
            << ErrorKind::NotAssociated << -32001 << QStringLiteral("notAssociated");
        QTest::newRow("approval needed")
            << ErrorKind::ApprovalNeeded << -32001 << QStringLiteral("approvalNeeded");
        QTest::newRow("wrong key") << ErrorKind::WrongKey << -32001 << QStringLiteral("wrongKey");
        QTest::newRow("role") << ErrorKind::RoleRefused << -32001 << QStringLiteral("roleRefused");
        QTest::newRow("not logged in")
            << ErrorKind::NotLoggedIn << -32002 << QStringLiteral("notLoggedIn");
        QTest::newRow("kicked") << ErrorKind::Kicked << -32002 << QStringLiteral("kicked");
        QTest::newRow("no zca") << ErrorKind::ZcaMissing << -32003 << QStringLiteral("zcaMissing");
        QTest::newRow("time") << ErrorKind::TimedOut << -32004 << QStringLiteral("timedOut");
        QTest::newRow("rate") << ErrorKind::RateLimited << -32005 << QStringLiteral("rateLimited");
        QTest::newRow("uncertain") << ErrorKind::Uncertain << -32006 << QStringLiteral("uncertain");
        QTest::newRow("nothing sent")
            << ErrorKind::NothingSent << -32006 << QStringLiteral("uncertain");
        QTest::newRow("thread") << ErrorKind::ThreadUnknown << -32007
                                << QStringLiteral("threadUnknown");
        QTest::newRow("offline") << ErrorKind::Offline << -32008 << QStringLiteral("offline");
        QTest::newRow("parameters") << ErrorKind::BadRequest << -32602 << QStringLiteral("params");
        QTest::newRow("protocol") << ErrorKind::ForeignProtocol << -32000
                                  << QStringLiteral("protocol");
        QTest::newRow("profile taken")
            << ErrorKind::ProfileInUse << -32000 << QStringLiteral("profileInUse");
        QTest::newRow("key") << ErrorKind::KeyUnavailable << -32000 << QStringLiteral("key");
    }

    void errorsHaveTheirCode()
    {
        QFETCH(ErrorKind, kind);
        const RpcError error = rpcErrorFor({ kind, QStringLiteral("detail") });
        QTEST(error.code, "code");
        QTEST(error.kind, "name");
        QVERIFY(!error.message.isEmpty());
    }

    void everyErrorCanTravel()
    {
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            const RpcError error = rpcErrorFor({ ErrorKind(kind), {} });
            const bool documented =
                (error.code <= -32000 && error.code >= -32008) || error.code == -32602;
            QVERIFY2(documented, qPrintable(error.message));
        }
    }
};

QTEST_GUILESS_MAIN(TestRpcMessage)
#include "tst_rpcmessage.moc"
