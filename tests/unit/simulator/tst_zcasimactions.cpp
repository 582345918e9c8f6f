// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What zca does with messages besides sending them (ZCA.md 6).

#include "simtext.h"
#include "simulation.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto Tam = u"365333052772575247"_s;
const auto Family = u"772797855570859122"_s;

} // namespace

class TestZcaSimActions : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_sim = std::make_unique<Simulation>();
        QCOMPARE(m_sim->ctl(words("login")).exitCode, 0);
    }

    void aSticker()
    {
        const Ran ran = m_sim->run(words("msg sticker -g") << Family << u"21978"_s);
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(ran.out.startsWith("{ msgId: "));
        const QJsonObject sent = outbox().value(0);
        QCOMPARE(sent[u"kind"].toString(), u"sticker"_s);
        QCOMPARE(sent[u"stickerId"].toString(), u"21978"_s);
        QCOMPARE(m_sim->run(words("msg sticker") << Tam << u"404"_s).err,
                 QByteArray("Error: Sticker 404 not found.\n"));
    }

    void aReaction()
    {
        const QJsonObject written = write({ { u"threadId"_s, Tam }, { u"content"_s, u"chào"_s } });
        const auto react = [&](const QString& cliMsgId, const QString& reaction) {
            return m_sim->run(words("msg react --")
                              << written[u"msgId"].toString() << cliMsgId << Tam << reaction);
        };
        const QString cliMsgId = written[u"cliMsgId"].toString();
        const Ran ran = react(cliMsgId, u"❤️"_s);
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(ran.out.startsWith("{ msgIds: [ "));
        QCOMPARE(react(cliMsgId, {}).exitCode, 0);
        QCOMPARE(
            react(cliMsgId, u"🎉"_s).err,
            QByteArray("Error: Unsupported reaction \"🎉\". Use emoji (e.g. ❤️) or one of "
                       "Reactions enum values.\n"));
        QCOMPARE(react(u"1"_s, u"❤️"_s).err, QByteArray("Error: Tham số không hợp lệ\n"));
        QCOMPARE(outbox().size(), 2);
        QCOMPARE(outbox().at(0)[u"target"].toString(), written[u"msgId"].toString());
        QCOMPARE(outbox().at(0)[u"reaction"].toString(), u"/-heart"_s);
        QCOMPARE(outbox().at(1)[u"reaction"].toString(), QString());
    }

    //! Only what the account wrote, by the ids that its history has.
    void takingBack()
    {
        QCOMPARE(m_sim->run(words("msg send --raw -g") << Family << u"nhầm"_s).exitCode, 0);
        const QJsonObject own = row(0);
        const QJsonObject other = write(
            { { u"threadId"_s, Family }, { u"senderId"_s, Tam }, { u"content"_s, u"chào"_s } });
        const auto undo = [&](const QJsonObject& message) {
            return m_sim->run(words("msg undo -g --") << message[u"msgId"].toString()
                                                      << message[u"cliMsgId"].toString() << Family);
        };
        const Ran ran = undo(own);
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.out, QByteArray("{ status: 0 }\n"));
        QCOMPARE(undo(other).err, QByteArray("Error: Tham số không hợp lệ\n"));
        QCOMPARE(outbox().size(), 2);
        QCOMPARE(outbox().at(1)[u"kind"].toString(), u"undo"_s);
        QCOMPARE(outbox().at(1)[u"target"].toString(), own[u"msgId"].toString());
    }

private:
    QList<QJsonObject> outbox() { return objectsIn(m_sim->ctl(words("outbox")).out); }
    //! A message of the account's history, oldest first.
    QJsonObject row(qsizetype index)
    {
        return objectsIn(m_sim->ctl(words("history")).out).value(index);
    }
    //! Somebody writes; gives the message as the history has it.
    QJsonObject write(const QJsonObject& message)
    {
        m_sim->ctl({ u"write"_s, jsonText(message) });
        return objectsIn(m_sim->ctl(words("history")).out).constLast();
    }

    std::unique_ptr<Simulation> m_sim;
};

QTEST_GUILESS_MAIN(TestZcaSimActions)
#include "tst_zcasimactions.moc"
