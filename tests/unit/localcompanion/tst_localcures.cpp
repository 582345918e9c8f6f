// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "bridgefixture.h"
#include "localcompanion/configchangejson.h"
#include "localcompanion/curejournal.h"
#include "localcompanion/localcures.h"

#include <QDir>

using namespace zalo;

namespace {

const QString home = u"default"_s;
const ThreadRef group { u"772"_s, true };

} // namespace

//! What is asked of the plugin, at the end of a real connection.
class TestLocalCures : public QObject
{
    Q_OBJECT

    std::unique_ptr<BridgeFixture> m_bridge;
    std::unique_ptr<CureJournal> m_journal;
    std::unique_ptr<LocalCures> m_cures;
    std::unique_ptr<BridgeClient> m_gateway;
    QList<QJsonObject> m_asked;
    std::optional<RpcError> m_refusal;
    QJsonObject m_answer;
    QList<Responder> m_unanswered;
    int m_breaks = 0; //!< so often the connection ends before the answer

    //! A Gateway that receives the profile's messages.
    void connectGateway()
    {
        m_gateway = m_bridge->client(BridgeRole::Gateway);
        for (const QString& method : { u"policy.plan"_s, u"policy.apply"_s }) {
            m_gateway->channel().handle(
                method, [this](const QJsonObject& params, const Responder& responder) {
                    m_asked << params;
                    if (m_breaks > 0) {
                        --m_breaks;
                        m_unanswered << responder;
                        QMetaObject::invokeMethod(
                            this, [this] { connectGateway(); }, Qt::QueuedConnection);
                    } else if (m_refusal) {
                        responder.refuse(*m_refusal);
                    } else {
                        responder.answer(m_answer);
                    }
                });
        }
        QVERIFY(m_bridge->open(*m_gateway));
        QTRY_VERIFY(m_bridge->server->gateway(BridgeFixture::gatewayId()));
        m_bridge->server->gateway(BridgeFixture::gatewayId())->subscriptions.inboundProfiles = {
            home
        };
    }

    Result<CurePlan> plan()
    {
        return awaited<CurePlan>([&](QObject* context, auto done) {
            m_cures->plan(home, Cure::WithoutMention, group, u"365"_s, context, done);
        });
    }
    Result<void> apply(const CurePlan& plan)
    {
        return awaited<void>(
            [&](QObject* context, auto done) { m_cures->apply(lans(), plan, context, done); });
    }
    Result<bool> checkUndo()
    {
        return awaited<bool>(
            [&](QObject* context, auto done) { m_cures->checkUndo(lans(), context, done); });
    }
    Result<void> undo()
    {
        return awaited<void>(
            [&](QObject* context, auto done) { m_cures->undo(lans(), context, done); });
    }
    //! The message that is cured.
    static CuredMessage lans() { return { home, group, u"70"_s }; }
    //! As at a start of the program.
    void startCures()
    {
        m_cures.reset();
        m_journal = std::make_unique<CureJournal>(m_bridge->root.filePath(u"cures.json"_s));
        m_cures = std::make_unique<LocalCures>(*m_bridge->server, *m_journal);
    }
    static CurePlan example()
    {
        return { home,
                 { { { u"channels"_s, u"zalouser"_s, u"allowFrom"_s },
                     QJsonValue::Null,
                     QJsonArray { u"365"_s } },
                   { { u"channels"_s, u"zalouser"_s, u"dmPolicy"_s }, u"a \"b\""_s, true } },
                 true };
    }

private slots:
    void init()
    {
        m_asked.clear();
        m_refusal.reset();
        m_answer = {};
        m_breaks = 0;
        m_bridge = std::make_unique<BridgeFixture>();
        QVERIFY(m_bridge->listen());
        startCures();
    }

    void cleanup()
    {
        m_gateway.reset();
        m_unanswered.clear();
        m_cures.reset();
        m_bridge.reset();
    }

    void saysWhatIsAskedAndReadsWhatWouldChange()
    {
        connectGateway();
        m_answer = {
            { u"changes"_s,
              QJsonArray {
                  QJsonObject {
                      { u"path"_s, QJsonArray { u"channels"_s, u"zalouser"_s, u"allowFrom"_s } },
                      { u"before"_s, QJsonValue::Null },
                      { u"after"_s, u"[\"365\"]"_s } },
                  QJsonObject {
                      { u"path"_s, QJsonArray { u"channels"_s, u"zalouser"_s, u"dmPolicy"_s } },
                      { u"before"_s, u"\"a \\\"b\\\"\""_s },
                      { u"after"_s, u"true"_s } } } },
            { u"losesComments"_s, true }
        };
        QCOMPARE(plan(), Result<CurePlan>(example()));
        QCOMPARE(m_asked.last(),
                 (QJsonObject { { u"profile"_s, home },
                                { u"change"_s, u"withoutMention"_s },
                                { u"threadId"_s, group.id },
                                { u"isGroup"_s, true },
                                { u"senderId"_s, u"365"_s } }));
        const QJsonValue changes = m_answer[u"changes"];
        m_answer = {};
        QVERIFY(apply(example()));
        QCOMPARE(m_asked.last(),
                 (QJsonObject { { u"profile"_s, home }, { u"changes"_s, changes } }));
    }

    //! The change restarts the channel.
    void anAnswerThatIsLostIsAskedForAgain()
    {
        connectGateway();
        m_breaks = 1;
        const auto done = apply(example());
        QVERIFY2(done, qPrintable(done ? QString() : errorText(done.error())));
        QCOMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked.first(), m_asked.last());
    }

    void aCureIsUndoneAfterARestart()
    {
        connectGateway();
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
        QVERIFY(apply(example()));
        QCOMPARE(m_cures->undoState(lans()), CureUndo::Possible);
        const QJsonValue back = toJson(example().inverse().changes);
        startCures();
        QCOMPARE(m_cures->undoState(lans()), CureUndo::Unchecked);
        QCOMPARE(m_cures->undoState({ home, group, u"71"_s }), CureUndo::None);
        m_answer = { { u"changes"_s, back } };
        QCOMPARE(checkUndo(), Result<bool>(true));
        QCOMPARE(m_asked.last(), (QJsonObject { { u"profile"_s, home }, { u"changes"_s, back } }));
        QCOMPARE(m_cures->undoState(lans()), CureUndo::Possible);
        QVERIFY(undo());
        QCOMPARE(m_asked.last(), (QJsonObject { { u"profile"_s, home }, { u"changes"_s, back } }));
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
        startCures();
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
        QCOMPARE(undo().error().kind, ErrorKind::BadRequest);
    }

    //! Somebody undid it by hand, or changed it to something else.
    void whatTheConfigurationHoldsNoLongerIsNotUndone()
    {
        connectGateway();
        for (const bool isChanged : { false, true }) {
            m_refusal.reset();
            m_answer = {};
            QVERIFY(apply(example()));
            startCures();
            if (isChanged) {
                m_refusal = RpcError { -32000, u"configChanged"_s, u"words"_s, {} };
            } else {
                m_answer = { { u"changes"_s, QJsonArray() } };
            }
            QCOMPARE(checkUndo(), Result<bool>(false));
            QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
        }
    }

    void whatCannotBeCheckedStaysUnchecked()
    {
        connectGateway();
        QVERIFY(apply(example()));
        startCures();
        m_refusal = RpcError { -32602, u"params"_s, u"words"_s, {} }; // an older plugin
        QVERIFY(!checkUndo());
        QCOMPARE(m_cures->undoState(lans()), CureUndo::Unchecked);
        m_gateway->channel().close();
        QTRY_VERIFY(!m_bridge->server->gateway(BridgeFixture::gatewayId()));
        QCOMPARE(checkUndo().error().kind, ErrorKind::GatewayAway);
        QCOMPARE(m_cures->undoState(lans()), CureUndo::Unchecked);
    }

    //! Between its question and the answer the program may end: then it is looked at.
    void aRefusedCureLeavesNothingToUndo()
    {
        connectGateway();
        m_refusal = RpcError { -32000, u"configRefused"_s, u"words"_s, {} };
        QVERIFY(!apply(example()));
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
        m_refusal.reset();
        QVERIFY(apply(example()));
        m_refusal = RpcError { -32000, u"configChanged"_s, u"words"_s, {} };
        QCOMPARE(undo().error().kind, ErrorKind::ConfigChanged);
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
    }

    void whatCouldNotBeUndoneIsNotDone()
    {
        connectGateway();
        QVERIFY(QDir(m_bridge->root.path()).mkdir(u"cures.json"_s));
        QCOMPARE(apply(example()).error().kind, ErrorKind::FileUnwritable);
        QVERIFY(m_asked.isEmpty());
    }

    void withoutAGatewayNothingIsAsked()
    {
        QCOMPARE(plan().error().kind, ErrorKind::GatewayAway);
        QCOMPARE(apply(example()).error().kind, ErrorKind::GatewayAway);
        QCOMPARE(m_cures->undoState(lans()), CureUndo::None);
    }

    void refusalsAreToldInPeoplesWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorKind>("expected");
        QTest::newRow("an older plugin") << -32601 << u"method"_s << ErrorKind::PluginLacks;
        QTest::newRow("changed") << -32000 << u"configChanged"_s << ErrorKind::ConfigChanged;
        QTest::newRow("locked") << -32000 << u"configLocked"_s << ErrorKind::OpenClawFailed;
        QTest::newRow("refused") << -32000 << u"configRefused"_s << ErrorKind::OpenClawFailed;
    }

    void refusalsAreToldInPeoplesWords()
    {
        QFETCH(int, code);
        QFETCH(QString, kind);
        QFETCH(ErrorKind, expected);
        connectGateway();
        m_refusal = RpcError { code, kind, u"words"_s, { { u"detail"_s, u"a.b"_s } } };
        QCOMPARE(plan().error().kind, expected);
        const Error error = apply(example()).error();
        QCOMPARE(error.kind, expected);
        QVERIFY(expected == ErrorKind::PluginLacks || error.detail == u"a.b");
    }
};

QTEST_GUILESS_MAIN(TestLocalCures)
#include "tst_localcures.moc"
