// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { setTimeout as sleep } from "node:timers/promises";
import { BridgeError, CODE, isConnectionError, errorMessage } from "../bridge/errors.js";
import { processRunId } from "../runtime.js";
import { timing } from "../timing.js";
import { createOutcomes, createQueue, createTurns } from "./queue.js";

/** Attempts before a message is given up with the outcome `failed`. */
const MAX_ATTEMPTS = 5;
/** Rows that are kept of messages that are done. */
const MAX_COMPLETED = 5000;
const MAX_FAILED = 1000;

/** A message failed so often that its row is marked as failed. */
class GivenUpError extends Error {}

/**
 * The durable ingress of one account. `accept` stores a message before it returns `{accepted: true}`; the SDK's monitor and drain pass stored
 * messages to `handle`, one at a time per thread, including those that an earlier Gateway process left behind.
 *
 * A row is complete once the Gateway has *adopted* it: from then on the Gateway's own restart recovery continues the agent's turn, and a
 * second hand-over would answer the message twice. If the process died between the adoption and the moment from which the Gateway knows
 * of the turn, or between the agent's end and the reply, nobody continues it: `isResumed` tells these cases apart, and orphaned turns are
 * requeued under the same reply keys. The thread stays busy until the turn has ended; otherwise the Gateway would steer the next message
 * into the running turn, and two questions would get one answer.
 *
 * @param {{sdk: typeof import("openclaw/plugin-sdk/channel-outbound"), db: import("../types.d.ts").Database, accountId: string,
 *   handle: (message: import("../types.d.ts").InboundMessage, lifecycle: import("../types.d.ts").TurnLifecycle) => Promise<import("../types.d.ts").Outcome> | import("../types.d.ts").Outcome,
 *   report: (outcome: any) => Promise<unknown>, log?: import("../types.d.ts").Log, isResumed?: (message: import("../types.d.ts").InboundMessage) => boolean | Promise<boolean>, run?: string}} options
 *   `sdk` is the module `openclaw/plugin-sdk/channel-outbound`; `handle(message, {signal, replyOptions, stopping})` returns
 *   `{outcome, reason?}` or throws to be retried; `report(outcome)` sends one outcome to the companion; `isResumed(message)` is true if the
 *   Gateway itself continues a turn of an earlier process; `run` identifies this process
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
    const threads = new Map(); // thread → promise of the end of its last turn

    const recordOutcome = (message, result) => {
        outcomes.put({ profile: message.profile, threadId: message.threadId, msgId: message.msgId, ...result });
        void flush();
    };

    const turn = async (message, lifecycle, claim) => {
        let adopted = false;
        const watched = {
            ...lifecycle,
            onAdopted: async () => {
                adopted = true;
                turns.begin(claim.id, claim.payload);
                // Stored first: a crash in between repeats the outcome instead of losing it.
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
            if (!adopted && signal.aborted) throw error; // a stop or a stall, both of which are tried again
            const attempt = claim.attempts + 1;
            const isLast = adopted || attempt >= MAX_ATTEMPTS;
            log?.error?.(`zalouser: a message could not be handled (${adopted ? "after the agent had begun" : `attempt ${attempt} of ${MAX_ATTEMPTS}`}): ${errorMessage(error)}`);
            if (isLast) recordOutcome(message, { outcome: "failed", reason: errorMessage(error) });
            if (!adopted) throw isLast ? new GivenUpError(errorMessage(error), { cause: error }) : error;
        } finally {
            // A turn that was aborted by shutdown is not over.
            if (adopted && !stopping.signal.aborted) turns.end(claim.id);
        }
        return { kind: "completed" };
    };

    /** Runs once, before anything new starts: later the Gateway may have finished what it continues. */
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
    };
}

const laneOf = ({ profile, threadId }) => `${profile}:${threadId}`;

/** Zalo's id of a message is unique in its thread only. */
const eventIdOf = (message) => `${laneOf(message)}:${message.msgId}`;

/** Requires the members that identity, order and policy depend on; the rest is context. */
function checked(message) {
    const wrong = ["profile", "msgId", "threadId", "senderId"].find((name) => typeof message[name] !== "string" || message[name] === "");
    if (wrong || typeof message.text !== "string" || typeof message.isGroup !== "boolean") {
        throw new BridgeError("params", `inbound.deliver lacks ${wrong ?? "text or isGroup"}.`, { code: CODE.params });
    }
    return message;
}
