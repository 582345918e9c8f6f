// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalistenerend.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

Q_DECLARE_METATYPE(zalo::ListenerFacts)
Q_DECLARE_METATYPE(zalo::ListenerCause)

namespace {

//! A reason without its detail; monostate where there is none.
using What = std::variant<std::monostate, StateCause, ErrorKind>;

What whatOf(const std::optional<StateReason>& reason)
{
    if (!reason) {
        return {};
    }
    if (const auto* cause = std::get_if<StateCause>(&*reason)) {
        return *cause;
    }
    return std::get<Error>(*reason).kind;
}

ListenerFacts exited(int code, const QByteArray& errors = {})
{
    ListenerFacts facts;
    facts.exit.exitCode = code;
    facts.errors = errors;
    return facts;
}

ListenerFacts closed(int code, bool wasConnected = true, bool sawError = false)
{
    ListenerFacts facts;
    facts.closeCode = code;
    facts.wasConnected = wasConnected;
    facts.sawError = sawError;
    return facts;
}

ListenerFacts stopped(ListenerFacts facts, ListenerCause cause)
{
    facts.stoppedFor = cause;
    facts.exit.signal = 15;
    facts.exit.stoppedByUs = true;
    return facts;
}

} // namespace

class TestZcaListenerEnd : public QObject
{
    Q_OBJECT

private slots:
    void theCauseDecides_data()
    {
        QTest::addColumn<ListenerFacts>("facts");
        QTest::addColumn<ListenerCause>("cause");
        QTest::addColumn<What>("what");
        using C = ListenerCause;
        using K = ErrorKind;
        const auto row = [](const char* name, const ListenerFacts& facts, C cause, What what) {
            QTest::newRow(name) << facts << cause << what;
        };
        row("3000", closed(3000), C::Closed3000, K::Duplicate);
        row("3003", closed(3003), C::Closed3003, K::Kicked);
        row("1006", closed(1006), C::NetworkDrop, K::Offline);
        row("1000", closed(1000), C::NetworkDrop, K::Offline);
        row("1006 after an error in a good connection", closed(1006, true, true), C::NetworkDrop,
            K::Offline);
        row("dead cookie at the websocket", closed(1006, false, true), C::Refused, K::Offline);
        row("never connected, no error", closed(1006, false), C::NetworkDrop, K::Offline);
        row("exit 0 is not fine", exited(0), C::Failed, K::ZcaFailed);
        row("recycle", exited(75), C::Recycle, StateCause::Renewed);
        row("not logged in", exited(1, "Error: Profile default: not logged in"), C::NotLoggedIn,
            K::NotLoggedIn);
        row("dead cookie at the login",
            exited(1, "Error: Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng"),
            C::Expired, K::Expired);
        row("login refused without a reason", exited(1, "Error: Đăng nhập thất bại"),
            C::LoginRefused, K::LoginRefused);
        row("221 at the login", exited(1, "Error: Vượt quá số request cho phép"), C::LoginRefused,
            K::RateLimited);
        row("500 at the login",
            exited(1, "Error: Failed to fetch login info: Internal Server Error"), C::LoginRefused,
            K::ZaloRefused);
        row("offline", exited(1, "Error: fetch failed"), C::Offline, K::Offline);
        row("owned",
            exited(1, "Error: Another openzca listener already owns profile \"a\" (pid 5)."),
            C::AlreadyOwned, K::Duplicate);
        row("unknown option", exited(1, "error: unknown option '--supervised'"), C::Unsupported,
            K::ZcaUsage);
        row("no interpreter", exited(127, "env: 'node': No such file or directory"), C::StartFailed,
            K::ZcaBroken);
        row("terminated by somebody", exited(143), C::Crashed, K::ZcaFailed);
        row("our stop", stopped(closed(0), C::Stopped), C::Stopped, {});
        row("our stop closes the websocket", stopped(closed(1000), C::Stopped), C::Stopped, {});
        row("our stop outranks a duplicate", stopped(closed(3000), C::Stopped), C::Stopped, {});
        row("our stop outranks a kick", stopped(closed(3003), C::Stopped), C::Stopped, {});
        row("silent", stopped({}, C::Silent), C::Silent, ErrorKind::Offline);
        row("our recycle", stopped(closed(1000), C::Recycle), C::Recycle, StateCause::Renewed);
        row("kicked while we recycled", stopped(closed(3003), C::Recycle), C::Closed3003,
            K::Kicked);
        row("stuck", stopped(closed(0), C::Stuck), C::Stuck, K::ZcaSilent);
        ListenerFacts crashed;
        crashed.exit.signal = 11;
        row("crash", crashed, C::Crashed, K::ZcaFailed);
        ListenerFacts deaf = closed(3003); // stopped because it lingered after its close
        deaf.exit.signal = 15;
        deaf.exit.stoppedByUs = true;
        row("deaf after a kick", deaf, C::Closed3003, K::Kicked);
        ListenerFacts missing;
        missing.program = u"/no/such/zca"_s;
        missing.exit.startFailed = true;
        row("missing", missing, C::StartFailed, K::ZcaMissing);
        missing.exit.machineFull = true;
        row("no room for it", missing, C::Hindered, K::MachineFull);
        ListenerFacts noSpool;
        noSpool.noSpool = Error { K::StorageFull, u"/spool"_s };
        row("no file for what it prints", noSpool, C::Hindered, K::StorageFull);
        ListenerFacts quiet = exited(0);
        quiet.wasConnected = true;
        row("ended without a close code", quiet, C::NetworkDrop, K::Offline);
        ListenerFacts refused = exited(0);
        refused.sawError = true;
        row("an error and no close code", refused, C::Refused, K::Offline);
    }

    void theCauseDecides()
    {
        QFETCH(ListenerFacts, facts);
        const ListenerEnd end = listenerEnd(facts);
        QTEST(end.cause, "cause");
        QTEST(whatOf(end.reason), "what");
        QCOMPARE(end.closeCode, facts.closeCode);
        QCOMPARE(end.wasConnected, facts.wasConnected);
    }

    void whatPeopleReadIsWhole_data() { theCauseDecides_data(); }

    void whatPeopleReadIsWhole()
    {
        QFETCH(ListenerFacts, facts);
        const std::optional<StateReason> reason = listenerEnd(facts).reason;
        if (!reason) {
            return; // our own stop needs no words
        }
        const QString text = stateReasonText(*reason);
        QVERIFY(text.size() > 10);
        QVERIFY2(!text.contains(u"%1"_s), qPrintable(text));
    }

    void theOwnerOfALockIsNamed()
    {
        ListenerFacts facts;
        facts.exit.exitCode = 1;
        facts.errors = "Error: Another openzca listener already owns profile \"a\" (pid 51234).\n";
        QCOMPARE(listenerEnd(facts).lockedBy, 51'234);
        facts.errors = "Error: Unable to acquire listener ownership for profile \"a\".\n";
        QCOMPARE(listenerEnd(facts).lockedBy, 0);
        QCOMPARE(listenerEnd(facts).cause, ListenerCause::AlreadyOwned);
    }
};

QTEST_APPLESS_MAIN(TestZcaListenerEnd)
#include "tst_zcalistenerend.moc"
