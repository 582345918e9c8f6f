// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "protocoldocument.h"
#include "rawclient.h"
#include "simulator.h"
#include "testgateway.h"

#include "platform/instancelock.h"

#include <QJsonArray>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QJsonObject AnObject { { u"x"_s, 1 } };
const QJsonArray AList { 1 };

//! What each parameter may be, by its name: the same name is the same everywhere.
QJsonValue goodValue(const QString& name)
{
    static const QHash<QString, QJsonValue> known {
        { u"isGroup"_s, false },
        { u"force"_s, true },
        { u"byUser"_s, false },
        { u"show"_s, false },
        { u"erase"_s, false },
        { u"keepDamaged"_s, false },
        { u"limit"_s, 1 },
        { u"deadlineMs"_s, 60'000 },
        { u"profile"_s, u"default"_s },
        { u"profiles"_s, QJsonArray { u"default"_s } },
        { u"styles"_s, QJsonArray() },
        { u"outcome"_s, u"dropped"_s },
        { u"language"_s, u"english"_s },
    };
    return known.value(name, u"7"_s);
}

QList<QJsonValue> wrongValues(const QString& name)
{
    QList<QJsonValue> wrong { AnObject };
    if (const QJsonValue good = goodValue(name); good.isBool()) {
        wrong << QJsonValue(1) << u"true"_s << AList;
    } else if (good.isDouble()) {
        wrong << u"1"_s << true << QJsonValue(0.5) << AList;
    } else if (good.isArray()) {
        wrong << u"default"_s << QJsonValue(1) << true;
    } else {
        wrong << QJsonValue(7) << true << AList;
    }
    return wrong;
}

} // namespace

//! Every method of both sockets, on the real program: what is of another kind or missing is refused
//! by its name, and nothing is done.
class TestWrongParameters : public QObject
{
    Q_OBJECT

    const Simulator m_sim;
    CompanionProcess m_companion;
    TestGateway m_gateway;

    [[nodiscard]] static QByteArray text(const QString& method, const QJsonObject& params)
    {
        return method.toUtf8() + ' ' + QJsonDocument(params).toJson(QJsonDocument::Compact);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_sim.ctlSucceeds({ u"login"_s }));
        QVERIFY(m_companion.start());
        QVERIFY(m_gateway.subscribe(m_companion.bridgePath()));
        QVERIFY(m_sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
    }

    void theBridge()
    {
        const ProtocolDocument document;
        int tried = 0;
        for (const ProtocolDocument::Method& method : document.methods()) {
            if (method.roles.isEmpty()) {
                continue; // the plugin's
            }
            const QString message = method.name + u" params"_s;
            const QStringList required = document.requiredFields(message);
            QJsonObject good;
            for (const QString& name : required) {
                good[name] = goodValue(name);
            }
            if (method.name == u"message.send") {
                good[u"text"_s] = goodValue(u"text"_s); // or a medium
            }
            const auto refuses = [&](const QJsonObject& params, const QString& name) {
                ++tried;
                const RpcReply reply = m_gateway.call(method.name, params);
                QVERIFY2(!reply, text(method.name, params).constData());
                QVERIFY2(
                    reply.error().code == -32602 && reply.error().message.contains(name),
                    QByteArray(text(method.name, params) + ' ' + reply.error().message.toUtf8())
                        .constData());
            };
            for (const QString& name : required) {
                QJsonObject params = good;
                params.remove(name);
                refuses(params, name);
            }
            for (const QString& name : required + document.optionalFields(message)) {
                for (const QJsonValue& wrong : wrongValues(name)) {
                    QJsonObject params = good;
                    params[name] = wrong;
                    refuses(params, name);
                }
            }
        }
        QVERIFY(tried > 200);
        QCOMPARE(m_sim.outbox().size(), 0);
    }

    void theControlSocket()
    {
        struct Method
        {
            QString name;
            QStringList required;
            QStringList optional;
        };
        const QList<Method> methods {
            { u"status.get"_s, {}, { u"language"_s } },
            { u"quit"_s, {}, { u"byUser"_s } },
            { u"raise"_s, {}, { u"show"_s, u"page"_s } },
            { u"reconnect"_s, {}, { u"profile"_s } },
            { u"data.reset"_s, {}, { u"keepDamaged"_s } },
            { u"gateways.approve"_s, { u"id"_s }, {} },
            { u"gateways.refuse"_s, { u"id"_s }, {} },
            { u"gateways.revoke"_s, { u"id"_s }, {} },
            { u"pairing.approve"_s, { u"id"_s }, {} },
            { u"pairing.dismiss"_s, { u"id"_s }, {} },
            { u"profiles.add"_s, {}, { u"label"_s } },
            { u"profiles.rename"_s, { u"profile"_s }, { u"label"_s } },
            { u"profiles.remove"_s, { u"profile"_s }, { u"erase"_s } },
            { u"profiles.discard"_s, { u"profile"_s, u"account"_s }, {} },
        };
        RawClient client(InstanceLock::owner(m_companion.dataFolder())->controlSocket);
        const auto refuses = [&](const QString& method, const QJsonObject& params,
                                 const QString& name) {
            const qsizetype before = client.lines.size();
            client.call(method, params);
            QTRY_COMPARE(client.lines.size(), before + 1);
            QVERIFY2(client.code() == -32602 && client.text().contains(name),
                     QByteArray(text(method, params) + ' ' + client.text().toUtf8()).constData());
        };
        for (const Method& method : methods) {
            QJsonObject good;
            for (const QString& name : method.required) {
                good[name] = goodValue(name);
            }
            for (const QString& name : method.required) {
                QJsonObject params = good;
                params.remove(name);
                refuses(method.name, params, name);
            }
            for (const QString& name : method.required + method.optional) {
                for (const QJsonValue& wrong : wrongValues(name)) {
                    QJsonObject params = good;
                    params[name] = wrong;
                    refuses(method.name, params, name);
                }
            }
        }
        // What is well formed and means nothing is told, too.
        refuses(u"profiles.discard"_s,
                { { u"profile"_s, u"default"_s }, { u"account"_s, u"365"_s } }, u"365"_s);
    }

    //! A newer caller may say more than this program knows.
    void whatIsNotKnownIsIgnored()
    {
        QVERIFY(m_gateway.call(u"status.get"_s, { { u"frobnicate"_s, AnObject } }));
        RawClient client(InstanceLock::owner(m_companion.dataFolder())->controlSocket);
        client.call(u"status.get"_s, { { u"frobnicate"_s, AnObject } });
        QTRY_COMPARE(client.lines.size(), 1);
        QVERIFY(!client.result().isEmpty());
    }

    void theProgramIsWell() { QVERIFY(m_companion.terminate()); }
};

QTEST_GUILESS_MAIN(TestWrongParameters)
#include "tst_wrongparameters.moc"
