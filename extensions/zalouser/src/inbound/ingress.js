// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { setTimeout as sleep } from "node:timers/promises";
import { BridgeError, CODE, isConnectionError, errorMessage } from "../bridge/errors.js";
import { processRunId } from "../runtime.js";
import { timing } from "../timing.js";
import { followAdoption } from "./adoption.js";
import { createOutcomes, createQueue, createTurns } from "./queue.js";
import { failed } from "./reasons.js";

/** Attempts before a message is given up with the outcome `failed`. */
const MAX_ATTEMPTS = 5;
/** Rows that are kept of messages that are done. */
const MAX_COMPLETED = 5000;
const MAX_FAILED = 1000;

/** A message failed so often that its row is marked as failed. */
class GivenUpError extends Error {}

/**
 * The durable ingress of one account. `accept` stores a message before it returns `{accepted: true}`; the SDK's monitor and drain pass stored
 * messages to `handle` in the order of their thread, including those that an earlier Gateway process left behind.
 *
 * A thread is busy only until the Gateway has taken a message over: the next one follows while the turn runs, and the Gateway decides whether
 * it steers that turn, waits, ends it (`/stop`) or answers its question (`/approve`). Only while the turn's reply is being sent the next one waits:
 * the Gateway would take the unfinished sending for one that a restart broke off, and apologize for it in the chat.
 *
 * A row is complete once the Gateway has *adopted* it: from then on the Gateway's own restart recovery continues the agent's turn, and a
 * second hand-over would answer the message twice. If the process died between the adoption and the moment from which the Gateway knows
 * of the turn, or between the agent's end and the reply, nobody continues it: `isResumed` tells these cases apart, and orphaned turns are
 * requeued under the same reply keys. A row that waits in the Gateway's queue is not complete: its message comes again after a crash.
 *
 * @param {{sdk: typeof import("openclaw/plugin-sdk/channel-outbound"), db: import("../types.d.ts").Database, accountId: string,
 *   handle: (message: import("../types.d.ts").InboundMessage, lifecycle: import("../types.d.ts").TurnLifecycle) => Promise<import("../types.d.ts").Outcome> | import("../types.d.ts").Outcome,
 *   report: (outcome: any) => Promise<unknown>, log?: import("../types.d.ts").Log, isResumed?: (message: import("../types.d.ts").InboundMessage, lateSince?: number) => boolean | Promise<boolean>, run?: string}} options
 *   `sdk` is the module `openclaw/plugin-sdk/channel-outbound`; `handle(message, {signal, replyOptions, stopping, onReplying})` returns
 *   `{outcome, code?, reason?, detail?}` or throws to be retried; `report(outcome)` sends one outcome to the companion; `isResumed(message, lateSince)` is true if
 *   the Gateway itself continues a turn of an earlier process, which it had adopted out of its own queue at `lateSince`; `run` identifies this process
 */
export function createIngress({ sdk, db, accountId, handle, report, log, isResumed = () => true, run = processRunId }) {
    const outcomes = createOutcomes(db, accountId);
    const turns = createTurns(db, accountId, run);
    const queue = createQueue(db, accountId);
    let reporting = Promise.resolve();

    /** Reports every outcome that the companion has not acknowledged; failures wait for the next connection. */
    const flush = () => {
        reporting = reporting.then(async () => {
            for (const entry of outcomes.list()) {
                const { seq, ...outcome } = entry;
                await report(outcome);
                outcomes.markReported({ seq, ...outcome });
            }
        }).catch((error) => {
            if (!isConnectionError(error)) log?.warn?.(`zalouser: an outcome could not be reported: ${errorMessage(error)}`);
        });
        return reporting;
    };

    const stopping = new AbortController();
    const late = createGate();
    /** @type {Map<string, Promise<void>>} */
    const closing = new Map(); // thread → the end of the turn that is sending its reply

    const recordOutcome = (message, result) => {
        outcomes.put({ profile: message.profile, threadId: message.threadId, msgId: message.msgId, ...result });
        void flush();
    };

    /** @returns {Promise<{kind: "deferred" | "completed"}>} */
    const deliver = async (message, lifecycle, claim) => {
        const { abortSignal: signal } = lifecycle;
        const thread = laneOf(message);
        await closing.get(thread);
        // An attempt that left no error is one that its process did not survive.
        const isRepeated = claim.attempts > 0 && claim.lastError === undefined;
        /** @type {PromiseWithResolvers<void>} */
        const { promise: end, resolve: finish } = Promise.withResolvers();
        const { state, replyOptions } = followAdoption({
            sdk,
            lifecycle,
            onAdopted: (isLate) => {
                turns.begin(claim.id, isLate ? { ...claim.payload, lateSince: Date.now() } : claim.payload);
                if (isLate) late.enter(claim.id);
                // Stored first: a crash in between repeats the outcome instead of losing it.
                recordOutcome(message, { outcome: "dispatched" });
            },
            onLost: () => {
                turns.end(claim.id);
                late.leave(claim.id);
            },
            onSettled: () => {
                turns.end(claim.id);
                late.leave(claim.id);
            },
        });
        try {
            signal.throwIfAborted();
            const result = await handle(message, {
                signal,
                replyOptions: { ...replyOptions, abortSignal: signal },
                stopping: stopping.signal,
                onReplying: () => void closing.set(thread, end),
                threadFree: () => closing.get(thread),
                isTaken: () => state.adopted || state.deferred,
                isQueued: () => state.deferred,
                isRepeated: () => isRepeated && !state.adopted,
            });
            // What waits in the Gateway's queue has no outcome yet.
            if (result.outcome !== "dispatched" || (!state.adopted && !state.deferred)) recordOutcome(message, result);
        } catch (error) {
            if (!state.adopted && signal.aborted) throw error; // a stop or a stall, both of which are tried again
            await handleFailure(message, claim, state, error);
        } finally {
            // A turn that was aborted by shutdown is not over.
            if (state.adopted && !state.deferred && !stopping.signal.aborted) turns.end(claim.id);
            if (closing.get(thread) === end) closing.delete(thread);
            finish();
        }
        return { kind: state.deferred && !state.adopted ? "deferred" : "completed" };
    };

    /** Throws where the queue is to try it again, or to mark the row as failed. */
    const handleFailure = async (message, claim, { adopted, deferred }, error) => {
        const isTheGateways = adopted || deferred;
        const attempt = claim.attempts + 1;
        // While the Gateway continues another turn of the session after its death, it refuses this one: that may last longer than the attempts.
        const isLast = adopted || (attempt >= MAX_ATTEMPTS && !(await isResumed(message)));
        log?.error?.(`zalouser: a message could not be handled (${isTheGateways ? "after the Gateway had taken it over" : `attempt ${attempt} of ${MAX_ATTEMPTS}`}): ${errorMessage(error)}`);
        if (isLast) recordOutcome(message, { ...failed("turnFailed", { detail: errorMessage(error) }), reason: errorMessage(error) });
        if (!isTheGateways) throw isLast ? new GivenUpError(errorMessage(error), { cause: error }) : error;
    };

    /** Runs once, before anything new starts: later the Gateway may have finished what it continues. */
    const recoverOrphanedTurns = async () => {
        for (const { id, payload: { lateSince, ...payload } } of turns.orphaned()) {
            const message = JSON.parse(payload.rawEvent);
            if (!(await isResumed(message, lateSince))) await queue.requeue(id, payload);
            turns.end(id);
        }
    };

    const monitor = sdk.createChannelIngressMonitor({
        queue,
        inspect: (message) => ({ eventId: eventIdOf(message), laneKey: laneOf(message) }),
        payload: {
            version: 1,
            storage: "raw-event",
            serialize: (message) => JSON.stringify(message),
            deserialize: (body) => JSON.parse(body),
            createClaimError: (kind) => new Error(`a stored message cannot be read (${kind})`),
        },
        deliver,
        pollIntervalMs: timing.ingressPollMs,
        retention: { pruneIntervalMs: timing.ingressPruneIntervalMs, completedTtlMs: timing.ingressRetentionMs, completedMaxEntries: MAX_COMPLETED, failedTtlMs: timing.ingressRetentionMs, failedMaxEntries: MAX_FAILED },
        drain: {
            // A message that waits in the Gateway's queue holds up nothing: a command behind it must reach the Gateway.
            deferredLaneOccupancy: "release",
            adoptionStallTimeoutMs: timing.turnStallTimeoutMs,
            formatError: errorMessage,
            // The row keeps the reason; without this the drain would go on for a day.
            resolveNonRetryableFailure: (error) => (error instanceof GivenUpError ? { reason: "given-up", message: error.message } : null),
        },
        admissionMode: "durable-after-stop", // messages that arrive while the account stops wait for its next start
        onError: (error) => log?.error?.(`zalouser: the ingress queue failed: ${errorMessage(error)}`),
    });

    return {
        accept: async (message) => {
            // Replies of what an older version stored keep their keys.
            await monitor.admit({ ...checked(message), replyKey: eventIdOf(message) });
            return { accepted: true };
        },
        flush,
        recoverOrphanedTurns,
        start: () => {
            monitor.start();
            return flush();
        },
        pause: () => monitor.pause(),
        /** Gives running turns a limited time to end; messages that have not started stay stored. */
        stop: async () => {
            const patience = setTimeout(() => stopping.abort(), timing.ingressStopTimeoutMs / 2);
            const limit = sleep(timing.ingressStopTimeoutMs, undefined, { ref: false });
            await Promise.race([monitor.stop().then(() => reporting), limit]);
            clearTimeout(patience);
            stopping.abort();
        },
        idle: () => monitor.waitForIdle(),
        /** Resolves when the Gateway has ended what it had taken over: until then the store stays open. */
        settled: () => late.empty(),
    };
}

/** Names of what is under way; `empty()` resolves once there is none. */
function createGate() {
    /** @type {Set<string>} */
    const inside = new Set();
    /** @type {(() => void)[]} */
    const waiting = [];
    return {
        enter: (name) => inside.add(name),
        leave: (name) => {
            if (inside.delete(name) && inside.size === 0) waiting.splice(0).forEach((resolve) => resolve());
        },
        /** @returns {Promise<void>} */
        empty: () => new Promise((resolve) => (inside.size === 0 ? resolve() : waiting.push(resolve))),
    };
}

const laneOf = ({ profile, threadId }) => `${profile}:${threadId}`;

/**
 * Zalo's id of a message is unique in its thread only. What a person has handed over once more is not a repeat of what was accepted before, and
 * its replies are others; a repeat of that delivery names the same time.
 */
const eventIdOf = (message) => `${laneOf(message)}:${message.msgId}${Number.isSafeInteger(message.acceptedBefore) ? `:again:${message.acceptedBefore}` : ""}`;

/** Requires the members that identity, order and policy depend on; the rest is context. */
function checked(message) {
    const wrong = ["profile", "msgId", "threadId", "senderId"].find((name) => typeof message[name] !== "string" || message[name] === "");
    if (wrong || typeof message.text !== "string" || typeof message.isGroup !== "boolean") {
        throw new BridgeError("params", `inbound.deliver lacks ${wrong ?? "text or isGroup"}.`, { code: CODE.params });
    }
    return message;
}
