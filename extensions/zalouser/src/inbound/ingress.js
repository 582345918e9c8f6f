// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { setTimeout as sleep } from "node:timers/promises";
import { BridgeError, CODE, isConnectionError, wordsOf } from "../bridge/errors.js";
import { processRun } from "../runtime.js";
import { createOutcomes, createQueue, createTurns } from "./queue.js";

/** How often one message may fail before it is given up with outcome `failed`. */
const MOST_ATTEMPTS = 5;
/** An agent may think for long; only then is its turn taken for stuck. */
const STUCK_AFTER_MS = 30 * 60000;
const POLL_MS = 5000;
/** The Gateway waits for running turns itself before it stops an account; this is for those that it does not know of. */
const STOP_WITHIN_MS = 10000;
/** A Zalo message is never printed twice by zca after that; the companion's own memory is shorter. */
const RETENTION = { pruneIntervalMs: 3600000, completedTtlMs: 30 * 86400000, completedMaxEntries: 5000, failedTtlMs: 30 * 86400000, failedMaxEntries: 1000 };

/**
 * The durable way in for one account. `take` stores a message and only then answers `{taken: true}`; the SDK's monitor and drain
 * hand stored messages to `handle`, one at a time per thread, also those that an earlier Gateway process left behind.
 *
 * A row is done when the Gateway has *adopted* it: from then on its own restart recovery continues the agent's turn, and handing the
 * message over again would answer it twice. Where a process died between the adoption and the moment from which the Gateway knows of
 * the turn, or between the agent's end and the reply, nobody continues it: `isContinued` tells these apart, and they are handed over
 * again, under the same reply keys. The thread stays busy until the turn has really ended: else the Gateway would steer the
 * next message into the running one, and two questions would get one answer.
 *
 * @param {{sdk: object, db: object, accountId: string, handle: Function, tell: Function, log: object}} options
 *   `sdk` is the module `openclaw/plugin-sdk/channel-outbound`; `handle(message, {signal, replyOptions, stopping})` gives
 *   `{outcome, reason?}` or throws to be tried again; `tell(outcome)` sends one outcome to the companion; `isContinued(message)` tells whether
 *   the Gateway itself continues a turn that an earlier process left; `run` names this process
 */
export function createIngress({ sdk, db, accountId, handle, tell, log, isContinued = () => true, run = processRun }) {
    const outcomes = createOutcomes(db, accountId);
    const turns = createTurns(db, accountId, run);
    const queue = createQueue(db, accountId);
    let telling = Promise.resolve();

    /** Tells the companion every outcome it has not heard; what fails stays for the next connection. */
    const flush = () => {
        telling = telling.then(async () => {
            for (const entry of outcomes.list()) {
                const { seq, ...outcome } = entry;
                await tell(outcome);
                outcomes.told({ seq, ...outcome });
            }
        }).catch((error) => {
            if (!isConnectionError(error)) log?.warn?.(`zalouser: an outcome could not be told: ${wordsOf(error)}`);
        });
        return telling;
    };

    const stopping = new AbortController();
    const threads = new Map(); // thread → the end of its last turn

    const conclude = (message, result) => {
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
                conclude(message, { outcome: "dispatched" });
                await lifecycle.onAdopted();
            },
        };
        const { abortSignal: signal } = lifecycle;
        try {
            signal.throwIfAborted();
            const replyOptions = { ...sdk.bindIngressLifecycleToReplyOptions(watched), abortSignal: signal };
            const result = await handle(message, { signal, replyOptions, stopping: stopping.signal });
            if (!adopted || result.outcome !== "dispatched") conclude(message, result);
        } catch (error) {
            if (!adopted && (signal.aborted || claim.attempts + 1 < MOST_ATTEMPTS)) throw error;
            conclude(message, { outcome: "failed", reason: wordsOf(error) });
        } finally {
            // One that is ended because the process ends is not over.
            if (adopted && !stopping.signal.aborted) turns.end(claim.id);
        }
        return { kind: "completed" };
    };

    /** Looked at once, before anything new begins: soon the Gateway may have finished what it continues. */
    const takeUpLeft = async () => {
        for (const { id, payload } of turns.left()) {
            const message = JSON.parse(payload.rawEvent);
            if (!(await isContinued(message))) await queue.reopen(id, payload);
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
        pollIntervalMs: POLL_MS,
        retention: RETENTION,
        drain: { adoptionStallTimeoutMs: STUCK_AFTER_MS, formatError: wordsOf },
        admissionMode: "durable-after-stop", // what arrives while the account stops is for its next start
        onError: (error) => log?.error?.(`zalouser: the ingress queue failed: ${wordsOf(error)}`),
    });

    return {
        take: async (message) => {
            await monitor.admit(checked(message));
            return { taken: true };
        },
        flush,
        takeUpLeft,
        start: () => {
            monitor.start();
            return flush();
        },
        pause: () => monitor.pause(),
        /** Lets running turns end for a while; what has not begun stays stored. */
        stop: async () => {
            const patience = setTimeout(() => stopping.abort(), STOP_WITHIN_MS / 2);
            const limit = sleep(STOP_WITHIN_MS, undefined, { ref: false });
            await Promise.race([monitor.stop().then(() => telling), limit]);
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
