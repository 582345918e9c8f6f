// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/descriptor.h"
#include "platform/tcpview.h"

#include <QTest>

#include <array>
#include <csignal>

#include <linux/filter.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

//! A real connection over loopback, with both ends in this process.
struct Pair
{
    explicit Pair(int family)
    {
        const Descriptor listener(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_storage address {};
        socklen_t length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        address.ss_family = sa_family_t(family);
        if (family == AF_INET) {
            reinterpret_cast<sockaddr_in*>(&address)->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        } else {
            reinterpret_cast<sockaddr_in6*>(&address)->sin6_addr = in6addr_loopback;
        }
        auto* const name = reinterpret_cast<sockaddr*>(&address);
        near.reset(::socket(family, SOCK_STREAM, 0)); // a child inherits it
        isMade = ::bind(listener.get(), name, length) == 0 && ::listen(listener.get(), 1) == 0
            && ::getsockname(listener.get(), name, &length) == 0
            && ::connect(near.get(), name, length) == 0;
        port = ntohs(reinterpret_cast<sockaddr_in*>(&address)->sin_port); // the same place in both
        far.reset(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    }

    //! Whatever comes to the far end is dropped from now on, before TCP sees it.
    void blackHole() const
    {
        sock_filter nothing { BPF_RET | BPF_K, 0, 0, 0 };
        const sock_fprog program { 1, &nothing };
        ::setsockopt(far.get(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
    }

    Descriptor near;
    Descriptor far;
    quint16 port = 0;
    bool isMade = false;
};

//! A child of this process that holds what it inherits until it is killed.
class Child
{
public:
    Child()
        : m_pid(::fork())
    {
        if (m_pid == 0) {
            ::pause();
            ::_exit(0);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { end(); }

    void end()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = 0;
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid;
};

//! The connection to that port, which this process or one that it started has.
std::optional<TcpConnection> connectionTo(quint16 port, qint64 pid = ::getpid())
{
    const auto all = KernelTcpView().connectionsOf(pid);
    for (const TcpConnection& one : all.value_or(QList<TcpConnection>())) {
        if (one.remotePort == port) {
            return one;
        }
    }
    return {};
}

//! The same now; a connection that is gone is none.
std::optional<TcpConnection> now(const TcpConnection& connection)
{
    return KernelTcpView().look(connection).value_or(std::nullopt);
}

} // namespace

class TestTcpView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!KernelTcpView().connectionsOf(::getpid())) {
            QSKIP("this kernel has no sock_diag");
        }
    }

    void aConnectionIsFoundByItsProcess_data()
    {
        QTest::addColumn<int>("family");
        QTest::newRow("IPv4") << AF_INET;
        QTest::newRow("IPv6") << AF_INET6;
    }

    void aConnectionIsFoundByItsProcess()
    {
        QFETCH(int, family);
        Pair pair(family);
        if (!pair.isMade && family == AF_INET6) {
            QSKIP("this machine has no IPv6");
        }
        QVERIFY(pair.isMade);
        const Child child;
        pair.near.reset(); // the child's now
        const auto found = connectionTo(pair.port, child.pid());
        QVERIFY(found);
        QVERIFY(found->isEstablished);
        QCOMPARE(found->waitingBytes, 0U);
        QVERIFY(!connectionTo(0xffff, child.pid()));
    }

    //! zca may be a script around the program.
    void whatItStartedCountsToo()
    {
        Pair pair(AF_INET);
        QVERIFY(pair.isMade);
        const Child child;
        pair.near.reset();
        QVERIFY(connectionTo(pair.port)); // of the child, seen from its parent
    }

    void dataAreWaitedForAndAcknowledged()
    {
        const Pair pair(AF_INET);
        QVERIFY(pair.isMade);
        const auto connection = connectionTo(pair.port);
        QVERIFY(connection);
        QTRY_VERIFY(now(*connection)->sinceHeard() > 50ms);
        const auto before = now(*connection)->sinceHeard();
        // Again and again: on a busy machine a look may come long after an acknowledgement.
        QTRY_VERIFY(::write(pair.near.get(), "ping", 4) == 4
                    && now(*connection)->sinceAck < before);
        QTRY_COMPARE(now(*connection)->waitingBytes, 0U);
        QTRY_VERIFY(::write(pair.far.get(), "pong", 4) == 4
                    && now(*connection)->sinceData < before);
    }

    void aBlackHoleAcknowledgesNothing()
    {
        const Pair pair(AF_INET);
        QVERIFY(pair.isMade);
        const auto connection = connectionTo(pair.port);
        QVERIFY(connection);
        pair.blackHole();
        QCOMPARE(::write(pair.near.get(), "ping", 4), 4);
        QTRY_VERIFY(now(*connection)->retransmits >= 2);
        const auto seen = now(*connection);
        QCOMPARE(seen->waitingBytes, 4U);
        QCOMPARE(seen->unacked, 1);
        QVERIFY(seen->backoff >= 2);
        QVERIFY(seen->sinceAck > 200ms);
        QVERIFY(seen->isEstablished); // the kernel goes on for a quarter of an hour
    }

    void oneThatTheOtherEndClosedIsNotEstablished()
    {
        Pair pair(AF_INET);
        QVERIFY(pair.isMade);
        const auto connection = connectionTo(pair.port);
        QVERIFY(connection);
        pair.far.reset();
        QTRY_VERIFY(now(*connection) && !now(*connection)->isEstablished);
        QVERIFY(!connectionTo(pair.port));
    }

    void oneThatIsGoneIsNothing()
    {
        Pair pair(AF_INET);
        QVERIFY(pair.isMade);
        const auto connection = connectionTo(pair.port);
        QVERIFY(connection);
        const linger abort { 1, 0 }; // without the minute that addresses are kept for
        ::setsockopt(pair.near.get(), SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
        pair.near.reset();
        pair.far.reset();
        const auto gone = KernelTcpView().look(*connection);
        QVERIFY(gone);
        QVERIFY(!*gone);
    }

    void noSuchProcess()
    {
        Child child;
        const pid_t pid = child.pid();
        child.end();
        const auto nothing = KernelTcpView().connectionsOf(pid);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error(), TcpUnknown::NoProcess);
    }

    //! Seen by a child that is nobody, where this process is the superuser.
    void anotherUsersProcess()
    {
        const pid_t pid = ::getuid() == 0 ? ::getpid() : 1;
        const pid_t child = ::fork();
        if (child == 0) {
            const bool isNobody = ::getuid() != 0 || ::setuid(65'534) == 0;
            const auto refused = KernelTcpView().connectionsOf(pid);
            ::_exit(isNobody && !refused && refused.error() == TcpUnknown::NoPermission ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void aKeyOfNothingIsNoAnswer()
    {
        const auto answer = KernelTcpView().look({});
        QVERIFY(!answer);
        QCOMPARE(answer.error(), TcpUnknown::NoDiagnostics);
    }
};

QTEST_GUILESS_MAIN(TestTcpView)
#include "tst_tcpview.moc"
