// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/policy.h"

#include <QtGlobal>

namespace zalo {

Policy Policy::scaled(double factor) const
{
    Policy p = *this;
    const auto scale = [factor](ms& time) { time = ms(qRound64(double(time.count()) * factor)); };
    for (ms* time : { &p.probeDeadline,
                      &p.commandDeadline,
                      &p.listDeadline,
                      &p.stopGrace,
                      &p.zcaSearch,
                      &p.qrLifetime,
                      &p.loginDeadline,
                      &p.loginPoll,
                      &p.stableAfter,
                      &p.heartbeat,
                      &p.heartbeatDeadline,
                      &p.connectDeadline,
                      &p.recycleAfter,
                      &p.sleepCheck,
                      &p.sleepCounts,
                      &p.proofNote,
                      &p.pruneInterval,
                      &p.mediaGrace,
                      &p.deliverDeadline,
                      &p.backlogThreadInterval,
                      &p.backlogInterval,
                      &p.backlogMaxAge,
                      &p.sendDeadline,
                      &p.uploadDeadline,
                      &p.coolDown,
                      &p.storageRetry,
                      &p.sendInterval,
                      &p.openingDeadline,
                      &p.callDeadline,
                      &p.keychainDeadline,
                      &p.shutdownGrace,
                      &p.openclawDeadline,
                      &p.openclawInstallDeadline,
                      &p.companionStart,
                      &p.bridgeProof,
                      &p.proofPoll }) {
        scale(*time);
    }
    for (Backoff::Range* range : { &p.reconnect, &p.offlineRetry, &p.deliverRetry }) {
        scale(range->first);
        scale(range->longest);
    }
    return p;
}

} // namespace zalo
