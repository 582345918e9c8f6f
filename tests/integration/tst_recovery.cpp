// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Patience = 60'000;

const QString Tam = u"365333052772575247"_s;
const QString Vy = u"385465029173967793"_s;
const QString Group = u"772797855570859122"_s;

} // namespace

//! What was written while nobody was connected, on the real program: it comes once, in order, and
//! the books of missed time say so.
class TestRecovery : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<CompanionProcess> m_companion;
    std::unique_ptr<TestGateway> m_gateway;

    QJsonObject profile() const { return m_companion->status()[u"profiles"][0].toObject(); }
    QString state() const { return profile()[u"session"][u"state"].toString(); }
    QJsonObject lastGap() const { return profile()[u"connectionGaps"].toArray().last().toObject(); }

    //! How many of those that others wrote reached no connection.
    int missed() const
    {
        const QByteArray counts = m_sim->ctl({ u"history"_s, u"counts"_s });
        return QJsonDocument::fromJson(counts).object()[u"missed"].toInt();
    }

    //! Heard or not.
    void write(const QString& thread, const QString& text, bool own = false) const
    {
        const QJsonObject message { { u"threadId"_s, thread },
                                    { u"content"_s, text },
                                    { u"own"_s, own } };
        m_sim->ctl({ u"write"_s,
                     QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)) });
    }

    void goOffline() const
    {
        m_sim->ctl({ u"net"_s, u"off"_s });
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Offline"_s, Patience);
    }

    void comeBack() const
    {
        m_sim->ctl({ u"net"_s, u"on"_s });
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Online"_s, Patience);
    }

    //! States of the activity's messages from Zalo in that thread, newest first.
    QStringList states(const QString& thread) const
    {
        QStringList found;
        const RpcReply activity = m_gateway->call(u"activity.list"_s);
        const QJsonArray items = activity ? (*activity)[u"items"].toArray() : QJsonArray();
        for (const auto& item : items) {
            if (item[u"kind"].toString() == u"in" && item[u"threadId"].toString() == thread) {
                found << item[u"state"].toString();
            }
        }
        return found;
    }

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulator>();
        m_companion = std::make_unique<CompanionProcess>();
        m_gateway = std::make_unique<TestGateway>();
        m_sim->ctl({ u"login"_s });
        QVERIFY(m_companion->start());
        QVERIFY(m_gateway->subscribe(m_companion->bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Online"_s, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!profile()[u"account"].isNull(), Patience);
    }

    void cleanup()
    {
        m_gateway.reset();
        m_companion.reset();
        m_sim.reset();
    }

    void everyMessageOfAnOutageComesOnceInOrder()
    {
        const QStringList threads { Tam, Vy, Group };
        for (const QString& thread : threads) {
            m_sim->inject(thread, u"1"_s);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->delivered.size(), 3, Patience);
        goOffline();
        for (const QString& text : { u"2"_s, u"3"_s, u"4"_s }) {
            for (const QString& thread : threads) {
                write(thread, text);
            }
        }
        const int unheard = missed();
        QCOMPARE(unheard, 9);
        comeBack();
        for (const QString& thread : threads) {
            m_sim->inject(thread, u"5"_s);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->delivered.size(), 3 + unheard + 3, Patience);
        const QStringList all { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s };
        for (const QString& thread : threads) {
            QCOMPARE(m_gateway->texts(thread), all);
        }
        int recovered = 0;
        for (const QJsonObject& delivery : std::as_const(m_gateway->delivered)) {
            recovered += delivery[u"recovered"].toBool() ? 1 : 0;
        }
        QCOMPARE(recovered, unheard);
        QTRY_COMPARE_WITH_TIMEOUT(lastGap()[u"recovery"].toString(), u"asked"_s, Patience);
        QCOMPARE(lastGap()[u"recovered"].toInt(), unheard);
        QVERIFY(m_companion->run({ u"status"_s }).out.contains(u"9 messages recovered"));

        // Another one in which nothing came, and nothing comes again.
        goOffline();
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(lastGap()[u"recovery"].toString(), u"asked"_s, Patience);
        QCOMPARE(lastGap()[u"recovered"].toInt(), 0);
        QCOMPARE(m_gateway->delivered.size(), 3 + unheard + 3);
    }

    //! The gap stays open until it could be asked.
    void whatCouldNotBeAskedIsSaid()
    {
        const auto restart = [this] {
            return m_companion->start() && m_gateway->subscribe(m_companion->bridgePath());
        };
        QVERIFY(m_companion->terminate());
        write(Tam, u"lâu rồi"_s);
        m_sim->ctl({ u"set"_s, u"exit=1@db.sync.chats@once"_s });
        QVERIFY(restart());
        QTRY_COMPARE_WITH_TIMEOUT(lastGap()[u"recovery"].toString(), u"failed"_s, Patience);
        QVERIFY(m_gateway->delivered.isEmpty());
        QVERIFY(m_companion->terminate());
        QVERIFY(restart());
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->texts(Tam), QStringList { u"lâu rồi"_s }, Patience);
        const auto first = [this] { return profile()[u"connectionGaps"][0].toObject(); };
        QTRY_COMPARE_WITH_TIMEOUT(first()[u"recovery"].toString(), u"asked"_s, Patience);
        QCOMPARE(first()[u"recovered"].toInt(), 1);
    }

    //! The owner has taken the chat over. What the bot sent is not the owner's.
    void whereTheOwnerWroteTheBotIsPaused()
    {
        const RpcReply sent = m_gateway->call(u"message.send"_s,
                                              { { u"threadId"_s, Vy },
                                                { u"isGroup"_s, false },
                                                { u"key"_s, u"k"_s },
                                                { u"text"_s, u"của bot"_s } });
        QVERIFY(sent);
        goOffline();
        write(Tam, u"để tôi"_s, true);
        write(Tam, u"vâng"_s);
        write(Vy, u"chào"_s);
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->texts(Vy), QStringList { u"chào"_s }, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(states(Vy), QStringList { u"accepted"_s }, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(states(Tam), QStringList({ u"waiting"_s, u"own"_s }), Patience);
        QVERIFY(m_gateway->texts(Tam).isEmpty());
        const QJsonArray paused = profile()[u"pausedThreads"].toArray();
        QCOMPARE(paused.size(), 1);
        QCOMPARE(paused[0][u"threadId"].toString(), Tam);
        QVERIFY(paused[0][u"until"].toInteger() > 0);
        QVERIFY(m_companion->run({ u"status"_s }).out.contains(u"The bot is paused in one chat"));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
