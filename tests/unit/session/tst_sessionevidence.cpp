// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "faketcpview.h"
#include "fakezca.h"
#include "session/sessioncontroller.h"
#include "zca/zcarunner.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using zalo::test::FakeConnections;
using zalo::test::FakeTcpView;
using zalo::test::FakeZca;

//! What SessionController makes of what a scripted zca does. What follows on what is checked by
//! tst_sessiontransitions.
class TestSessionEvidence : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_zca;
    std::unique_ptr<ZcaRunner> m_runner;
    std::unique_ptr<SessionController> m_session;
    ZcaProgram m_program;
    Policy m_policy;
    QList<GapCause> m_causes;
    QList<LoginStep::Kind> m_steps;
    QList<qint64> m_gaps; //!< where they begin
    QStringList m_received;
    std::shared_ptr<FakeConnections> m_kernel;

    //! What `zca listen` does from now on. `$N` is the number of this start, from 1.
    void listen(const QByteArray& body) const
    {
        QFile file(m_zca->path(u"listen.sh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(body);
    }

    //! What `zca auth status` does.
    void authStatus(const QByteArray& body) const
    {
        QFile file(m_zca->path(u"status.sh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(body);
    }

    //! What `zca auth logout` does.
    void authLogout(const QByteArray& body) const
    {
        QFile file(m_zca->path(u"logout.sh"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(body);
    }

    void makeSession()
    {
        m_runner = std::make_unique<ZcaRunner>([this] { return Result<ZcaProgram>(m_program); },
                                               m_zca->folder(), m_policy);
        m_session = std::make_unique<SessionController>(
            u"work"_s, *m_runner, SessionFolders { m_zca->folder(), m_zca->path(u"spool"_s), {} },
            m_policy, Clock(), std::make_unique<FakeTcpView>(m_kernel));
        connect(m_session.get(), &SessionController::staleSince, this,
                [this](qint64 ms, GapCause cause) {
                    m_causes << cause;
                    m_gaps << ms;
                });
        connect(m_session.get(), &SessionController::message, this,
                [this](const InboundMessage& message) { m_received << message.msgId; });
        connect(m_session.get(), &SessionController::loginStep, this,
                [this](const LoginStep& step) { m_steps << step.kind; });
    }

    [[nodiscard]] SessionState state() const { return m_session->status().state; }
    [[nodiscard]] qsizetype starts() const { return m_zca->read(u"starts"_s).count('\n'); }

    //! Time in which something that must not happen would have happened.
    static void waitFor(int ms)
    {
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.elapsed() > ms);
    }

    static constexpr auto connectAndStay =
        "echo 'Connected to Zalo websocket.'; trap 'sleep 0.3; exit 0' TERM\n"
        "while :; do sleep 0.05; done\n";

private slots:
    void init()
    {
        m_zca = std::make_unique<FakeZca>();
        m_zca->newFolder(u"spool"_s);
        m_program = {};
        m_program.path =
            m_zca->script("case \"$*\" in\n"
                          "*' listen '*) echo x >>\"$DIR/starts\"; N=$(wc -l <\"$DIR/starts\")\n"
                          "  . \"$DIR/listen.sh\";;\n"
                          "*'auth status') : >\"$DIR/asked\"; . \"$DIR/status.sh\";;\n"
                          "*'auth logout') . \"$DIR/logout.sh\";;\n"
                          "*'me info -j') echo '{\"userId\":\"48\",\"displayName\":\"Bảo\"}';;\n"
                          "*'auth login'*) exec sleep 60;;\n"
                          "esac\n");
        m_program.capabilities = ZcaCapability::QrPath;
        m_policy = {};
        m_policy.stopGrace = 2s;
        m_policy.reconnect = { 10ms, 20ms, 0 };
        m_policy.offlineRetry = { 10ms, 20ms, 0 };
        m_causes.clear();
        m_steps.clear();
        m_gaps.clear();
        m_received.clear();
        m_kernel = std::make_shared<FakeConnections>();
        makeSession();
        listen(connectAndStay);
        authStatus("exit 0\n");
        authLogout("sleep 0.2\n");
    }

    void cleanup()
    {
        m_session.reset();
        m_runner.reset();
    }

    //! The kernel's last acknowledgement is the last confirmation, whatever else works.
    void theKernelConfirms()
    {
        m_policy.kernelPoll = 10ms;
        makeSession();
        m_kernel->add("ws");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QTRY_VERIFY(m_session->account());
        const qint64 connected = m_session->status().lastVerifiedAtMs;
        m_kernel->connections.first().sinceAck = m_kernel->connections.first().sinceData = 1h;
        waitFor(200);
        m_session->markAlive(); // a command says nothing about the connection
        QVERIFY(m_session->status().lastVerifiedAtMs < connected + 200);
        m_kernel->connections.first().sinceAck = 0ms;
        QTRY_VERIFY(m_session->status().lastVerifiedAtMs >= connected + 200);
    }

    //! What is not acknowledged is Reconnecting, and missed since the last acknowledgement.
    void aSilentConnectionIsMadeAnew()
    {
        m_policy.kernelPoll = 10ms;
        m_policy.ackDeadline = 200ms;
        makeSession();
        m_kernel->add("ws");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        const qint64 confirmed = m_session->status().lastVerifiedAtMs;
        m_kernel->connections.first().sinceAck = m_kernel->connections.first().sinceData = 1h;
        m_kernel->connections.first().waitingBytes = 40;
        QSignalSpy changes(m_session.get(), &SessionController::stateChanged);
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(changes.first().first().value<SessionChange>().state, SessionState::Reconnecting);
        QCOMPARE(m_causes.first(), GapCause::Offline);
        QVERIFY(m_gaps.first() < confirmed + 200);
        m_kernel->connections.first().waitingBytes = 0;
        QTRY_COMPARE(state(), SessionState::Online);
    }

    //! Each outage begins with the last acknowledgement, our own doing too.
    void aRestartThatWasAskedForIsAGapToo()
    {
        m_policy.kernelPoll = 10min;
        makeSession();
        m_kernel->add("ws");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        waitFor(500);
        const qint64 asked = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(m_session->reconnect()); // the kernel is asked once more
        QTRY_COMPARE(m_gaps.size(), 1);
        QVERIFY(m_gaps.first() >= asked - 100); // three clocks are read one after the other
        QCOMPARE(m_causes.first(), GapCause::Interrupted);
        QTRY_COMPARE(starts(), 2);
    }

    //! The connection is over when zca says so, not when its process ends. What it prints then is
    //! taken, and proves nothing.
    void aClosedConnectionIsOver()
    {
        listen("[ $N -gt 1 ] && exec sleep 60\n"
               "echo 'Connected to Zalo websocket.'; sleep 0.2; echo 'Listener closed (1006)'\n"
               "until [ -e \"$DIR/go\" ]; do sleep 0.05; done\n"
               "echo '{\"threadId\":\"7\",\"msgId\":\"late\",\"content\":\"x\"}'\n");
        m_policy.closedGrace = 1min;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(m_causes, QList<GapCause> { GapCause::Offline });
        QCOMPARE(state(), SessionState::Reconnecting);
        const qint64 confirmed = m_session->status().lastVerifiedAtMs;
        waitFor(300);
        QCOMPARE(starts(), 1); // the old process has the lock
        QFile go(m_zca->path(u"go"_s));
        QVERIFY(go.open(QIODevice::WriteOnly));
        QTRY_COMPARE(m_received, QStringList { u"late"_s });
        QCOMPARE(m_session->status().lastVerifiedAtMs, confirmed);
        QTRY_COMPARE(starts(), 2);
    }

    //! Where the kernel cannot tell, the connection is made anew in a moment when nothing goes on.
    void aRenewalWaitsForAQuietMoment()
    {
        m_policy.renewAfter = 50ms;
        m_policy.quietMoment = 400ms;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 1'500) {
            m_session->markAlive();
            QTest::qWait(0);
        }
        QCOMPARE(starts(), 1);
        QTRY_COMPARE(starts(), 2);
        QCOMPARE(m_causes, QList<GapCause> { GapCause::Renewed });
    }

    //! Nothing is renewed under the hands of a person who logs in.
    void aRenewalWaitsForALogin()
    {
        m_policy.renewAfter = 50ms;
        m_policy.quietMoment = 10ms;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        const Result<QString> login = m_session->startLogin(m_program);
        QVERIFY(login);
        waitFor(500);
        QCOMPARE(starts(), 1);
        QVERIFY(m_session->cancelLogin(*login));
        QTRY_VERIFY(starts() > 1);
        QCOMPARE(m_causes.first(), GapCause::Renewed);
    }

    //! An orphan of a killed companion dies within moments; a foreign listener stays.
    void aLockThatStaysIsADuplicate()
    {
        listen("echo 'Error: Another openzca listener already owns profile \"work\" (pid 5).' >&2\n"
               "exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Duplicate);
        QCOMPARE(starts(), 4);
    }

    void aZcaThatDoesNotRun_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<NextStep>("step");
        QTest::newRow("no interpreter")
            << QByteArray("echo \"env: 'node': No such file\" >&2; exit 127\n")
            << NextStep::CheckZca;
        QTest::newRow("too old") << QByteArray(
            "echo \"error: unknown option '--raw'\" >&2; exit 1\n")
                                 << NextStep::UpdateZca;
    }

    //! It is looked for again, and started again, until it runs; people see no flicker.
    void aZcaThatDoesNotRun()
    {
        QFETCH(QByteArray, body);
        QFETCH(NextStep, step);
        listen(body);
        m_policy.zcaSearch = 100ms;
        makeSession();
        QSignalSpy lost(m_session.get(), &SessionController::programLost);
        QSignalSpy changes(m_session.get(), &SessionController::stateChanged);
        m_session->setProgram(m_program);
        QTRY_VERIFY(starts() >= 3);
        QCOMPARE(state(), SessionState::NoCli);
        QCOMPARE(m_session->status().nextStep, step);
        QVERIFY(lost.size() >= 2);
        listen(connectAndStay);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(changes.size(), 3); // Connecting, NoCli, Online
    }

    //! What takes the connection for a moment does not keep it.
    void aConnectionThatIsTakenOnceIsMadeAnew()
    {
        listen("[ $N = 1 ] && { echo 'Connected to Zalo websocket.'\n"
               "echo 'Listener closed (3000)'; exit 0; }\n"
               + QByteArray(connectAndStay));
        m_policy.takenRetry = 100ms;
        makeSession();
        QSignalSpy changes(m_session.get(), &SessionController::stateChanged);
        m_session->setProgram(m_program);
        QTRY_COMPARE(starts(), 2);
        QTRY_COMPARE(state(), SessionState::Online);
        for (const QList<QVariant>& change : std::as_const(changes)) {
            QVERIFY(change.first().value<SessionChange>().state != SessionState::Duplicate);
        }
        QCOMPARE(m_causes, QList<GapCause> { GapCause::Interrupted });
    }

    void aConnectionThatIsTakenAgainIsADuplicate()
    {
        listen("echo 'Connected to Zalo websocket.'; echo 'Listener closed (3000)'; exit 0\n");
        m_policy.takenRetry = 10ms;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Duplicate);
        QCOMPARE(errorKindOf(m_session->status().reason), ErrorKind::Duplicate);
        waitFor(300);
        QCOMPARE(starts(), 2);
    }

    //! Another profile is connected with the account: this one does not ask for it.
    void aContestedSessionYields()
    {
        listen("echo 'Connected to Zalo websocket.'; echo 'Listener closed (3000)'; exit 0\n");
        m_policy.takenRetry = 10min;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Reconnecting);
        QTRY_VERIFY(m_session->isAccountCertain()); // whose it is, is found out meanwhile
        m_session->yieldTo(u"other"_s);
        QCOMPARE(state(), SessionState::Duplicate);
        QCOMPARE(errorKindOf(m_session->status().reason), ErrorKind::AccountInUse);
        waitFor(300);
        QCOMPARE(starts(), 1);
    }

    void aLockThatGoesIsNone()
    {
        listen("[ $N -le 3 ] && {\n"
               "echo 'Error: Another openzca listener already owns profile \"work\" (pid 5).' >&2\n"
               "exit 1; }\n"
               + QByteArray(connectAndStay));
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 4);
    }

    //! A login that has ended looks like a bad connection at first.
    void theBetterCauseIsReported()
    {
        listen("[ $N = 1 ] && { echo 'Connected to Zalo websocket.'; exit 0; }\n"
               "echo 'Error: Profile work: not logged in' >&2; exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::NeedsLogin);
        QCOMPARE(m_causes, (QList<GapCause> { GapCause::Offline, GapCause::NotLoggedIn }));
    }

    //! The same cause again is no news.
    void theSameCauseIsReportedOnce()
    {
        listen("[ $N = 1 ] && { echo 'Connected to Zalo websocket.'; exit 0; }\n"
               "[ $N -le 4 ] && { echo 'Error: fetch failed' >&2; exit 1; }\n"
               + QByteArray(connectAndStay));
        m_session->setProgram(m_program);
        QTRY_COMPARE(starts(), 5);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(m_causes, QList<GapCause> { GapCause::Offline });
    }

    void theProbeDecides_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<SessionState>("state");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("expired") << QByteArray("echo 'Error: zpw_sek' >&2; exit 1\n")
                                 << SessionState::Expired << ErrorKind::Expired;
        QTest::newRow("logged out") << QByteArray("echo 'Error: not logged in' >&2; exit 1\n")
                                    << SessionState::NeedsLogin << ErrorKind::NotLoggedIn;
        QTest::newRow("offline") << QByteArray("echo 'Error: fetch failed' >&2; exit 1\n")
                                 << SessionState::Offline << ErrorKind::Offline;
        QTest::newRow("logged in")
            << QByteArray("exit 0\n") << SessionState::Reconnecting << ErrorKind::ZcaFailed;
    }

    //! A listener that ends without a word: `auth status` says what it is.
    void theProbeDecides()
    {
        QFETCH(QByteArray, status);
        authStatus(status);
        listen("exit 0\n");
        m_policy.reconnect = m_policy.offlineRetry = { 10min, 10min, 0 };
        makeSession();
        m_session->setProgram(m_program);
        QTRY_VERIFY(m_zca->has(u"asked"_s));
        QFETCH(SessionState, state);
        QFETCH(ErrorKind, kind);
        QTRY_COMPARE(m_session->status().state, state);
        QCOMPARE(errorKindOf(m_session->status().reason), kind);
        QCOMPARE(starts(), 1);
    }

    void zcaThatComesBackWhileItsListenerIsStopped()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        m_session->setProgram(failure(ErrorKind::ZcaMissing));
        QCOMPARE(state(), SessionState::NoCli);
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 2);
    }

    void aStoreThatComesBackWhileTheListenerIsStopped()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        m_session->suspend({ ErrorKind::StorageFull, {} });
        QCOMPARE(state(), SessionState::Offline);
        QCOMPARE(errorKindOf(m_session->status().reason), ErrorKind::StorageFull);
        m_session->resume();
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 2);
    }

    void aSuspendedSessionWaitsForTheStore()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        m_session->suspend({ ErrorKind::StorageFull, {} });
        m_session->retryNow();
        m_session->wake();
        m_session->setProgram(m_program);
        waitFor(1'000);
        QCOMPARE(state(), SessionState::Offline);
        QCOMPARE(starts(), 1);
        m_session->resume();
        QTRY_COMPARE(state(), SessionState::Online);
    }

    //! Zalo Web has the account, and only a person takes it back: not a database that is written
    //! again, not a zca that is found again, not a login that is given up.
    void whatWasTakenStaysTaken()
    {
        listen("echo 'Connected to Zalo websocket.'; echo 'Listener closed (3003)'; exit 0\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Kicked);
        listen(connectAndStay);
        m_session->suspend({ ErrorKind::StorageFull, {} });
        m_session->setProgram(m_program);
        m_session->resume();
        QCOMPARE(state(), SessionState::Kicked);
        m_session->setProgram(failure(ErrorKind::ZcaMissing));
        QCOMPARE(state(), SessionState::NoCli);
        QVERIFY(!m_session->reconnect());
        m_session->setProgram(m_program);
        QCOMPARE(state(), SessionState::Kicked);
        QCOMPARE(errorKindOf(m_session->status().reason), ErrorKind::Kicked);
        ZcaProgram newer = m_program;
        newer.modifiedMs = 1;
        m_session->setProgram(newer);
        QCOMPARE(state(), SessionState::Kicked);
        const Result<QString> login = m_session->startLogin(newer);
        QVERIFY(login);
        QCOMPARE(state(), SessionState::LoggingIn);
        QVERIFY(m_session->cancelLogin(*login));
        QTRY_COMPARE(state(), SessionState::Kicked);
        waitFor(500);
        QCOMPARE(starts(), 1);
        QVERIFY(m_session->reconnect());
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 2);
    }

    //! Another zca may know a login where the one before knew none.
    void anotherZcaIsTriedWhereNobodyIsLoggedIn()
    {
        listen("echo 'Error: Profile work: not logged in' >&2; exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::NeedsLogin);
        m_session->setProgram(m_program);
        waitFor(300);
        QCOMPARE(starts(), 1);
        ZcaProgram newer = m_program;
        newer.modifiedMs = 1;
        m_session->setProgram(newer);
        QTRY_COMPARE(starts(), 2);
    }

    //! What worked for some time is tried again at once, however often.
    void aConnectionThatWorkedIsNotPunished()
    {
        listen("echo 'Connected to Zalo websocket.'; sleep 0.1; exit 0\n");
        m_policy.reconnect = { 10ms, 10min, 0 };
        m_policy.provenAfter = 20ms;
        m_policy.flapWindow = 1ms;
        makeSession();
        int most = 0;
        connect(m_session.get(), &SessionController::statusChanged, this,
                [&] { most = std::max(most, m_session->status().retry.failedConnections); });
        m_session->setProgram(m_program);
        QTRY_VERIFY_WITH_TIMEOUT(starts() > 14, 20'000); // doubled each time it were 80 s
        QCOMPARE(most, 1);
    }

    void aConnectionThatFlapsIs()
    {
        listen("echo 'Connected to Zalo websocket.'; sleep 0.1; exit 0\n");
        m_policy.reconnect = { 10ms, 10min, 0 };
        m_policy.provenAfter = 20ms;
        makeSession();
        m_session->setProgram(m_program);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->status().retry.failedConnections >= 8, 20'000);
        QVERIFY(m_session->status().retry.nextTryMs > 0);
    }

    void aRefusedLogin_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("without a reason")
            << QByteArray("Đăng nhập thất bại") << ErrorKind::LoginRefused;
        QTest::newRow("221") << QByteArray("Vượt quá số request cho phép")
                             << ErrorKind::RateLimited;
        QTest::newRow("500") << QByteArray("Failed to fetch login info: Internal Server Error")
                             << ErrorKind::ZaloRefused;
        QTest::newRow("seen by the probe only") << QByteArray() << ErrorKind::RateLimited;
    }

    //! It waits long, and nothing but a person ends that.
    void aRefusedLogin()
    {
        QFETCH(QByteArray, words);
        QFETCH(ErrorKind, kind);
        authStatus("echo 'Error: Vượt quá số request cho phép' >&2; exit 1\n");
        listen(words.isEmpty() ? QByteArray("exit 0\n")
                               : "echo 'Error: " + words + "' >&2; exit 1\n");
        m_policy.loginRetry = { 10min, 10min, 0 };
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(m_session->status().retry.refusedLogins, 1);
        QCOMPARE(state(), SessionState::Reconnecting);
        QCOMPARE(errorKindOf(m_session->status().reason), kind);
        const qint64 next = m_session->status().retry.nextTryMs;
        QVERIFY(next > QDateTime::currentMSecsSinceEpoch() + 9 * 60'000);
        m_session->retryNow();
        m_session->wake();
        m_session->setProgram(m_program);
        m_session->suspend({ ErrorKind::StorageFull, {} });
        QCOMPARE(state(), SessionState::Offline);
        m_session->resume();
        QCOMPARE(state(), SessionState::Reconnecting);
        QVERIFY(qAbs(m_session->status().retry.nextTryMs - next) < 1'000);
        waitFor(300);
        QCOMPARE(starts(), 1);
        listen(connectAndStay);
        QVERIFY(m_session->reconnect());
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(m_session->status().retry, RetryStatus());
    }

    //! Maintenance ends, a dead login does not, and Zalo says the same of both: a person is told to
    //! log in, and it is asked again all the same.
    void aLoginThatIsRefusedAgainAndAgain()
    {
        listen("[ $N -le 6 ] && { echo 'Error: Đăng nhập thất bại' >&2; exit 1; }\n"
               + QByteArray(connectAndStay));
        m_policy.loginRetry = { 10ms, 10ms, 0 };
        m_policy.loginRefusals = 4;
        makeSession();
        QList<std::pair<int, NextStep>> steps;
        connect(m_session.get(), &SessionController::statusChanged, this, [&] {
            const SessionStatus& now = m_session->status();
            QVERIFY(now.state != SessionState::Expired);
            if (now.retry.nextTryMs > 0) {
                steps << std::pair(now.retry.refusedLogins, now.nextStep);
            }
        });
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 7);
        for (const auto& [refusals, step] : std::as_const(steps)) {
            QCOMPARE(step, refusals >= 4 ? NextStep::LogIn : NextStep::Wait);
        }
        QVERIFY(steps.last().first == 6);
        QCOMPARE(m_session->status().nextStep, NextStep::None);
    }

    void aLogoutIsAnsweredAtTheEnd_data()
    {
        QTest::addColumn<bool>("online");
        QTest::newRow("while the listener stops") << true;
        QTest::newRow("while zca logs out") << false;
    }

    void aLogoutIsAnsweredAtTheEnd()
    {
        QFETCH(bool, online);
        if (!online) {
            listen("echo 'Error: fetch failed' >&2; exit 1\n");
        }
        m_policy.offlineRetry = { 10min, 10min, 0 };
        makeSession();
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), online ? SessionState::Online : SessionState::Offline);
        QList<Result<void>> answers;
        m_session->logout(this, [&](const Result<void>& answer) { answers << answer; });
        QSignalSpy stopped(m_session.get(), &SessionController::stopped);
        m_session->stop();
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(starts(), 1);
    }

    void aLogoutIsAnsweredWhenZcaIsLost()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QList<Result<void>> answers;
        m_session->logout(this, [&](const Result<void>& answer) { answers << answer; });
        m_session->setProgram(failure(ErrorKind::ZcaMissing));
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first().error().kind, ErrorKind::ZcaMissing);
        m_session->setProgram(m_program); // and a login is possible again
        QVERIFY(m_session->startLogin(m_program));
    }

    void aSecondLogoutIsRefused()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QList<Result<void>> answers;
        const auto note = [&](const Result<void>& answer) { answers << answer; };
        m_session->logout(this, note);
        m_session->logout(this, note);
        QVERIFY(!m_session->startLogin(m_program));
        QVERIFY(!m_session->reconnect());
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(answers.first().error().kind, ErrorKind::BadRequest);
        QVERIFY(answers.last());
        QCOMPARE(state(), SessionState::NeedsLogin);
    }

    void aLogoutWithoutALoginSucceeds()
    {
        authLogout("echo 'Error: Profile work: not logged in' >&2; exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QList<Result<void>> answers;
        m_session->logout(this, [&](const Result<void>& answer) { answers << answer; });
        QTRY_COMPARE(answers.size(), 1);
        QVERIFY(answers.first());
        QCOMPARE(state(), SessionState::NeedsLogin);
    }

    void aLogoutThatFailsConnectsAgain()
    {
        authLogout("echo 'Error: fetch failed' >&2; exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QList<Result<void>> answers;
        m_session->logout(this, [&](const Result<void>& answer) { answers << answer; });
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().error().kind, ErrorKind::Offline);
        QTRY_COMPARE(state(), SessionState::Online);
        QCOMPARE(starts(), 2);
    }

    //! The end of the login that was superseded says nothing about the one that runs.
    void aSupersededLoginEndsOnce()
    {
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::Online);
        QVERIFY(m_session->startLogin(m_program));
        const Result<QString> second = m_session->startLogin(m_program);
        QVERIFY(second);
        waitFor(500);
        QCOMPARE(m_steps.count(LoginStep::Kind::Cancelled), 1);
        QVERIFY(m_session->cancelLogin(*second));
        QTRY_COMPARE(m_steps.count(LoginStep::Kind::Cancelled), 2);
    }

    //! The login's end would connect, were the program not ending.
    void aLoginThatEndsWithTheProgramStartsNothing()
    {
        listen("echo 'Error: Profile work: not logged in' >&2; exit 1\n");
        m_session->setProgram(m_program);
        QTRY_COMPARE(state(), SessionState::NeedsLogin);
        QVERIFY(m_session->startLogin(m_program));
        m_session->stop();
        QTRY_VERIFY(m_steps.contains(LoginStep::Kind::Cancelled));
        waitFor(300);
        QCOMPARE(starts(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSessionEvidence)
#include "tst_sessionevidence.moc"
