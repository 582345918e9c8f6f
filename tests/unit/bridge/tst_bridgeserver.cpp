// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgefixture.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

class TestBridgeServer : public QObject
{
    Q_OBJECT

    const QString m_other = u"gateway-of-another"_s;

    static RpcReply call(BridgeClient& client, const QString& method,
                         const QJsonObject& params = {})
    {
        std::optional<RpcReply> answer;
        client.channel().request(&client, method, params, 10s,
                                 [&answer](const RpcReply& reply) { answer = reply; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(tl::unexpected(RpcError {}));
    }

private slots:
    void init() { m_bridge = std::make_unique<BridgeFixture>(); }

    void cleanup() { m_bridge.reset(); }

    void theFolderIsPrivate()
    {
        QVERIFY(m_bridge->listen());
        struct stat info
        {
        };
        QCOMPARE(::stat(QFile::encodeName(QFileInfo(m_bridge->path()).path()).constData(), &info),
                 0);
        QCOMPARE(int(info.st_mode & 07777), 0700);
    }

    //! A logout sweeps the runtime folder away: who is connected stays, and others find it again.
    void aSweptFolderComesBack()
    {
        QVERIFY(m_bridge->listen());
        auto before = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*before));
        QSignalSpy moved(m_bridge->server.get(), &BridgeServer::pathChanged);
        QVERIFY(QDir(QFileInfo(m_bridge->path()).path()).removeRecursively());
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(m_bridge->server->path(), m_bridge->path());
        auto after = m_bridge->client(BridgeRole::Cli);
        QVERIFY(m_bridge->open(*after));
        QVERIFY(call(*before, u"echo"_s));
        QVERIFY(call(*after, u"echo"_s));
    }

    void aFolderOfSomebodyElseIsSaid()
    {
        QString folder = u"/"_s; // root's, and we are not root
        if (geteuid() == 0) {
            folder = m_bridge->root.filePath(u"run"_s);
            QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0700), 0);
            QCOMPARE(::chown(QFile::encodeName(folder).constData(), 65534, 65534), 0);
        }
        const auto result = m_bridge->server->start(QString(folder + u"/bridge.sock"_s));
        QCOMPARE(result.error(), (Error { ErrorKind::FolderNotOurs, folder }));
    }

    void aFolderThatIsOpenIsSaid()
    {
        const QString folder = m_bridge->root.filePath(u"run"_s);
        QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0700), 0);
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
        QCOMPARE(m_bridge->listen().error(), (Error { ErrorKind::FolderNotPrivate, folder }));
    }

    void aSquatterIsSaid()
    {
        BridgeFixture squatter;
        QVERIFY(squatter.listen());
        const auto result = m_bridge->server->start(squatter.path());
        QCOMPARE(result.error(), (Error { ErrorKind::AddressInUse, squatter.path() }));
        auto client = squatter.client(BridgeRole::Gateway);
        QVERIFY(squatter.open(*client));
    }

    void nobodyListensThenSomebodyDoes()
    {
        auto early = m_bridge->client(BridgeRole::Gateway);
        const auto refused = m_bridge->open(*early);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"notRunning"_s);
        QVERIFY(m_bridge->listen());
        auto later = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*later));
    }

    void aClientLeavesAListenerWithoutTheKey()
    {
        // The same Gateway is known here, but with another key: whoever listens is not our
        // companion.
        QVERIFY(m_bridge->listen());
        auto real = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*real));
        QSignalSpy associated(m_bridge->server.get(), &BridgeServer::associated);
        auto other =
            m_bridge->client(BridgeRole::Cli, BridgeFixture::gatewayId(), QByteArray(32, 'x'));
        const auto opened = m_bridge->open(*other);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, u"wrongKey"_s);
        QVERIFY(!other->channel().isOpen());
        QCOMPARE(associated.size(), 0);
    }

    void anotherUserIsRefused()
    {
        BridgeFixture strict({}, geteuid() + 1);
        QVERIFY(strict.listen());
        RawClient client(strict.path());
        client.call(u"echo"_s);
        QTRY_VERIFY(client.closed);
        QVERIFY(client.lines.isEmpty());
    }

    void anOldPluginIsNoticed()
    {
        const auto isOld = [](const QString& version) {
            BridgePeer peer;
            peer.pluginVersion = version;
            return peer.isPluginOutdated();
        };
        QVERIFY(isOld(u"0.0.9"_s));
        QVERIFY(!isOld(QStringLiteral(ZALO_VERSION)));
        QVERIFY(!isOld(u"99.0.0"_s));
        QVERIFY(!isOld({}));
    }

    void whatAPluginLacksIsNoticed()
    {
        BridgePeer peer { BridgeRole::Gateway, {}, {}, QStringLiteral(ZALO_VERSION) };
        QVERIFY(peer.missingFeatures().isEmpty()); // older plugins name nothing
        peer.features = { u"gateway.info"_s, u"inbound.deliver"_s, u"something.new"_s };
        QVERIFY(peer.missingFeatures().isEmpty());
        QVERIFY(!peer.isPluginOutdated());
        peer.features = { u"inbound.deliver"_s };
        QCOMPARE(peer.missingFeatures(), QStringList { u"gateway.info"_s });
        QVERIFY(peer.isPluginOutdated());
        peer.role = BridgeRole::Cli; // a brief process answers nothing
        QVERIFY(peer.missingFeatures().isEmpty());
    }

    void bothSidesAskAndTell()
    {
        QVERIFY(m_bridge->listen());
        QSignalSpy associated(m_bridge->server.get(), &BridgeServer::associated);
        auto client = m_bridge->client(BridgeRole::Gateway);
        client->channel().handle(u"gateway.info"_s,
                                 [](const QJsonObject&, const Responder& responder) {
                                     responder.answer({ { u"version"_s, u"2026.9.6"_s } });
                                 });
        QJsonObject told;
        client->channel().handleNotification(u"status.changed"_s,
                                             [&told](const QJsonObject& params) { told = params; });
        QVERIFY(m_bridge->open(*client));
        QCOMPARE(call(*client, u"admin"_s).value().value(u"label"_s).toString(), u"Shop"_s);
        QCOMPARE(associated.size(), 1);
        BridgeConnection* connection = m_bridge->server->gateway(BridgeFixture::gatewayId());
        QVERIFY(connection);
        QCOMPARE(m_bridge->server->connections(), QList<BridgeConnection*> { connection });
        QVERIFY(connection->subscriptions.status);
        QCOMPARE(connection->peer().pluginVersion, u"0.1.0"_s);
        std::optional<RpcReply> info;
        connection->request(this, u"gateway.info"_s, {}, 10s,
                            [&info](const RpcReply& reply) { info = reply; });
        QTRY_VERIFY(info);
        QCOMPARE(info->value().value(u"version"_s).toString(), u"2026.9.6"_s);
        connection->notify(u"status.changed"_s, { { u"a"_s, 1 } });
        QTRY_COMPARE(told, (QJsonObject { { u"a"_s, 1 } }));
    }

    //! What a client calls itself is shown to a person who decides about it.
    void whatAClientCallsItselfIsOneSeenLine_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Shop"_s << u"Shop"_s;
        QTest::newRow("steering") << u"Shop\n\x1b[1A\u202eyours"_s << u"Shop [1Ayours"_s;
        QTest::newRow("unseen") << u"\u200b\u2066"_s << BridgeFixture::gatewayId();
    }

    void whatAClientCallsItselfIsOneSeenLine()
    {
        QFETCH(QString, label);
        QFETCH(QString, shown);
        QVERIFY(m_bridge->listen());
        BridgeClient client(
            { BridgeRole::Gateway, BridgeFixture::gatewayId(), label, u"0.1\n\x1b[m"_s },
            BridgeFixture::key(), m_bridge->timing);
        QVERIFY(m_bridge->open(client));
        const BridgeConnection* connection = m_bridge->server->gateway(BridgeFixture::gatewayId());
        QVERIFY(connection);
        QCOMPARE(connection->peer().label, shown);
        QCOMPARE(connection->peer().pluginVersion, u"0.1 [m"_s);
    }

    void aNewerConnectionSupersedesTheOlder()
    {
        QVERIFY(m_bridge->listen());
        QSignalSpy closed(m_bridge->server.get(), &BridgeServer::closed);
        auto older = m_bridge->client(BridgeRole::Gateway);
        bool superseded = false;
        older->channel().handleNotification(
            u"superseded"_s, [&superseded](const QJsonObject&) { superseded = true; });
        QVERIFY(m_bridge->open(*older));
        auto brief = m_bridge->client(BridgeRole::Cli);
        QVERIFY(m_bridge->open(*brief));
        std::optional<RpcReply> underWay;
        m_bridge->server->gateway(BridgeFixture::gatewayId())
            ->request(this, u"x"_s, {}, 10s,
                      [&underWay](const RpcReply& reply) { underWay = reply; });
        older->channel().handle(
            u"x"_s, [this](const QJsonObject&, const Responder& responder) { m_kept = responder; });

        auto newer = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*newer));
        QTRY_VERIFY(superseded);
        QTRY_VERIFY(!older->channel().isOpen());
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(underWay);
        QCOMPARE(underWay->error().kind, u"disconnected"_s);
        QVERIFY(call(*newer, u"echo"_s));
        QVERIFY(call(*brief, u"echo"_s));
        QCOMPARE(m_bridge->server->connections().size(), 2);
        m_kept.reset();
    }

    void anotherGatewayDoesNotSupersede()
    {
        QVERIFY(m_bridge->listen());
        auto first = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*first));
        auto second = m_bridge->client(BridgeRole::Gateway, m_other);
        QCOMPARE(m_bridge->open(*second).error().kind, u"approvalNeeded"_s);
        QVERIFY(m_bridge->association->approve(m_other));
        auto again = m_bridge->client(BridgeRole::Gateway, m_other);
        QVERIFY(m_bridge->open(*again));
        QVERIFY(call(*first, u"echo"_s));
        QVERIFY(call(*again, u"echo"_s));
    }

    void revokingEndsItsConnections()
    {
        QVERIFY(m_bridge->listen());
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*gateway));
        auto brief = m_bridge->client(BridgeRole::Cli);
        QVERIFY(m_bridge->open(*brief));
        QVERIFY(m_bridge->association->revoke(BridgeFixture::gatewayId()));
        QTRY_VERIFY(!gateway->channel().isOpen());
        QTRY_VERIFY(!brief->channel().isOpen());
        QVERIFY(m_bridge->server->connections().isEmpty());
        auto again = m_bridge->client(BridgeRole::Gateway);
        QCOMPARE(m_bridge->open(*again).error().kind, u"approvalNeeded"_s);
    }

    void theStateIsTrue()
    {
        QVERIFY(m_bridge->listen());
        QSignalSpy changed(m_bridge->server.get(), &BridgeServer::stateChanged);
        const auto kind = [this] { return m_bridge->server->state().kind; };
        QCOMPARE(kind(), BridgeState::Kind::NoGateway);
        auto brief = m_bridge->client(BridgeRole::Cli);
        QVERIFY(m_bridge->open(*brief));
        QCOMPARE(kind(), BridgeState::Kind::NoGateway); // a brief process is no Gateway
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        QList<Responder> kept;
        gateway->channel().handleOthers([&kept](const QString&, const QJsonObject&,
                                                const Responder& responder) { kept << responder; });
        QVERIFY(m_bridge->open(*gateway));
        QCOMPARE(kind(), BridgeState::Kind::Connected);
        QCOMPARE(changed.size(), 1);

        std::optional<RpcReply> reply;
        m_bridge->server->gateway(BridgeFixture::gatewayId())
            ->request(this, u"inbound.deliver"_s, {}, 20ms,
                      [&reply](const RpcReply& r) { reply = r; });
        QTRY_COMPARE(kind(), BridgeState::Kind::Silent);
        QCOMPARE(reply->error().kind, u"timedOut"_s);
        QVERIFY(call(*gateway, u"echo"_s));
        QCOMPARE(kind(), BridgeState::Kind::Connected);

        gateway.reset();
        QTRY_COMPARE(kind(), BridgeState::Kind::NoGateway);
        auto second = m_bridge->client(BridgeRole::Gateway, m_other);
        QVERIFY(!m_bridge->open(*second));
        QCOMPARE(kind(), BridgeState::Kind::AwaitingApproval);
        QVERIFY(m_bridge->server->state().since.isValid());
        QCOMPARE(bridgeStateName(kind()), u"AwaitingApproval"_s);
        kept.clear();
    }

    //! A Gateway that reads and says nothing is asked once more, then its connection goes; what is
    //! shown stays true until one is there that answers.
    void aSilentGatewayIsLetGo()
    {
        Timing timing;
        timing.silenceProbe = 50ms;
        m_bridge = std::make_unique<BridgeFixture>(timing);
        QVERIFY(m_bridge->listen());
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        QList<Responder> kept;
        gateway->channel().handleOthers([&kept](const QString&, const QJsonObject&,
                                                const Responder& responder) { kept << responder; });
        QVERIFY(m_bridge->open(*gateway));
        QSignalSpy closed(m_bridge->server.get(), &BridgeServer::closed);
        m_bridge->server->gateway(BridgeFixture::gatewayId())
            ->request(this, u"inbound.deliver"_s, {}, 20ms, [](const RpcReply&) {});
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(kept.size(), 2); // the delivery and the probe
        QCOMPARE(m_bridge->server->state().kind, BridgeState::Kind::Silent);
        auto fresh = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*fresh));
        QCOMPARE(m_bridge->server->state().kind, BridgeState::Kind::Connected);
        fresh.reset();
        QTRY_COMPARE(m_bridge->server->state().kind, BridgeState::Kind::NoGateway);
        kept.clear();
    }

    //! It is slow with one answer, and there: the connection stays.
    void aGatewayThatAnswersTheProbeStays()
    {
        QVERIFY(m_bridge->listen());
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        QList<Responder> kept;
        gateway->channel().handle(
            u"inbound.deliver"_s,
            [&kept](const QJsonObject&, const Responder& responder) { kept << responder; });
        QVERIFY(m_bridge->open(*gateway));
        QSignalSpy closed(m_bridge->server.get(), &BridgeServer::closed);
        QSignalSpy changed(m_bridge->server.get(), &BridgeServer::stateChanged);
        m_bridge->server->gateway(BridgeFixture::gatewayId())
            ->request(this, u"inbound.deliver"_s, {}, 20ms, [](const RpcReply&) {});
        QTRY_COMPARE(changed.size(), 2); // Silent, then Connected again
        QCOMPARE(m_bridge->server->state().kind, BridgeState::Kind::Connected);
        QVERIFY(closed.isEmpty());
        kept.clear();
    }

    //! Only silence is: a Gateway that answers no is there.
    void aRefusalIsNoSilence()
    {
        QVERIFY(m_bridge->listen());
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        gateway->channel().handle(u"inbound.deliver"_s,
                                  [](const QJsonObject&, const Responder& responder) {
                                      responder.refuse(Error { ErrorKind::StorageFull, {} });
                                  });
        QVERIFY(m_bridge->open(*gateway));
        QSignalSpy changed(m_bridge->server.get(), &BridgeServer::stateChanged);
        std::optional<RpcReply> reply;
        m_bridge->server->gateway(BridgeFixture::gatewayId())
            ->request(this, u"inbound.deliver"_s, {}, 10s,
                      [&reply](const RpcReply& r) { reply = r; });
        QTRY_VERIFY(reply);
        QCOMPARE(reply->error().kind, u"storage"_s);
        QVERIFY(changed.isEmpty());
        QCOMPARE(m_bridge->server->state().kind, BridgeState::Kind::Connected);
    }

    //! Whoever fills the strangers' places loses them; who is known has one of his own.
    void strangersShutNobodyOut()
    {
        QVERIFY(m_bridge->listen());
        auto known = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*known));
        std::vector<std::unique_ptr<RawClient>> strangers;
        for (int i = 0; i < 5 * BridgeServer::MaxStrangers; ++i) {
            strangers.push_back(std::make_unique<RawClient>(m_bridge->path()));
        }
        QTRY_VERIFY(strangers.at(4 * BridgeServer::MaxStrangers - 1)->closed);
        QCOMPARE(strangers.front()->kind(), u"busy"_s);
        QVERIFY(strangers.front()->last().value(u"id"_s).isNull());
        QCOMPARE(std::count_if(strangers.begin(), strangers.end(),
                               [](const auto& stranger) { return !stranger->closed; }),
                 BridgeServer::MaxStrangers);
        QVERIFY(call(*known, u"echo"_s));
        auto cli = m_bridge->client(BridgeRole::Cli);
        QVERIFY(m_bridge->open(*cli));
        QVERIFY(call(*cli, u"echo"_s));
    }

    void aGatewaysBriefClientsAreBounded()
    {
        QVERIFY(m_bridge->listen());
        std::vector<std::unique_ptr<BridgeClient>> brief;
        for (int i = 0; i < BridgeServer::MaxBriefOfGateway; ++i) {
            brief.push_back(m_bridge->client(BridgeRole::Cli));
            QVERIFY(m_bridge->open(*brief.back()));
        }
        auto oneMore = m_bridge->client(BridgeRole::Cli);
        QCOMPARE(m_bridge->open(*oneMore).error().kind, u"busy"_s);
        auto gateway = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*gateway));
        brief.pop_back();
        QTRY_VERIFY([this] {
            auto next = m_bridge->client(BridgeRole::Cli);
            return m_bridge->open(*next).has_value();
        }());
    }

    void stoppingClosesAllAndRemovesTheSocket()
    {
        QVERIFY(m_bridge->listen());
        auto client = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*client));
        m_bridge->server->stop();
        QTRY_VERIFY(!client->channel().isOpen());
        QVERIFY(!QFile::exists(m_bridge->path()));
        QVERIFY(m_bridge->listen());
        auto again = m_bridge->client(BridgeRole::Gateway);
        QVERIFY(m_bridge->open(*again));
    }

private:
    std::unique_ptr<BridgeFixture> m_bridge;
    std::optional<Responder> m_kept;
};

QTEST_GUILESS_MAIN(TestBridgeServer)
#include "tst_bridgeserver.moc"
