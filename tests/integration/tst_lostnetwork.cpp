// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sessionfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <sched.h>

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

//! Switches this network's loopback on or off. While it is off every packet is lost, and no
//! connection is told.
bool setNetwork(bool isUp)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request {};
    std::strcpy(request.ifr_name, "lo");
    bool done = ::ioctl(socket, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = short(isUp ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    done = done && ::ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    ::close(socket);
    return done;
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

//! Gives this process a network of its own, in which it has all rights; why not, where the system
//! forbids it. Before any thread is started.
QByteArray enterOwnNetwork()
{
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
        return std::strerror(errno);
    }
    const bool isMapped = write(u"/proc/self/setgroups"_s, "deny")
        && write(u"/proc/self/uid_map"_s, user + ' ' + user + " 1")
        && write(u"/proc/self/gid_map"_s, group + ' ' + group + " 1");
    return isMapped && setNetwork(true) ? QByteArray() : QByteArray("no rights in it");
}

} // namespace

//! A network that is gone without a word, in one of the test's own.
class TestLostNetwork : public QObject
{
    Q_OBJECT

    QByteArray m_forbidden;

public:
    explicit TestLostNetwork(QByteArray forbidden)
        : m_forbidden(std::move(forbidden))
    { }

private slots:
    void init()
    {
        if (!m_forbidden.isEmpty()) {
            QSKIP(qPrintable(u"this system forbids a network of one's own: "_s
                             + QString::fromLocal8Bit(m_forbidden)));
        }
        QVERIFY(setNetwork(true));
    }

    //! Noticed within two pings, recorded from the last acknowledgement on, and connected again
    //! when the network is back.
    void itIsNoticed()
    {
        constexpr qint64 ping = 5'000;
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=5000"_s });
        QVERIFY(f.comesOnline());
        QSignalSpy changes(f.session.get(), &SessionController::stateChanged);
        QVERIFY(setNetwork(false));
        const qint64 lost = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), Patience);
        const auto change = changes.first().first().value<SessionChange>();
        qInfo("noticed after %lld ms, with a ping every %lld ms", change.atMs - lost, ping);
        QCOMPARE(change.state, SessionState::Reconnecting);
        QVERIFY(change.atMs - lost <= 2 * ping);
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::Offline);
        QVERIFY(f.gaps.first().first <= lost);
        const qsizetype starts = f.sim.starts().size();
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() > starts, Patience); // in vain
        QVERIFY(f.state() != SessionState::Online);
        QVERIFY(setNetwork(true));
        f.session->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
    }

    //! The hint that the network is back finds it out at once, however seldom zca pings.
    void theHintThatItIsBack()
    {
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=200"_s });
        f.policy.ackDeadline = 10min;
        f.build();
        QVERIFY(f.comesOnline());
        QVERIFY(setNetwork(false));
        QElapsedTimer away;
        away.start();
        QTRY_VERIFY(away.elapsed() > 1'000);
        QCOMPARE(f.state(), SessionState::Online);
        f.session->retryNow(); // NetworkManager is wrong: it is not
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QCOMPARE(f.gaps.first().second, GapCause::Offline);
    }

    //! A short break that the connection outlives is none: TCP repeats what was lost.
    void aShortBreakIsNone()
    {
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=200"_s });
        f.policy.ackDeadline = 30s;
        f.build();
        QVERIFY(f.comesOnline());
        QVERIFY(setNetwork(false));
        QElapsedTimer away;
        away.start();
        QTRY_VERIFY(away.elapsed() > 1'000);
        QVERIFY(setNetwork(true));
        const qint64 back = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY_WITH_TIMEOUT(f.session->status().lastVerifiedAtMs > back, Patience);
        QCOMPARE(f.sim.starts().size(), 1);
        QVERIFY(f.gaps.isEmpty());
    }
};

int main(int argc, char** argv)
{
    const QByteArray forbidden = enterOwnNetwork();
    QCoreApplication application(argc, argv);
    TestLostNetwork test(forbidden);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lostnetwork.moc"
