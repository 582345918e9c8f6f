// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/timing.h"

#include <QtGlobal>

#include <array>

namespace zalo {

Timing Timing::scaled(double factor) const
{
    Timing t = *this;
    const auto scale = [factor](ms& time) { time = ms(qRound64(double(time.count()) * factor)); };
    const std::array times { &t.probeDeadline,
                             &t.commandDeadline,
                             &t.listDeadline,
                             &t.stopGrace,
                             &t.zcaSearch,
                             &t.qrLifetime,
                             &t.loginDeadline,
                             &t.loginPoll,
                             &t.provenAfter,
                             &t.flapWindow,
                             &t.takenRetry,
                             &t.takenCounts,
                             &t.ownWebsocket,
                             &t.websocketPatience,
                             &t.heartbeat,
                             &t.heartbeatDeadline,
                             &t.historyDeadline,
                             &t.historyMargin,
                             &t.groupActive,
                             &t.historyReach,
                             &t.connectDeadline,
                             &t.closedGrace,
                             &t.kernelPoll,
                             &t.ackDeadline,
                             &t.answerDeadline,
                             &t.renewAfter,
                             &t.quietMoment,
                             &t.quarrel,
                             &t.sleepCheck,
                             &t.sleepCounts,
                             &t.lastVerifiedInterval,
                             &t.pruneInterval,
                             &t.pruneAfterStart,
                             &t.pruneWhenIdle,
                             &t.mediaGrace,
                             &t.contactRefresh,
                             &t.contactPause,
                             &t.orderQuiet,
                             &t.orderHold,
                             &t.deliverDeadline,
                             &t.mediaWait,
                             &t.fetchConnect,
                             &t.fetchStall,
                             &t.fetchTotal,
                             &t.ownerPause,
                             &t.takeOver,
                             &t.waitPatience,
                             &t.backlogThreadInterval,
                             &t.backlogInterval,
                             &t.backlogMaxAge,
                             &t.expiryInterval,
                             &t.sendDeadline,
                             &t.uploadDeadline,
                             &t.coolDown,
                             &t.storageRetry,
                             &t.storageLockRetry,
                             &t.storageLockPatience,
                             &t.sendInterval,
                             &t.pairingDeadline,
                             &t.pairingLife,
                             &t.pairingRefresh,
                             &t.handshakeDeadline,
                             &t.refusalPause,
                             &t.callDeadline,
                             &t.reconnectAnswer,
                             &t.silenceProbe,
                             &t.deliverPatience,
                             &t.controlIdle,
                             &t.socketCheck,
                             &t.ownerPatience,
                             &t.keychainDeadline,
                             &t.shutdownGrace,
                             &t.openclawDeadline,
                             &t.openclawInstallDeadline,
                             &t.companionStart,
                             &t.connectionCheck,
                             &t.connectionPoll,
                             &t.gatewayLook,
                             &t.gatewayTaskLook,
                             &t.gatewayAnswer,
                             &t.gatewayStart,
                             &t.gatewayStop,
                             &t.gatewayLogPoll,
                             &t.controlUiLink };
    for (ms* time : times) {
        scale(*time);
    }
    const std::array ranges { &t.reconnect,    &t.offlineRetry, &t.loginRetry, &t.historyPace,
                              &t.historyRetry, &t.deliverRetry, &t.mediaRetry, &t.pairingRetry };
    for (Backoff::Range* range : ranges) {
        scale(range->first);
        scale(range->longest);
    }
    static_assert(sizeof(Timing)
                      == times.size() * sizeof(ms) + ranges.size() * sizeof(Backoff::Range)
                          + sizeof(t.sendSpread),
                  "a time is missing above");
    return t;
}

} // namespace zalo
