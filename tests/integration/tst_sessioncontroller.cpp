// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

class TestSessionController : public QObject
{
    Q_OBJECT

private slots:
    void nobodyLoggedIn()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        QCOMPARE(f.session->status().nextStep, NextStep::LogIn);
        QCOMPARE(errorKindOf(f.session->status().reason), ErrorKind::NotLoggedIn);
        QVERIFY(!f.session->account());
    }

    void loggedInBefore()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QTRY_VERIFY(f.session->account());
        QCOMPARE(f.session->account()->displayName, u"Nguyễn Minh Anh"_s);
        QVERIFY(f.session->status().lastVerifiedAtMs > 0);
        QVERIFY(!f.session->status().reason);
    }

    void programMissing()
    {
        SessionFixture f;
        f.session->setProgram(failure(ErrorKind::ZcaMissing));
        QCOMPARE(f.state(), SessionState::NoCli);
        QCOMPARE(f.session->status().nextStep, NextStep::InstallZca);
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
    }

    void messagesArrive()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        f.sim.inject(u"365333052772575247"_s, u"Chào bạn"_s);
        QTRY_COMPARE(f.texts, QStringList { u"Chào bạn"_s });
    }

    void loginStepByStep()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        const Result<QString> id = f.session->startLogin(Simulator::program());
        QVERIFY(id);
        QCOMPARE(f.state(), SessionState::LoggingIn);
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        const LoginStep qr = f.steps.last();
        QCOMPARE(qr.loginId, *id);
        QCOMPARE(qr.attempt, 1);
        QCOMPARE(qr.payload, QString::fromUtf8(f.sim.ctl({ u"get"_s, u"qr-payload"_s })).trimmed());
        QVERIFY(qr.expiresAtMs > 0 && !qr.png.isEmpty());
        f.sim.ctl({ u"scan"_s });
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Scanned));
        QCOMPARE(f.steps.last().by, u"Nguyễn Minh Anh"_s);
        f.sim.ctl({ u"confirm"_s });
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Confirmed));
        // Confirmed is told only when the session is verified.
        QCOMPARE(f.state(), SessionState::Online);
        QCOMPARE(f.steps.last().user.userId, u"512345678901234567"_s);
    }

    void declined()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        QVERIFY(f.session->startLogin(Simulator::program()));
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        f.sim.ctl({ u"scan"_s });
        f.sim.ctl({ u"decline"_s });
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Declined));
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
    }

    void expiredCodeIsReplaced()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        QVERIFY(f.session->startLogin(Simulator::program()));
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        const QString first = f.steps.last().payload;
        f.sim.ctl({ u"expire"_s });
        QTRY_COMPARE(f.steps.last().attempt, 2);
        QVERIFY(f.steps.last().payload != first);
        f.sim.ctl({ u"scan"_s });
        f.sim.ctl({ u"confirm"_s });
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Confirmed));
        QVERIFY(!f.hasStep(LoginStep::Kind::Expired));
    }

    void lastRenewalExpires()
    {
        SessionFixture f;
        f.sim.ctl({ u"set"_s, u"qr-expiry=150"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        QVERIFY(f.session->startLogin(Simulator::program()));
        QTRY_VERIFY_WITH_TIMEOUT(f.hasStep(LoginStep::Kind::Expired), 20'000);
        const auto codes = std::count_if(f.steps.begin(), f.steps.end(), [](const LoginStep& step) {
            return step.kind == LoginStep::Kind::Qr;
        });
        QCOMPARE(codes, f.policy.qrRenewals + 1);
    }

    void cancelledAndSuperseded()
    {
        SessionFixture f;
        f.start();
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
        const QString first = *f.session->startLogin(Simulator::program());
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        const QString second = *f.session->startLogin(Simulator::program());
        QVERIFY(first != second);
        QVERIFY(f.hasStep(LoginStep::Kind::Cancelled));
        QVERIFY(!f.session->cancelLogin(first));
        f.steps.clear();
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        QCOMPARE(f.steps.last().loginId, second);
        QVERIFY(f.session->cancelLogin(second));
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Cancelled));
        QTRY_COMPARE(f.state(), SessionState::NeedsLogin);
    }

    void kicked_data()
    {
        QTest::addColumn<QStringList>("fault");
        QTest::addColumn<int>("times");
        QTest::addColumn<SessionState>("state");
        QTest::newRow("3003") << QStringList { u"kick"_s, u"3003"_s } << 1 << SessionState::Kicked;
        QTest::newRow("3000") << QStringList { u"kick"_s, u"3000"_s } << 2
                              << SessionState::Duplicate;
    }

    //! Zalo was opened elsewhere: nothing is restarted until a person asks.
    void kicked()
    {
        QFETCH(QStringList, fault);
        QFETCH(int, times);
        QFETCH(SessionState, state);
        SessionFixture f({ u"login"_s });
        f.policy.takenCounts = std::chrono::minutes(10);
        f.build();
        f.start();
        for (int time = 1; time <= times; ++time) {
            QTRY_COMPARE_WITH_TIMEOUT(f.verifications.size(), time, 20'000);
            f.sim.ctl(fault);
        }
        QTRY_COMPARE(f.state(), state);
        QCOMPARE(f.session->status().nextStep, NextStep::Reconnect);
        QVERIFY(f.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QVERIFY(f.session->reconnect());
        QTRY_COMPARE(f.state(), SessionState::Online);
    }

    void droppedConnectionComesBack()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QTRY_VERIFY(f.session->account()); // its answer reports the state once more
        QSignalSpy stale(f.session.get(), &SessionController::staleSince);
        QSignalSpy verified(f.session.get(), &SessionController::verifiedSince);
        f.states.clear();
        f.sim.ctl({ u"drop"_s });
        QTRY_COMPARE(f.states,
                     (QList<SessionState> { SessionState::Reconnecting, SessionState::Online }));
        QCOMPARE(stale.size(), 1);
        QCOMPARE(verified.size(), 1);
        QVERIFY(verified.first().first().toLongLong() >= stale.first().first().toLongLong());
    }

    void offlineThenBack()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        f.sim.ctl({ u"net"_s, u"off"_s });
        QTRY_COMPARE(f.state(), SessionState::Offline);
        QCOMPARE(errorKindOf(f.session->status().reason), ErrorKind::Offline);
        f.sim.ctl({ u"net"_s, u"on"_s });
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, 15'000);
    }

    void deadCookie()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        f.sim.ctl({ u"cookie-expire"_s });
        f.sim.ctl({ u"drop"_s });
        QTRY_COMPARE(f.state(), SessionState::Expired);
        QCOMPARE(f.session->status().nextStep, NextStep::LogIn);
    }

    void loggedOut()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QTRY_VERIFY(f.session->account());
        bool done = false;
        f.session->logout(this, [&done](const Result<void>& result) { done = result.has_value(); });
        QTRY_VERIFY(done);
        QCOMPARE(f.state(), SessionState::NeedsLogin);
        QVERIFY(!f.session->account());
        QVERIFY(f.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QVERIFY(!f.session->reconnect());
    }

    void newLoginReplacesTheOldListener()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QVERIFY(f.session->startLogin(Simulator::program()));
        QCOMPARE(f.state(),
                 SessionState::Online); // the old one works until the new one is confirmed
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        f.sim.ctl({ u"scan"_s });
        f.sim.ctl({ u"confirm"_s });
        QTRY_VERIFY_WITH_TIMEOUT(f.hasStep(LoginStep::Kind::Confirmed), 20'000);
        QTRY_COMPARE(f.state(), SessionState::Online);
        // Zalo ended the old connection for the new login: that was no other program.
        QVERIFY(!f.changeTo(SessionState::Kicked));
        QVERIFY(!f.gaps.isEmpty());
        for (const auto& [from, cause] : std::as_const(f.gaps)) {
            QCOMPARE(cause, GapCause::Interrupted);
        }
        QCOMPARE(f.sim.starts().size(), 2);
    }

    //! Zalo was opened elsewhere while a login was under way that then comes to nothing.
    void kickedDuringALogin()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QVERIFY(f.session->startLogin(Simulator::program()));
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Qr));
        f.sim.ctl({ u"scan"_s });
        QTRY_VERIFY(f.hasStep(LoginStep::Kind::Scanned));
        f.sim.ctl({ u"kick"_s, u"3003"_s });
        QTRY_COMPARE(f.state(), SessionState::LoggingIn); // it may be the login's doing
        f.sim.ctl({ u"decline"_s });
        QTRY_COMPARE(f.state(), SessionState::Kicked);
        QCOMPARE(errorKindOf(f.session->status().reason), ErrorKind::Kicked);
        QCOMPARE(f.sim.starts().size(), 1);
    }

    //! An upload that opens a connection of its own throws the listener off: our own doing.
    void anUploadOfOurOwn()
    {
        SessionFixture f({ u"login"_s });
        f.policy.ownWebsocket = f.policy.websocketPatience = std::chrono::minutes(1);
        f.build();
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        f.sim.ctl({ u"set"_s, u"history-time=2000"_s });
        bool ended = false;
        f.runner->run({ { u"msg"_s, u"recent"_s, u"365333052772575247"_s },
                        std::chrono::seconds(30),
                        CommandClass::Query,
                        {},
                        defaultProfile() },
                      f.session.get(), [&ended](const Result<ZcaOutput>&) { ended = true; });
        QTRY_VERIFY_WITH_TIMEOUT(f.changeTo(SessionState::Reconnecting), 20'000);
        QCOMPARE(f.changeTo(SessionState::Reconnecting)->reason,
                 std::optional<StateReason>(StateCause::OwnCommand));
        // It keeps the connection to its end; only then the listener takes it back.
        QTRY_VERIFY_WITH_TIMEOUT(f.sim.starts().size() == 2, 20'000);
        QVERIFY(ended);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::Online, 20'000);
        QVERIFY(!f.changeTo(SessionState::Duplicate));
        // What takes the new connection is not the command, which was over before.
        f.sim.ctl({ u"kick"_s, u"3000"_s });
        QTRY_VERIFY_WITH_TIMEOUT(
            f.reasonOf(SessionState::Reconnecting).startsWith(u"Another program took"), 20'000);
    }

    void stopsForTheEnd()
    {
        SessionFixture f({ u"login"_s });
        f.start();
        QTRY_COMPARE(f.state(), SessionState::Online);
        QSignalSpy stopped(f.session.get(), &SessionController::stopped);
        f.session->stop();
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(f.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
    }
};

QTEST_GUILESS_MAIN(TestSessionController)
#include "tst_sessioncontroller.moc"
