// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companionprocess.h"
#include "rawclient.h"
#include "testgateway.h"

#include "bridge/bridgeserver.h"
#include "control/controlserver.h"
#include "platform/descriptor.h"

#include <QFile>
#include <QTest>

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <tuple>
#include <unistd.h>
#include <vector>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! A process that keeps connections to a socket, says nothing, and makes a new one for each that
//! ends.
class Crowd
{
public:
    Crowd(const QString& path, int count)
    {
        std::array<int, 2> ends {};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
            qFatal("no pipe");
        }
        m_told.reset(ends[0]);
        m_process = ::fork();
        if (m_process == 0) {
            knock(QFile::encodeName(path), count, ends[1]);
        }
        ::close(ends[1]);
    }
    ~Crowd()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(Crowd)

    //! True once it was sent away, and came again.
    [[nodiscard]] bool isThere() const
    {
        pollfd told { m_told.get(), POLLIN, 0 };
        return ::poll(&told, 1, 0) == 1;
    }

private:
    //! The child: plain system calls only.
    [[noreturn]] static void knock(const QByteArray& path, int count, int tell)
    {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        std::vector<pollfd> sockets(size_t(count), pollfd { -1, 0, 0 });
        for (;;) {
            for (pollfd& socket : sockets) {
                if (socket.fd < 0) {
                    socket.fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
                    std::ignore = ::connect(socket.fd, reinterpret_cast<sockaddr*>(&address),
                                            sizeof(address));
                }
            }
            ::poll(sockets.data(), sockets.size(), 100);
            for (pollfd& socket : sockets) {
                if (socket.revents != 0) {
                    ::close(std::exchange(socket.fd, -1));
                    std::ignore = ::write(tell, "", 1);
                }
            }
        }
    }

    Descriptor m_told;
    pid_t m_process = 0;
};

} // namespace

//! Connections that say nothing, half of something or the wrong thing, at both sockets of the real
//! program: who is known is served, and it costs next to nothing.
class TestStrangers : public QObject
{
    Q_OBJECT

    using Clients = std::vector<std::unique_ptr<RawClient>>;

    //! A number of /proc/PID/status, which everybody may read.
    [[nodiscard]] qint64 procNumber(const QByteArray& name) const
    {
        QFile file(u"/proc/%1/status"_s.arg(m_companion->processId()));
        const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QByteArray rest =
            status.mid(status.indexOf(QByteArray(name + ':')) + name.size() + 1);
        return rest.left(rest.indexOf('\n')).replace("kB", "").trimmed().toLongLong();
    }
    //! Room for that many descriptors; it doubles when more are open.
    [[nodiscard]] qint64 descriptorRoom() const { return procNumber("FDSize"); }
    //! kB
    [[nodiscard]] qint64 resident() const { return procNumber("VmRSS"); }
    [[nodiscard]] QString controlPath() const
    {
        return m_companion->runFolder() + u"/instance.sock"_s;
    }
    //! Connections that write `bytes` and then nothing.
    static Clients knock(const QString& path, int count, const QByteArray& bytes = {})
    {
        Clients clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<RawClient>(path));
            if (!bytes.isEmpty()) {
                clients.back()->write(bytes);
            }
            QCoreApplication::processEvents();
        }
        return clients;
    }
    static qsizetype open(const Clients& clients)
    {
        return std::count_if(clients.begin(), clients.end(),
                             [](const auto& client) { return !client->closed && !client->failed; });
    }

private slots:
    void init()
    {
        m_companion = std::make_unique<CompanionProcess>();
        QVERIFY(m_companion->start());
        QVERIFY(QFile::exists(controlPath()));
    }

    void cleanup() { m_companion.reset(); }

    void silentConnectionsOfTheControlSocketGiveWay()
    {
        const Clients silent = knock(controlPath(), 400);
        QTRY_COMPARE(open(silent), ControlServer::MaxCallers);
        QCOMPARE_LE(descriptorRoom(), 256);
        QCOMPARE(m_companion->run({ u"status"_s, u"--json"_s }).err, QString());
        QVERIFY(!m_companion->status().isEmpty());
    }

    void halfLinesCostTheirBounds_data()
    {
        QTest::addColumn<bool>("control");
        QTest::newRow("control") << true;
        QTest::newRow("bridge") << false;
    }

    void halfLinesCostTheirBounds()
    {
        QFETCH(bool, control);
        const qint64 before = resident();
        const Clients half = knock(control ? controlPath() : m_companion->bridgePath(), 300,
                                   QByteArray(1'000'000, '['));
        QTRY_VERIFY(open(half) <= ControlServer::MaxCallers);
        QVERIFY(!m_companion->status().isEmpty());
        QCOMPARE_LT(resident() - before, 20'000);
    }

    //! Another process knocks again whenever it is sent away.
    void theKnownGatewayComesInThroughACrowd()
    {
        TestGateway gateway;
        QVERIFY(gateway.subscribe(m_companion->bridgePath()));
        const Crowd crowd(m_companion->bridgePath(), 80);
        QTRY_VERIFY(crowd.isThere());
        for (int i = 0; i < 20; ++i) {
            gateway.close();
            QVERIFY(gateway.subscribe(m_companion->bridgePath()));
        }
        QVERIFY(crowd.isThere());
    }

    void wrongProofsAreAnsweredSlowly()
    {
        TestGateway gateway;
        QVERIFY(gateway.subscribe(m_companion->bridgePath()));
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 2; ++i) {
            RawClient guesser(m_companion->bridgePath());
            guesser.call(u"hello"_s,
                         { { u"protocol"_s, u"1.0"_s },
                           { u"role"_s, u"gateway"_s },
                           { u"gatewayId"_s, u"gateway-of-a-test"_s },
                           { u"label"_s, u"Guesser"_s },
                           { u"plugin"_s, u"0.1.0"_s },
                           { u"nonce"_s, QString::fromLatin1(QByteArray(32, 'n').toBase64()) } });
            QTRY_COMPARE(guesser.result()[u"association"].toString(), u"known"_s);
            guesser.call(u"auth"_s,
                         { { u"proof"_s, QString::fromLatin1(QByteArray(32, 'x').toBase64()) } });
            QTRY_VERIFY_WITH_TIMEOUT(guesser.closed, 20'000);
            QCOMPARE(guesser.kind(), u"wrongKey"_s);
        }
        QCOMPARE_GE(time.elapsed(), 3'000); // 1 s, then 2 s
        QVERIFY(gateway.call(u"status.get"_s));
    }

private:
    std::unique_ptr<CompanionProcess> m_companion;
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
