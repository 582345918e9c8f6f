// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;
const QString Group = u"772797855570859122"_s;
const QString MinhAnh = u"Nguyễn Minh Anh"_s;
const QString MinhAnhId = u"512345678901234567"_s;
const QString QuocBao = u"Trần Quốc Bảo"_s;

QJsonObject sendParams(const QString& key, const QString& text)
{
    return { { u"threadId"_s, Tam },
             { u"isGroup"_s, false },
             { u"key"_s, key },
             { u"text"_s, text },
             { u"deadlineMs"_s, 600'000 } };
}

} // namespace

//! A profile is not a person: what was stored for one who was logged in is not the next one's.
class TestAccounts : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<CompanionProcess> m_companion;
    std::unique_ptr<TestGateway> m_gateway;

    QJsonObject profile(int index = 0) const
    {
        return m_companion->status()[u"profiles"][index].toObject();
    }
    QString loggedIn() const
    {
        return profile()[u"session"][u"state"].toString() == u"Online"
            ? profile()[u"account"][u"displayName"].toString()
            : QString();
    }
    QString outcome(const QString& key) const
    {
        const RpcReply stored = m_gateway->call(u"message.outcome"_s, { { u"key"_s, key } });
        return stored ? (*stored)[u"state"].toString() : stored.error().message;
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulator>();
        m_companion = std::make_unique<CompanionProcess>();
        m_gateway = std::make_unique<TestGateway>();
    }

    void cleanup()
    {
        m_gateway.reset();
        m_companion.reset();
        m_sim.reset();
    }

    //! Four queued sends and three waiting messages of the first one: none crosses, also not over a
    //! restart. When the first is back they go.
    void nothingCrosses()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        m_gateway->takes = false;
        for (int i = 1; i <= 3; ++i) {
            m_sim->inject(Tam, u"tin %1"_s.arg(i));
        }
        m_sim->ctl({ u"set"_s, u"hang=1@msg.send@once"_s });
        m_gateway->callAndForget(u"message.send"_s, sendParams(u"stuck"_s, u"kẹt"_s));
        for (int i = 1; i <= 4; ++i) {
            m_gateway->callAndForget(u"message.send"_s,
                                     sendParams(QString::number(i), u"trả lời %1"_s.arg(i)));
        }
        QTRY_COMPARE(outcome(u"4"_s), u"queued"_s);
        QTRY_VERIFY(!m_sim->ctlSucceeds({ u"get"_s, u"hang"_s }));
        QTRY_COMPARE(profile()[u"queue"][u"inboundWaiting"].toInt(), 3);
        m_companion->kill();
        m_gateway->close();
        m_gateway->delivered.clear();
        m_gateway->takes = true;

        // Somebody logs another person in on the profile, without the companion.
        m_sim->ctl({ u"login"_s, QuocBao });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), QuocBao, 20'000);
        m_sim->inject(Tam, u"cho người sau"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->delivered.size(), 1, 20'000);
        QVERIFY(m_gateway->call(u"message.send"_s, sendParams(u"theirs"_s, u"của người sau"_s)));
        const auto others = [this] { return profile()[u"otherAccounts"].toArray(); };
        QTRY_COMPARE(others().size(), 1);
        QCOMPARE(others()[0][u"displayName"].toString(), MinhAnh);
        QCOMPARE(others()[0][u"queue"][u"inboundWaiting"].toInt(), 3);
        QCOMPARE(others()[0][u"queue"][u"outboundWaiting"].toInt(), 4);
        QCOMPARE(others()[0][u"queue"][u"outboundUncertain"].toInt(), 1);
        QCOMPARE(profile()[u"queue"][u"inboundWaiting"].toInt(), 0);
        QCOMPARE(outcome(u"1"_s), u"queued"_s);
        QCOMPARE(m_gateway->texts(Tam), QStringList { u"cho người sau"_s });
        QCOMPARE(m_sim->outbox().size(), 1);

        // The first one logs in again, by the bridge.
        const QString id = MinhAnhId;
        QVERIFY(m_gateway->call(u"login.start"_s, { { u"force"_s, true } }));
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"qr"_s }));
        QVERIFY(m_sim->ctlSucceeds({ u"scan"_s, MinhAnh }));
        QVERIFY(m_sim->ctlSucceeds({ u"confirm"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->delivered.size(), 4, 20'000);
        QCOMPARE(m_gateway->texts(Tam),
                 (QStringList { u"cho người sau"_s, u"tin 1"_s, u"tin 2"_s, u"tin 3"_s }));
        QCOMPARE(m_gateway->delivered.last()[u"account"].toString(), id);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(u"4"_s), u"sent"_s, 30'000);
        QStringList sent;
        for (const QJsonObject& message : m_sim->outbox()) {
            sent << message[u"text"].toString();
        }
        QCOMPARE(sent,
                 (QStringList { u"của người sau"_s, u"trả lời 1"_s, u"trả lời 2"_s, u"trả lời 3"_s,
                                u"trả lời 4"_s }));
        QVERIFY(others().isEmpty());
    }

    //! Who has just logged in missed nothing.
    void nobodyElsesHistoryIsRead()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        QVERIFY(m_companion->terminate());
        m_gateway->close();
        m_sim->ctl({ u"login"_s, QuocBao });
        m_sim->ctl(
            { u"write"_s, u"{\"threadId\":\"%1\",\"content\":\"của người sau\"}"_s.arg(Tam) });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), QuocBao, 20'000);
        QCOMPARE(m_sim->starts(u"db.sync.chats"_s).size(), 1);
        m_sim->inject(Tam, u"mới"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->delivered.size(), 1, 20'000);
        QCOMPARE(m_gateway->texts(Tam), QStringList { u"mới"_s });
    }

    //! The owner writes in a group, on the phone: that is no customer's message.
    void anOwnMessageIsNotDelivered()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        QVERIFY(m_sim->ctlSucceeds(
            { u"inject"_s,
              u"{\"threadId\":\"%1\",\"senderId\":\"%2\",\"content\":\"để tôi\"}"_s.arg(
                  Group, MinhAnhId) }));
        m_sim->inject(Group, u"cảm ơn"_s); // a person has taken it over
        m_sim->inject(Tam, u"xin chào"_s);
        QTRY_COMPARE(m_gateway->texts(Tam), QStringList { u"xin chào"_s });
        QVERIFY(m_gateway->texts(Group).isEmpty());
        const auto states = [this] {
            QStringList found;
            const RpcReply activity = m_gateway->call(u"activity.list"_s);
            const QJsonArray items = activity ? (*activity)[u"items"].toArray() : QJsonArray();
            for (const auto& item : items) {
                if (item[u"kind"].toString() == u"in" && item[u"account"].toString() == MinhAnhId) {
                    found << item[u"state"].toString();
                }
            }
            return found;
        };
        QTRY_COMPARE(states(), (QStringList { u"accepted"_s, u"waiting"_s, u"own"_s }));
    }

    //! What waits of one who does not come back is discarded by a person, and a profile given up.
    void aPersonDecides()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        m_gateway->takes = false;
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"listener"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        m_sim->inject(Tam, u"tin"_s);
        QTRY_COMPARE(profile()[u"queue"][u"inboundWaiting"].toInt(), 1);
        m_companion->kill();
        m_gateway->close();
        m_sim->ctl({ u"login"_s, QuocBao });
        QVERIFY(m_companion->start());
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), QuocBao, 20'000);
        QTRY_COMPARE(profile()[u"otherAccounts"].toArray().size(), 1);
        QCOMPARE(m_companion->run({ u"profiles"_s, u"discard"_s, u"default"_s, MinhAnhId }).status,
                 0);
        QTRY_COMPARE(profile()[u"otherAccounts"].toArray().size(), 0);
        QVERIFY(m_companion->run({ u"profiles"_s, u"remove"_s, u"typo-1"_s }).status != 0);
        QCOMPARE(m_companion->run({ u"profiles"_s, u"remove"_s, u"default"_s }).status, 0);
        QVERIFY(m_companion->status()[u"profiles"].toArray().isEmpty());
        QVERIFY(m_sim->ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
    }

    //! Zalo gives an account one connection. Two profiles that have it would take it from each
    //! other for ever: one keeps it, and the other says which.
    void anAccountInTwoProfilesIsConnectedOnce()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        m_sim->ctl({ u"-p"_s, u"second"_s, u"copy-login"_s, u"default"_s });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->open(m_companion->bridgePath()));
        const QJsonArray both { u"default"_s, u"second"_s };
        QVERIFY(m_gateway->call(u"inbound.subscribe"_s, { { u"profiles"_s, both } }));
        const auto state = [this](int index) {
            const QJsonObject session = profile(index)[u"session"].toObject();
            return QString(session[u"state"].toString() + u' '
                           + session[u"reason"][u"kind"].toString());
        };
        const auto states = [&] {
            QStringList all { state(0), state(1) };
            all.sort();
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(
            states(), (QStringList { u"Duplicate accountInUse"_s, u"Online "_s }), 20'000);
        const int inUse = state(0).startsWith(u"Duplicate") ? 0 : 1;
        const QJsonObject reason = profile(inUse)[u"session"][u"reason"].toObject();
        QVERIFY2(reason[u"text"].toString().contains(profile(1 - inUse)[u"profile"].toString()),
                 qPrintable(reason[u"text"].toString()));
        m_sim->inject(Tam, u"một lần"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->texts(Tam), QStringList { u"một lần"_s }, 20'000);
    }

    //! A second account is added, logged in, named and given up; what it is called survives a
    //! restart, and is nobody's afterwards.
    void aSecondAccountIsAddedNamedAndRemoved()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        m_sim->ctl({ u"-p"_s, u"shop-hue"_s, u"login"_s, QuocBao }); // by zca alone
        m_companion->environment.insert(u"OPENZCA_HOME"_s, m_sim->file({}));
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->open(m_companion->bridgePath()));
        QVERIFY(m_gateway->call(u"inbound.subscribe"_s,
                                { { u"profiles"_s, QJsonArray { u"default"_s } } }));
        const auto add = [this](const QString& label) {
            return m_companion->run({ u"--json"_s, u"profiles"_s, u"add"_s, label }).out;
        };
        QVERIFY(add(u"Shop Hà Nội"_s).contains(u"\"shop-ha-noi\""));
        QVERIFY(add(u"Shop Huế"_s).contains(u"\"shop-hue-2\"")); // that login stays as it is
        QVERIFY(m_companion->run({ u"profiles"_s, u"add"_s, u" "_s }).status != 0);
        const auto found = [this](const QString& name) {
            const QJsonArray all = m_companion->status()[u"profiles"].toArray();
            for (const auto& one : all) {
                if (one[u"profile"].toString() == name) {
                    return one.toObject();
                }
            }
            return QJsonObject();
        };
        QTRY_COMPARE_WITH_TIMEOUT(found(u"shop-ha-noi"_s)[u"session"][u"state"].toString(),
                                  u"NeedsLogin"_s, 20'000);
        QCOMPARE(found(u"shop-ha-noi"_s)[u"label"].toString(), u"Shop Hà Nội"_s);
        QVERIFY(found(u"default"_s)[u"label"].isNull());

        QVERIFY(m_gateway->call(u"login.start"_s, { { u"profile"_s, u"shop-ha-noi"_s } }));
        QVERIFY(m_sim->ctlSucceeds({ u"-p"_s, u"shop-ha-noi"_s, u"wait"_s, u"qr"_s }));
        QVERIFY(m_sim->ctlSucceeds({ u"-p"_s, u"shop-ha-noi"_s, u"scan"_s, QuocBao }));
        QVERIFY(m_sim->ctlSucceeds({ u"-p"_s, u"shop-ha-noi"_s, u"confirm"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(found(u"shop-ha-noi"_s)[u"account"][u"displayName"].toString(),
                                  QuocBao, 20'000);
        const QStringList rename { u"profiles"_s, u"rename"_s, u"shop-ha-noi"_s, u"Quầy 2"_s };
        QCOMPARE(m_companion->run(rename).status, 0);
        QVERIFY(m_companion->run({ u"profiles"_s, u"rename"_s, u"typo"_s, u"x"_s }).status != 0);
        QVERIFY(m_companion->terminate());
        m_gateway->close();
        QVERIFY(m_companion->start());
        QCOMPARE(found(u"shop-ha-noi"_s)[u"label"].toString(), u"Quầy 2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(found(u"shop-ha-noi"_s)[u"session"][u"state"].toString(),
                                  u"Online"_s, 20'000);
        const QString list = m_companion->run({ u"profiles"_s }).out;
        QVERIFY2(list.contains(u"Quầy 2, "_s + QuocBao), qPrintable(list));

        QCOMPARE(m_companion->run({ u"profiles"_s, u"remove"_s, u"shop-ha-noi"_s }).status, 0);
        QVERIFY(found(u"shop-ha-noi"_s).isEmpty());
        QVERIFY(m_sim->ctlSucceeds({ u"-p"_s, u"shop-ha-noi"_s, u"wait"_s, u"no-listener"_s }));
        QVERIFY(add(u"Shop Hà Nội"_s).contains(u"\"shop-ha-noi-2\"")); // zca's login stayed
    }

    //! What was changed for its messages says whom it talked with.
    void whatUndoesItsCuresIsErasedWithAProfile()
    {
        QVERIFY(m_companion->start());
        QCOMPARE(m_companion->run({ u"profiles"_s, u"add"_s, u"Shop"_s }).status, 0);
        QFile cures(m_companion->environment.value(u"XDG_STATE_HOME"_s)
                    + u"/zalo-companion/cures.json"_s);
        QVERIFY(cures.open(QIODevice::WriteOnly));
        cures.write(R"({"version": 1, "cures": [{"message": {"profile": "shop"}, "changes": []},
                                                {"message": {"profile": "home"}, "changes": []}]})");
        cures.close();
        QCOMPARE(m_companion->run({ u"profiles"_s, u"erase"_s, u"shop"_s }).status, 0);
        QVERIFY(cures.open(QIODevice::ReadOnly));
        const QByteArray left = cures.readAll();
        QVERIFY2(left.contains("home") && !left.contains("shop"), left.constData());
    }

    //! A name that was mistyped once is not listened to for ever.
    void aMistypedProfileIsNotAdopted()
    {
        m_sim->ctl({ u"login"_s, MinhAnh });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(loggedIn(), MinhAnh, 20'000);
        const RpcReply refused = m_gateway->call(u"me.get"_s, { { u"profile"_s, u"typo-1"_s } });
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"known: default"),
                 qPrintable(refused.error().message));
        QCOMPARE(m_companion->status()[u"profiles"].toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
