// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faketcpview.h"
#include "sessionfixture.h"
#include "zca/zcaarguments.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
constexpr double Earliest = 0.95; //!< Qt's coarse timers may be 5 % early

//! Checks the pauses before the starts from `first` on: each at least the back-off's, spread
//! included. Not much more: a busy machine has its say.
void checkPauses(const QList<qint64>& starts, qsizetype first, const Backoff::Range& range)
{
    auto base = range.first;
    for (qsizetype i = first; i < starts.size(); ++i) {
        const double pause = double(starts.at(i) - starts.at(i - 1));
        const double least = double(base.count()) * (1 - range.jitter) * Earliest;
        QVERIFY2(pause >= least, qPrintable(u"%1: %2 ms"_s.arg(i).arg(pause)));
        QVERIFY2(pause <= double(base.count()) * (1 + range.jitter) + 5'000,
                 qPrintable(u"%1: %2 ms"_s.arg(i).arg(pause)));
        base = std::min(2 * base, range.longest);
    }
}

//! Nothing is started any more: in a time in which every back-off would have come round.
void checkNoMoreStarts(const SessionFixture& f, qsizetype starts)
{
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY(since.elapsed() > 3 * f.policy.reconnect.longest.count());
    QCOMPARE(f.sim.starts().size(), starts);
}

} // namespace

//! What follows on each cause: the state, the reason in words, how often zca is started, and the
//! pauses between.
class TestSessionPolicy : public QObject
{
    Q_OBJECT

private slots:
    void droppedNetwork()
    {
        SessionFixture f({ u"login"_s });
        f.policy.reconnect = { 150ms, 1'200ms, 0.2 };
        f.policy.provenAfter = 1min;
        f.build();
        f.sim.ctl({ u"set"_s, u"drop-after=1"_s });
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QVERIFY2(f.reasonOf(SessionState::Reconnecting).contains(u"cannot be reached"),
                 qPrintable(f.reasonOf(SessionState::Reconnecting)));
        // It goes on beyond the longest pause.
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 7, 30'000);
        checkPauses(f.sim.starts(), 1, f.policy.reconnect);
        QTRY_VERIFY_WITH_TIMEOUT(f.state() == SessionState::Reconnecting
                                     && f.session->status().nextStep == NextStep::Wait,
                                 Patience);
        f.sim.ctl({ u"set"_s, u"drop-after="_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QVERIFY(!f.session->status().reason);
    }

    //! Some seconds up, here half of one, and the pauses begin anew.
    void stableConnectionResetsTheBackoff()
    {
        SessionFixture f({ u"login"_s });
        f.policy.reconnect = { 100ms, 60s, 0.2 };
        f.policy.provenAfter = 500ms;
        f.policy.flapWindow = 1ms;
        f.build();
        f.sim.ctl({ u"set"_s, u"drop-after=1"_s });
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 6, 30'000);
        f.sim.ctl({ u"set"_s, u"drop-after="_s });
        QSignalSpy verified(f.session.get(), &SessionController::verifiedSince);
        QTRY_VERIFY_WITH_TIMEOUT(!verified.isEmpty() && f.state() == SessionState::Online, 30'000);
        QElapsedTimer up;
        up.start();
        QTRY_VERIFY(up.elapsed() > 600);
        const qsizetype before = f.sim.starts().size();
        QElapsedTimer since;
        since.start();
        f.sim.ctl({ u"drop"_s });
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() > before, Patience);
        // Without the reset it would be more than 5 s.
        QVERIFY2(since.elapsed() < 4'000, qPrintable(QString::number(since.elapsed())));
    }

    //! Another program that stays: it is asked for the connection once more, and keeps it.
    void duplicate()
    {
        SessionFixture f({ u"login"_s });
        f.policy.takenCounts = 10min; // a busy machine is slow
        f.build();
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"kick"_s, u"3000"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.sim.starts().size(), 2, Patience);
        checkPauses(f.sim.starts(), 1, { f.policy.takenRetry, f.policy.takenRetry, 0 });
        QVERIFY2(f.reasonOf(SessionState::Reconnecting).startsWith(u"Another program took"),
                 qPrintable(f.reasonOf(SessionState::Reconnecting)));
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QVERIFY(!f.changeTo(SessionState::Duplicate));
        f.sim.ctl({ u"kick"_s, u"3000"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Duplicate, Patience);
        QVERIFY2(f.reason().startsWith(u"Another program uses this Zalo login"),
                 qPrintable(f.reason()));
        QCOMPARE(f.session->status().nextStep, NextStep::Reconnect);
        checkNoMoreStarts(f, 2);
        QCOMPARE(f.state(), SessionState::Duplicate);
    }

    //! A command in somebody's terminal needs the account's connection for a moment.
    void takenForAMoment()
    {
        SessionFixture f({ u"login"_s });
        QVERIFY(f.comesOnline());
        QProcess other;
        other.start(Simulator::path(), { u"msg"_s, u"recent"_s, u"365333052772575247"_s });
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QVERIFY(!f.changeTo(SessionState::Duplicate));
        QCOMPARE(f.sim.starts().size(), 2);
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::Interrupted);
    }

    void kicked()
    {
        SessionFixture f({ u"login"_s });
        f.policy.stopGrace = 1min; // it is not waited for
        f.build();
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Kicked, Patience);
        QVERIFY2(f.reason().startsWith(u"Zalo was opened elsewhere"), qPrintable(f.reason()));
        QTRY_COMPARE_WITH_TIMEOUT(f.listeners(), QList<qint64>(), Patience);
        checkNoMoreStarts(f, 1);
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts().size(), 2);
        // Both ends of the gap, and what happened, in order.
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::Kicked);
        QVERIFY(f.verifications.last() >= f.gaps.first().first);
        QList<SessionState> reported;
        for (const SessionChange& change : std::as_const(f.changes)) {
            reported << change.state;
        }
        QCOMPARE(reported,
                 (QList<SessionState> { SessionState::Connecting, SessionState::Online,
                                        SessionState::Kicked, SessionState::Connecting,
                                        SessionState::Online }));
    }

    //! The lock outlived a loss of power, and its number is another program's now: one start finds
    //! that out, the next one connects, and so does every later one.
    void falseLock()
    {
        SessionFixture f({ u"login"_s });
        QProcess radio;
        radio.start(u"sleep"_s, { u"600"_s });
        QVERIFY(radio.waitForStarted());
        QFile lock(f.sim.file(u"profiles/default/listener-owner.json"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("{\"pid\":" + QByteArray::number(radio.processId())
                   + ",\"profile\":\"default\"}");
        lock.close();
        QVERIFY(f.comesOnline());
        QCOMPARE(f.sim.starts().size(), 2);
        QVERIFY(!f.changeTo(SessionState::Duplicate));
        f.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.verifications.size(), 2, Patience);
        QCOMPARE(f.sim.starts().size(), 3);
        radio.kill();
        QVERIFY(radio.waitForFinished());
    }

    //! A zca that listens in somebody's terminal has the profile: it is left alone.
    void trueLock()
    {
        SessionFixture f({ u"login"_s });
        QProcess other;
        other.start(Simulator::path(), { u"listen"_s, u"-r"_s });
        QVERIFY(f.sim.ctlSucceeds({ u"wait"_s, u"listener"_s }));
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Duplicate, Patience);
        QVERIFY2(f.reason().startsWith(u"Another program uses this Zalo login"),
                 qPrintable(f.reason()));
        QCOMPARE(f.listeners(), QList<qint64> { other.processId() });
        other.terminate();
        QVERIFY(other.waitForFinished());
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
    }

    //! OpenClaw's own channel has a login on this machine: it is named, for it may be the other
    //! one.
    void takenByTheNativeChannel()
    {
        SessionFixture f({ u"login"_s });
        f.nativeLogins = f.folder.filePath(u"openclaw/credentials/zalouser"_s);
        f.policy.takenCounts = 10min;
        f.build();
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"kick"_s, u"3000"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.verifications.size(), 2, Patience);
        f.sim.ctl({ u"kick"_s, u"3000"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Duplicate, Patience);
        QCOMPARE(errorKindOf(f.session->status().reason), ErrorKind::Duplicate); // nothing there

        QVERIFY(QDir().mkpath(f.nativeLogins));
        for (const char* name : { "credentials.json", "credentials-work.json", "notes.txt" }) {
            QFile login(f.nativeLogins + u'/' + QString::fromLatin1(name));
            QVERIFY(login.open(QIODevice::WriteOnly));
            login.setPermissions({}); // nobody reads it
        }
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        f.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Kicked, Patience);
        QVERIFY2(f.reason().contains(u"OpenClaw's own Zalo channel")
                     && f.reason().endsWith(f.nativeLogins + u"/credentials.json"),
                 qPrintable(f.reason()));
        QCOMPARE(f.session->status().nextStep, NextStep::Reconnect);
    }

    void deadCookie_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::newRow("the connection is refused") << u"dead-cookie=connection"_s;
        QTest::newRow("zca says so") << u"dead-cookie=login"_s;
    }

    void deadCookie()
    {
        QFETCH(QString, manner);
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, manner });
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"cookie-expire"_s, u"closed"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Expired, Patience);
        QVERIFY2(f.reason().startsWith(u"Zalo ended this login"), qPrintable(f.reason()));
        QCOMPARE(f.session->status().nextStep, NextStep::LogIn);
        QVERIFY(QFile::exists(f.sim.file(u"profiles/default/credentials.json"_s)));
        // One more start at the most finds out what is wrong; then nothing is started.
        const qsizetype starts = f.sim.starts().size();
        QVERIFY2(starts <= 2, qPrintable(QString::number(starts)));
        checkNoMoreStarts(f, starts);
    }

    //! Commands say that the cookie is dead while the connection lives on: it is told, messages
    //! still come, and a login in somebody's terminal is noticed.
    void deadCookieUnderALivingConnection()
    {
        SessionFixture f({ u"login"_s });
        QVERIFY(f.comesOnline());
        QTRY_VERIFY(f.session->isAccountCertain());
        f.sim.ctl({ u"cookie-expire"_s });
        f.runner->run({ zcaargs::friendList(defaultProfile()), 20s, CommandClass::Query, {} },
                      nullptr, {});
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Expired, Patience);
        QCOMPARE(f.session->status().nextStep, NextStep::LogIn);
        QVERIFY2(f.reason().startsWith(u"Zalo ended this login"), qPrintable(f.reason()));
        f.sim.inject(u"365333052772575247"_s, u"Còn đó không?"_s);
        QTRY_COMPARE(f.texts, QStringList { u"Còn đó không?"_s });
        QVERIFY(f.gaps.isEmpty());
        QCOMPARE(f.sim.starts().size(), 1);
        f.sim.ctl({ u"login"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts().size(), 2);
    }

    //! Nobody is logged in; somebody logs in without the companion.
    void aLoginElsewhereIsNoticed()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::NeedsLogin, Patience);
        f.sim.ctl({ u"login"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QVERIFY(!f.changeTo(SessionState::LoggingIn));
    }

    //! A login that Zalo refuses is not asked for every 16 s; a person may do so at any time.
    void refusedLogin()
    {
        SessionFixture f({ u"login"_s });
        f.policy.loginRetry = { 10min, 10min, 0.2 };
        f.build();
        f.sim.ctl({ u"set"_s, u"refuse-login=Failed to fetch login info: Bad Gateway"_s });
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.session->status().retry.refusedLogins, 1, Patience);
        QCOMPARE(f.state(), SessionState::Reconnecting);
        QVERIFY2(f.reason().contains(u"Bad Gateway"), qPrintable(f.reason()));
        checkNoMoreStarts(f, 1);
        f.sim.ctl({ u"set"_s, u"refuse-login="_s });
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.session->status().retry, RetryStatus());
    }

    //! A day, here of 24 s, in which Zalo answers every login with 221. Whatever is started asks it
    //! for one: the listener, `auth status`, `me info`.
    void aDayOfRefusedLogins()
    {
        SessionFixture f({ u"login"_s });
        constexpr double scale = 1.0 / 3'600;
        const Policy day = Policy().scaled(scale);
        f.policy.loginRetry = day.loginRetry;
        f.policy.coolDown = day.coolDown;
        f.build();
        f.sim.ctl({ u"set"_s, u"refuse-login=Vượt quá số request cho phép"_s });
        f.start();
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(double(since.elapsed()) > 24 * 3'600'000 * scale, 3 * Patience);
        const qsizetype attempts = f.sim.ctl({ u"journal"_s }).count('\n');
        QVERIFY2(attempts >= 3 && attempts <= 60, qPrintable(QString::number(attempts)));
        QCOMPARE(f.state(), SessionState::Reconnecting);
        QCOMPARE(errorKindOf(f.session->status().reason), ErrorKind::RateLimited);
    }

    void offline()
    {
        SessionFixture f({ u"login"_s });
        f.policy.offlineRetry = { 200ms, 800ms, 0.2 };
        f.build();
        f.sim.ctl({ u"net"_s, u"off"_s });
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Offline, Patience);
        QVERIFY2(f.reason().startsWith(u"Zalo cannot be reached"), qPrintable(f.reason()));
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 5, 30'000);
        checkPauses(f.sim.starts(), 1, f.policy.offlineRetry);
        // Calm meanwhile.
        QCOMPARE(f.states,
                 (QList<SessionState> { SessionState::Connecting, SessionState::Offline }));
        f.sim.ctl({ u"net"_s, u"on"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
    }

    //! A hint that the network is back is worth one try at once.
    void offlineUntilAHint()
    {
        SessionFixture f({ u"login"_s });
        f.policy.offlineRetry = { 10min, 10min, 0.2 };
        f.build();
        f.sim.ctl({ u"net"_s, u"off"_s });
        f.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Offline, Patience);
        f.session->retryNow(); // it was none
        QTRY_COMPARE_WITH_TIMEOUT(f.sim.starts().size(), 2, Patience);
        QCOMPARE(f.state(), SessionState::Offline);
        f.sim.ctl({ u"net"_s, u"on"_s });
        QTRY_VERIFY_WITH_TIMEOUT((f.session->markAlive(), f.state() == SessionState::Online),
                                 Patience);
        QCOMPARE(f.sim.starts().size(), 3);
        f.session->retryNow(); // nothing waits
        QCOMPARE(f.state(), SessionState::Online);
        checkNoMoreStarts(f, 3);
    }

    //! Where the kernel cannot tell how the connection is, it is renewed from time to time: a gap
    //! like any other.
    void renewal()
    {
        SessionFixture f({ u"login"_s });
        f.makeView = blindTcpView;
        f.policy.renewAfter = 1'500ms;
        f.policy.quietMoment = 50ms;
        f.build();
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 3 && f.state() == SessionState::Online,
                                 Patience);
        for (qsizetype i = 2; i < f.changes.size(); ++i) { // after Connecting and Online
            if (f.changes.at(i).state == SessionState::Reconnecting) {
                QCOMPARE(f.changes.at(i).reason, StateReason(StateCause::Renewed));
            }
        }
        QVERIFY(f.changes.size() >= 4);
        for (const SessionState state : f.states.mid(1)) {
            QVERIFY(state == SessionState::Online || state == SessionState::Reconnecting);
        }
        QVERIFY(f.gaps.size() >= 2);
        QCOMPARE(f.gaps.first().second, GapCause::Renewed);
    }

    //! zca ends with 75 by itself; one that never does anything else is not started like mad.
    void recycledByZca()
    {
        SessionFixture f({ u"login"_s });
        f.policy.reconnect = { 200ms, 800ms, 0.2 };
        f.build();
        f.sim.ctl({ u"set"_s, u"exit=75@listen"_s });
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 4, Patience);
        checkPauses(f.sim.starts(), 1, f.policy.reconnect);
        f.sim.ctl({ u"set"_s, u"exit=@listen"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
    }

    void silentProcess()
    {
        SessionFixture f({ u"login"_s });
        f.policy.heartbeat = 200ms;
        f.policy.heartbeatDeadline = 1'500ms;
        f.build();
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"set"_s, u"heartbeat=off"_s });
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QVERIFY2(f.reasonOf(SessionState::Reconnecting).contains(u"stopped responding"),
                 qPrintable(f.reasonOf(SessionState::Reconnecting)));
        f.sim.ctl({ u"set"_s, u"heartbeat="_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.gaps.first().second, GapCause::ZcaSilent);
    }

    //! A stopped listener is noticed, gone before the next one starts, and the gap has both ends.
    void stoppedProcess()
    {
        SessionFixture f({ u"login"_s });
        f.policy.heartbeat = 200ms;
        f.policy.heartbeatDeadline = 1'500ms;
        f.policy.stopGrace = 300ms;
        f.build();
        QVERIFY(f.comesOnline());
        const QList<qint64> old = f.listeners();
        QCOMPARE(old.size(), 1);
        QCOMPARE(::kill(pid_t(old.first()), SIGSTOP), 0);
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QVERIFY(::kill(pid_t(old.first()), 0) != 0);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts().size(), 2);
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.verifications.size(), 2);
        QVERIFY(f.gaps.first().first <= f.verifications.last());
    }

    //! A zca without --supervised has no heartbeat: silence is nothing, the process is what
    //! counts.
    void withoutSupervision()
    {
        SessionFixture f({ u"login"_s });
        f.program.capabilities &= ~ZcaCapabilities(ZcaCapability::Supervised);
        f.policy.heartbeatDeadline = 500ms;
        f.build();
        QVERIFY(f.comesOnline());
        QElapsedTimer up;
        up.start();
        QTRY_VERIFY(up.elapsed() > 1'500);
        QCOMPARE(f.sim.starts().size(), 1);
        f.sim.inject(u"365333052772575247"_s, u"Chào bạn"_s);
        QTRY_COMPARE(f.texts, QStringList { u"Chào bạn"_s });
        // The process dies.
        QCOMPARE(::kill(pid_t(f.listeners().first()), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QVERIFY2(f.reasonOf(SessionState::Reconnecting).contains(u"signal 9"),
                 qPrintable(f.reasonOf(SessionState::Reconnecting)));
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts().size(), 2);
        // A line says why it closed, instead of an event.
        f.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Kicked, Patience);
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
        QCOMPARE(f.sim.starts().size(), 3);
    }

    //! It is renewed like any other.
    void renewalWithoutSupervision()
    {
        SessionFixture f({ u"login"_s });
        f.program.capabilities &= ~ZcaCapabilities(ZcaCapability::Supervised);
        f.makeView = blindTcpView;
        f.policy.renewAfter = 1'500ms;
        f.policy.quietMoment = 50ms;
        f.build();
        QVERIFY(f.comesOnline());
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 2 && f.state() == SessionState::Online,
                                 Patience);
        QCOMPARE(f.gaps.first().second, GapCause::Renewed);
    }

    void neverConnects()
    {
        SessionFixture f({ u"login"_s });
        f.policy.connectDeadline = 400ms;
        f.policy.reconnect = { 200ms, 800ms, 0.2 };
        f.build();
        f.sim.ctl({ u"set"_s, u"connect-delay=600000"_s });
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), Patience);
        QVERIFY2(f.reasonOf(SessionState::Reconnecting).contains(u"did not connect"),
                 qPrintable(f.reasonOf(SessionState::Reconnecting)));
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() >= 4, 30'000);
        checkPauses(f.sim.starts(), 1, f.policy.reconnect);
        QVERIFY(f.verifications.isEmpty());
        QVERIFY(!f.states.contains(SessionState::Online));
    }

    //! The old process is gone before the new one starts, also when it does not want to go.
    void neverTwoListeners()
    {
        SessionFixture f({ u"login"_s });
        f.policy.stopGrace = 700ms;
        f.build();
        f.sim.ctl({ u"set"_s, u"ignore-term=listen"_s });
        QVERIFY(f.comesOnline());
        const qint64 old = f.listeners().first();
        const qint64 asked = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(f.session->reconnect());
        f.session->wake(); // whatever else comes meanwhile
        f.session->retryNow();
        f.start();
        QTRY_VERIFY_WITH_TIMEOUT(f.verifications.size() == 2, Patience);
        QVERIFY(::kill(pid_t(old), 0) != 0);
        const QList<qint64> starts = f.sim.starts();
        QCOMPARE(starts.size(), 2);
        QVERIFY(double(starts.last() - asked) >= Earliest * double(f.policy.stopGrace.count()));
        QCOMPARE(f.listeners().size(), 1);
    }

    //! A connection that does not answer after a sleep: one clean reconnect, at once, with the
    //! connection gap reported.
    void sleepAndWaking()
    {
        SessionFixture f({ u"login"_s });
        f.policy.reconnect = { 10min, 10min, 0.2 };
        f.build();
        QVERIFY(f.comesOnline());
        f.session->wake();
        f.session->wake();
        QTRY_COMPARE_WITH_TIMEOUT(f.verifications.size(), 2, Patience);
        QCOMPARE(f.state(), SessionState::Online);
        QCOMPARE(f.sim.starts().size(), 2);
        const SessionChange& broken = f.changes.at(f.changes.size() - 2);
        QCOMPARE(broken.state, SessionState::Reconnecting);
        QVERIFY(broken.reason && stateReasonText(*broken.reason).contains(u"sleep"));
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::Slept);
    }

    //! One that answers is left alone.
    void aSleepThatTheConnectionOutlives()
    {
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=100"_s });
        f.policy.answerDeadline = 4s;
        f.build();
        QVERIFY(f.comesOnline());
        f.session->wake();
        const qint64 woke = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY_WITH_TIMEOUT(f.session->status().lastVerifiedAtMs > woke + 5'000, Patience);
        QCOMPARE(f.sim.starts().size(), 1);
        QVERIFY(f.gaps.isEmpty());
    }

    //! Its packets are dropped and nobody is told: noticed within two pings, and the gap begins
    //! with the last acknowledgement.
    void blackHole()
    {
        SessionFixture f({ u"login"_s });
        constexpr qint64 ping = 4'000;
        f.sim.ctl({ u"set"_s, u"ping-interval=4000"_s });
        QVERIFY(f.comesOnline());
        const qint64 connected = f.session->status().lastVerifiedAtMs;
        QTRY_VERIFY_WITH_TIMEOUT(f.session->status().lastVerifiedAtMs > connected, Patience);
        QSignalSpy changes(f.session.get(), &SessionController::stateChanged);
        f.sim.ctl({ u"black-hole"_s });
        const qint64 dropped = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(changes.wait(Patience));
        const SessionChange change = changes.first().first().value<SessionChange>();
        QCOMPARE(change.state, SessionState::Reconnecting);
        QVERIFY2(change.atMs - dropped <= 2 * ping,
                 qPrintable(QString::number(change.atMs - dropped)));
        QCOMPARE(f.gaps.size(), 1);
        QCOMPARE(f.gaps.first().second, GapCause::Offline);
        QVERIFY(f.gaps.first().first <= dropped);
        QVERIFY(f.gaps.first().first > connected);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, Patience);
    }

    //! The network was away and is back: what waits for an acknowledgement does not get one.
    void networkBackAfterABlackHole()
    {
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=100"_s });
        f.policy.ackDeadline = 10min;
        f.build();
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"black-hole"_s });
        QElapsedTimer away;
        away.start();
        QTRY_VERIFY(away.elapsed() > 500);
        QCOMPARE(f.state(), SessionState::Online); // nothing is known yet
        f.session->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(f.sim.starts().size(), 2, Patience);
        QCOMPARE(f.gaps.first().second, GapCause::Offline);
    }

    //! An hour, here of 7 s, without a message: no restart, no gap.
    void aQuietConnectionIsLeftAlone()
    {
        SessionFixture f({ u"login"_s });
        constexpr double scale = 0.002;
        const Policy hour = Policy().scaled(scale);
        f.policy.kernelPoll = hour.kernelPoll;
        f.policy.ackDeadline = hour.ackDeadline;
        f.policy.renewAfter = hour.renewAfter;
        f.policy.quietMoment = hour.quietMoment;
        f.sim.ctl({ u"set"_s, u"ping-interval=%1"_s.arg(int(180'000 * scale)) });
        f.build();
        QVERIFY(f.comesOnline());
        QElapsedTimer quiet;
        quiet.start();
        QTRY_VERIFY_WITH_TIMEOUT(double(quiet.elapsed()) > 3'600'000 * scale, 3 * Patience);
        QCOMPARE(f.state(), SessionState::Online);
        QCOMPARE(f.sim.starts().size(), 1);
        QVERIFY(f.gaps.isEmpty());
    }

    //! Missed time is that in which there was no connection, and no longer.
    void gapsAreMeasured()
    {
        SessionFixture f({ u"login"_s });
        f.sim.ctl({ u"set"_s, u"ping-interval=100"_s, u"connect-delay=1700"_s });
        QVERIFY(f.comesOnline());
        QElapsedTimer quiet; // nobody writes, and no command is run
        quiet.start();
        QTRY_VERIFY_WITH_TIMEOUT(quiet.elapsed() > 4'000, Patience);
        const qint64 dropped = QDateTime::currentMSecsSinceEpoch();
        f.sim.ctl({ u"drop"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.gaps.size(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.verifications.size(), 2, Patience);
        QVERIFY2(dropped - f.gaps.first().first < 3'500,
                 qPrintable(QString::number(dropped - f.gaps.first().first)));
        QVERIFY(f.verifications.last() - f.gaps.first().first >= 1'700);
    }

    //! What another program took stays taken, also over a sleep.
    void wakingTakesNothingBack()
    {
        SessionFixture f({ u"login"_s });
        QVERIFY(f.comesOnline());
        f.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Kicked, Patience);
        f.session->wake();
        f.session->retryNow();
        checkNoMoreStarts(f, 1);
        QCOMPARE(f.state(), SessionState::Kicked);
    }
};

QTEST_GUILESS_MAIN(TestSessionPolicy)
#include "tst_sessionpolicy.moc"
