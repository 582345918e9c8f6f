// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgevectors.h"
#include "rpc/rpcmessage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestRpcMessage : public QObject
{
    Q_OBJECT

    static QString typeName(RpcMessage::Type type)
    {
        switch (type) {
        case RpcMessage::Type::Request:
            return u"request"_s;
        case RpcMessage::Type::Notification:
            return u"notification"_s;
        case RpcMessage::Type::Result:
            return u"result"_s;
        case RpcMessage::Type::Error:
            return u"error"_s;
        }
        return {};
    }

private slots:
    void readsTheSharedLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QJsonObject>("expect");
        const auto cases = bridgeVectors(u"rpc-lines.json"_s, u"cases"_s);
        QVERIFY(cases.size() > 20);
        for (const auto& entry : cases) {
            const QJsonObject vector = entry.toObject();
            const QByteArray line = vector.contains(u"line"_s)
                ? vector.value(u"line"_s).toString().toUtf8()
                : QByteArray::fromHex(vector.value(u"lineHex"_s).toString().toLatin1());
            QTest::newRow(qPrintable(vector.value(u"name"_s).toString()))
                << line << vector.value(u"expect"_s).toObject();
        }
    }

    void readsTheSharedLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QJsonObject, expect);
        const auto message = parseRpcLine(line);
        const QString type = expect.value(u"type"_s).toString();
        if (type == u"fault"_s) {
            QVERIFY(!message);
            const RpcFault& fault = message.error();
            QCOMPARE(fault.error.code, expect.value(u"code"_s).toInt());
            QCOMPARE(fault.error.kind, expect.value(u"kind"_s).toString());
            QCOMPARE(fault.id, expect.value(u"id"_s));
            const bool close = expect.value(u"close"_s).toBool();
            QCOMPARE(fault.of, close ? RpcFault::Of::Line : RpcFault::Of::Request);
            return;
        }
        QVERIFY(message);
        QCOMPARE(typeName(message->type), type);
        QCOMPARE(message->id,
                 expect.value(u"id"_s).isUndefined() ? QJsonValue::Null : expect.value(u"id"_s));
        QCOMPARE(message->method, expect.value(u"method"_s).toString());
        QCOMPARE(message->params, expect.value(u"params"_s).toObject());
        QCOMPARE(message->result, expect.value(u"result"_s).toObject());
        const QJsonObject error = expect.value(u"error"_s).toObject();
        if (type == u"error"_s) {
            QCOMPARE(message->error,
                     (RpcError { error.value(u"code"_s).toInt(), error.value(u"kind"_s).toString(),
                                 error.value(u"message"_s).toString(),
                                 error.value(u"data"_s).toObject() }));
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
        const QJsonObject params { { u"text"_s, u"Xin chào\n😀"_s } };
        const QByteArray request = rpcRequest(9'007'199'254'740'000, u"message.send"_s, params);
        QCOMPARE(request.count('\n'), 1);
        QVERIFY(request.endsWith('\n'));
        const auto message = parseRpcLine(request.chopped(1));
        QVERIFY(message);
        QCOMPARE(message->id.toInteger(), 9'007'199'254'740'000);
        QCOMPARE(message->params, params);

        const auto result = parseRpcLine(rpcResult(u"a"_s, compactJson(params)).chopped(1));
        QVERIFY(result);
        QCOMPARE(result->id, QJsonValue(u"a"_s));
        QCOMPARE(result->result, params);

        const RpcError error { -32005, u"rateLimited"_s, u"Wait."_s, { { u"until"_s, 5 } } };
        const auto refusal = parseRpcLine(rpcErrorLine(3, error).chopped(1));
        QVERIFY(refusal);
        QCOMPARE(refusal->error, error);

        const auto notification =
            parseRpcLine(rpcNotification(u"status.changed"_s, params).chopped(1));
        QVERIFY(notification);
        QCOMPARE(notification->type, RpcMessage::Type::Notification);
        QCOMPARE(notification->params, params);
    }

    void errorsHaveTheirCode_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("not associated") << ErrorKind::NotAssociated << -32001 << u"notAssociated"_s;
        QTest::newRow("approval needed")
            << ErrorKind::ApprovalNeeded << -32001 << u"approvalNeeded"_s;
        QTest::newRow("wrong key") << ErrorKind::WrongKey << -32001 << u"wrongKey"_s;
        QTest::newRow("role") << ErrorKind::RoleRefused << -32001 << u"roleRefused"_s;
        QTest::newRow("not logged in") << ErrorKind::NotLoggedIn << -32002 << u"notLoggedIn"_s;
        QTest::newRow("kicked") << ErrorKind::Kicked << -32002 << u"kicked"_s;
        QTest::newRow("no zca") << ErrorKind::ZcaMissing << -32003 << u"zcaMissing"_s;
        QTest::newRow("time") << ErrorKind::TimedOut << -32004 << u"timedOut"_s;
        QTest::newRow("rate") << ErrorKind::RateLimited << -32005 << u"rateLimited"_s;
        QTest::newRow("uncertain") << ErrorKind::Uncertain << -32006 << u"uncertain"_s;
        QTest::newRow("nothing sent") << ErrorKind::NothingSent << -32006 << u"uncertain"_s;
        QTest::newRow("thread") << ErrorKind::ThreadUnknown << -32007 << u"threadUnknown"_s;
        QTest::newRow("offline") << ErrorKind::Offline << -32008 << u"offline"_s;
        QTest::newRow("parameters") << ErrorKind::BadRequest << -32602 << u"params"_s;
        QTest::newRow("protocol") << ErrorKind::ForeignProtocol << -32000 << u"protocol"_s;
        QTest::newRow("profile taken") << ErrorKind::ProfileInUse << -32000 << u"profileInUse"_s;
        QTest::newRow("key") << ErrorKind::KeyUnavailable << -32000 << u"key"_s;
    }

    void errorsHaveTheirCode()
    {
        QFETCH(ErrorKind, kind);
        const RpcError error = rpcErrorFor({ kind, u"detail"_s });
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
