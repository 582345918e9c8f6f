// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/controluilink.h"
#include "gatewayhost/loopbackpeer.h"
#include "gatewaysetup/openclawcommand.h"

#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;
using namespace std::chrono_literals;

class TestControlUiLink : public QObject
{
    Q_OBJECT

    const QUrl m_target {
        u"http://127.0.0.1:18789/#bootstrapToken=secret&gatewayUrl=ws%3A%2F%2Fx"_s
    };

    //! What a browser gets that opens `link`; "refused" where nobody listens.
    static QByteArray visit(const QUrl& link, const QByteArray& path = {})
    {
        QTcpSocket browser;
        QByteArray answer;
        bool isOver = false;
        connect(&browser, &QTcpSocket::connected, &browser, [&] {
            browser.write("GET " + (path.isEmpty() ? link.path().toLatin1() : path)
                          + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        });
        connect(&browser, &QTcpSocket::readyRead, &browser, [&] { answer += browser.readAll(); });
        connect(&browser, &QTcpSocket::errorOccurred, &browser, [&] {
            isOver = true;
            if (browser.error() == QAbstractSocket::ConnectionRefusedError) {
                answer = "refused";
            }
        });
        browser.connectToHost(link.host(), quint16(link.port()));
        [&] { QTRY_VERIFY(isOver); }();
        return answer;
    }

private slots:
    void itLeadsThereOnce()
    {
        ControlUiLink link { Timing() };
        const auto offered = link.offer(m_target);
        QVERIFY(offered);
        QCOMPARE(offered->host(), u"127.0.0.1"_s);
        QVERIFY(!offered->toString().contains(u"secret"));
        const QByteArray answer = visit(*offered);
        QVERIFY2(answer.startsWith("HTTP/1.1 302 "), answer.constData());
        const QByteArray header = "\r\nLocation: " + m_target.toEncoded() + "\r\n";
        QVERIFY(answer.contains(header));
        QCOMPARE(visit(*offered), QByteArray("refused"));
    }

    void whoDoesNotKnowItsNameGetsNothing()
    {
        ControlUiLink link { Timing() };
        const auto offered = link.offer(m_target);
        for (const QByteArray& path : { QByteArray("/"), QByteArray("/favicon.ico"),
                                        offered->path().toLatin1().chopped(1) }) {
            const QByteArray answer = visit(*offered, path);
            QVERIFY2(answer.startsWith("HTTP/1.1 404 ") && !answer.contains("secret"),
                     answer.constData());
        }
        QVERIFY(visit(*offered).contains("secret"));
    }

    void aLaterOneTakesItsPlace()
    {
        ControlUiLink link { Timing() };
        const auto first = link.offer(m_target);
        const auto second = link.offer(m_target);
        QVERIFY(first->path() != second->path());
        QVERIFY(!visit(*first).contains("secret"));
        QVERIFY(visit(*second).contains("secret"));
    }

    void itIsNotGoodForLong()
    {
        Timing timing;
        timing.controlUiLink = 1ms;
        ControlUiLink link(timing);
        const auto offered = link.offer(m_target);
        QTRY_COMPARE(visit(*offered), QByteArray("refused"));
    }

    void theUserAtTheOtherEndIsKnown()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        const QTcpSocket* accepted = server.nextPendingConnection();
        QCOMPARE(loopbackPeer(*accepted), std::optional<uid_t>(::geteuid()));
        QCOMPARE(loopbackPeer(QTcpSocket()), std::optional<uid_t>());
    }

    void theAddressIsReadFromTheDashboard()
    {
        // With ' for ", which can be read.
        const auto read = [](const QByteArray& out, int exitCode = 0) {
            return controlUiAddress({ exitCode, QByteArray(out).replace('\'', '"'), {} });
        };
        QCOMPARE(*read("{'ok':true,'url':'http://127.0.0.1:1/#token=t',"
                       "'browserUrl':'http://127.0.0.1:1/#bootstrapToken=b'}"),
                 QUrl(u"http://127.0.0.1:1/#bootstrapToken=b"_s));
        QCOMPARE(read("{'ok':false,'reason':'HTTP 503'}", 1).error(),
                 (Error { ErrorKind::OpenClawFailed, u"HTTP 503"_s }));
        // The shared token is neither used nor shown.
        QCOMPARE(read("{'ok':true,'url':'http://127.0.0.1:1/#token=t'}").error().detail,
                 u"exit status 0"_s);
        QVERIFY(!read("{'browserUrl':'file:///etc/passwd'}"));
        QVERIFY(!read("no JSON"));
    }
};

QTEST_GUILESS_MAIN(TestControlUiLink)
#include "tst_controluilink.moc"
