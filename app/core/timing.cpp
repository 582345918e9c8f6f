// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/timing.h"

#include <QtGlobal>

#include <array>

namespace zalo {
namespace {

//! Every time of it.
constexpr std::array times { &Timing::probeDeadline,
                             &Timing::commandDeadline,
                             &Timing::listDeadline,
                             &Timing::stopGrace,
                             &Timing::zcaSearch,
                             &Timing::qrLifetime,
                             &Timing::loginDeadline,
                             &Timing::loginPoll,
                             &Timing::provenAfter,
                             &Timing::flapWindow,
                             &Timing::takenRetry,
                             &Timing::takenCounts,
                             &Timing::ownWebsocket,
                             &Timing::websocketPatience,
                             &Timing::heartbeat,
                             &Timing::heartbeatDeadline,
                             &Timing::historyDeadline,
                             &Timing::historyMargin,
                             &Timing::groupActive,
                             &Timing::historyReach,
                             &Timing::connectDeadline,
                             &Timing::closedGrace,
                             &Timing::kernelPoll,
                             &Timing::ackDeadline,
                             &Timing::answerDeadline,
                             &Timing::renewAfter,
                             &Timing::quietMoment,
                             &Timing::quarrel,
                             &Timing::sleepCheck,
                             &Timing::sleepCounts,
                             &Timing::lastVerifiedInterval,
                             &Timing::pruneInterval,
                             &Timing::pruneAfterStart,
                             &Timing::pruneWhenIdle,
                             &Timing::mediaGrace,
                             &Timing::contactRefresh,
                             &Timing::contactPause,
                             &Timing::orderQuiet,
                             &Timing::orderHold,
                             &Timing::deliverDeadline,
                             &Timing::mediaWait,
                             &Timing::fetchConnect,
                             &Timing::fetchStall,
                             &Timing::fetchTotal,
                             &Timing::ownerPause,
                             &Timing::takeOver,
                             &Timing::waitPatience,
                             &Timing::backlogThreadInterval,
                             &Timing::backlogInterval,
                             &Timing::backlogMaxAge,
                             &Timing::expiryInterval,
                             &Timing::sendDeadline,
                             &Timing::uploadDeadline,
                             &Timing::coolDown,
                             &Timing::storageRetry,
                             &Timing::storageLockRetry,
                             &Timing::storageLockPatience,
                             &Timing::sendInterval,
                             &Timing::pairingDeadline,
                             &Timing::pairingLife,
                             &Timing::pairingRefresh,
                             &Timing::handshakeDeadline,
                             &Timing::refusalPause,
                             &Timing::callDeadline,
                             &Timing::reconnectAnswer,
                             &Timing::silenceProbe,
                             &Timing::deliverPatience,
                             &Timing::controlIdle,
                             &Timing::socketCheck,
                             &Timing::ownerPatience,
                             &Timing::keychainDeadline,
                             &Timing::shutdownGrace,
                             &Timing::openclawDeadline,
                             &Timing::openclawInstallDeadline,
                             &Timing::companionStart,
                             &Timing::connectionCheck,
                             &Timing::connectionPoll,
                             &Timing::gatewayLook,
                             &Timing::gatewayTaskLook,
                             &Timing::gatewayAnswer,
                             &Timing::gatewayStart,
                             &Timing::gatewayStop,
                             &Timing::gatewayLogPoll,
                             &Timing::controlUiLink };
constexpr std::array ranges { &Timing::reconnect,   &Timing::offlineRetry, &Timing::loginRetry,
                              &Timing::historyPace, &Timing::historyRetry, &Timing::deliverRetry,
                              &Timing::mediaRetry,  &Timing::pairingRetry };

static_assert(sizeof(Timing)
                  == times.size() * sizeof(Timing::ms) + ranges.size() * sizeof(Backoff::Range)
                      + sizeof(Timing::sendSpread),
              "a time is missing above");

} // namespace

Timing Timing::scaled(double factor) const
{
    Timing scaled = *this;
    const auto scale = [factor](ms& time) { time = ms(qRound64(double(time.count()) * factor)); };
    for (const auto time : times) {
        scale(scaled.*time);
    }
    for (const auto range : ranges) {
        scale((scaled.*range).first);
        scale((scaled.*range).longest);
    }
    return scaled;
}

} // namespace zalo
