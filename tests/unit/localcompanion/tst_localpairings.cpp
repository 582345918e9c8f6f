// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "bridgefixture.h"
#include "contacts/contactstore.h"
#include "localcompanion/localpairings.h"
#include "messagestore/relaystore.h"

#include <QJsonArray>

using namespace zalo;

//! A person's answer over a Gateway's death, return and end.
class TestLocalPairings : public QObject
{
    Q_OBJECT

    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<RelayStore> m_store;
    std::unique_ptr<ContactStore> m_contacts;
    std::unique_ptr<BridgeFixture> m_bridge;
    std::unique_ptr<LocalPairings> m_pairings;
    std::unique_ptr<BridgeClient> m_gateway;
    QStringList m_asking; //!< ids of the requests in the Gateway's own store
    bool m_isDying = false; //!< it does what it is asked to, and ends before it says so
    QList<Responder> m_unanswered;

    void connectGateway()
    {
        m_gateway = m_bridge->client(BridgeRole::Gateway);
        RpcChannel& channel = m_gateway->channel();
        channel.handle(u"pairing.list"_s, [this](const QJsonObject&, const Responder& responder) {
            QJsonArray requests;
            for (const QString& id : std::as_const(m_asking)) {
                requests.append(QJsonObject { { u"requestId"_s, id },
                                              { u"accountId"_s, u"default"_s },
                                              { u"senderId"_s, u"365"_s },
                                              { u"code"_s, u"ABC123"_s },
                                              { u"createdAt"_s, Clock().nowMs() } });
            }
            responder.answer({ { u"requests"_s, requests } });
        });
        channel.handle(u"gateway.info"_s, [](const QJsonObject&, const Responder& responder) {
            responder.answer({ { u"accounts"_s, QJsonArray() } });
        });
        channel.handle(
            u"pairing.approve"_s, [this](const QJsonObject& params, const Responder& responder) {
                m_asking.removeAll(params[u"requestId"].toString());
                if (m_isDying) {
                    m_unanswered << responder;
                    QMetaObject::invokeMethod(
                        this, [this] { m_gateway->channel().close(); }, Qt::QueuedConnection);
                } else {
                    responder.answer({});
                }
            });
        QVERIFY(m_bridge->open(*m_gateway));
        m_bridge->server->gateway(BridgeFixture::gatewayId())->subscribe({ u"default"_s });
    }

    [[nodiscard]] Result<void> approve(const QString& id)
    {
        return awaited<void>(
            [&](QObject* context, auto done) { m_pairings->approve(id, context, done); });
    }

private slots:
    void init()
    {
        m_asking = { u"r1"_s };
        m_isDying = false;
        m_bridge = std::make_unique<BridgeFixture>();
        QVERIFY(m_bridge->listen());
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
        m_store = std::make_unique<RelayStore>(
            m_worker.get(),
            RelayStoreOptions { .path = m_bridge->root.filePath(u"relay.sqlite"_s) });
        m_contacts = std::make_unique<ContactStore>(
            m_worker.get(),
            ContactStoreOptions { .path = m_bridge->root.filePath(u"contacts.sqlite"_s) });
        m_pairings = std::make_unique<LocalPairings>(*m_bridge->server, *m_bridge->association,
                                                     m_store->activity(), *m_contacts,
                                                     m_bridge->timing, Clock());
    }

    void cleanup()
    {
        m_gateway.reset();
        m_unanswered.clear();
        m_pairings.reset();
        m_bridge.reset();
        m_contacts.reset();
        m_store.reset();
        m_worker.reset();
    }

    void anApprovalIsDoneWhenTheGatewaySaysSo()
    {
        connectGateway();
        QTRY_COMPARE(m_pairings->list().size(), 1);
        QVERIFY(approve(u"r1"_s));
        QCOMPARE(m_pairings->list().size(), 0);
        QVERIFY(m_asking.isEmpty());
    }

    void aRequestOutlivesItsGatewayAndSaysThatItIsAway()
    {
        connectGateway();
        QTRY_COMPARE(m_pairings->list().size(), 1);
        m_gateway->channel().close();
        QTRY_VERIFY(!m_pairings->list().first().isGatewayConnected);
        QCOMPARE(approve(u"r1"_s).error().kind, ErrorKind::GatewayAway);
        connectGateway();
        QTRY_VERIFY(m_pairings->list().first().isGatewayConnected);
        QVERIFY(approve(u"r1"_s));
    }

    //! Whether it was done is seen when the Gateway is back.
    void aGatewayThatDiesMeanwhileIsAskedWhenItIsBack()
    {
        connectGateway();
        QTRY_COMPARE(m_pairings->list().size(), 1);
        m_isDying = true;
        QCOMPARE(approve(u"r1"_s).error().kind, ErrorKind::PairingUnanswered);
        QCOMPARE(m_pairings->list().size(), 1);
        QCOMPARE(m_pairings->list().first().step, PairingStep::Waiting);
        m_isDying = false;
        connectGateway();
        QTRY_COMPARE(m_pairings->list().size(), 0);
    }

    void aRevokedGatewaysRequestsAreForgotten()
    {
        connectGateway();
        QTRY_COMPARE(m_pairings->list().size(), 1);
        QVERIFY(m_bridge->association->revoke(BridgeFixture::gatewayId()));
        QTRY_COMPARE(m_pairings->list().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalPairings)
#include "tst_localpairings.moc"
