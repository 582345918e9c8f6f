// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgefixture.h"
#include "demo/echogateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

QString compact(const QString& method, const QJsonObject& params)
{
    return method + u' ' + QString::fromUtf8(QJsonDocument(params).toJson(QJsonDocument::Compact));
}

//! The companion's end: it writes down what the echo asks for, and answers as it is told.
struct Companion
{
    explicit Companion()
    {
        for (const QString& method : { u"inbound.subscribe"_s, u"inbound.outcome"_s,
                                       u"typing.send"_s, u"message.send"_s }) {
            bridge.server->addMethod(method, BridgeRole::Gateway,
                                     [this, method](BridgeConnection&, const QJsonObject& params,
                                                    const Responder& responder) {
                                         asked << compact(method, params);
                                         if (method == u"message.send" && refuses) {
                                             responder.refuse(Error { ErrorKind::Paused, {} });
                                         } else {
                                             responder.answer({});
                                         }
                                     });
        }
    }

    [[nodiscard]] QStringList about(const QString& method) const
    {
        return asked.filter(u"%1 "_s.arg(method));
    }
    [[nodiscard]] BridgeConnection* gateway() const
    {
        return bridge.server->gateway(u"zalo-companion-demo-echo"_s);
    }
    //! One request to the echo, to its answer.
    [[nodiscard]] RpcReply call(const QString& method, const QJsonObject& params = {}) const
    {
        std::optional<RpcReply> answer;
        gateway()->request(gateway(), method, params, 10s,
                           [&answer](const RpcReply& reply) { answer = reply; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(tl::unexpected(RpcError {}));
    }
    static QJsonObject message(const QString& text, bool isGroup = false)
    {
        return { { u"profile"_s, u"default"_s },
                 { u"msgId"_s, u"71"_s },
                 { u"threadId"_s, u"12"_s },
                 { u"isGroup"_s, isGroup },
                 { u"text"_s, text },
                 { u"mentions"_s, QJsonArray() },
                 { u"media"_s, QJsonArray() } };
    }

    BridgeFixture bridge;
    QStringList asked;
    bool refuses = false;
    FakeSecretStore keys;
    EchoGateway echo { bridge.path(), keys, Timing(), { 1ms, 1ms }, { u"91"_s } };
};

} // namespace

//! The demo's Gateway is a client of the bridge like any other.
class TestEchoGateway : public QObject
{
    Q_OBJECT

    std::unique_ptr<Companion> m_companion;

private slots:
    void init()
    {
        m_companion = std::make_unique<Companion>();
        QVERIFY(m_companion->bridge.listen());
        m_companion->echo.start();
        QTRY_COMPARE(m_companion->about(u"inbound.subscribe"_s),
                     QStringList { u"inbound.subscribe {\"profiles\":[\"default\"]}"_s });
    }

    void cleanup() { m_companion.reset(); }

    void takesAnswersAndReports()
    {
        const RpcReply taken =
            m_companion->call(u"inbound.deliver"_s, Companion::message(u"Chào shop"_s));
        QCOMPARE(taken->value(u"accepted"), QJsonValue(true));
        QTRY_COMPARE(m_companion->about(u"inbound.outcome"_s),
                     QStringList { u"inbound.outcome {\"msgId\":\"71\",\"outcome\":\"dispatched\","
                                   "\"profile\":\"default\"}"_s });
        QCOMPARE(m_companion->about(u"message.send"_s),
                 QStringList { u"message.send {\"isGroup\":false,\"key\":\"default:71:0\","
                               "\"profile\":\"default\",\"text\":\"Echo: Chào "
                               "shop\",\"threadId\":\"12\"}"_s });
        QCOMPARE(m_companion->about(u"typing.send"_s).size(), 1);
    }

    void failureIsReported()
    {
        m_companion->refuses = true;
        QVERIFY(m_companion->call(u"inbound.deliver"_s, Companion::message(u"Chào"_s)));
        QTRY_COMPARE(m_companion->about(u"inbound.outcome"_s).size(), 1);
        QVERIFY(m_companion->about(u"inbound.outcome"_s).first().contains(u"\"failed\""));
        QVERIFY(m_companion->about(u"inbound.outcome"_s).first().contains(u"paused"));
    }

    void groupsNeedAMention()
    {
        QJsonObject message = Companion::message(u"Chào cả nhà"_s, true);
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(m_companion->about(u"inbound.outcome"_s).size(), 1);
        QVERIFY(m_companion->about(u"inbound.outcome"_s).first().contains(u"\"dropped\""));
        QVERIFY(m_companion->about(u"message.send"_s).isEmpty());
        message[u"mentions"_s] = QJsonArray { QJsonObject { { u"uid"_s, u"5"_s } } };
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(m_companion->about(u"message.send"_s).size(), 1);
        QVERIFY(m_companion->about(u"message.send"_s).first().contains(u"\"isGroup\":true"));
    }

    void picturesAreThankedFor()
    {
        QJsonObject message = Companion::message(u"/tmp/a.png"_s);
        message[u"media"_s] = QJsonArray { QJsonObject { { u"kind"_s, u"image"_s } } };
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(m_companion->about(u"message.send"_s).size(), 1);
        QVERIFY(!m_companion->about(u"message.send"_s).first().contains(u"a.png"));
    }

    void answersWhatAGatewayIsAsked()
    {
        const RpcReply info = m_companion->call(u"gateway.info"_s);
        QVERIFY(info);
        QCOMPARE(info->value(u"label"), QJsonValue(u"Demo Gateway (echo)"_s));
        QCOMPARE(info->value(u"accounts")[0][u"profile"], QJsonValue(u"default"_s));
        const RpcReply pairing = m_companion->call(u"pairing.list"_s);
        QVERIFY(pairing && pairing->value(u"requests").toArray().isEmpty());
        QCOMPARE(
            m_companion->call(u"pairing.approve"_s, { { u"requestId"_s, u"1"_s } }).error().code,
            -32602);
    }

    void aStrangerIsEchoedOnceApproved()
    {
        QJsonObject message = Companion::message(u"Chào shop"_s);
        message[u"threadId"_s] = u"91"_s;
        message[u"senderId"_s] = u"91"_s;
        message[u"senderName"_s] = u"Thu Hà"_s;
        QSignalSpy told(m_companion->gateway(), &BridgeConnection::pairingRequested);
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(m_companion->about(u"inbound.outcome"_s).size(), 1);
        QVERIFY(m_companion->about(u"inbound.outcome"_s).first().contains(u"pairingPending"));
        QTRY_COMPARE(told.size(), 1);
        const auto requests = [this] {
            return m_companion->call(u"pairing.list"_s)->value(u"requests").toArray();
        };
        QCOMPARE(requests().size(), 1);
        const QJsonObject request = requests().first().toObject();
        QCOMPARE(request[u"name"].toString(), u"Thu Hà"_s);
        const QJsonObject id { { u"requestId"_s, request[u"requestId"] } };
        QVERIFY(m_companion->call(u"pairing.dismiss"_s, id));
        QVERIFY(requests().isEmpty());
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(requests().size(), 1);
        QCOMPARE(m_companion->about(u"message.send"_s).size(), 0);
        QVERIFY(m_companion->call(u"pairing.approve"_s, id));
        QTRY_COMPARE(m_companion->about(u"message.send"_s).size(), 1); // that they may write now
        QVERIFY(m_companion->call(u"inbound.deliver"_s, message));
        QTRY_COMPARE(m_companion->about(u"message.send"_s).size(), 2);
        QVERIFY(m_companion->about(u"message.send"_s).last().contains(u"Echo: Chào shop"));
    }

    //! With the same key: it is known by then, not a stranger.
    void comesAgain()
    {
        const QHash<QString, QByteArray> keys = m_companion->keys.secrets;
        QCOMPARE(keys.size(), 1);
        m_companion->gateway()->close();
        QTRY_COMPARE(m_companion->about(u"inbound.subscribe"_s).size(), 2);
        QVERIFY(m_companion->gateway());
        QCOMPARE(m_companion->keys.secrets, keys);
        QVERIFY(m_companion->call(u"inbound.deliver"_s, Companion::message(u"Chào"_s)));
        QTRY_COMPARE(m_companion->about(u"message.send"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEchoGateway)
#include "tst_echogateway.moc"
