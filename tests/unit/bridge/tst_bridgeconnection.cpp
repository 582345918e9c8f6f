// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgefixture.h"

#include <QSignalSpy>

using namespace zalo;

//! The handshake as PROTOCOL.md has it, spoken by a client that may say anything.
class TestBridgeConnection : public QObject
{
    Q_OBJECT

    //! Goes as far as hello's result.
    void sayHello(RawClient& client, const QJsonObject& params = BridgeFixture::hello())
    {
        const auto before = client.lines.size();
        client.call(QStringLiteral("hello"), params);
        QTRY_COMPARE(client.lines.size(), before + 1);
    }
    void associate(RawClient& client, const QByteArray& key = BridgeFixture::key())
    {
        const auto before = client.lines.size();
        client.call(QStringLiteral("associate"),
                    { { QStringLiteral("key"), QString::fromLatin1(key.toBase64()) } });
        QTRY_COMPARE(client.lines.size(), before + 1);
    }
    void auth(RawClient& client, const QString& proof)
    {
        const auto before = client.lines.size();
        client.call(QStringLiteral("auth"), { { QStringLiteral("proof"), proof } });
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
        QVERIFY(client.last().contains(QStringLiteral("result")));
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
        QCOMPARE(text(helloResult, "protocol"), QStringLiteral("1.0"));
        QCOMPARE(text(helloResult, "association"), QStringLiteral("first"));
        QVERIFY(!helloResult.contains(QStringLiteral("proof")));
        QVERIFY(helloResult.value(QStringLiteral("features")).isArray());
        QCOMPARE(text(helloResult.value(QStringLiteral("server")).toObject(), "name"),
                 QStringLiteral("zalo-companion"));
        QVERIFY(bytes32(text(helloResult, "nonce")));
        associate(first);
        QCOMPARE(first.result(),
                 (QJsonObject { { QStringLiteral("role"), QStringLiteral("gateway") },
                                { QStringLiteral("gatewayId"), BridgeFixture::gatewayId() } }));
        QCOMPARE(associated.size(), 1);

        RawClient second(m_bridge->path());
        const QJsonObject hello = BridgeFixture::hello(QStringLiteral("cli"));
        sayHello(second, hello);
        QCOMPARE(text(second.result(), "association"), QStringLiteral("known"));
        const Handshake handshake = handshakeOf(hello, second.result());
        QCOMPARE(text(second.result(), "proof"),
                 handshakeProof(BridgeFixture::key(), handshake, ProofOf::Server));
        auth(second, handshakeProof(BridgeFixture::key(), handshake, ProofOf::Client));
        QCOMPARE(text(second.result(), "role"), QStringLiteral("cli"));
        second.call(QStringLiteral("admin"));
        QTRY_COMPARE(text(second.result(), "label"), QStringLiteral("OpenClaw ở tiệm"));
    }

    void nothingIsAnsweredBeforeTheHandshake()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        client.call(QStringLiteral("echo"));
        QTRY_COMPARE(client.code(), -32001);
        QCOMPARE(client.kind(), QStringLiteral("notAssociated"));
        client.call(QStringLiteral("no.such.method"));
        QTRY_COMPARE(client.lines.size(), 2);
        QCOMPARE(client.code(), -32001);
        sayHello(client);
        client.call(QStringLiteral("echo"));
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
        QCOMPARE(client.kind(), QStringLiteral("wrongKey"));
        QVERIFY(client.text().contains(QStringLiteral("zalo-companion gateways revoke ")
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
        QVERIFY(honest.last().contains(QStringLiteral("result")));
        // The same words again, byte for byte: the companion's nonce is another one.
        RawClient replay(m_bridge->path());
        sayHello(replay, hello);
        auth(replay, proof);
        QCOMPARE(replay.kind(), QStringLiteral("wrongKey"));
        QTRY_VERIFY(replay.closed);
    }

    void theCompanionsOwnProofIsNoProofOfTheClient()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        sayHello(client);
        auth(client, text(client.result(), "proof"));
        QCOMPARE(client.kind(), QStringLiteral("wrongKey"));
    }

    void aForeignMajorIsRefusedInWords()
    {
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(QStringLiteral("protocol"), QStringLiteral("2.0"));
        sayHello(client, hello);
        QCOMPARE(client.code(), -32000);
        QCOMPARE(client.kind(), QStringLiteral("protocol"));
        QVERIFY(client.text().contains(QStringLiteral("the companion 1.0, the plugin 2.0")));
        QVERIFY(client.text().contains(QStringLiteral("Update")));
        QTRY_VERIFY(client.closed);
    }

    void aNewerMinorIsFine()
    {
        RawClient client(m_bridge->path());
        QJsonObject hello = BridgeFixture::hello();
        hello.insert(QStringLiteral("protocol"), QStringLiteral("1.9"));
        sayHello(client, hello);
        associate(client);
        QVERIFY(client.last().contains(QStringLiteral("result")));
        RawClient again(m_bridge->path());
        sayHello(again, hello);
        auth(again,
             handshakeProof(BridgeFixture::key(), handshakeOf(hello, again.result()),
                            ProofOf::Client));
        QVERIFY(again.last().contains(QStringLiteral("result")));
    }

    void badHellosAreTurnedAway_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no protocol") << QStringLiteral("protocol") << QJsonValue();
        QTest::newRow("role") << QStringLiteral("role") << QJsonValue(QStringLiteral("admin"));
        QTest::newRow("id too short")
            << QStringLiteral("gatewayId") << QJsonValue(QStringLiteral("short"));
        QTest::newRow("id is a path") << QStringLiteral("gatewayId")
                                      << QJsonValue(QStringLiteral("../../../../../etc/passwd"));
        QTest::newRow("no label") << QStringLiteral("label") << QJsonValue(QStringLiteral("  \n "));
        QTest::newRow("label too long")
            << QStringLiteral("label") << QJsonValue(QString(121, u'x'));
        QTest::newRow("nonce too short")
            << QStringLiteral("nonce") << QJsonValue(QStringLiteral("AAAA"));
        QTest::newRow("nonce a number") << QStringLiteral("nonce") << QJsonValue(7);
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
        hello.insert(QStringLiteral("label"), QStringLiteral("Shop\n\u001b[31m\u202Ered"));
        sayHello(client, hello);
        associate(client);
        QCOMPARE(first.first().at(1).toString(), QStringLiteral("Shop [31mred"));
    }

    void stepsOutOfTurnAreTurnedAway_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("helloFirst");
        QTest::addColumn<QString>("method");
        QTest::newRow("auth first") << true << false << QStringLiteral("auth");
        QTest::newRow("associate first") << true << false << QStringLiteral("associate");
        QTest::newRow("auth of an unknown one") << false << true << QStringLiteral("auth");
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
        client.call(
            method,
            { { QStringLiteral("key"), QString::fromLatin1(BridgeFixture::key().toBase64()) },
              { QStringLiteral("proof"), QString() } });
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
        QVERIFY(client.last().contains(QStringLiteral("result")));
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
        const QString other = QStringLiteral("gateway-of-another");
        {
            RawClient client(m_bridge->path());
            sayHello(client, BridgeFixture::hello(QStringLiteral("gateway"), other));
            QCOMPARE(text(client.result(), "association"), QStringLiteral("new"));
            associate(client, QByteArray(32, 'o'));
            QCOMPARE(client.code(), -32001);
            QCOMPARE(client.kind(), QStringLiteral("approvalNeeded"));
            QVERIFY(
                client.text().contains(QStringLiteral("zalo-companion gateways approve ") + other));
            QTRY_VERIFY(client.closed);
        }
        QVERIFY(m_bridge->association->approve(other));
        RawClient client(m_bridge->path());
        sayHello(client, BridgeFixture::hello(QStringLiteral("gateway"), other));
        QCOMPARE(text(client.result(), "association"), QStringLiteral("pending"));
        associate(client, QByteArray(32, 'o'));
        QVERIFY(client.last().contains(QStringLiteral("result")));
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
        QVERIFY(QFile::copy(m_bridge->root.filePath(QStringLiteral("gateways.json")),
                            fresh->root.filePath(QStringLiteral("gateways.json"))));
        fresh->secrets.broken = true;
        QVERIFY(fresh->association->start());
        QVERIFY(fresh->listen());
        RawClient client(fresh->path());
        sayHello(client);
        QCOMPARE(client.code(), -32000);
        QCOMPARE(client.kind(), QStringLiteral("key"));
        QCOMPARE(fresh->server->state().kind, BridgeState::Kind::KeyUnavailable);
        QTRY_VERIFY(client.closed);
    }

    void rolesAreChecked()
    {
        makeKnown();
        RawClient client(m_bridge->path());
        const QJsonObject hello = BridgeFixture::hello(QStringLiteral("probe"));
        sayHello(client, hello);
        auth(client,
             handshakeProof(BridgeFixture::key(), handshakeOf(hello, client.result()),
                            ProofOf::Client));
        client.call(QStringLiteral("admin"));
        QTRY_COMPARE(client.code(), -32001);
        QCOMPARE(client.kind(), QStringLiteral("roleRefused"));
        client.call(QStringLiteral("echo"), { { QStringLiteral("x"), 1 } });
        QTRY_COMPARE(client.result(), (QJsonObject { { QStringLiteral("x"), 1 } }));
        client.call(QStringLiteral("no.such.method"));
        QTRY_COMPARE(client.code(), -32601);
    }

    void aClientThatSaysNothingIsClosed()
    {
        m_bridge =
            std::make_unique<BridgeFixture>(Timing().scaled(0.03)); // 300 ms for the handshake
        QVERIFY(m_bridge->listen());
        RawClient silent(m_bridge->path());
        RawClient half(m_bridge->path());
        half.call(QStringLiteral("hello"), BridgeFixture::hello());
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
        quick.call(
            QStringLiteral("associate"),
            { { QStringLiteral("key"), QString::fromLatin1(BridgeFixture::key().toBase64()) } });
        RawClient silent(m_bridge->path());
        QTRY_VERIFY(silent.closed); // by then the time of a handshake is over
        QVERIFY(!quick.closed);
        m_bridge->secrets.release();
        QTRY_VERIFY(quick.last().contains(QStringLiteral("result")));
    }

private:
    std::unique_ptr<BridgeFixture> m_bridge;
};

QTEST_GUILESS_MAIN(TestBridgeConnection)
#include "tst_bridgeconnection.moc"
