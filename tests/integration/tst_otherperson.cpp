// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "awaited.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "relay/outboundrequest.h"
#include "simulator.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Patience = 20'000;
const QString MinhAnh = u"Nguyễn Minh Anh"_s;
const QString MinhAnhId = u"512345678901234567"_s;
const QString QuocBao = u"Trần Quốc Bảo"_s;

//! A companion in whose default profile Minh Anh is logged in, and the steps of its logins.
struct Fixture
{
    Fixture()
        : companion(optionsIn(folder.path())),
          roles(companion.roles())
    {
        QObject::connect(&roles.sessions, &SessionService::loginChanged, &companion,
                         [this](const LoginStep& step) { steps << step; });
        const Result<void> started =
            awaited<void>([this](QObject* context, auto done) { companion.start(context, done); });
        isStarted = started && roles.sessions.adopt(defaultProfile());
    }

    //! zca's folder is the simulator's.
    [[nodiscard]] CompanionOptions optionsIn(const QString& path) const
    {
        CompanionOptions options = simulatorOptions(path);
        options.zca.environment.insert(u"OPENZCA_HOME"_s, sim.file({}));
        return options;
    }
    [[nodiscard]] const ProfileSnapshot& profile() const
    {
        return roles.snapshots.snapshot().profiles.first();
    }
    [[nodiscard]] SessionState state() const { return profile().session.state; }
    [[nodiscard]] bool isOnline(const QString& name) const
    {
        return state() == SessionState::Online && profile().account
            && profile().account->displayName == name;
    }
    [[nodiscard]] LoginStep::Kind lastStep() const
    {
        return steps.isEmpty() ? LoginStep::Kind::Starting : steps.last().kind;
    }
    //! Begins a login; `name` scans and confirms it. Its id.
    QString logIn(const QString& name)
    {
        steps.clear();
        const Result<QString> id =
            roles.sessions.startLogin(defaultProfile(), OtherPerson::AwaitsDecision);
        if (id && QTest::qWaitFor([this] { return lastStep() == LoginStep::Kind::Qr; }, Patience)) {
            sim.ctl({ u"scan"_s, name });
            sim.ctl({ u"confirm"_s });
        }
        return id.value_or(QString());
    }

    Simulator sim;
    bool isLoggedIn = !sim.ctl({ u"login"_s, MinhAnh }).isNull();
    QTemporaryDir folder;
    LocalCompanion companion;
    Companion roles;
    QList<LoginStep> steps;
    bool isStarted = false;
};

} // namespace

//! A login from the window brings somebody else: nothing connects before a person has decided.
class TestOtherPerson : public QObject
{
    Q_OBJECT

private slots:
    void isHeldAndAccepted()
    {
        Fixture f;
        QVERIFY(f.isStarted);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOnline(MinhAnh), Patience);
        const QString id = f.logIn(QuocBao);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::OtherPerson, Patience);
        QCOMPARE(f.steps.last().user.displayName, QuocBao);
        QCOMPARE(f.steps.last().expected.userId, MinhAnhId);
        QCOMPARE(f.steps.last().expected.displayName, MinhAnh);
        QTRY_COMPARE(f.state(), SessionState::LoggingIn);
        QVERIFY(f.sim.ctlSucceeds({ u"wait"_s, u"no-listener"_s }));
        QCOMPARE(f.profile().account->displayName, MinhAnh); // the profile is still that person's
        QVERIFY(!f.roles.sessions.reconnect(defaultProfile()));
        QVERIFY(!f.roles.sessions.startLogin(defaultProfile(), OtherPerson::Accepted));
        QVERIFY(!f.roles.sessions.acceptLogin(u"another"_s));
        QCOMPARE(f.state(), SessionState::LoggingIn);

        QVERIFY(f.roles.sessions.acceptLogin(id));
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::Confirmed, Patience);
        QVERIFY(f.isOnline(QuocBao));
        // From now on that is who is expected.
        f.logIn(QuocBao);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::Confirmed, Patience);
        QVERIFY(std::none_of(f.steps.cbegin(), f.steps.cend(), [](const LoginStep& step) {
            return step.kind == LoginStep::Kind::OtherPerson;
        }));
    }

    //! zca has written the other one's login by then: it goes.
    void isRefused()
    {
        Fixture f;
        QVERIFY(f.isStarted);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOnline(MinhAnh), Patience);
        const QString id = f.logIn(QuocBao);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::OtherPerson, Patience);
        QVERIFY(f.roles.sessions.cancelLogin(id));
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::NeedsLogin, Patience);
        QCOMPARE(f.lastStep(), LoginStep::Kind::Cancelled);
        QVERIFY(!f.roles.sessions.acceptLogin(id));
        QVERIFY(!f.roles.sessions.reconnect(defaultProfile()));

        // Who was expected is still expected, and is not asked about.
        f.logIn(MinhAnh);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::Confirmed, Patience);
        QVERIFY(f.isOnline(MinhAnh));
    }

    //! It is over: whoever logs in with zca alone afterwards is who is there.
    void isForgotten()
    {
        Fixture f;
        QVERIFY(f.isStarted);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOnline(MinhAnh), Patience);
        const QString id = f.logIn(QuocBao);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::OtherPerson, Patience);
        QVERIFY(f.roles.sessions.cancelLogin(id));
        QTRY_COMPARE_WITH_TIMEOUT(f.state(), SessionState::NeedsLogin, Patience);
        f.sim.ctl({ u"login"_s, MinhAnh });
        QTRY_VERIFY_WITH_TIMEOUT(f.isOnline(MinhAnh), Patience);
        OutboundRequest request;
        request.owner = u"local"_s;
        request.key = u"1"_s;
        request.profile = defaultProfile();
        request.thread = { u"365333052772575247"_s, false };
        request.text = u"Chào"_s;
        f.roles.messages.send(request, &f.companion, [](const Result<OutboundRow>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(f.sim.outbox().size(), 1, Patience);
    }

    //! The window's way back: out with the other one, and a new code.
    void isLoggedOut()
    {
        Fixture f;
        QVERIFY(f.isStarted);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOnline(MinhAnh), Patience);
        f.logIn(QuocBao);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::OtherPerson, Patience);
        QVERIFY(awaited<void>([&f](QObject* context, auto done) {
            f.roles.sessions.logout(defaultProfile(), context, done);
        }));
        QCOMPARE(f.lastStep(), LoginStep::Kind::Cancelled);
        QCOMPARE(f.state(), SessionState::NeedsLogin);
        f.logIn(MinhAnh);
        QTRY_COMPARE_WITH_TIMEOUT(f.lastStep(), LoginStep::Kind::Confirmed, Patience);
    }
};

QTEST_GUILESS_MAIN(TestOtherPerson)
#include "tst_otherperson.moc"
