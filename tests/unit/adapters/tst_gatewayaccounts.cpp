// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/gatewayaccounts.h"
#include "bridgefixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace zalo;

namespace {

const QString home = u"default"_s;

QJsonObject account(const QJsonValue& id, const QJsonValue& profile)
{
    return { { u"accountId"_s, id }, { u"profile"_s, profile } };
}

} // namespace

//! What Gateways say of their accounts, at the end of a real connection.
class TestGatewayAccounts : public QObject
{
    Q_OBJECT

    std::unique_ptr<BridgeFixture> m_bridge;
    std::unique_ptr<GatewayAccounts> m_accounts;
    QJsonArray m_said; //!< the answer to `gateway.info`

    [[nodiscard]] std::unique_ptr<BridgeClient> connected()
    {
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        gateway->channel().handle(u"gateway.info"_s,
                                  [this](const QJsonObject&, const Responder& responder) {
                                      responder.answer({ { u"accounts"_s, m_said } });
                                  });
        [&] { QVERIFY(m_bridge->open(*gateway)); }();
        return gateway;
    }
    void subscribe() { m_bridge->server->gateway(BridgeFixture::gatewayId())->subscribe({ home }); }

private slots:
    void init()
    {
        m_said = {};
        m_bridge = std::make_unique<BridgeFixture>();
        QVERIFY(m_bridge->listen());
        m_accounts = std::make_unique<GatewayAccounts>(*m_bridge->server, m_bridge->timing);
    }

    void cleanup()
    {
        m_accounts.reset();
        m_bridge.reset();
    }

    void eachProfileHasTheAccountsThatUseIt()
    {
        m_said = { account(home, home), account(u"work"_s, u"work"_s), account(u"shop"_s, home) };
        const auto gateway = connected();
        subscribe();
        QTRY_COMPARE(m_accounts->of(home), (QStringList { home, u"shop"_s }));
        QCOMPARE(m_accounts->of(u"work"_s), QStringList { u"work"_s });
        QVERIFY(m_accounts->of(u"shop"_s).isEmpty());
    }

    //! It was given a profile of its own, and the Gateway started it anew.
    void itIsAskedAgainWheneverItSubscribes()
    {
        m_said = { account(home, home), account(u"shop"_s, home) };
        const auto gateway = connected();
        subscribe();
        QTRY_COMPARE(m_accounts->of(home).size(), 2);
        QSignalSpy changed(m_accounts.get(), &GatewayAccounts::changed);
        m_said = { account(home, home), account(u"shop"_s, u"shop"_s) };
        subscribe();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_accounts->of(home), QStringList { home });
    }

    void oneThatGoesHasNoneAnyMore()
    {
        m_said = { account(home, home), account(u"shop"_s, home) };
        auto gateway = connected();
        subscribe();
        QTRY_COMPARE(m_accounts->of(home).size(), 2);
        // A newer connection takes the place of this one: nothing flickers.
        QSignalSpy changed(m_accounts.get(), &GatewayAccounts::changed);
        const auto newer = connected();
        QTRY_VERIFY(!gateway->channel().isOpen());
        subscribe();
        newer->channel().close();
        QTRY_VERIFY(m_accounts->of(home).isEmpty());
        QCOMPARE(changed.size(), 1);
    }

    void whatIsNoAccountIsLeftOut()
    {
        const QJsonArray said { 7,
                                account(QJsonValue::Null, home),
                                account(u"a\nb"_s, home),
                                account(QString(65, u'a'), home),
                                account(u"shop"_s, u"../shop"_s),
                                account(u"shop"_s, u"shop"_s) };
        QCOMPARE(gatewayAccountsIn({ { u"accounts"_s, said } }),
                 (QList<GatewayAccount> { { u"shop"_s, u"shop"_s } }));
        QVERIFY(gatewayAccountsIn({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGatewayAccounts)
#include "tst_gatewayaccounts.moc"
