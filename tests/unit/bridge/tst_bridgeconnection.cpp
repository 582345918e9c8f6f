// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgefixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace zalo;

//! The handshake as PROTOCOL.md has it, spoken by a client that may say anything.
class TestBridgeConnection : public QObject
{
    Q_OBJECT

    //! Goes as far as hello's result.
    void sayHello(RawClient& client, const QJsonObject& params = BridgeFixture::hello())
    {
        const auto before = client.lines.size();
        client.call(u"hello"_s, params);
        QTRY_COMPARE(client.lines.size(), before + 1);
    }
    void associate(RawClient& client, const QByteArray& key = BridgeFixture::key())
    {
        const auto before = client.lines.size();
        client.call(u"associate"_s, { { u"key"_s, QString::fromLatin1(key.toBase64()) } });
        QTRY_COMPARE(client.lines.size(), before + 1);
    }
    void auth(RawClient& client, const QString& proof)
    {
        const auto before = client.lines.size();
        client.call(u"auth"_s, { { u"proof"_s, proof } });
        QTRY_COMPARE(client.lines.size(), before + 1);
    }
    static Handshake handshakeOf(const QJsonObject& hello, const QJsonObject& helloResult)
    {
        const auto text = [](const QJsonObject& from, const char* name) {
            return from.value(QString::fromLatin1(name)).toString();
        };
        return {
            text(hello, "role"),        text(hello, "gatewayId"), text(hello, "nonce"),
            text(helloResult, "nonce"), text(hello, "protocol"),  text(helloResult, "protocol")
        };
    }
    static QString text(const QJsonObject& from, const char* name)
    {
        return from.value(QString::fromLatin1(name)).toString();
    }

    //! Makes the Gateway of the fixture a known one.
    void makeKnown()
    {
        RawClient client(m_bridge->path());
        sayHello(client);
        associate(client);
        QVERIFY(client.last().contains(u"result"_s));
    }

private slots:
    void init()
    {
        m_bridge = std::make_unique<BridgeFixture>();
        QVERIFY(m_bridge->listen());
    }

    void theFirstComesInWithItsKeyAndThenWithProofs()
    {
        QSignalSpy associated(m_bridge->server.get(), &BridgeServer::associated);
        RawClient first(m_bridge->path());
        sayHello(first);
        const QJsonObject helloResult = first.result();
        QCOMPARE(text(helloResult, "protocol"), u"1.0"_s);
        QCOMPARE(text(helloResult, "association"), u"first"_s);
        QVERIFY(!helloResult.contains(u"proof"_s));
        const QJsonArray features = helloResult.value(u"features"_s).toArray();
        QVERIFY(features.contains(u"admin"_s) && features.contains(u"echo"_s));
        QCOMPARE(text(helloResult.value(u"server"_s).toObject(), "name"), u"zalo-companion"_s);
        QVERIFY(bytes32(text(helloResult, "nonce")));
        associate(first);
        QCOMPARE(first.result(),
                 (QJsonObject { { u"role"_s, u"gateway"_s },
                                { u"gatewayId"_s, BridgeFixture::gatewayId() } }));
        QCOMPARE(associated.size(), 1);

        RawClient second(m_bridge->path());
        const QJsonObject hello = BridgeFixture::hello(u"cli"_s);
        sayHello(second, hello);
        QCOMPARE(text(second.result(), "association"), u"known"_s);
        const Handshake handshake = handshakeOf(hello, second.result());
        QCOMPARE(text(second.result(), "proof"),
                 handshakeProof(BridgeFixture::key(), handshake, ProofOf::Server));
        auth(second, handshakeProof(BridgeFixture::key(), handshake, ProofOf::Client));
        QCOMPARE(text(second.result(), "role"), u"cli"_s);
        second.call(u"admin"_s);
        QTRY_COMPARE(text(second.result(), "label"), u"OpenClaw ở tiệm"_s);
    }

    void nothingIsAnsweredBeforeTheHandshake()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        client.call(u"echo"_s);
        QTRY_COMPARE(client.code(), -32001);
        QCOMPARE(client.kind(), u"notAssociated"_s);
        client.call(u"no.such.method"_s);
        QTRY_COMPARE(client.lines.size(), 2);
        QCOMPARE(client.code(), -32001);
        sayHello(client);
        client.call(u"echo"_s);
        QTRY_COMPARE(client.lines.size(), 4);
        QCOMPARE(client.code(), -32001);
        QVERIFY(!client.closed);
    }

    void aWrongKeyIsTurnedAway()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        const QJsonObject hello = BridgeFixture::hello();
        sayHello(client, hello);
        auth(client,
             handshakeProof(QByteArray(32, 'x'), handshakeOf(hello, client.result()),
                            ProofOf::Client));
        QCOMPARE(client.code(), -32001);
        QCOMPARE(client.kind(), u"wrongKey"_s);
        QVERIFY(client.text().contains(u"zalo-companion gateways revoke "_s
                                       + BridgeFixture::gatewayId()));
        QTRY_VERIFY(client.closed);
    }

    void aReplayedProofIsTurnedAway()
    {
        makeKnown();
        const QJsonObject hello = BridgeFixture::hello();
        RawClient honest(m_bridge->path());
        sayHello(honest, hello);
        const QString proof = handshakeProof(BridgeFixture::key(),
                                             handshakeOf(hello, honest.result()), ProofOf::Client);
        auth(honest, proof);
        QVERIFY(honest.last().contains(u"result"_s));
        // The same words again, byte for byte: the companion's nonce is another one.
        RawClient replay(m_bridge->path());
        sayHello(replay, hello);
        auth(replay, proof);
        QCOMPARE(replay.kind(), u"wrongKey"_s);
        QTRY_VERIFY(replay.closed);
    }

    void theCompanionsOwnProofIsNoProofOfTheClient()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        sayHello(client);
        auth(client, text(client.result(), "proof"));
        QCOMPARE(client.kind(), u"wrongKey"_s);
    }

    void aForeignMajorIsRefusedInWords()
    {
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(u"protocol"_s, u"2.0"_s);
        sayHello(client, hello);
        QCOMPARE(client.code(), -32000);
        QCOMPARE(client.kind(), u"protocol"_s);
        QVERIFY(client.text().contains(u"the companion 1.0, the plugin 2.0"_s));
        QVERIFY(client.text().contains(u"Update"_s));
        QTRY_VERIFY(client.closed);
    }

    void aNewerMinorIsFine()
    {
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(u"protocol"_s, u"1.9"_s);
        sayHello(client, hello);
        associate(client);
        QVERIFY(client.last().contains(u"result"_s));
        RawClient again(m_bridge->path());
        sayHello(again, hello);
        auth(again,
             handshakeProof(BridgeFixture::key(), handshakeOf(hello, again.result()),
                            ProofOf::Client));
        QVERIFY(again.last().contains(u"result"_s));
    }

    void badHellosAreTurnedAway_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no protocol") << u"protocol"_s << QJsonValue();
        QTest::newRow("role") << u"role"_s << QJsonValue(u"admin"_s);
        QTest::newRow("id too short") << u"gatewayId"_s << QJsonValue(u"short"_s);
        QTest::newRow("id is a path")
            << u"gatewayId"_s << QJsonValue(u"../../../../../etc/passwd"_s);
        QTest::newRow("no label") << u"label"_s << QJsonValue(u"  \n "_s);
        QTest::newRow("label too long") << u"label"_s << QJsonValue(QString(121, u'x'));
        QTest::newRow("nonce too short") << u"nonce"_s << QJsonValue(u"AAAA"_s);
        QTest::newRow("nonce a number") << u"nonce"_s << QJsonValue(7);
    }

    void badHellosAreTurnedAway()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(member, value);
        sayHello(client, hello);
        QCOMPARE(client.code(), -32602);
        QTRY_VERIFY(client.closed);
    }

    void aLabelIsCleanedForPeopleAndTerminals()
    {
        QSignalSpy first(m_bridge->association.get(), &Association::firstAssociated);
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(u"label"_s, u"Shop\n\u001b[31m\u202Ered"_s);
        sayHello(client, hello);
        associate(client);
        QCOMPARE(first.first().at(1).toString(), u"Shop [31mred"_s);
    }

    void stepsOutOfTurnAreTurnedAway_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("helloFirst");
        QTest::addColumn<QString>("method");
        QTest::newRow("auth first") << true << false << u"auth"_s;
        QTest::newRow("associate first") << true << false << u"associate"_s;
        QTest::newRow("auth of an unknown one") << false << true << u"auth"_s;
    }

    void stepsOutOfTurnAreTurnedAway()
    {
        QFETCH(bool, known);
        QFETCH(bool, helloFirst);
        QFETCH(QString, method);
        if (known) {
            makeKnown();
        }
        RawClient client(m_bridge->path());
        if (helloFirst) {
            sayHello(client);
        }
        client.call(method,
                    { { u"key"_s, QString::fromLatin1(BridgeFixture::key().toBase64()) },
                      { u"proof"_s, QString() } });
        QTRY_COMPARE(client.code(), -32001);
        QTRY_VERIFY(client.closed);
    }

    void theHandshakeComesOnce()
    {
        RawClient client(m_bridge->path());
        sayHello(client);
        sayHello(client);
        QCOMPARE(client.code(), -32600);
        associate(client);
        QVERIFY(client.last().contains(u"result"_s));
        for (const char* method : { "hello", "auth", "associate" }) {
            const auto before = client.lines.size();
            client.call(QString::fromLatin1(method), BridgeFixture::hello());
            QTRY_COMPARE(client.lines.size(), before + 1);
            QCOMPARE(client.code(), -32600);
        }
        QVERIFY(!client.closed);
    }

    void aFurtherGatewayWaitsForApproval()
    {
        makeKnown();
        const QString other = u"gateway-of-another"_s;
        {
            RawClient client(m_bridge->path());
            sayHello(client, BridgeFixture::hello(u"gateway"_s, other));
            QCOMPARE(text(client.result(), "association"), u"new"_s);
            associate(client, QByteArray(32, 'o'));
            QCOMPARE(client.code(), -32001);
            QCOMPARE(client.kind(), u"approvalNeeded"_s);
            QVERIFY(client.text().contains(u"zalo-companion gateways approve "_s + other));
            QTRY_VERIFY(client.closed);
        }
        QVERIFY(m_bridge->association->approve(other));
        RawClient client(m_bridge->path());
        sayHello(client, BridgeFixture::hello(u"gateway"_s, other));
        QCOMPARE(text(client.result(), "association"), u"pending"_s);
        associate(client, QByteArray(32, 'o'));
        QVERIFY(client.last().contains(u"result"_s));
    }

    void aKeyThatIsNoneIsTurnedAway()
    {
        RawClient client(m_bridge->path());
        sayHello(client);
        associate(client, QByteArray(31, 'k'));
        QCOMPARE(client.code(), -32602);
        QTRY_VERIFY(client.closed);
        QVERIFY(m_bridge->association->list().isEmpty());
    }

    void aKeyThatCannotBeReadIsSaid()
    {
        makeKnown();
        m_bridge->server.reset();
        auto fresh = std::make_unique<BridgeFixture>();
        QVERIFY(QFile::copy(m_bridge->root.filePath(u"gateways.json"_s),
                            fresh->root.filePath(u"gateways.json"_s)));
        fresh->secrets.broken = true;
        QVERIFY(fresh->association->start());
        QVERIFY(fresh->listen());
        RawClient client(fresh->path());
        sayHello(client);
        QCOMPARE(client.code(), -32000);
        QCOMPARE(client.kind(), u"key"_s);
        QCOMPARE(fresh->server->state().kind, BridgeState::Kind::KeyUnavailable);
        QTRY_VERIFY(client.closed);
    }

    void rolesAreChecked()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        const QJsonObject hello = BridgeFixture::hello(u"probe"_s);
        sayHello(client, hello);
        auth(client,
             handshakeProof(BridgeFixture::key(), handshakeOf(hello, client.result()),
                            ProofOf::Client));
        client.call(u"admin"_s);
        QTRY_COMPARE(client.code(), -32001);
        QCOMPARE(client.kind(), u"roleRefused"_s);
        client.call(u"echo"_s, { { u"x"_s, 1 } });
        QTRY_COMPARE(client.result(), (QJsonObject { { u"x"_s, 1 } }));
        client.call(u"no.such.method"_s);
        QTRY_COMPARE(client.code(), -32601);
    }

    void aClientThatSaysNothingIsClosed()
    {
        m_bridge =
            std::make_unique<BridgeFixture>(Timing().scaled(0.03)); // 300 ms for the handshake
        QVERIFY(m_bridge->listen());
        RawClient silent(m_bridge->path());
        RawClient half(m_bridge->path());
        half.call(u"hello"_s, BridgeFixture::hello());
        QTRY_VERIFY(silent.closed);
        QTRY_VERIFY(half.closed);
        QCOMPARE(half.lines.size(), 1);
    }

    void ourOwnSlownessIsNotTheClients()
    {
        m_bridge = std::make_unique<BridgeFixture>(Timing().scaled(0.03));
        QVERIFY(m_bridge->listen());
        RawClient quick(m_bridge->path());
        sayHello(quick);
        m_bridge->secrets.held = true;
        quick.call(u"associate"_s,
                   { { u"key"_s, QString::fromLatin1(BridgeFixture::key().toBase64()) } });
        RawClient silent(m_bridge->path());
        QTRY_VERIFY(silent.closed); // by then the time of a handshake is over
        QVERIFY(!quick.closed);
        m_bridge->secrets.release();
        QTRY_VERIFY(quick.last().contains(u"result"_s));
    }

private:
    std::unique_ptr<BridgeFixture> m_bridge;
};

QTEST_GUILESS_MAIN(TestBridgeConnection)
#include "tst_bridgeconnection.moc"
