// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "rpc/rpcchannel.h"

#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

class TestRpcChannel : public QObject
{
    Q_OBJECT

    static QJsonObject text(const QString& value) { return { { u"text"_s, value } }; }

    //! What the raw end has got so far, line by line.
    QList<QJsonObject> linesAtRaw()
    {
        m_raw += m_client->readAll();
        QList<QJsonObject> lines;
        for (const QByteArray& line : m_raw.split('\n')) {
            if (!line.isEmpty()) {
                lines.append(QJsonDocument::fromJson(line).object());
            }
        }
        return lines;
    }
    static int codeOf(const QJsonObject& line)
    {
        return line.value(u"error"_s).toObject().value(u"code"_s).toInt();
    }
    void write(const QByteArray& bytes)
    {
        m_client->write(bytes);
        m_client->flush();
    }

    void listen(const RpcLimits& limits = {})
    {
        m_channel.reset();
        m_server.close();
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_server.listen(m_root->filePath(u"s"_s)));
        m_client = std::make_unique<QLocalSocket>();
        m_raw.clear();
        m_client->connectToServer(m_server.fullServerName());
        QTRY_VERIFY(m_server.hasPendingConnections());
        m_channel = std::make_unique<RpcChannel>(m_server.nextPendingConnection(), limits);
        m_channel->handle(u"echo"_s, [](const QJsonObject& params, const Responder& responder) {
            responder.answer(params);
        });
    }

private slots:
    void init()
    {
        listen();
        m_channel->start();
    }

    void answersByteByByte()
    {
        const QByteArray line = rpcRequest(1, u"echo"_s, text(u"Nguyễn Đức 😀"_s));
        for (const char byte : line) {
            write(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(linesAtRaw().first().value(u"result"_s).toObject(), text(u"Nguyễn Đức 😀"_s));
    }

    void answersTwoFramesInOneWriteInOrder()
    {
        write(rpcRequest(1, u"echo"_s, text(u"a"_s)) + rpcRequest(2, u"echo"_s, text(u"b"_s)));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QCOMPARE(linesAtRaw().at(0).value(u"id"_s).toInt(), 1);
        QCOMPARE(linesAtRaw().at(1).value(u"id"_s).toInt(), 2);
    }

    void readsNothingBeforeStart()
    {
        listen();
        write(rpcRequest(1, u"late"_s, {}));
        QTRY_VERIFY(m_channel->device()->bytesAvailable() > 0);
        m_channel->handle(u"late"_s, [](const QJsonObject&, const Responder& responder) {
            responder.answer({});
        });
        m_channel->start();
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(linesAtRaw().first().contains(u"result"_s));
    }

    void takesALineOfTheWholeLimit()
    {
        const qsizetype frame = rpcRequest(1, u"echo"_s, text({})).size() - 1;
        write(rpcRequest(1, u"echo"_s, text(QString(RpcLimits().line - frame, u'x'))));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(linesAtRaw().first().contains(u"result"_s));
    }

    void aBrokenLineIsAnsweredAndEndsTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("bad UTF-8") << QByteArray(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"echo\",\"params\":{\"q\":\"\xff\"}}\n");
        QTest::newRow("one byte too long") << QByteArray(RpcLimits().line + 1, 'x') + '\n';
        QTest::newRow("too long without an end") << QByteArray(RpcLimits().line + 2, 'x');
    }

    void aBrokenLineIsAnsweredAndEndsTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        write(bytes + rpcRequest(2, u"echo"_s, {}));
        QTRY_COMPARE(closed.size(), 1);
        QTRY_COMPARE(m_client->state(), QLocalSocket::UnconnectedState);
        const auto lines = linesAtRaw();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(codeOf(lines.first()), -32700);
        QVERIFY(lines.first().value(u"id"_s).isNull());
    }

    void anUnknownMethodAndBadParametersKeepTheConnection()
    {
        write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}\n{\"jsonrpc\":\"2.0\",\"id\":"
              "2,\"method\":\"echo\",\"params\":[]}\n"
              + rpcRequest(3, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 3);
        QCOMPARE(codeOf(linesAtRaw().at(0)), -32601);
        QCOMPARE(codeOf(linesAtRaw().at(1)), -32602);
        QVERIFY(linesAtRaw().at(2).contains(u"result"_s));
    }

    void unknownNotificationsAreIgnoredKnownOnesArrive()
    {
        QList<QJsonObject> heard;
        m_channel->handleNotification(
            u"known"_s, [&heard](const QJsonObject& params) { heard.append(params); });
        write(rpcNotification(u"unknown"_s, {}) + rpcNotification(u"known"_s, text(u"x"_s)));
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(heard.first(), text(u"x"_s));
        QCOMPARE(linesAtRaw().size(), 0);
    }

    void answersLaterAndOnlyOnce()
    {
        std::optional<Responder> kept;
        m_channel->handle(u"slow"_s, [&kept](const QJsonObject&, const Responder& responder) {
            kept = responder;
        });
        write(rpcRequest(1, u"slow"_s, {}) + rpcRequest(2, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(!kept->answered());
        kept->answer(text(u"first"_s));
        kept->answer(text(u"second"_s));
        kept->refuse(Error { ErrorKind::Internal, {} });
        QVERIFY(kept->answered());
        kept.reset();
        write(rpcRequest(3, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 3);
        QCOMPARE(linesAtRaw().at(1).value(u"id"_s).toInt(), 1);
        QCOMPARE(linesAtRaw().at(1).value(u"result"_s).toObject(), text(u"first"_s));
    }

    void aForgottenAnswerIsAnInternalError()
    {
        m_channel->handle(u"forget"_s, [](const QJsonObject&, const Responder&) {});
        write(rpcRequest(1, u"forget"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(codeOf(linesAtRaw().first()), -32000);
    }

    void anAnswerThatIsTooLongIsAnInternalError()
    {
        m_channel->handle(u"long"_s, [](const QJsonObject&, const Responder& responder) {
            responder.answer(text(QString(RpcLimits().line, u'x')));
        });
        write(rpcRequest(1, u"long"_s, {}) + rpcRequest(2, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QCOMPARE(codeOf(linesAtRaw().first()), -32000);
    }

    void aResponderMayOutliveTheChannel()
    {
        std::optional<Responder> kept;
        m_channel->handle(u"slow"_s, [&kept](const QJsonObject&, const Responder& responder) {
            kept = responder;
        });
        write(rpcRequest(1, u"slow"_s, {}));
        QTRY_VERIFY(kept);
        m_channel.reset();
        kept->answer({});
        QVERIFY(kept->answered());
    }

    void asksTheOtherSide()
    {
        std::optional<RpcReply> good;
        std::optional<RpcReply> bad;
        m_channel->request(this, u"a"_s, text(u"x"_s), 10s,
                           [&good](const RpcReply& reply) { good = reply; });
        m_channel->request(this, u"b"_s, {}, 10s, [&bad](const RpcReply& reply) { bad = reply; });
        QTRY_COMPARE(linesAtRaw().size(), 2);
        const QJsonValue first = linesAtRaw().at(0).value(u"id"_s);
        const QJsonValue second = linesAtRaw().at(1).value(u"id"_s);
        QVERIFY(first != second);
        write(rpcErrorLine(second, { -32000, u"storage"_s, u"Full."_s, {} })
              + rpcResult(first, compactJson(text(u"y"_s))));
        QTRY_VERIFY(good && bad);
        QCOMPARE(good->value(), text(u"y"_s));
        QCOMPARE(bad->error().kind, u"storage"_s);
    }

    void aRequestThatIsTooLongIsNotSent()
    {
        std::optional<RpcReply> refused;
        const qsizetype frame = rpcRequest(1, u"a"_s, text({})).size() - 1;
        m_channel->request(this, u"a"_s, text(QString(RpcLimits().line - frame + 1, u'x')), 10s,
                           [&refused](const RpcReply& reply) { refused = reply; });
        QTRY_VERIFY(refused);
        QCOMPARE(refused->error().kind, u"params"_s);
        std::optional<RpcReply> next;
        m_channel->request(this, u"b"_s, {}, 10s, [&next](const RpcReply& reply) { next = reply; });
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(linesAtRaw().first().value(u"method"_s).toString(), u"b"_s);
        write(rpcResult(linesAtRaw().first().value(u"id"_s), "{}"));
        QTRY_VERIFY(next);
    }

    void aSecondAnswerFindsNobody()
    {
        int answers = 0;
        m_channel->request(this, u"a"_s, {}, 10s, [&answers](const RpcReply&) { ++answers; });
        QTRY_COMPARE(linesAtRaw().size(), 1);
        const QJsonValue id = linesAtRaw().first().value(u"id"_s);
        write(rpcResult(id, "{}") + rpcResult(id, "{}") + rpcRequest(1, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QCOMPARE(answers, 1);
    }

    void silenceEndsEachRequestAtItsOwnDeadline()
    {
        QStringList order;
        const auto note = [&order](const QString& name) {
            return [&order, name](const RpcReply& reply) {
                order << name + (reply ? u" answered"_s : u' ' + reply.error().kind);
            };
        };
        m_channel->request(this, u"long"_s, {}, 10s, note(u"long"_s));
        m_channel->request(this, u"short"_s, {}, 20ms, note(u"short"_s));
        m_channel->request(this, u"middle"_s, {}, 60ms, note(u"middle"_s));
        QTRY_COMPARE(order, (QStringList { u"short timedOut"_s, u"middle timedOut"_s }));
        // A late answer finds nobody; the one that still waits gets its own.
        write(rpcResult(2, "{}") + rpcResult(1, "{}"));
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(order.last(), u"long answered"_s);
    }

    void aMalformedAnswerEndsItsRequest()
    {
        std::optional<RpcReply> reply;
        m_channel->request(this, u"a"_s, {}, 10s, [&reply](const RpcReply& r) { reply = r; });
        write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}\n");
        QTRY_VERIFY(reply);
        QVERIFY(!*reply);
    }

    void theEndOfTheConnectionFailsWhatWaits()
    {
        std::optional<RpcReply> reply;
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        m_channel->request(this, u"a"_s, {}, 10s, [&reply](const RpcReply& r) { reply = r; });
        m_client->abort();
        QTRY_VERIFY(reply);
        QCOMPARE(reply->error().kind, u"disconnected"_s);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!m_channel->isOpen());
        reply.reset();
        m_channel->request(this, u"b"_s, {}, 10s, [&reply](const RpcReply& r) { reply = r; });
        QVERIFY(!reply); // never before the call has returned
        QTRY_VERIFY(reply);
        QCOMPARE(reply->error().kind, u"disconnected"_s);
    }

    void theLastWordsOfTheOtherSideAreHeard()
    {
        std::optional<RpcReply> reply;
        m_channel->request(this, u"a"_s, {}, 10s, [&reply](const RpcReply& r) { reply = r; });
        QTRY_COMPARE(linesAtRaw().size(), 1);
        m_client->write(rpcResult(1, compactJson(text(u"bye"_s))));
        m_client->disconnectFromServer();
        QTRY_VERIFY(reply);
        QVERIFY(*reply);
        QCOMPARE(reply->value(), text(u"bye"_s));
    }

    void aDeadContextIsNotCalled()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_channel->request(context.get(), u"a"_s, {}, 10s,
                           [&called](const RpcReply&) { called = true; });
        context.reset();
        write(rpcResult(1, "{}") + rpcRequest(1, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QVERIFY(!called);
    }

    void whatWasWrittenBeforeCloseArrives()
    {
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        for (int i = 0; i < 200; ++i) {
            m_channel->notify(u"n"_s, text(QString(10'000, u'x')));
        }
        m_channel->close();
        QVERIFY(!m_channel->isOpen());
        QTRY_COMPARE(m_client->state(), QLocalSocket::UnconnectedState);
        QCOMPARE(linesAtRaw().size(), 200);
        QTRY_COMPARE(closed.size(), 1);
    }

    void aSideThatDoesNotReadIsCutOff()
    {
        RpcLimits limits;
        limits.unsent = 100'000;
        listen(limits);
        m_channel->start();
        m_client->setReadBufferSize(1);
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        for (int i = 0; i < 200 && m_channel->isOpen(); ++i) {
            m_channel->notify(u"n"_s, text(QString(10'000, u'x')));
        }
        QVERIFY(!m_channel->isOpen());
        QTRY_COMPARE(closed.size(), 1);
    }

    //! Who asks without end waits in the socket; what we asked is answered all the same.
    void requestsHaveAPace()
    {
        RpcLimits limits;
        limits.requestBurst = 3;
        limits.requestsPerSecond = 1;
        listen(limits);
        m_channel->start();
        std::optional<RpcReply> reply;
        m_channel->request(this, u"ours"_s, {}, 10s, [&reply](const RpcReply& r) { reply = r; });
        QByteArray lines;
        for (int i = 1; i <= 3; ++i) {
            lines += rpcRequest(i, u"echo"_s, {});
        }
        write(lines + rpcResult(1, "{}") + rpcRequest(4, u"echo"_s, {})
              + rpcRequest(5, u"echo"_s, {}));
        QTRY_VERIFY(reply);
        QVERIFY(*reply);
        QCOMPARE(linesAtRaw().size(), 4); // our request, three answers
        QTRY_COMPARE(linesAtRaw().size(), 6); // and the others in their time
    }

    void answersNobodyWaitsForCountAsRequests()
    {
        RpcLimits limits;
        limits.requestBurst = 2;
        limits.requestsPerSecond = 1;
        listen(limits);
        m_channel->start();
        write(rpcResult(77, "{}") + rpcResult(78, "{}") + rpcRequest(1, u"echo"_s, {}));
        QSignalSpy heard(m_channel.get(), &RpcChannel::heard);
        QTRY_COMPARE(heard.size(), 2);
        QVERIFY(linesAtRaw().isEmpty());
        QTRY_COMPARE(linesAtRaw().size(), 1);
    }

    void onlySoManyRequestsAreUnderWay()
    {
        RpcLimits limits;
        limits.unanswered = 2;
        listen(limits);
        QList<Responder> kept;
        m_channel->handle(u"slow"_s, [&kept](const QJsonObject&, const Responder& responder) {
            kept << responder;
        });
        m_channel->start();
        write(rpcRequest(1, u"slow"_s, {}) + rpcRequest(2, u"slow"_s, {})
              + rpcRequest(3, u"slow"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(linesAtRaw().first().value(u"id"_s).toInt(), 3);
        QCOMPARE(codeOf(linesAtRaw().first()), -32000);
        kept.takeFirst().answer({});
        write(rpcRequest(4, u"echo"_s, {}));
        QTRY_COMPARE(linesAtRaw().size(), 3);
        QCOMPARE(linesAtRaw().last().value(u"id"_s).toInt(), 4);
        QVERIFY(linesAtRaw().last().contains(u"result"_s));
    }

    void aStrangersLineIsShort()
    {
        listen(RpcLimits::ofStranger({}));
        m_channel->start();
        write(QByteArray(RpcLimits::ofStranger({}).incoming + 1, 'x') + '\n');
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(codeOf(linesAtRaw().first()), -32700);
        QTRY_COMPARE(m_client->state(), QLocalSocket::UnconnectedState);
    }

    void whoIsKnownMayWriteMore()
    {
        listen(RpcLimits::ofStranger({}));
        m_channel->setLimits({});
        m_channel->start();
        write(rpcRequest(1, u"echo"_s, text(QString(100'000, u'x'))));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(linesAtRaw().first().contains(u"result"_s));
    }

    void aNotificationThatIsTooLongIsLeftOut()
    {
        m_channel->notify(u"long"_s, text(QString(RpcLimits().line, u'x')));
        m_channel->notify(u"short"_s);
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(linesAtRaw().first().value(u"method"_s).toString(), u"short"_s);
    }

    void aCloseDoesNotWaitForeverForASideThatDoesNotRead()
    {
        RpcLimits limits;
        limits.linger = 50ms;
        listen(limits);
        m_channel->start();
        m_client->setReadBufferSize(1);
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        while (m_channel->device()->bytesToWrite() == 0) {
            m_channel->notify(u"n"_s, text(QString(10'000, u'x')));
        }
        m_channel->close();
        QTRY_COMPARE(closed.size(), 1);
    }

    void aHandlerMayCloseTheChannel()
    {
        m_channel->handle(u"end"_s,
                          [this](const QJsonObject&, const Responder&) { m_channel->close(); });
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        connect(m_channel.get(), &RpcChannel::closed, this,
                [this] { m_channel.release()->deleteLater(); });
        QPointer<RpcChannel> alive(m_channel.get());
        write(rpcRequest(1, u"end"_s, {}) + rpcRequest(2, u"echo"_s, {}));
        QTRY_VERIFY(!alive);
    }

    void worksOverAPipeToo()
    {
        auto* cat = new QProcess;
        cat->start(u"cat"_s, {});
        QVERIFY(cat->waitForStarted());
        RpcChannel loop(cat);
        loop.handle(u"hi"_s, [](const QJsonObject& params, const Responder& responder) {
            responder.answer(params);
        });
        loop.start();
        std::optional<RpcReply> reply;
        loop.request(this, u"hi"_s, text(u"x"_s), 10s, [&reply](const RpcReply& r) { reply = r; });
        QTRY_VERIFY(reply);
        QCOMPARE(reply->value(), text(u"x"_s));
        QSignalSpy closed(&loop, &RpcChannel::closed);
        loop.close();
        QTRY_COMPARE(closed.size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QLocalServer m_server;
    std::unique_ptr<QLocalSocket> m_client;
    QByteArray m_raw;
    std::unique_ptr<RpcChannel> m_channel;
};

QTEST_GUILESS_MAIN(TestRpcChannel)
#include "tst_rpcchannel.moc"
