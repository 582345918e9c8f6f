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

using namespace zalo;
using namespace std::chrono_literals;

class TestRpcChannel : public QObject
{
    Q_OBJECT

    static QJsonObject text(const QString& value) { return { { QStringLiteral("text"), value } }; }

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
        return line.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toInt();
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
        QVERIFY(m_server.listen(m_root->filePath(QStringLiteral("s"))));
        m_client = std::make_unique<QLocalSocket>();
        m_raw.clear();
        m_client->connectToServer(m_server.fullServerName());
        QTRY_VERIFY(m_server.hasPendingConnections());
        m_channel = std::make_unique<RpcChannel>(m_server.nextPendingConnection(), limits);
        m_channel->handle(QStringLiteral("echo"),
                          [](const QJsonObject& params, const Responder& responder) {
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
        const QByteArray line =
            rpcRequest(1, QStringLiteral("echo"), text(QStringLiteral("Nguyễn Đức 😀")));
        for (const char byte : line) {
            write(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(linesAtRaw().first().value(QStringLiteral("result")).toObject(),
                 text(QStringLiteral("Nguyễn Đức 😀")));
    }

    void answersTwoFramesInOneWriteInOrder()
    {
        write(rpcRequest(1, QStringLiteral("echo"), text(QStringLiteral("a")))
              + rpcRequest(2, QStringLiteral("echo"), text(QStringLiteral("b"))));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QCOMPARE(linesAtRaw().at(0).value(QStringLiteral("id")).toInt(), 1);
        QCOMPARE(linesAtRaw().at(1).value(QStringLiteral("id")).toInt(), 2);
    }

    void readsNothingBeforeStart()
    {
        listen();
        write(rpcRequest(1, QStringLiteral("late"), {}));
        QTRY_VERIFY(m_channel->device()->bytesAvailable() > 0);
        m_channel->handle(
            QStringLiteral("late"),
            [](const QJsonObject&, const Responder& responder) { responder.answer({}); });
        m_channel->start();
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(linesAtRaw().first().contains(QStringLiteral("result")));
    }

    void takesALineOfTheWholeLimit()
    {
        const qsizetype frame = rpcRequest(1, QStringLiteral("echo"), text({})).size() - 1;
        write(rpcRequest(1, QStringLiteral("echo"), text(QString(RpcLimits().line - frame, u'x'))));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(linesAtRaw().first().contains(QStringLiteral("result")));
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
        write(bytes + rpcRequest(2, QStringLiteral("echo"), {}));
        QTRY_COMPARE(closed.size(), 1);
        QTRY_COMPARE(m_client->state(), QLocalSocket::UnconnectedState);
        const auto lines = linesAtRaw();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(codeOf(lines.first()), -32700);
        QVERIFY(lines.first().value(QStringLiteral("id")).isNull());
    }

    void anUnknownMethodAndBadParametersKeepTheConnection()
    {
        write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}\n{\"jsonrpc\":\"2.0\",\"id\":"
              "2,\"method\":\"echo\",\"params\":[]}\n"
              + rpcRequest(3, QStringLiteral("echo"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 3);
        QCOMPARE(codeOf(linesAtRaw().at(0)), -32601);
        QCOMPARE(codeOf(linesAtRaw().at(1)), -32602);
        QVERIFY(linesAtRaw().at(2).contains(QStringLiteral("result")));
    }

    void unknownNotificationsAreIgnoredKnownOnesArrive()
    {
        QList<QJsonObject> heard;
        m_channel->handleNotification(
            QStringLiteral("known"), [&heard](const QJsonObject& params) { heard.append(params); });
        write(rpcNotification(QStringLiteral("unknown"), {})
              + rpcNotification(QStringLiteral("known"), text(QStringLiteral("x"))));
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(heard.first(), text(QStringLiteral("x")));
        QCOMPARE(linesAtRaw().size(), 0);
    }

    void answersLaterAndOnlyOnce()
    {
        std::optional<Responder> kept;
        m_channel->handle(
            QStringLiteral("slow"),
            [&kept](const QJsonObject&, const Responder& responder) { kept = responder; });
        write(rpcRequest(1, QStringLiteral("slow"), {})
              + rpcRequest(2, QStringLiteral("echo"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QVERIFY(!kept->answered());
        kept->answer(text(QStringLiteral("first")));
        kept->answer(text(QStringLiteral("second")));
        kept->refuse(Error { ErrorKind::Internal, {} });
        QVERIFY(kept->answered());
        kept.reset();
        write(rpcRequest(3, QStringLiteral("echo"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 3);
        QCOMPARE(linesAtRaw().at(1).value(QStringLiteral("id")).toInt(), 1);
        QCOMPARE(linesAtRaw().at(1).value(QStringLiteral("result")).toObject(),
                 text(QStringLiteral("first")));
    }

    void aForgottenAnswerIsAnInternalError()
    {
        m_channel->handle(QStringLiteral("forget"), [](const QJsonObject&, const Responder&) {});
        write(rpcRequest(1, QStringLiteral("forget"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 1);
        QCOMPARE(codeOf(linesAtRaw().first()), -32000);
    }

    void anAnswerThatIsTooLongIsAnInternalError()
    {
        m_channel->handle(QStringLiteral("long"),
                          [](const QJsonObject&, const Responder& responder) {
                              responder.answer(text(QString(RpcLimits().line, u'x')));
                          });
        write(rpcRequest(1, QStringLiteral("long"), {})
              + rpcRequest(2, QStringLiteral("echo"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QCOMPARE(codeOf(linesAtRaw().first()), -32000);
    }

    void aResponderMayOutliveTheChannel()
    {
        std::optional<Responder> kept;
        m_channel->handle(
            QStringLiteral("slow"),
            [&kept](const QJsonObject&, const Responder& responder) { kept = responder; });
        write(rpcRequest(1, QStringLiteral("slow"), {}));
        QTRY_VERIFY(kept);
        m_channel.reset();
        kept->answer({});
        QVERIFY(kept->answered());
    }

    void asksTheOtherSide()
    {
        std::optional<RpcReply> good;
        std::optional<RpcReply> bad;
        m_channel->request(this, QStringLiteral("a"), text(QStringLiteral("x")), 10s,
                           [&good](const RpcReply& reply) { good = reply; });
        m_channel->request(this, QStringLiteral("b"), {}, 10s,
                           [&bad](const RpcReply& reply) { bad = reply; });
        QTRY_COMPARE(linesAtRaw().size(), 2);
        const QJsonValue first = linesAtRaw().at(0).value(QStringLiteral("id"));
        const QJsonValue second = linesAtRaw().at(1).value(QStringLiteral("id"));
        QVERIFY(first != second);
        write(
            rpcErrorLine(second, { -32000, QStringLiteral("storage"), QStringLiteral("Full."), {} })
            + rpcResult(first, text(QStringLiteral("y"))));
        QTRY_VERIFY(good && bad);
        QCOMPARE(good->value(), text(QStringLiteral("y")));
        QCOMPARE(bad->error().kind, QStringLiteral("storage"));
    }

    void silenceEndsEachRequestAtItsOwnDeadline()
    {
        QStringList order;
        const auto note = [&order](const QString& name) {
            return [&order, name](const RpcReply& reply) {
                order << name + (reply ? QStringLiteral(" answered") : u' ' + reply.error().kind);
            };
        };
        m_channel->request(this, QStringLiteral("long"), {}, 10s, note(QStringLiteral("long")));
        m_channel->request(this, QStringLiteral("short"), {}, 20ms, note(QStringLiteral("short")));
        m_channel->request(this, QStringLiteral("middle"), {}, 60ms,
                           note(QStringLiteral("middle")));
        QTRY_COMPARE(
            order,
            (QStringList { QStringLiteral("short timedOut"), QStringLiteral("middle timedOut") }));
        // A late answer finds nobody; the one that still waits gets its own.
        write(rpcResult(2, {}) + rpcResult(1, {}));
        QTRY_COMPARE(order.size(), 3);
        QCOMPARE(order.last(), QStringLiteral("long answered"));
    }

    void aMalformedAnswerEndsItsRequest()
    {
        std::optional<RpcReply> reply;
        m_channel->request(this, QStringLiteral("a"), {}, 10s,
                           [&reply](const RpcReply& r) { reply = r; });
        write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}\n");
        QTRY_VERIFY(reply);
        QVERIFY(!*reply);
    }

    void theEndOfTheConnectionFailsWhatWaits()
    {
        std::optional<RpcReply> reply;
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        m_channel->request(this, QStringLiteral("a"), {}, 10s,
                           [&reply](const RpcReply& r) { reply = r; });
        m_client->abort();
        QTRY_VERIFY(reply);
        QCOMPARE(reply->error().kind, QStringLiteral("disconnected"));
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!m_channel->isOpen());
        reply.reset();
        m_channel->request(this, QStringLiteral("b"), {}, 10s,
                           [&reply](const RpcReply& r) { reply = r; });
        QVERIFY(!reply); // never before the call has returned
        QTRY_VERIFY(reply);
        QCOMPARE(reply->error().kind, QStringLiteral("disconnected"));
    }

    void theLastWordsOfTheOtherSideAreHeard()
    {
        std::optional<RpcReply> reply;
        m_channel->request(this, QStringLiteral("a"), {}, 10s,
                           [&reply](const RpcReply& r) { reply = r; });
        QTRY_COMPARE(linesAtRaw().size(), 1);
        m_client->write(rpcResult(1, text(QStringLiteral("bye"))));
        m_client->disconnectFromServer();
        QTRY_VERIFY(reply);
        QVERIFY(*reply);
        QCOMPARE(reply->value(), text(QStringLiteral("bye")));
    }

    void aDeadContextIsNotCalled()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_channel->request(context.get(), QStringLiteral("a"), {}, 10s,
                           [&called](const RpcReply&) { called = true; });
        context.reset();
        write(rpcResult(1, {}) + rpcRequest(1, QStringLiteral("echo"), {}));
        QTRY_COMPARE(linesAtRaw().size(), 2);
        QVERIFY(!called);
    }

    void whatWasWrittenBeforeCloseArrives()
    {
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        for (int i = 0; i < 200; ++i) {
            m_channel->notify(QStringLiteral("n"), text(QString(10'000, u'x')));
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
            m_channel->notify(QStringLiteral("n"), text(QString(10'000, u'x')));
        }
        QVERIFY(!m_channel->isOpen());
        QTRY_COMPARE(closed.size(), 1);
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
            m_channel->notify(QStringLiteral("n"), text(QString(10'000, u'x')));
        }
        m_channel->close();
        QTRY_COMPARE(closed.size(), 1);
    }

    void aHandlerMayCloseTheChannel()
    {
        m_channel->handle(QStringLiteral("end"),
                          [this](const QJsonObject&, const Responder&) { m_channel->close(); });
        QSignalSpy closed(m_channel.get(), &RpcChannel::closed);
        connect(m_channel.get(), &RpcChannel::closed, this,
                [this] { m_channel.release()->deleteLater(); });
        QPointer<RpcChannel> alive(m_channel.get());
        write(rpcRequest(1, QStringLiteral("end"), {}) + rpcRequest(2, QStringLiteral("echo"), {}));
        QTRY_VERIFY(!alive);
    }

    void worksOverAPipeToo()
    {
        auto* cat = new QProcess;
        cat->start(QStringLiteral("cat"), {});
        QVERIFY(cat->waitForStarted());
        RpcChannel loop(cat);
        loop.handle(QStringLiteral("hi"),
                    [](const QJsonObject& params, const Responder& responder) {
                        responder.answer(params);
                    });
        loop.start();
        std::optional<RpcReply> reply;
        loop.request(this, QStringLiteral("hi"), text(QStringLiteral("x")), 10s,
                     [&reply](const RpcReply& r) { reply = r; });
        QTRY_VERIFY(reply);
        QCOMPARE(reply->value(), text(QStringLiteral("x")));
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
