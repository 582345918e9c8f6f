// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakepairingport.h"
#include "falseclock.h"
#include "pairing/pairingrequests.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace zalo;
using namespace zalo::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Now = 1'795'000'000'000;
const QString shop = u"gateway-of-the-shop"_s;
const QString other = u"gateway-of-another"_s;

PairingRequest request(const QString& id, qint64 createdAtMs = Now, const QString& gateway = shop)
{
    return { .requestId = id,
             .gatewayId = gateway,
             .accountId = u"default"_s,
             .profile = u"default"_s,
             .senderId = u"365"_s,
             .createdAtMs = createdAtMs };
}

//! Times that a test waits for; nothing is asked again by itself unless it says so.
Timing quiet()
{
    Timing timing;
    timing.pairingRefresh = 1h;
    timing.pairingLife = 1h;
    timing.pairingRetry = { 1h, 1h, 0 };
    return timing;
}

struct Fixture
{
    explicit Fixture(const Timing& timing = quiet())
        : requests(port, timing, clock.clock())
    { }

    //! The Gateway comes, and lists these.
    void comes(const QList<PairingRequest>& listed, const QString& gateway = shop)
    {
        emit port.changed(gateway);
        port.lists.takeFirst()(listed);
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList found;
        for (const PairingRequest& one : requests.list()) {
            found << one.requestId;
        }
        return found;
    }

    void approve(const QString& id)
    {
        answer.reset();
        requests.approve(id, &requests, [this](const Result<void>& done) { answer = done; });
    }

    FalseClock clock { Now };
    FakePairingPort port;
    PairingRequests requests;
    std::optional<Result<void>> answer;
};

//! A time in which whatever comes after a millisecond has come: another Gateway's list fails, and
//! is asked for after as long each time.
bool passes(Fixture& f)
{
    constexpr int Rounds = 10;
    emit f.port.changed(other);
    for (int i = 0; i < Rounds; ++i) {
        if (!QTest::qWaitFor([&f] { return f.port.asked.last() == u"list " + other; })) {
            return false;
        }
        f.port.asked.last() = u"passed"_s;
        f.port.lists.takeLast()(
            failure(i + 1 < Rounds ? ErrorKind::PairingUnanswered : ErrorKind::PluginLacks));
    }
    return true;
}

ErrorKind kindOf(const std::optional<Result<void>>& answer)
{
    return answer && !*answer ? answer->error().kind : ErrorKind::Internal;
}

} // namespace

class TestPairingRequests : public QObject
{
    Q_OBJECT

private slots:
    //! Where the Gateway comes and where it says that somebody asks; nothing before.
    void aGatewayIsAskedWhenItHasNews()
    {
        Fixture f;
        QVERIFY(f.port.asked.isEmpty());
        f.comes({ request(u"b"_s, Now), request(u"a"_s, Now - 5) });
        QCOMPARE(f.ids(), (QStringList { u"a"_s, u"b"_s }));
        f.comes({ request(u"b"_s) });
        QCOMPARE(f.ids(), QStringList { u"b"_s });
        QCOMPARE(f.port.asked, (QStringList { u"list "_s + shop, u"list "_s + shop }));
    }

    void gatewaysAreApart()
    {
        Fixture f;
        f.comes({ request(u"a"_s, Now - 5) });
        f.comes({ request(u"b"_s, Now, other), request(u"a"_s, Now, other) }, other);
        QCOMPARE(f.ids(), (QStringList { u"a"_s, u"b"_s }));
        QCOMPARE(f.requests.list().first().gatewayId, shop); // nobody takes another one's
        f.comes({});
        QCOMPARE(f.ids(), QStringList { u"b"_s });
    }

    //! News during a question: what is answered may be older than the news.
    void newsDuringAQuestionAsksAgain()
    {
        Fixture f;
        emit f.port.changed(shop);
        emit f.port.changed(shop);
        emit f.port.changed(shop);
        QCOMPARE(f.port.asked.size(), 1);
        f.port.lists.takeFirst()(QList<PairingRequest> {});
        QCOMPARE(f.port.asked.size(), 2);
        f.port.lists.takeFirst()(QList { request(u"a"_s) });
        QCOMPARE(f.ids(), QStringList { u"a"_s });
        QCOMPARE(f.port.asked.size(), 2);
    }

    void aListThatFailedIsAskedForAgain()
    {
        Timing timing = quiet();
        timing.pairingRetry = { 1ms, 1ms, 0 };
        Fixture f(timing);
        f.comes({ request(u"a"_s) });
        emit f.port.changed(shop);
        f.port.lists.takeFirst()(failure(ErrorKind::PairingUnanswered));
        QCOMPARE(f.ids(), QStringList { u"a"_s });
        QTRY_COMPARE(f.port.lists.size(), 1);
        f.port.lists.takeFirst()(QList<PairingRequest> {});
        QVERIFY(f.ids().isEmpty());
    }

    //! It does not learn it by being asked again.
    void anOldPluginIsLeftAlone()
    {
        Timing timing = quiet();
        timing.pairingRetry = { 1ms, 1ms, 0 };
        Fixture f(timing);
        for (const ErrorKind kind : { ErrorKind::PluginLacks, ErrorKind::GatewayAway }) {
            emit f.port.changed(shop);
            f.port.lists.takeFirst()(failure(kind));
        }
        QVERIFY(passes(f));
        QCOMPARE(f.port.asked.count(u"list "_s + shop), 2);
    }

    //! Others answer requests too: on the command line, in the Control UI.
    void whileSomethingWaitsItIsLookedAfter()
    {
        Timing timing = quiet();
        timing.pairingRefresh = 1ms;
        timing.pairingRetry = { 1ms, 1ms, 0 };
        Fixture f(timing);
        f.comes({ request(u"a"_s) });
        QTRY_COMPARE(f.port.lists.size(), 1);
        QVERIFY(passes(f)); // one question at a time, however long it takes
        f.port.lists.takeFirst()(QList<PairingRequest> {});
        QVERIFY(f.ids().isEmpty());
        QVERIFY(passes(f));
        QCOMPARE(f.port.asked.count(u"list "_s + shop), 2);
    }

    //! Done when the Gateway says so, and not before.
    void approvedWhenTheGatewaySaysSo()
    {
        Fixture f;
        f.comes({ request(u"a"_s), request(u"b"_s) });
        QSignalSpy changed(&f.requests, &PairingRequests::changed);
        f.approve(u"b"_s);
        QCOMPARE(f.port.asked.last(), u"approve b"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(f.requests.list().at(1).step == PairingStep::Approving);
        QVERIFY(!f.answer);
        f.port.answers.takeFirst()({});
        QVERIFY(f.answer && *f.answer);
        QCOMPARE(f.ids(), QStringList { u"a"_s });
        QCOMPARE(f.port.asked.last(), u"list "_s + shop);
    }

    void whoWasApprovedIsRemembered()
    {
        Fixture f;
        f.comes({ request(u"a"_s), request(u"b"_s) });
        const auto approved = [&f] { return f.requests.approvedMs(u"default"_s, u"365"_s); };
        f.requests.dismiss(u"a"_s, &f.requests, {});
        f.port.answers.takeFirst()({});
        QCOMPARE(approved(), 0);
        f.approve(u"b"_s);
        QCOMPARE(approved(), 0);
        f.clock.pass(5);
        f.port.answers.takeFirst()({});
        QCOMPARE(approved(), Now + 5);
        QCOMPARE(f.requests.approvedMs(u"work"_s, u"365"_s), 0);
    }

    void dismissedWhenTheGatewaySaysSo()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.requests.dismiss(u"a"_s, &f.requests, [&](const Result<void>& done) { f.answer = done; });
        QCOMPARE(f.port.asked.last(), u"dismiss a"_s);
        QVERIFY(f.requests.list().first().step == PairingStep::Dismissing);
        f.port.answers.takeFirst()({});
        QVERIFY(f.answer && *f.answer);
        QVERIFY(f.ids().isEmpty());
    }

    //! A list that was asked for before the answer still has the request.
    void anAnsweredRequestDoesNotComeBack()
    {
        for (const auto answer : { &PairingRequests::approve, &PairingRequests::dismiss }) {
            Fixture f;
            f.comes({ request(u"a"_s) });
            emit f.port.changed(shop);
            (f.requests.*answer)(u"a"_s, &f.requests, {});
            f.port.answers.takeFirst()({});
            f.port.lists.takeFirst()(QList { request(u"a"_s) });
            QVERIFY(f.ids().isEmpty());
            f.port.lists.takeFirst()(QList<PairingRequest> {});
            QVERIFY(f.ids().isEmpty());
        }
    }

    //! Nor does it vanish while its answer is on the way.
    void aRequestStaysUntilItsAnswer()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.approve(u"a"_s);
        f.comes({});
        QCOMPARE(f.ids(), QStringList { u"a"_s });
        f.comes({ request(u"a"_s) });
        QVERIFY(f.requests.list().first().step == PairingStep::Approving);
        f.clock.pass(2 * 3'600'000);
        f.comes({ request(u"a"_s) });
        QCOMPARE(f.ids(), QStringList { u"a"_s });
    }

    void aRefusalLeavesItWaiting()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.approve(u"a"_s);
        f.port.answers.takeFirst()(failure(ErrorKind::PairingRefused));
        QCOMPARE(kindOf(f.answer), ErrorKind::PairingRefused);
        QVERIFY(f.requests.list().first().step == PairingStep::Waiting);
        QCOMPARE(f.port.asked.last(), u"list "_s + shop); // perhaps it was done all the same
    }

    void whatIsGoneIsGone()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.approve(u"a"_s);
        f.approve(u"a"_s);
        QCOMPARE(kindOf(f.answer), ErrorKind::PairingUnderWay);
        f.port.answers.takeFirst()(failure(ErrorKind::PairingGone));
        QVERIFY(f.ids().isEmpty());
        f.approve(u"a"_s);
        QCOMPARE(kindOf(f.answer), ErrorKind::PairingGone);
        QVERIFY(f.port.answers.isEmpty());
    }

    //! The person still waits, and the Gateway is usually back at once.
    void aGatewayThatIsGoneKeepsItsRequests()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.approve(u"a"_s);
        emit f.port.gone(shop);
        f.port.answers.takeFirst()(failure(ErrorKind::PairingUnanswered));
        QVERIFY(!f.requests.list().first().isGatewayConnected);
        QVERIFY(f.requests.list().first().step == PairingStep::Waiting);
        f.port.lists.takeFirst()(failure(ErrorKind::GatewayAway));
        f.approve(u"a"_s);
        QCOMPARE(kindOf(f.answer), ErrorKind::GatewayAway);
        f.comes({ request(u"a"_s) });
        QVERIFY(f.requests.list().first().isGatewayConnected);
    }

    void aRevokedGatewayIsForgotten()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        f.comes({ request(u"b"_s, Now, other) }, other);
        emit f.port.changed(shop);
        f.requests.forget(shop);
        QCOMPARE(f.ids(), QStringList { u"b"_s });
        f.port.lists.takeFirst()(QList { request(u"a"_s) });
        QCOMPARE(f.ids(), QStringList { u"b"_s });
    }

    //! After the hour that OpenClaw gives it, whether its Gateway is there or not.
    void aRequestExpires()
    {
        Timing timing = quiet();
        timing.pairingRefresh = 1ms;
        Fixture f(timing);
        f.comes({ request(u"a"_s, Now - 30 * 60'000), request(u"b"_s, 0) });
        emit f.port.gone(shop);
        QCOMPARE(f.ids(), (QStringList { u"a"_s, u"b"_s }));
        f.clock.pass(31 * 60'000);
        QTRY_COMPARE(f.ids(), QStringList { u"b"_s });
        f.clock.pass(31 * 60'000); // when it was first heard of, it was new
        QTRY_VERIFY(f.ids().isEmpty());
        f.comes({ request(u"c"_s, f.clock.nowMs() - 3'600'000) });
        QVERIFY(f.ids().isEmpty());
    }

    void whoDiedHearsNothing()
    {
        Fixture f;
        f.comes({ request(u"a"_s) });
        auto window = std::make_unique<QObject>();
        bool isHeard = false;
        f.requests.approve(u"a"_s, window.get(), [&](const Result<void>&) { isHeard = true; });
        window.reset();
        f.port.answers.takeFirst()({});
        QVERIFY(!isHeard);
        QVERIFY(f.ids().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPairingRequests)
#include "tst_pairingrequests.moc"
