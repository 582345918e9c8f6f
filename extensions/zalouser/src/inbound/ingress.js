// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { setTimeout as sleep } from "node:timers/promises";
import { BridgeError, CODE, isConnectionError, errorMessage } from "../bridge/errors.js";
import { processRunId } from "../runtime.js";
import { createOutcomes, createQueue, createTurns } from "./queue.js";

/** How often one message may fail before it is given up with outcome `failed`. */
const MAX_ATTEMPTS = 5;
/** An agent may think for long; only then is its turn taken for stuck. */
const STALL_TIMEOUT_MS = 30 * 60000;
const POLL_INTERVAL_MS = 5000;
/** The Gateway waits for running turns itself before it stops an account; this is for those that it does not know of. */
const STOP_TIMEOUT_MS = 10000;
/** A Zalo message is never printed twice by zca after that; the companion's own memory is shorter. */
const RETENTION = { pruneIntervalMs: 3600000, completedTtlMs: 30 * 86400000, completedMaxEntries: 5000, failedTtlMs: 30 * 86400000, failedMaxEntries: 1000 };

/**
 * The durable way in for one account. `accept` stores a message and only then answers `{accepted: true}`; the SDK's monitor and drain
 * hand stored messages to `handle`, one at a time per thread, also those that an earlier Gateway process left behind.
 *
 * A row is done when the Gateway has *adopted* it: from then on its own restart recovery continues the agent's turn, and handing the
 * message over again would answer it twice. Where a process died between the adoption and the moment from which the Gateway knows of
 * the turn, or between the agent's end and the reply, nobody continues it: `isResumed` tells these apart, and they are handed over
 * again, under the same reply keys. The thread stays busy until the turn has really ended: else the Gateway would steer the
 * next message into the running one, and two questions would get one answer.
 *
 * @param {{sdk: typeof import("openclaw/plugin-sdk/channel-outbound"), db: import("../types.d.ts").Database, accountId: string,
 *   handle: (message: import("../types.d.ts").InboundMessage, lifecycle: import("../types.d.ts").TurnLifecycle) => Promise<import("../types.d.ts").Outcome> | import("../types.d.ts").Outcome,
 *   report: (outcome: any) => Promise<unknown>, log?: import("../types.d.ts").Log, isResumed?: (message: import("../types.d.ts").InboundMessage) => boolean | Promise<boolean>, run?: string}} options
 *   `sdk` is the module `openclaw/plugin-sdk/channel-outbound`; `handle(message, {signal, replyOptions, stopping})` gives
 *   `{outcome, reason?}` or throws to be tried again; `report(outcome)` sends one outcome to the companion; `isResumed(message)` tells whether
 *   the Gateway itself continues a turn that an earlier process left; `run` names this process
 */
export function createIngress({ sdk, db, accountId, handle, report, log, isResumed = () => true, run = processRunId }) {
    const outcomes = createOutcomes(db, accountId);
    const turns = createTurns(db, accountId, run);
    const queue = createQueue(db, accountId);
    let reporting = Promise.resolve();

    /** Tells the companion every outcome it has not heard; what fails stays for the next connection. */
    const flush = () => {
        reporting = reporting.then(async () => {
            for (const entry of outcomes.list()) {
                const { seq, ...outcome } = entry;
                await report(outcome);
                outcomes.markReported({ seq, ...outcome });
            }
        }).catch((error) => {
            if (!isConnectionError(error)) log?.warn?.(`zalouser: an outcome could not be told: ${errorMessage(error)}`);
        });
        return reporting;
    };

    const stopping = new AbortController();
    const threads = new Map(); // thread → the end of its last turn

    const recordOutcome = (message, result) => {
        outcomes.put({ profile: message.profile, msgId: message.msgId, ...result });
        void flush();
    };

    const turn = async (message, lifecycle, claim) => {
        let adopted = false;
        const watched = {
            ...lifecycle,
            onAdopted: async () => {
                adopted = true;
                turns.begin(claim.id, claim.payload);
                // Stored first: a crash in between repeats the outcome, it never loses it.
                recordOutcome(message, { outcome: "dispatched" });
                await lifecycle.onAdopted();
            },
        };
        const { abortSignal: signal } = lifecycle;
        try {
            signal.throwIfAborted();
            const replyOptions = { ...sdk.bindIngressLifecycleToReplyOptions(watched), abortSignal: signal };
            const result = await handle(message, { signal, replyOptions, stopping: stopping.signal });
            if (!adopted || result.outcome !== "dispatched") recordOutcome(message, result);
        } catch (error) {
            if (!adopted && (signal.aborted || claim.attempts + 1 < MAX_ATTEMPTS)) throw error;
            recordOutcome(message, { outcome: "failed", reason: errorMessage(error) });
        } finally {
            // One that is ended because the process ends is not over.
            if (adopted && !stopping.signal.aborted) turns.end(claim.id);
        }
        return { kind: "completed" };
    };

    /** Looked at once, before anything new begins: soon the Gateway may have finished what it continues. */
    const recoverOrphanedTurns = async () => {
        for (const { id, payload } of turns.orphaned()) {
            const message = JSON.parse(payload.rawEvent);
            if (!(await isResumed(message))) await queue.requeue(id, payload);
            turns.end(id);
        }
    };

    const deliver = (message, lifecycle, claim) => {
        const thread = laneOf(message);
        const result = (threads.get(thread) ?? Promise.resolve()).then(() => turn(message, lifecycle, claim));
        const end = result.then(() => {}, () => {}).then(() => threads.get(thread) === end && threads.delete(thread));
        threads.set(thread, end);
        return result;
    };

    const monitor = sdk.createChannelIngressMonitor({
        queue,
        inspect: (message) => ({ eventId: `${message.profile}:${message.msgId}`, laneKey: laneOf(message) }),
        payload: {
            version: 1,
            storage: "raw-event",
            serialize: (message) => JSON.stringify(message),
            deserialize: (body) => JSON.parse(body),
            createClaimError: (kind) => new Error(`a stored message cannot be read (${kind})`),
        },
        deliver,
        pollIntervalMs: POLL_INTERVAL_MS,
        retention: RETENTION,
        drain: { adoptionStallTimeoutMs: STALL_TIMEOUT_MS, formatError: errorMessage },
        admissionMode: "durable-after-stop", // what arrives while the account stops is for its next start
        onError: (error) => log?.error?.(`zalouser: the ingress queue failed: ${errorMessage(error)}`),
    });

    return {
        accept: async (message) => {
            await monitor.admit(checked(message));
            return { accepted: true };
        },
        flush,
        recoverOrphanedTurns,
        start: () => {
            monitor.start();
            return flush();
        },
        pause: () => monitor.pause(),
        /** Lets running turns end for a while; what has not begun stays stored. */
        stop: async () => {
            const patience = setTimeout(() => stopping.abort(), STOP_TIMEOUT_MS / 2);
            const limit = sleep(STOP_TIMEOUT_MS, undefined, { ref: false });
            await Promise.race([monitor.stop().then(() => reporting), limit]);
            clearTimeout(patience);
            stopping.abort();
        },
        idle: () => monitor.waitForIdle(),
    };
}

const laneOf = ({ profile, threadId }) => `${profile}:${threadId}`;

/** The members that identity, order and policy stand on must be there; the rest is context. */
function checked(message) {
    const wrong = ["profile", "msgId", "threadId", "senderId"].find((name) => typeof message[name] !== "string" || message[name] === "");
    if (wrong || typeof message.text !== "string" || typeof message.isGroup !== "boolean") {
        throw new BridgeError("params", `inbound.deliver lacks ${wrong ?? "text or isGroup"}.`, { code: CODE.params });
    }
    return message;
}
