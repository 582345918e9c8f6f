// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/displayserver.h"

#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

using State = DisplayServer::State;

class TestDisplayServer : public QObject
{
    Q_OBJECT

    using Pairs = std::initializer_list<std::pair<QString, QString>>;

    static DisplayServer find(const Pairs& pairs)
    {
        QProcessEnvironment environment;
        for (const auto& [name, value] : pairs) {
            environment.insert(name, value);
        }
        return findDisplayServer(environment);
    }

    //! A number that no X server has: that of a port on this machine which is ours, and closed
    //! again unless `server` is kept.
    static int freeNumber(QTcpServer& server)
    {
        for (;;) {
            if (server.listen(QHostAddress::LocalHost) && server.serverPort() > 6000) {
                return server.serverPort() - 6000;
            }
            server.close();
        }
    }

private slots:
    void noneIsNamed()
    {
        QCOMPARE(find({}).state, State::None);
        QCOMPARE(find({ { u"DISPLAY"_s, {} } }).state, State::None);
    }

    void qtIsToldToDoWithout()
    {
        QCOMPARE(find({ { u"QT_QPA_PLATFORM"_s, u"offscreen"_s } }).state, State::Answering);
        QCOMPARE(find({ { u"QT_QPA_PLATFORM"_s, u"vnc:size=800x600"_s } }).state, State::Answering);
        QCOMPARE(find({ { u"QT_QPA_PLATFORM"_s, u"wayland;xcb"_s } }).state, State::None);
    }

    void nobodyAnswers_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("X") << u"DISPLAY"_s << u":77000000"_s;
        QTest::newRow("X, screen") << u"DISPLAY"_s << u":77000000.0"_s;
        QTest::newRow("X, unix") << u"DISPLAY"_s << u"unix:77000000"_s;
        QTest::newRow("X, path") << u"DISPLAY"_s << u"/nowhere/X0"_s;
        QTest::newRow("X, nonsense") << u"DISPLAY"_s << u"nonsense"_s;
        QTest::newRow("Wayland") << u"WAYLAND_DISPLAY"_s << u"wayland-77"_s;
        QTest::newRow("Wayland, path") << u"WAYLAND_DISPLAY"_s << u"/nowhere/wayland-0"_s;
        QTest::newRow("Wayland, too long") << u"WAYLAND_DISPLAY"_s << QString(200, u'w');
    }

    void nobodyAnswers()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        const DisplayServer display =
            find({ { variable, value }, { u"XDG_RUNTIME_DIR"_s, u"/nowhere"_s } });
        QCOMPARE(display.state, State::NotAnswering);
        QCOMPARE(display.name, value);
    }

    void waylandAnswers()
    {
        const QTemporaryDir folder;
        QLocalServer server;
        QVERIFY(server.listen(folder.filePath(u"wayland-3"_s)));
        QCOMPARE(find({ { u"WAYLAND_DISPLAY"_s, u"wayland-3"_s },
                        { u"XDG_RUNTIME_DIR"_s, folder.path() } })
                     .state,
                 State::Answering);
        QCOMPARE(find({ { u"WAYLAND_DISPLAY"_s, server.fullServerName() } }).state,
                 State::Answering);
        QCOMPARE(find({ { u"WAYLAND_SOCKET"_s, u"5"_s } }).state, State::Answering);
    }

    //! An X server listens at a path and at an abstract name.
    void x11Answers()
    {
        QTcpServer port;
        const int number = freeNumber(port);
        port.close();
        const QString display = u":%1.0"_s.arg(number);
        QCOMPARE(find({ { u"DISPLAY"_s, display } }).state, State::NotAnswering);
        QLocalServer server;
        server.setSocketOptions(QLocalServer::AbstractNamespaceOption);
        QVERIFY(server.listen(u"/tmp/.X11-unix/X%1"_s.arg(number)));
        QCOMPARE(find({ { u"DISPLAY"_s, display } }).state, State::Answering);
        // Wayland's being dead does not matter then.
        QCOMPARE(find({ { u"DISPLAY"_s, display }, { u"WAYLAND_DISPLAY"_s, u"/no"_s } }).state,
                 State::Answering);
    }

    //! As SSH forwards it.
    void x11AnswersOnTheNetwork()
    {
        QTcpServer server;
        const QString display = u"localhost:%1.0"_s.arg(freeNumber(server));
        QCOMPARE(find({ { u"DISPLAY"_s, display } }).state, State::Answering);
        server.close();
        QCOMPARE(find({ { u"DISPLAY"_s, display } }).state, State::NotAnswering);
    }

    //! Packets to it vanish: the wait is bounded. (192.0.2.0/24 is for documents.)
    void aNetworkWithoutAnAnswerIsLeft()
    {
        QCOMPARE(find({ { u"DISPLAY"_s, u"192.0.2.1:0"_s } }).state, State::NotAnswering);
    }
};

QTEST_GUILESS_MAIN(TestDisplayServer)
#include "tst_displayserver.moc"
