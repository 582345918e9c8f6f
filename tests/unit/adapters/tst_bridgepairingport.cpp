// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "adapters/bridgepairingport.h"
#include "pairingfixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace zalo;
using namespace zalo::test;

namespace {

const QString home = u"default"_s;
const QString Lan = u"365"_s;
constexpr qint64 Now = 1'795'000'000'000;

//! What this person wrote to the account.
InboundRow message(int number, const QString& text)
{
    InboundRow row;
    row.profile = home;
    row.account = u"51"_s;
    row.msgId = QString::number(number);
    row.thread = { Lan, false };
    row.receivedMs = Now + number;
    row.payload = { { u"senderId"_s, Lan }, { u"text"_s, text } };
    return row;
}

PairingRequest request(const QString& code = u"ABC123"_s)
{
    return { .requestId = u"r1"_s,
             .gatewayId = BridgeFixture::gatewayId(),
             .accountId = u"shop"_s,
             .senderId = Lan,
             .code = code };
}

QJsonObject listed(const QJsonObject& more = {})
{
    QJsonObject one { { u"requestId"_s, u"r1"_s },
                      { u"accountId"_s, u"shop"_s },
                      { u"senderId"_s, Lan },
                      { u"code"_s, u"ABC123"_s },
                      { u"createdAt"_s, Now } };
    for (auto field = more.begin(); field != more.end(); ++field) {
        one[field.key()] = field.value();
    }
    return one;
}

} // namespace

//! What is asked of Gateways, at the end of a real connection, and what is made of their answers.
class TestBridgePairingPort : public QObject
{
    Q_OBJECT

    std::unique_ptr<PairingFixture> m_fixture;
    std::unique_ptr<BridgePairingPort> m_port;
    QStringList m_asked;
    QJsonArray m_requests; //!< the answer to `pairing.list`
    std::optional<RpcError> m_refusal;
    bool m_isDying = false; //!< its connection ends instead of the next answer

    //! What the Gateway says where nothing is amiss.
    [[nodiscard]] QJsonObject resultOf(const QString& method) const
    {
        if (method == u"pairing.list") {
            return { { u"requests"_s, m_requests } };
        }
        const QJsonObject account { { u"accountId"_s, u"shop"_s }, { u"profile"_s, home } };
        return method == u"gateway.info" ? QJsonObject { { u"accounts"_s, QJsonArray { account } } }
                                         : QJsonObject();
    }

    void connectGateway(BridgeRole role = BridgeRole::Gateway)
    {
        const auto answer = [this](const QString& method, const QJsonObject& params,
                                   const Responder& responder) {
            m_asked << method.section(u'.', 1) + u' ' + params[u"requestId"].toString()
                    + params[u"accountId"].toString();
            if (m_isDying) {
                m_fixture->dieUnanswered(responder);
            } else if (m_refusal) {
                responder.refuse(*m_refusal);
            } else {
                responder.answer(resultOf(method));
            }
        };
        QVERIFY(m_fixture->connectGateway(answer, role));
    }

    [[nodiscard]] Result<QList<PairingRequest>> list()
    {
        return awaited<QList<PairingRequest>>([&](QObject* context, auto done) {
            m_port->list(BridgeFixture::gatewayId(), context, done);
        });
    }
    [[nodiscard]] Result<void> approve(const PairingRequest& one = request())
    {
        return awaited<void>(
            [&](QObject* context, auto done) { m_port->approve(one, context, done); });
    }
    [[nodiscard]] Result<void> dismiss()
    {
        return awaited<void>(
            [&](QObject* context, auto done) { m_port->dismiss(request(), context, done); });
    }
    [[nodiscard]] bool store(const QList<InboundRow>& rows)
    {
        return std::all_of(rows.begin(), rows.end(), [this](const InboundRow& row) {
            return awaited<bool>([&](QObject* context, auto done) {
                       m_fixture->store.inbound().append(row, context, done);
                   })
                .value_or(false);
        });
    }

private slots:
    void init()
    {
        m_asked.clear();
        m_requests = {};
        m_refusal.reset();
        m_isDying = false;
        m_fixture = std::make_unique<PairingFixture>();
        QVERIFY(m_fixture->open());
        m_port = std::make_unique<BridgePairingPort>(*m_fixture->bridge.server,
                                                     m_fixture->store.activity(),
                                                     m_fixture->contacts, m_fixture->bridge.timing);
    }

    void cleanup()
    {
        m_port.reset();
        m_fixture.reset();
    }

    void listsWhoAsksWithTheirProfileAndWords()
    {
        QVERIFY(store({ message(1, u"Chị ơi"_s), message(2, u"Áo này còn không?"_s),
                        message(3, QString()) }));
        connectGateway();
        m_requests = { listed({ { u"name"_s, u"Lan \u202e Anh"_s } }),
                       listed({ { u"requestId"_s, u"r2"_s },
                                { u"accountId"_s, u"stranger"_s },
                                { u"code"_s, u""_s },
                                { u"createdAt"_s, QJsonValue::Null } }) };
        const auto found = list();
        QVERIFY(found);
        PairingRequest lan = request();
        lan.profile = home;
        lan.name = u"Lan Anh"_s;
        lan.createdAtMs = Now;
        lan.text = u"Áo này còn không?"_s;
        PairingRequest other = request(QString());
        other.requestId = u"r2"_s;
        other.accountId = u"stranger"_s;
        QCOMPARE(*found, (QList<PairingRequest> { lan, other }));
    }

    //! Zalo told no name with what they wrote.
    void whoIsAmongTheContactsHasTheirNameAndPicture()
    {
        Friend lan;
        lan.userId = Lan;
        lan.displayName = u"Lan Anh"_s;
        lan.avatar = u"https://s120-ava-talk.zadn.vn/lan"_s;
        QVERIFY(awaited<void>([&](QObject* context, auto done) {
            m_fixture->contacts.replaceFriends(home, { lan }, context, done);
        }));
        connectGateway();
        m_requests = { listed() };
        const auto found = list();
        QVERIFY(found);
        QCOMPARE(found->first().name, lan.displayName);
        QCOMPARE(found->first().avatar, lan.avatar);
    }

    //! Most of the time nobody asks.
    void anEmptyListTakesOneQuestion()
    {
        connectGateway();
        QCOMPARE(list(), Result<QList<PairingRequest>>(QList<PairingRequest>()));
        QCOMPARE(m_asked, QStringList { u"list "_s });
    }

    void whatIsNoRequestIsLeftOut()
    {
        connectGateway();
        m_requests = { 7, QJsonObject(), listed({ { u"requestId"_s, u"r\n1"_s } }),
                       listed({ { u"senderId"_s, QString(300, u'7') } }),
                       listed({ { u"accountId"_s, QJsonValue::Null } }) };
        QCOMPARE(list(), Result<QList<PairingRequest>>(QList<PairingRequest>()));
        for (int i = 0; i < BridgePairingPort::MaxRequests + 10; ++i) {
            m_requests.append(listed({ { u"requestId"_s, QString::number(i) } }));
        }
        QCOMPARE(list()->size(), BridgePairingPort::MaxRequests);
    }

    void answersGoToTheAccountOfTheRequest()
    {
        connectGateway();
        QVERIFY(approve());
        QVERIFY(dismiss());
        QCOMPARE(m_asked, (QStringList { u"approve r1shop"_s, u"dismiss r1shop"_s }));
    }

    void withoutAGatewayNothingIsAsked()
    {
        connectGateway(BridgeRole::Cli);
        QCOMPARE(list().error().kind, ErrorKind::GatewayAway);
        QCOMPARE(approve().error().kind, ErrorKind::GatewayAway);
        QCOMPARE(dismiss().error().kind, ErrorKind::GatewayAway);
        QVERIFY(m_asked.isEmpty());
    }

    //! It may have done what it was asked to.
    void aGatewayThatDiesMeanwhileLeavesTheAnswerOpen()
    {
        connectGateway();
        QSignalSpy gone(m_port.get(), &PairingPort::gone);
        m_isDying = true;
        QCOMPARE(approve().error().kind, ErrorKind::PairingUnanswered);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.first().first().toString(), BridgeFixture::gatewayId());
        connectGateway();
        QCOMPARE(list().error().kind, ErrorKind::GatewayAway);
    }

    void refusalsAreToldInPeoplesWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorKind>("expected");
        QTest::newRow("an older plugin") << -32601 << u"method"_s << ErrorKind::PluginLacks;
        QTest::newRow("answered elsewhere") << -32602 << u"params"_s << ErrorKind::PairingGone;
        QTest::newRow("not in time") << -32006 << u"uncertain"_s << ErrorKind::PairingUnanswered;
        QTest::newRow("refused") << -32000 << u"gatewayRefused"_s << ErrorKind::PairingRefused;
        QTest::newRow("anything else") << -32603 << u"internal"_s << ErrorKind::PairingUnanswered;
    }

    void refusalsAreToldInPeoplesWords()
    {
        QFETCH(int, code);
        QFETCH(QString, kind);
        QFETCH(ErrorKind, expected);
        connectGateway();
        m_refusal = RpcError { code,
                               kind,
                               u"words"_s,
                               { { u"command"_s, u"openclaw pairing approve zalouser CODE"_s } } };
        const Error error = approve().error();
        QCOMPARE(error.kind, expected);
        QCOMPARE(error.detail,
                 expected == ErrorKind::PairingRefused
                     ? u"openclaw pairing approve zalouser ABC123"_s
                     : QString());
        QCOMPARE(list().error().kind,
                 expected == ErrorKind::PluginLacks ? expected : ErrorKind::PairingUnanswered);
    }

    void aGatewayIsAskedWhenItReceivesAndWhenItSaysSo()
    {
        QSignalSpy changed(m_port.get(), &PairingPort::changed);
        QSignalSpy gone(m_port.get(), &PairingPort::gone);
        connectGateway();
        m_fixture->bridge.server->gateway(BridgeFixture::gatewayId())->subscribe({ home });
        QTRY_COMPARE(changed.size(), 1);
        m_fixture->gateway->channel().notify(u"pairing.requested"_s, { { u"senderId"_s, Lan } });
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().toString(), BridgeFixture::gatewayId());
        // A newer connection takes the place of this one: the Gateway was never away.
        const std::unique_ptr<BridgeClient> older = std::move(m_fixture->gateway);
        connectGateway();
        QTRY_VERIFY(!older->channel().isOpen());
        QCOMPARE(gone.size(), 0);
        m_fixture->gateway->channel().close();
        QTRY_COMPARE(gone.size(), 1);
    }

    //! A command line that loaded the plugin is no Gateway.
    void othersSayNothingOfRequests()
    {
        QSignalSpy changed(m_port.get(), &PairingPort::changed);
        connectGateway(BridgeRole::Cli);
        m_fixture->gateway->channel().notify(u"pairing.requested"_s);
        std::optional<RpcReply> echoed;
        m_fixture->gateway->channel().request(this, u"echo"_s, {}, std::chrono::seconds(10),
                                              [&](const RpcReply& reply) { echoed = reply; });
        QTRY_VERIFY(echoed);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBridgePairingPort)
#include "tst_bridgepairingport.moc"
