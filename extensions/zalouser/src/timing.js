// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every time that decides what the plugin does, in milliseconds. They are read where they are used, so tests can shorten them. */
export const timing = {
    // bridge
    handshakeTimeoutMs: 8 * SECOND, // below the companion's own limit of 10 s
    requestTimeoutMs: 15 * SECOND, // where the caller names none
    closeTimeoutMs: SECOND, // how long a closing channel waits for a peer that does not read
    minBackoffMs: 250,
    maxBackoffMs: 10 * SECOND,
    stableAfterMs: 10 * SECOND, // a connection that lasts this long resets the back-off, and its end is reported again
    companionStartTimeoutMs: 8 * SECOND,
    companionStartPollMs: 50,
    companionStartIntervalMs: MINUTE, // between two starts of a companion that keeps dying
    takeoverGraceMs: 5 * SECOND, // a companion that has just ended may be handing over to another instance, for example one with a window
    unitQueryTimeoutMs: 3 * SECOND, // systemctl --user cat
    unitStartTimeoutMs: 5 * SECOND, // systemctl --user start

    // account
    loginTimeoutMs: 10 * MINUTE, // three QR codes of 100 s each, and time to think
    firstQrTimeoutMs: 30 * SECOND, // Control UI; the Gateway may name another
    loginWaitTimeoutMs: 2 * MINUTE, // Control UI; the Gateway may name another
    probeTimeoutMs: 10 * SECOND, // below the Gateway's own, which does not name the cause

    // outbound
    sendDeadlineMs: 30 * SECOND, // the companion must start sending by then: a person waits at a terminal
    replyDeadlineMs: 10 * MINUTE, // replies may wait for the account's pace; the maximum of PROTOCOL.md
    sendTimeoutMs: 65 * SECOND, // zca's own limit once a send has started, with a margin
    uploadTimeoutMs: 190 * SECOND, // the same; uploads depend on the line
    knownIdMs: 10 * SECOND, // whether an id is a group's; within one send it is asked several times
    queuedMaxAgeMs: 30 * DAY, // what the Gateway still keeps after that is not sent any more
    outgoingMaxAgeMs: DAY, // a file on its way to Zalo for longer is a leftover, whoever has its process's number

    // inbound
    turnStallTimeoutMs: 30 * MINUTE, // an agent may take long; beyond this its turn counts as stalled
    busyRetryMs: SECOND / 2, // a stopped turn needs some hundred milliseconds to end
    ingressPollMs: 5 * SECOND,
    ingressStopTimeoutMs: 10 * SECOND, // the Gateway waits for running turns before it stops an account; this covers turns that it does not know of
    ingressPruneIntervalMs: HOUR,
    ingressRetentionMs: 30 * DAY, // longer than zca may print a message again, and than the companion remembers it
    databaseBusyTimeoutMs: 5 * SECOND,
    typingIntervalMs: 10 * SECOND, // each typing indicator runs zca as a process, so it is sent less often than on other channels
    typingMaxDurationMs: 2 * MINUTE,
    storageRetryMs: 5 * SECOND, // a reply is retried while the companion's disk is full
    nameRetryMs: 10 * SECOND,
    memberNamesTimeoutMs: 2 * SECOND, // a turn does not wait longer for the names of its group
    approvalPollMs: 5 * SECOND, // the longest delay from an approval to its notification
    challengeLifetimeMs: HOUR, // OpenClaw drops an unanswered pairing request after it
    gatewayCallTimeoutMs: 15 * SECOND, // the Gateway's own methods
    configAdoptionMs: 5 * SECOND, // the Gateway uses a changed configuration by then; longer than that it restarts the channel anyway
    configPollMs: 50,

    // directory
    listTimeoutMs: 30 * SECOND, // all pages of a list together
};
