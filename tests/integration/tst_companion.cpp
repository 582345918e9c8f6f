// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Tam = u"365333052772575247"_s;
const QString Vy = u"385465029173967793"_s;

//! A companion that is online, with a Gateway beside it.
struct Chain
{
    Chain() { sim.ctl({ u"login"_s }); }

    [[nodiscard]] bool up()
    {
        return companion.start() && gateway.subscribe(companion.bridgePath())
            && sim.ctlSucceeds({ u"wait"_s, u"listener"_s });
    }
    [[nodiscard]] QJsonObject profile() const
    {
        return companion.status()[u"profiles"][0].toObject();
    }
    [[nodiscard]] QString state() const { return profile()[u"session"][u"state"].toString(); }
    RpcReply send(const QString& key, const QString& text, const QString& thread = Tam)
    {
        return gateway.call(u"message.send"_s, sendParams(key, text, thread));
    }
    static QJsonObject sendParams(const QString& key, const QString& text,
                                  const QString& thread = Tam)
    {
        return { { u"threadId"_s, thread },
                 { u"isGroup"_s, false },
                 { u"key"_s, key },
                 { u"text"_s, text } };
    }

    Simulator sim;
    CompanionProcess companion;
    TestGateway gateway;
};

} // namespace

//! The chain on the real program: simulator, zca driver, relay, bridge, and back.
class TestCompanion : public QObject
{
    Q_OBJECT

private slots:
    //! Asked for often and made once for each change: each change is in the next answer.
    void statusOnTheBridgeFollowsEachChange()
    {
        Chain c;
        QVERIFY(c.up());
        const auto session = [&c] {
            const RpcReply status = c.gateway.call(u"status.get"_s);
            return status ? (*status)[u"profiles"][0][u"session"][u"state"].toString() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(session(), u"Online"_s, 20'000);
        QVERIFY(c.sim.ctlSucceeds({ u"kick"_s, u"3003"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(session(), u"Kicked"_s, 20'000);
        const RpcReply other = c.gateway.call(u"status.get"_s, { { u"profile"_s, u"another"_s } });
        QVERIFY(other);
        QVERIFY((*other)[u"profiles"].toArray().isEmpty());
    }

    void messageGoesThroughBothWays()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_VERIFY(!c.profile()[u"account"].isNull()); // what comes before it is known waits
        const QString id = c.sim.inject(Tam, u"Chào bạn"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        const QJsonObject params = c.gateway.delivered.first();
        QCOMPARE(params[u"msgId"].toString(), id);
        QCOMPARE(params[u"text"].toString(), u"Chào bạn"_s);
        QCOMPARE(params[u"senderName"].toString(), u"Phạm Văn Tâm 🌸"_s);
        QCOMPARE(params[u"backlog"].toBool(), false);

        const RpcReply sent = c.send(u"reply-1"_s, u"- gạch đầu dòng “Đức”"_s);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        const QList<QJsonObject> outbox = c.sim.outbox();
        QCOMPARE(outbox.size(), 1);
        QCOMPARE(outbox.first()[u"text"].toString(), u"- gạch đầu dòng “Đức”"_s);
        QCOMPARE(outbox.first()[u"msgId"].toVariant().toString(), (*sent)[u"messageId"].toString());
        QVERIFY(c.gateway.call(u"inbound.outcome"_s,
                               { { u"profile"_s, u"default"_s },
                                 { u"msgId"_s, id },
                                 { u"outcome"_s, u"dispatched"_s } }));

        // The activity tells of both without a word of them, whatever is asked for.
        const RpcReply activity = c.gateway.call(u"activity.list"_s, { { u"withText"_s, true } });
        QVERIFY(activity);
        const QByteArray told = QJsonDocument(*activity).toJson();
        QVERIFY(told.contains(id.toUtf8()));
        QVERIFY2(!told.contains("Chào") && !told.contains("gạch"), told.constData());
    }

    //! With the message that is kept here; what is not kept is answered without a quote.
    void anAnswerQuotesTheMessageThatAsked()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_VERIFY(!c.profile()[u"account"].isNull());
        QCOMPARE(c.companion.status()[u"zca"][u"can"].toArray(),
                 (QJsonArray { u"reply"_s, u"sticker"_s, u"react"_s, u"unsend"_s, u"edit"_s }));
        const QString asked = c.sim.inject(Tam, u"Giá “bao nhiêu”?"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        for (const QString& replyTo : { asked, u"4711"_s }) {
            QJsonObject params = Chain::sendParams(u"to-"_s + replyTo, u"5k"_s);
            params[u"replyTo"_s] = replyTo;
            params[u"styles"_s] = QJsonArray { QJsonObject {
                { u"start"_s, 0 }, { u"length"_s, 2 }, { u"style"_s, u"bold"_s } } };
            const RpcReply sent = c.gateway.call(u"message.send"_s, params);
            QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
        }
        const QList<QJsonObject> outbox = c.sim.outbox();
        QCOMPARE(outbox.size(), 2);
        const QJsonObject quote = outbox.first()[u"quote"].toObject();
        QCOMPARE(quote[u"msgId"].toString(), asked);
        QCOMPARE(quote[u"msg"].toString(), u"Giá “bao nhiêu”?"_s);
        QCOMPARE(quote[u"ownerId"].toString(), Tam);
        QVERIFY(!outbox.last().contains(u"quote"_s));
        for (const QJsonObject& line : outbox) {
            QCOMPARE(line[u"text"].toString(), u"5k"_s);
            QCOMPARE(line[u"styles"][0][u"st"].toString(), u"b"_s);
        }
    }

    //! Both directions of one thread, newest first, and nothing of another one or of what failed.
    void theHistoryOfAThread()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_VERIFY(!c.profile()[u"account"].isNull());
        const QString first = c.sim.inject(Tam, u"một"_s);
        c.sim.inject(Vy, u"của người khác"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 2);
        QVERIFY(c.gateway.call(u"inbound.outcome"_s,
                               { { u"msgId"_s, first },
                                 { u"threadId"_s, Tam },
                                 { u"outcome"_s, u"dropped"_s },
                                 { u"reason"_s, u"not mentioned"_s } }));
        QVERIFY(c.send(u"k1"_s, u"hai"_s));
        c.sim.ctl({ u"set"_s, u"refuse=Từ chối@msg.send@once"_s });
        QVERIFY(!c.send(u"k2"_s, u"không đi"_s));
        QJsonObject react = Chain::sendParams(u"k3"_s, {});
        react.remove(u"text"_s);
        react[u"messageId"_s] = first;
        react[u"emoji"_s] = u"👍"_s;
        QVERIFY(c.gateway.call(u"message.react"_s, react));
        QStringList told;
        QString cursor;
        do {
            QJsonObject params { { u"threadId"_s, Tam },
                                 { u"isGroup"_s, false },
                                 { u"limit"_s, 1 },
                                 { u"cursor"_s, cursor } };
            const RpcReply page = c.gateway.call(u"message.history"_s, params);
            QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
            for (const QJsonValue& item : (*page)[u"items"].toArray()) {
                told << item[u"text"].toString() + u'|' + item[u"outcome"].toString() + u'|'
                        + item[u"reason"].toString()
                        + (item[u"own"].toBool() ? u"|own"_s
                                                 : u"|"_s + item[u"senderId"].toString());
            }
            cursor = (*page)[u"nextCursor"].toString();
        } while (!cursor.isEmpty());
        QCOMPARE(told, (QStringList { u"hai|||own"_s, u"một|dropped|not mentioned|"_s + Tam }));
        const RpcReply other = c.gateway.call(
            u"message.history"_s,
            { { u"threadId"_s, Tam }, { u"isGroup"_s, false }, { u"account"_s, u"48"_s } });
        QVERIFY(other);
        QVERIFY((*other)[u"items"].toArray().isEmpty());
    }

    //! Once for a key, in the outbox of Zalo as in the answer.
    void whatIsAboutAMessageIsDoneOnce()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_VERIFY(!c.profile()[u"account"].isNull());
        const QString family = u"772797855570859122"_s;
        const QString asked = c.sim.inject(Tam, u"Giá bao nhiêu?"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        const auto act = [&c](const QString& method, const QString& thread,
                              const QJsonObject& more) {
            QJsonObject params = Chain::sendParams(method + thread, {}, thread);
            params.remove(u"text"_s);
            params[u"isGroup"_s] = thread.startsWith(u'7');
            for (auto field = more.begin(); field != more.end(); ++field) {
                params[field.key()] = field.value();
            }
            c.gateway.call(method, params);
            return c.gateway.call(method, params);
        };
        QJsonObject own = Chain::sendParams(u"own"_s, u"nhầm"_s, family);
        own[u"isGroup"_s] = true;
        const RpcReply sent = c.gateway.call(u"message.send"_s, own);
        QVERIFY(sent);
        const QString ownId = (*sent)[u"messageId"].toString();

        QVERIFY(
            act(u"message.react"_s, Tam, { { u"messageId"_s, asked }, { u"emoji"_s, u"👍"_s } }));
        QVERIFY(act(u"message.sticker"_s, Tam, { { u"stickerId"_s, u"21978"_s } }));
        QVERIFY(act(u"message.unsend"_s, family, { { u"messageId"_s, ownId } }));
        const RpcReply edited =
            act(u"message.edit"_s, family, { { u"messageId"_s, ownId }, { u"text"_s, u"đúng"_s } });
        QVERIFY(edited);
        QStringList done;
        for (const QJsonObject& line : c.sim.outbox()) {
            done << line[u"kind"].toString() + u' ' + line[u"target"].toString()
                    + line[u"stickerId"].toString() + line[u"text"].toString();
        }
        QCOMPARE(done,
                 (QStringList { u"text nhầm"_s, u"react "_s + asked, u"sticker 21978"_s,
                                u"undo "_s + ownId, u"undo "_s + ownId, u"text đúng"_s }));
        QCOMPARE((*edited)[u"messageId"].toString(),
                 c.sim.outbox().constLast()[u"msgId"].toString());

        // What was taken back is not read any more, and what stands in its place can be named.
        const RpcReply left = c.gateway.call(u"message.history"_s,
                                             { { u"threadId"_s, family }, { u"isGroup"_s, true } });
        QVERIFY(left);
        QCOMPARE((*left)[u"items"].toArray().size(), 1);
        QCOMPARE((*left)[u"items"][0][u"text"].toString(), u"đúng"_s);
        QCOMPARE((*left)[u"items"][0][u"messageId"].toString(), (*edited)[u"messageId"].toString());

        // Nobody knows how Zalo calls an own message of a direct chat, and it is certain that
        // nothing was done.
        const RpcReply direct = c.send(u"direct"_s, u"nhầm nữa"_s);
        QVERIFY(direct);
        const RpcReply refused =
            act(u"message.unsend"_s, Tam, { { u"messageId"_s, (*direct)[u"messageId"] } });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"messageUnknown"_s);
        QCOMPARE(refused.error().data[u"possiblySent"], QJsonValue(false));
    }

    //! Killed in between: uncertain, and not done a second time by anybody.
    void aReactionThatMayHaveGoneIsUncertain()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_VERIFY(!c.profile()[u"account"].isNull());
        const QString asked = c.sim.inject(Tam, u"Giá bao nhiêu?"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        c.sim.ctl({ u"set"_s, u"exit=1@msg.react@once"_s });
        QJsonObject params = Chain::sendParams(u"k"_s, {});
        params.remove(u"text"_s);
        params[u"messageId"_s] = asked;
        params[u"emoji"_s] = u"👍"_s;
        for (int i = 0; i < 2; ++i) {
            const RpcReply crashed = c.gateway.call(u"message.react"_s, params);
            QVERIFY(!crashed);
            QCOMPARE(crashed.error().kind, u"uncertain"_s);
            QCOMPARE(crashed.error().data[u"possiblySent"], QJsonValue(true));
        }
        QVERIFY(c.sim.outbox().isEmpty());
    }

    void mediaAndTheirCaptions_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QStringList>("expected");
        // openzca's own commands for video and voice would end the listener.
        QTest::newRow("openzca") << u"openzca"_s
                                 << QStringList {
                                        u"upload a.mp4"_s,  u"text phim"_s,       u"upload a.m4a"_s,
                                        u"upload a.heic"_s, u"image a.png ảnh"_s, u"text xem"_s,
                                        u"link"_s
                                    };
        QTest::newRow("zca-cli") << u"zca-cli"_s
                                 << QStringList {
                                        u"video a.mp4"_s,   u"text phim"_s,       u"voice a.m4a"_s,
                                        u"upload a.heic"_s, u"image a.png ảnh"_s, u"text xem"_s,
                                        u"link"_s
                                    };
    }

    void mediaAndTheirCaptions()
    {
        QFETCH(QString, dialect);
        QFETCH(QStringList, expected);
        Chain c;
        QVERIFY(c.sim.ctlSucceeds({ u"set"_s, u"dialect="_s + dialect }));
        QVERIFY(c.up());
        QTemporaryDir folder;
        int count = 0;
        const auto go = [&](const QString& kind, const QString& name, const QString& caption) {
            QJsonObject params { { u"threadId"_s, Tam },
                                 { u"isGroup"_s, false },
                                 { u"key"_s, u"k%1"_s.arg(++count) },
                                 { u"kind"_s, kind },
                                 { u"caption"_s, caption } };
            if (kind == u"link") {
                params[u"url"_s] = name;
            } else {
                QFile file(folder.filePath(name));
                (void)(file.open(QIODevice::WriteOnly) && file.write("\x89PNG"));
                file.close();
                params[u"path"_s] = file.fileName();
            }
            const RpcReply sent = c.gateway.call(u"message.send"_s, params);
            return sent ? int((*sent)[u"messageIds"].toArray().size()) : -1;
        };
        QCOMPARE(go(u"video"_s, u"a.mp4"_s, u"phim"_s), 2);
        QCOMPARE(go(u"voice"_s, u"a.m4a"_s, {}), 1);
        QCOMPARE(go(u"image"_s, u"a.heic"_s, {}), 1);
        QCOMPARE(go(u"image"_s, u"a.png"_s, u"ảnh"_s), 1);
        QCOMPARE(go(u"link"_s, u"https://example.org/"_s, u"xem"_s), 2);
        QCOMPARE(go(u"sticker"_s, u"a.png"_s, {}), -1);
        QCOMPARE(go(u"file"_s, u"../nothing/a.png"_s, {}), -1);
        QStringList sent;
        for (const QJsonObject& line : c.sim.outbox()) {
            const QString name = QFileInfo(line[u"path"].toString()).fileName();
            sent << QStringList { line[u"kind"].toString(), name, line[u"text"].toString() }
                        .join(u' ')
                        .simplified();
        }
        QCOMPARE(sent, expected);
        QCOMPARE(c.sim.starts().size(), 1);
        QCOMPARE(c.state(), u"Online"_s);
    }

    //! A command line may ask before any Gateway has named the account.
    void anAccountIsTakenUpWhenItIsNamed()
    {
        Chain c;
        QVERIFY(c.companion.start() && c.gateway.open(c.companion.bridgePath()));
        const RpcReply me = c.gateway.call(u"me.get"_s);
        QVERIFY2(me, qPrintable(me ? QString() : me.error().message));
        QCOMPARE((*me)[u"displayName"].toString(), u"Nguyễn Minh Anh"_s);
        QTRY_COMPARE(c.state(), u"Online"_s);
    }

    //! Asked in the moment in which zca is still looked for.
    void loginRightAfterTheStart()
    {
        Chain c;
        c.sim.ctl({ u"set"_s, u"slow=300@version"_s });
        QVERIFY(c.companion.start() && c.gateway.open(c.companion.bridgePath()));
        const RpcReply login = c.gateway.call(u"login.start"_s, { { u"force"_s, true } });
        QVERIFY2(login, qPrintable(login ? QString() : login.error().message));
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"qr"_s }));
    }

    void sameKeyIsSentOnce()
    {
        Chain c;
        QVERIFY(c.up());
        const RpcReply first = c.send(u"k"_s, u"một"_s);
        const RpcReply again = c.send(u"k"_s, u"hai"_s);
        QVERIFY(first && again);
        QCOMPARE(*first, *again);
        QCOMPARE(c.sim.outbox().size(), 1);
    }

    void groupNameComesAlong()
    {
        Chain c;
        QVERIFY(c.up());
        QVERIFY(c.gateway.call(u"contacts.refresh"_s));
        c.sim.inject(u"772797855570859122"_s, u"xin chào cả nhà"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        QCOMPARE(c.gateway.delivered.first()[u"threadName"].toString(), u"Gia đình"_s);
        QVERIFY(c.gateway.delivered.first()[u"isGroup"].toBool());
    }

    void contactsAreListedAndSearched()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_COMPARE(c.state(), u"Online"_s);
        const RpcReply all = c.gateway.call(u"friends.list"_s, { { u"limit"_s, 5 } });
        QVERIFY2(all, qPrintable(all ? QString() : all.error().message));
        QCOMPARE((*all)[u"total"].toInt(), 250);
        QCOMPARE((*all)[u"items"].toArray().size(), 5);
        const RpcReply tam =
            c.gateway.call(u"friends.list"_s, { { u"query"_s, u"pham van tam"_s } });
        QVERIFY(tam);
        QCOMPARE((*tam)[u"items"][0][u"userId"].toString(), Tam);
        const RpcReply groups = c.gateway.call(u"groups.list"_s, { { u"query"_s, u"gia dinh"_s } });
        QCOMPARE((*groups)[u"items"][0][u"groupId"].toString(), u"772797855570859122"_s);
        const RpcReply members =
            c.gateway.call(u"groups.members"_s, { { u"groupId"_s, u"772797855570859122"_s } });
        QCOMPARE((*members)[u"total"].toInt(), 14);
    }

    //! Stored before anything else: killed while the Gateway has not taken it, it comes once more.
    void killedBetweenReceivingAndDelivering()
    {
        Chain c;
        QVERIFY(c.up());
        c.gateway.takes = false;
        c.sim.inject(Tam, u"giữ lấy"_s);
        QTRY_COMPARE(c.gateway.delivered.size(), 1);
        c.companion.kill();
        c.gateway.close();
        c.gateway.delivered.clear();
        c.gateway.takes = true;
        QVERIFY(c.up());
        QTRY_COMPARE(c.gateway.texts(Tam), QStringList { u"giữ lấy"_s });
        QVERIFY(c.gateway.delivered.first()[u"backlog"].toBool());
        c.sim.inject(Tam, u"cái tiếp theo"_s);
        QTRY_COMPARE(c.gateway.texts(Tam), (QStringList { u"giữ lấy"_s, u"cái tiếp theo"_s }));
    }

    //! Killed between starting a send and its answer: uncertain, and never sent again.
    void killedWhileSending()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, u"send-then-hang=1@msg.send"_s });
        c.gateway.callAndForget(u"message.send"_s, Chain::sendParams(u"half"_s, u"nửa chừng"_s));
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"outbox"_s, u"1"_s }));
        c.companion.kill();
        c.gateway.close();
        c.sim.ctl({ u"set"_s, u"send-then-hang="_s });
        QVERIFY(c.up());
        const RpcReply outcome = c.gateway.call(u"message.outcome"_s, { { u"key"_s, u"half"_s } });
        QVERIFY(outcome);
        QCOMPARE((*outcome)[u"state"].toString(), u"uncertain"_s);
        QCOMPARE((*outcome)[u"error"][u"possiblySent"], QJsonValue(true));
        const RpcReply again = c.send(u"half"_s, u"nửa chừng"_s);
        QVERIFY(!again);
        QCOMPARE(again.error().code, -32006);
        QCOMPARE(again.error().data[u"possiblySent"], QJsonValue(true));
        QCOMPARE(c.sim.outbox().size(), 1);
        QTRY_COMPARE(c.profile()[u"queue"][u"outboundUncertain"].toInt(), 1);
    }

    void saysWhetherAMessageMayHaveBeenSent()
    {
        Chain c;
        QVERIFY(c.up());
        const RpcReply malformed = c.send(u"empty"_s, u" "_s);
        QVERIFY(!malformed);
        QCOMPARE(malformed.error().kind, u"params"_s);
        QCOMPARE(malformed.error().data[u"possiblySent"], QJsonValue(false));

        c.sim.ctl({ u"set"_s, u"refuse=Từ chối@msg.send@once"_s });
        const RpcReply refused = c.send(u"refused"_s, u"một"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"zaloRefused"_s);
        QCOMPARE(refused.error().data[u"possiblySent"], QJsonValue(false));

        c.sim.ctl({ u"set"_s, u"exit=1@msg.send@once"_s });
        const RpcReply crashed = c.send(u"crashed"_s, u"hai"_s);
        QVERIFY(!crashed);
        QCOMPARE(crashed.error().kind, u"uncertain"_s);
        QCOMPARE(crashed.error().data[u"possiblySent"], QJsonValue(true));

        // Zalo refused the second part; the first one is there.
        c.sim.ctl({ u"set"_s, u"linger=1500@msg.send@once"_s });
        c.gateway.callAndForget(u"message.send"_s,
                                Chain::sendParams(u"parts"_s, QString(3'000, u'x')));
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"outbox"_s, u"1"_s }));
        c.sim.ctl({ u"set"_s, u"refuse=Từ chối@msg.send@once"_s });
        const auto outcome = [&c] {
            const RpcReply reply =
                c.gateway.call(u"message.outcome"_s, { { u"key"_s, u"parts"_s } });
            return reply ? *reply : QJsonObject();
        };
        QTRY_COMPARE_WITH_TIMEOUT(outcome()[u"state"].toString(), u"failed"_s, 20'000);
        QCOMPARE(outcome()[u"error"][u"kind"].toString(), u"zaloRefused"_s);
        QCOMPARE(outcome()[u"error"][u"possiblySent"], QJsonValue(true));
    }

    //! What zca refuses by itself has words of its own, and pauses nothing.
    void whatZcaRefusesStopsNothingElse()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, u"ambiguous-mention=Lan"_s });
        QTemporaryDir folder;
        const auto refusalOf = [&](const QString& kind, const QString& name,
                                   const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            (void)(file.open(QIODevice::WriteOnly) && file.write(bytes));
            file.close();
            const RpcReply reply = c.gateway.call(u"message.send"_s,
                                                  { { u"threadId"_s, Tam },
                                                    { u"isGroup"_s, false },
                                                    { u"key"_s, name },
                                                    { u"kind"_s, kind },
                                                    { u"path"_s, file.fileName() } });
            return reply ? RpcError {} : reply.error();
        };
        for (const RpcError& error :
             { refusalOf(u"file"_s, u"a.exe"_s, "MZ"), refusalOf(u"file"_s, u"empty.txt"_s, {}),
               refusalOf(u"image"_s, u"a.png"_s, "no picture") }) {
            QVERIFY2(error.kind == u"file" || error.kind == u"notSent", qPrintable(error.kind));
            QCOMPARE(error.data[u"possiblySent"], QJsonValue(false));
        }
        QJsonObject mention =
            Chain::sendParams(u"mention"_s, u"@Lan ơi"_s, u"772797855570859122"_s);
        mention[u"isGroup"_s] = true;
        QVERIFY(
            c.gateway.call(u"message.send"_s, mention)); // it calls nobody, so nothing is unclear
        QCOMPARE(c.sim.outbox().size(), 1);
        c.sim.ctl({ u"set"_s, u"nothing-sent=1@msg.send@once"_s });
        const RpcReply silent = c.send(u"silent"_s, u"một"_s);
        QVERIFY(!silent);
        QCOMPARE(silent.error().data[u"possiblySent"], QJsonValue(true));
        QCOMPARE(c.sim.outbox().size(), 1);
        QCOMPARE(c.profile()[u"sending"][u"state"].toString(), u"Running"_s);
        QVERIFY(c.send(u"next"_s, u"hai"_s));
    }

    //! Each send is a login of its own: none is begun while Zalo refuses them.
    void nothingIsSentWhileZaloRefusesTheLogin()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, u"refuse-login=Đăng nhập thất bại@listen"_s });
        c.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(c.profile()[u"session"][u"retry"][u"refusedLogins"].toInt(), 1,
                                  20'000);
        QCOMPARE(c.profile()[u"session"][u"reason"][u"kind"].toString(), u"loginRefused"_s);
        QVERIFY(c.companion.run({ u"status"_s }).out.contains(u"refused by Zalo."));
        QJsonObject brief = Chain::sendParams(u"brief"_s, u"ngay bây giờ"_s);
        brief[u"deadlineMs"_s] = 1'000;
        const RpcReply refused = c.gateway.call(u"message.send"_s, brief);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, -32004);
        QVERIFY(c.sim.outbox().isEmpty());
        c.sim.ctl({ u"set"_s, u"refuse-login=@listen"_s });
        QCOMPARE(c.companion.run({ u"reconnect"_s }).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(c.state(), u"Online"_s, 20'000);
        QVERIFY(c.send(u"later"_s, u"rồi"_s));
    }

    //! Without a network a send waits: begun, it could end in nothing better than uncertain.
    void askedWhileOffline()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"net"_s, u"off"_s });
        QTRY_COMPARE_WITH_TIMEOUT(c.state(), u"Offline"_s, 20'000);
        c.gateway.callAndForget(u"message.send"_s, Chain::sendParams(u"patient"_s, u"lát nữa"_s));
        QJsonObject brief = Chain::sendParams(u"brief"_s, u"ngay bây giờ"_s, Vy);
        brief[u"deadlineMs"_s] = 1'000;
        const RpcReply refused = c.gateway.call(u"message.send"_s, brief);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, -32004);
        QCOMPARE(refused.error().data[u"possiblySent"], QJsonValue(false));

        c.sim.ctl({ u"net"_s, u"on"_s });
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"outbox"_s, u"1"_s }));
        const auto outcome = [&c] {
            const RpcReply stored =
                c.gateway.call(u"message.outcome"_s, { { u"key"_s, u"patient"_s } });
            return stored ? (*stored)[u"state"].toString() : stored.error().message;
        };
        QTRY_COMPARE(outcome(), u"sent"_s);
        QCOMPARE(c.sim.outbox().size(), 1);
        QCOMPARE(c.sim.outbox().first()[u"text"].toString(), u"lát nữa"_s);
    }

    //! What waited when the companion was killed goes at its next start, once zca is found again.
    void queuedOverARestart()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl({ u"set"_s, u"hang=1@msg.send@once"_s });
        c.gateway.callAndForget(u"message.send"_s, Chain::sendParams(u"stuck"_s, u"kẹt"_s));
        c.gateway.callAndForget(u"message.send"_s, Chain::sendParams(u"next"_s, u"kế tiếp"_s));
        const auto outcome = [&c] {
            const RpcReply stored =
                c.gateway.call(u"message.outcome"_s, { { u"key"_s, u"next"_s } });
            return stored ? (*stored)[u"state"].toString() : stored.error().message;
        };
        QTRY_COMPARE(outcome(), u"queued"_s);
        // The first send is in the hang that was made for it.
        QTRY_VERIFY(!c.sim.ctlSucceeds({ u"get"_s, u"hang"_s }));
        c.companion.kill();
        c.gateway.close();
        // Updated meanwhile: what it can do is asked anew, which takes a moment.
        QVERIFY(QDir(c.companion.environment.value(u"XDG_CACHE_HOME"_s) + u"/zalo-companion"_s)
                    .removeRecursively());
        c.sim.ctl({ u"set"_s, u"slow=500@version"_s });
        QVERIFY(c.up());
        QTRY_COMPARE(outcome(), u"sent"_s);
        QCOMPARE(c.sim.outbox().size(), 1);
    }

    //! What zca had printed when the companion was killed is read at the next start.
    void printedButNotReadIsNotLost()
    {
        Chain c;
        QVERIFY(c.up());
        c.sim.ctl(
            { u"inject"_s, u"{\"threadId\":\"%1\",\"content\":\"tin %n\",\"count\":8}"_s.arg(Vy) });
        c.companion.kill();
        c.gateway.close();
        QVERIFY(c.up());
        QStringList expected;
        for (int i = 1; i <= 8; ++i) {
            expected << u"tin %1"_s.arg(i);
        }
        const auto unique = [&c] {
            QStringList texts = c.gateway.texts(Vy);
            texts.removeDuplicates();
            return texts;
        };
        QTRY_COMPARE_WITH_TIMEOUT(unique(), expected, 20'000);
    }

    //! What was written while no companion ran comes before what comes then, once.
    void whatWasMissedIsDelivered()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_COMPARE_WITH_TIMEOUT(c.state(), u"Online"_s, 20'000);
        c.sim.inject(Vy, u"tin 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.delivered.size(), 1, 20'000);
        QVERIFY(!c.gateway.delivered.first().contains(u"recovered"_s));
        QVERIFY(c.companion.terminate());
        c.gateway.close();
        for (const QString& text : { u"tin 2"_s, u"tin 3"_s }) {
            c.sim.ctl({ u"write"_s, u"{\"threadId\":\"%1\",\"content\":\"%2\"}"_s.arg(Vy, text) });
        }
        QVERIFY(c.up());
        c.sim.inject(Vy, u"tin 4"_s);
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.delivered.size(), 4, 20'000);
        QCOMPARE(c.gateway.texts(Vy),
                 QStringList({ u"tin 1"_s, u"tin 2"_s, u"tin 3"_s, u"tin 4"_s }));
        QVERIFY(c.gateway.delivered.at(1)[u"recovered"].toBool());
        QVERIFY(c.gateway.delivered.at(2)[u"recovered"].toBool());
        QVERIFY(!c.gateway.delivered.at(3).contains(u"recovered"_s));
        const auto gap = [&c] {
            return c.profile()[u"connectionGaps"].toArray().last().toObject();
        };
        QTRY_COMPARE_WITH_TIMEOUT(gap()[u"recovery"].toString(), u"asked"_s, 20'000);
        QCOMPARE(gap()[u"recovered"].toInt(), 2);
    }

    void waitsForTheGatewayInOrder()
    {
        Chain c;
        QVERIFY(c.up());
        c.gateway.close();
        for (int i = 0; i < 6; ++i) {
            c.sim.inject(i % 2 ? Vy : Tam, u"tin %1"_s.arg(i));
        }
        QTRY_COMPARE(c.profile()[u"queue"][u"inboundWaiting"].toInt(), 6);
        QVERIFY(c.gateway.subscribe(c.companion.bridgePath()));
        QTRY_COMPARE_WITH_TIMEOUT(c.gateway.delivered.size(), 6, 10'000);
        QCOMPARE(c.gateway.texts(Tam), (QStringList { u"tin 0"_s, u"tin 2"_s, u"tin 4"_s }));
        QCOMPARE(c.gateway.texts(Vy), (QStringList { u"tin 1"_s, u"tin 3"_s, u"tin 5"_s }));
        QTRY_COMPARE(c.profile()[u"queue"][u"inboundWaiting"].toInt(), 0);
    }

    void logoutIsNeedsLoginEverywhere()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_COMPARE(c.state(), u"Online"_s);
        QVERIFY(c.gateway.call(u"logout"_s));
        QCOMPARE(c.state(), u"NeedsLogin"_s);
        const RpcReply sent = c.send(u"x"_s, u"ai đó"_s);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, -32002);
        QVERIFY(!c.gateway.call(u"friends.list"_s));
        QCOMPARE(c.sim.outbox().size(), 0);
    }

    void secondGatewayWaitsForApproval()
    {
        Chain c;
        QVERIFY(c.up());
        TestGateway second(u"second-gateway-of-a-test"_s);
        const RpcReply refused = second.open(c.companion.bridgePath());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"approvalNeeded"_s);
        QVERIFY(refused.error().message.contains(u"gateways approve second-gateway-of-a-test"));
        const CompanionProcess::Answer list = c.companion.run({ u"gateways"_s });
        QVERIFY2(list.out.contains(u"waits for approval"), qPrintable(list.out));

        QCOMPARE(
            c.companion.run({ u"gateways"_s, u"refuse"_s, u"second-gateway-of-a-test"_s }).status,
            0);
        QVERIFY(!c.companion.run({ u"gateways"_s }).out.contains(u"waits for approval"));
        QCOMPARE(second.open(c.companion.bridgePath()).error().kind, u"approvalNeeded"_s);
        QVERIFY(!c.companion.run({ u"gateways"_s }).out.contains(u"waits for approval"));

        QCOMPARE(
            c.companion.run({ u"gateways"_s, u"approve"_s, u"second-gateway-of-a-test"_s }).status,
            0);
        const RpcReply opened = second.open(c.companion.bridgePath());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        const RpcReply taken =
            second.call(u"inbound.subscribe"_s, { { u"profiles"_s, QJsonArray { u"default"_s } } });
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, u"profileInUse"_s);

        QCOMPARE(
            c.companion.run({ u"gateways"_s, u"revoke"_s, u"second-gateway-of-a-test"_s }).status,
            0);
        QVERIFY(!second.open(c.companion.bridgePath()));
    }

    void associationSurvivesARestart()
    {
        Chain c;
        QVERIFY(c.up());
        c.gateway.close();
        QVERIFY(c.companion.terminate());
        QVERIFY(c.companion.start());
        const RpcReply opened = c.gateway.open(c.companion.bridgePath());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        QCOMPARE((*opened)[u"association"].toString(), u"known"_s);

        TestGateway impostor; // the same id, another key
        const RpcReply refused = impostor.open(c.companion.bridgePath());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, u"wrongKey"_s);
    }

    void kickedThenReconnected()
    {
        Chain c;
        QVERIFY(c.up());
        QTRY_COMPARE(c.state(), u"Online"_s);
        c.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE(c.state(), u"Kicked"_s);
        const CompanionProcess::Answer status = c.companion.run({ u"status"_s });
        QCOMPARE(status.status, 3);
        QVERIFY2(status.out.contains(u"zalo-companion reconnect"), qPrintable(status.out));
        const CompanionProcess::Answer again = c.companion.run({ u"reconnect"_s });
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, u"Connected.\n"_s);
        QCOMPARE(c.state(), u"Online"_s);
    }

    //! A terminal hears what is so, and not that something was done.
    void aReconnectThatDoesNotHelp()
    {
        Chain c;
        const QTemporaryDir folder;
        const QString zca = folder.filePath(u"zca"_s);
        QVERIFY(QFile::link(Simulator::path(), zca));
        c.companion.environment.insert(u"ZALO_COMPANION_ZCA"_s, zca);
        QVERIFY(c.up());
        c.sim.ctl({ u"net"_s, u"off"_s });
        QTRY_COMPARE_WITH_TIMEOUT(c.state(), u"Offline"_s, 20'000);
        const auto saysWhyNot = [&c](QStringView why) {
            const CompanionProcess::Answer answer = c.companion.run({ u"reconnect"_s });
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.out.isEmpty() && answer.err.contains(why),
                     qPrintable(answer.out + answer.err));
        };
        saysWhyNot(u"Zalo cannot be reached");
        QVERIFY(QFile::remove(zca));
        saysWhyNot(u"zca was not found"); // found out by trying
        saysWhyNot(u"zca was not found"); // known
        QVERIFY(QFile::link(Simulator::path(), zca));
        c.sim.ctl({ u"net"_s, u"on"_s });
        QTRY_COMPARE_WITH_TIMEOUT(c.state(), u"Online"_s, 30'000);
    }

    void quitEndsEverything()
    {
        Chain c;
        QVERIFY(c.up());
        QCOMPARE(c.companion.run({ u"quit"_s }).status, 0);
        QVERIFY(c.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QTRY_COMPARE(c.companion.run({ u"status"_s }).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestCompanion)
#include "tst_companion.moc"
