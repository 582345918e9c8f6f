// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/localpairings.h"
#include "pairingfixture.h"

#include <QJsonArray>

using namespace zalo;
using namespace zalo::test;

//! A person's answer over a Gateway's death, return and end.
class TestLocalPairings : public QObject
{
    Q_OBJECT

    std::unique_ptr<PairingFixture> m_fixture;
    std::unique_ptr<LocalPairings> m_pairings;
    QStringList m_asking; //!< ids of the requests in the Gateway's own store
    bool m_isDying = false; //!< it does what it is asked to, and ends before it says so

    [[nodiscard]] QJsonObject resultOf(const QString& method) const
    {
        QJsonArray requests;
        for (const QString& id : m_asking) {
            requests.append(QJsonObject { { u"requestId"_s, id },
                                          { u"accountId"_s, u"default"_s },
                                          { u"senderId"_s, u"365"_s },
                                          { u"code"_s, u"ABC123"_s },
                                          { u"createdAt"_s, Clock().nowMs() } });
        }
        return method == u"pairing.list" ? QJsonObject { { u"requests"_s, requests } }
                                         : QJsonObject();
    }

    void connectGateway()
    {
        const auto answer = [this](const QString& method, const QJsonObject& params,
                                   const Responder& responder) {
            const bool isAnswered = m_asking.removeAll(params[u"requestId"].toString()) > 0;
            if (isAnswered && m_isDying) {
                m_fixture->dieUnanswered(responder);
            } else {
                responder.answer(resultOf(method));
            }
        };
        QVERIFY(m_fixture->connectGateway(answer));
        m_fixture->bridge.server->gateway(BridgeFixture::gatewayId())->subscribe({ u"default"_s });
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
        m_fixture = std::make_unique<PairingFixture>();
        QVERIFY(m_fixture->open());
        m_pairings = std::make_unique<LocalPairings>(
            *m_fixture->bridge.server, *m_fixture->bridge.association, m_fixture->store.activity(),
            m_fixture->contacts, m_fixture->bridge.timing, Clock());
    }

    void cleanup()
    {
        m_pairings.reset();
        m_fixture.reset();
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
        m_fixture->gateway->channel().close();
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
        QVERIFY(m_fixture->bridge.association->revoke(BridgeFixture::gatewayId()));
        QTRY_COMPARE(m_pairings->list().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalPairings)
#include "tst_localpairings.moc"
