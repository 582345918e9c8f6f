// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalistenerend.h"

#include "zca/zcaerrors.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct Verdict
{
    ListenerCause cause {};
    std::optional<StateReason> reason;
};

Verdict stoppedByUs(ListenerCause cause, bool wasConnected)
{
    if (cause == ListenerCause::Stuck) {
        return { cause,
                 Error { ErrorKind::ZcaSilent,
                         wasConnected ? u"its heartbeat stayed away"_s
                                      : u"it did not connect in time"_s } };
    }
    if (cause == ListenerCause::Slept) {
        return { cause, StateCause::Slept };
    }
    if (cause == ListenerCause::Silent) {
        return { cause, Error { ErrorKind::Offline, u"nothing was acknowledged"_s } };
    }
    if (cause == ListenerCause::Recycle) {
        return { cause, StateCause::Renewed };
    }
    return { cause, {} };
}

Verdict closed(const ListenerFacts& facts)
{
    if (facts.closeCode == 3000) {
        return { ListenerCause::Closed3000, Error { ErrorKind::Duplicate, {} } };
    }
    if (facts.closeCode == 3003) {
        return { ListenerCause::Closed3003, Error { ErrorKind::Kicked, {} } };
    }
    // The websocket is refused with a dead cookie, and closes with 1006 then too.
    const bool refused = facts.sawError && !facts.wasConnected;
    return { refused ? ListenerCause::Refused : ListenerCause::NetworkDrop,
             Error { ErrorKind::Offline, u"closed with %1"_s.arg(facts.closeCode) } };
}

Verdict failed(const ListenerFacts& facts)
{
    Error error = zcaError(facts.exit.exitCode, {}, facts.errors);
    switch (error.kind) {
    case ErrorKind::NotLoggedIn:
        return { ListenerCause::NotLoggedIn, std::move(error) };
    case ErrorKind::Expired:
        return { ListenerCause::Expired, std::move(error) };
    case ErrorKind::LoginRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::ZaloRefused:
        return { ListenerCause::LoginRefused, std::move(error) };
    case ErrorKind::Offline:
        return { ListenerCause::Offline, std::move(error) };
    case ErrorKind::Duplicate:
        return { ListenerCause::AlreadyOwned, std::move(error) };
    case ErrorKind::ZcaUsage:
        return { ListenerCause::Unsupported, std::move(error) };
    case ErrorKind::ZcaBroken:
    case ErrorKind::ZcaMissing:
    case ErrorKind::ZcaNotExecutable:
        return { ListenerCause::StartFailed, std::move(error) };
    default:
        return { ListenerCause::Failed, std::move(error) };
    }
}

Verdict verdict(const ListenerFacts& facts)
{
    constexpr int recycled = 75;
    constexpr int interrupted = 130;
    constexpr int terminated = 143;
    const ZcaExit& exit = facts.exit;
    if (facts.stoppedFor == ListenerCause::Stopped) {
        return stoppedByUs(ListenerCause::Stopped, facts.wasConnected);
    }
    if (facts.noSpool) {
        return { ListenerCause::Hindered, *facts.noSpool };
    }
    if (exit.startFailed) {
        return { exit.machineFull ? ListenerCause::Hindered : ListenerCause::StartFailed,
                 zcaStartError(facts.program, exit) };
    }
    if (facts.closeCode == 3000 || facts.closeCode == 3003) {
        return closed(facts);
    }
    if (exit.flooded || exit.signal == SIGXFSZ) { // the kernel's word for a file that is too large
        return { ListenerCause::Flooded, Error { ErrorKind::OutputTooLarge, u"without end"_s } };
    }
    if (facts.stoppedFor) {
        return stoppedByUs(*facts.stoppedFor, facts.wasConnected);
    }
    if (exit.exitCode == recycled) {
        return stoppedByUs(ListenerCause::Recycle, facts.wasConnected);
    }
    if (facts.closeCode != 0) {
        return closed(facts);
    }
    if (exit.signal != 0 || exit.exitCode == interrupted || exit.exitCode == terminated) {
        const int number = exit.signal != 0 ? exit.signal : exit.exitCode - 128;
        return { ListenerCause::Crashed,
                 Error { ErrorKind::ZcaFailed, u"ended by signal %1"_s.arg(number) } };
    }
    if (exit.exitCode != 0) {
        return failed(facts);
    }
    if (facts.sawError && !facts.wasConnected) {
        return { ListenerCause::Refused, Error { ErrorKind::Offline, u"refused"_s } };
    }
    if (facts.wasConnected) {
        return { ListenerCause::NetworkDrop, Error { ErrorKind::Offline, u"ended"_s } };
    }
    return { ListenerCause::Failed,
             Error { ErrorKind::ZcaFailed, u"the listener ended without a word"_s } };
}

//! Of a reason whose detail is `pid N`.
qint64 pidIn(const StateReason& reason)
{
    return std::get<Error>(reason).detail.section(u' ', 1, 1).toLongLong();
}

} // namespace

ListenerEnd listenerEnd(const ListenerFacts& facts)
{
    Verdict result = verdict(facts);
    const qint64 lockedBy = result.cause == ListenerCause::AlreadyOwned ? pidIn(*result.reason) : 0;
    return { .cause = result.cause,
             .reason = std::move(result.reason),
             .closeCode = facts.closeCode,
             .wasConnected = facts.wasConnected,
             .lockedBy = lockedBy };
}

} // namespace zalo
