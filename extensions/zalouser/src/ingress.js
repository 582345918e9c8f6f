// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { BridgeError, CODE, isConnectionError, wordsOf } from "./errors.js";
import { createOutcomes, createQueue } from "./queue.js";

/** How often one message may fail before it is given up with outcome `failed`. */
const MOST_ATTEMPTS = 5;
/** An agent may think for long; only then is its turn taken for stuck. */
const STUCK_AFTER_MS = 30 * 60000;
const POLL_MS = 5000;
/** A Zalo message is never printed twice by zca after that; the companion's own memory is shorter. */
const RETENTION = { pruneIntervalMs: 3600000, completedTtlMs: 30 * 86400000, completedMaxEntries: 5000, failedTtlMs: 30 * 86400000, failedMaxEntries: 1000 };

/**
 * The durable way in for one account. `take` stores a message and only then answers `{taken: true}`; the SDK's monitor and drain
 * hand stored messages to `handle`, one at a time per thread, also those that an earlier Gateway process left behind.
 *
 * @param {{sdk: object, db: object, accountId: string, handle: Function, tell: Function, log: object}} options
 *   `sdk` is the module `openclaw/plugin-sdk/channel-outbound`; `handle(message, signal)` gives `{outcome, reason?}` or throws to be
 *   tried again; `tell(outcome)` sends one outcome to the companion
 */
export function createIngress({ sdk, db, accountId, handle, tell, log }) {
    const outcomes = createOutcomes(db, accountId);
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

    const deliver = async (message, lifecycle, claim) => {
        let result;
        try {
            result = await handle(message, lifecycle.abortSignal);
        } catch (error) {
            if (lifecycle.abortSignal.aborted || claim.attempts + 1 < MOST_ATTEMPTS) throw error;
            result = { outcome: "failed", reason: wordsOf(error) };
        }
        // Stored before the row is completed: a crash in between repeats the outcome, it never loses it.
        outcomes.put({ profile: message.profile, msgId: message.msgId, ...result });
        void flush();
        return { kind: "completed" };
    };

    const monitor = sdk.createChannelIngressMonitor({
        queue: createQueue(db, accountId),
        inspect: ({ profile, msgId, threadId }) => ({ eventId: `${profile}:${msgId}`, laneKey: `${profile}:${threadId}` }),
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
        onError: (error) => log?.error?.(`zalouser: the ingress queue failed: ${wordsOf(error)}`),
    });

    return {
        take: async (message) => {
            await monitor.admit(checked(message));
            return { taken: true };
        },
        flush,
        start: () => {
            monitor.start();
            return flush();
        },
        pause: () => monitor.pause(),
        stop: async () => {
            await monitor.stop();
            await telling;
        },
        idle: () => monitor.waitForIdle(),
    };
}

/** The members that identity, order and policy stand on must be there; the rest is context. */
function checked(message) {
    const wrong = ["profile", "msgId", "threadId", "senderId"].find((name) => typeof message[name] !== "string" || message[name] === "");
    if (wrong || typeof message.text !== "string" || typeof message.isGroup !== "boolean") {
        throw new BridgeError("params", `inbound.deliver lacks ${wrong ?? "text or isGroup"}.`, { code: CODE.params });
    }
    return message;
}
