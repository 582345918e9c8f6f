// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { resolveAccount } from "../account/account.js";
import { request } from "../bridge/one-shot.js";
import { BridgeError, errorMessage } from "../bridge/errors.js";
import { receiptOf } from "./receipt.js";

/** A bound only: the Gateway gives up long before. */
const MAX_TRIES = 100;

/**
 * The key of one send: the Gateway's delivery id if there is one, so that a retry after a crash is the same send. The companion keeps a failed
 * key failed, so a retry of a send that provably failed uses the next key.
 * @param {{deliveryQueueId?: string, deliveryPartIndex?: number, cfg: import("../types.d.ts").OpenClawConfig, accountId?: string | null}} ctx as the Gateway hands it to sendText
 * @returns {Promise<string>} throws BridgeError where the companion cannot be asked
 */
export async function deliveryKey({ deliveryQueueId, deliveryPartIndex, cfg, accountId }) {
    if (!deliveryQueueId) return `once:${crypto.randomUUID()}`;
    return (await partOutcome(outcomeQuery(cfg, accountId), deliveryQueueId, deliveryPartIndex ?? 0)).key;
}

/**
 * Reconciles deliveries of unknown outcome after a crash of the Gateway (docs: plugins/sdk-channel-outbound).
 * @satisfies {NonNullable<import("../types.d.ts").ChannelPlugin["message"]>["durableFinal"]}
 */
export const durableFinal = {
    capabilities: { text: true, media: true, batch: true, messageSendingHooks: true, reconcileUnknownSend: true },
    automaticUnknownSendReconciliation: true,
    reconcileUnknownSendKinds: { text: true, media: true },
    reconcileUnknownSend: async ({ cfg, accountId, queueId, payloads, to }) => {
        try {
            return verdict(await outcomes(outcomeQuery(cfg, accountId), queueId, partsOf(payloads)), to);
        } catch (error) {
            return { status: "unresolved", error: errorMessage(error), retryable: true };
        }
    },
};

const outcomeQuery = (cfg, accountId) => (key) => request(cfg, resolveAccount(cfg, accountId), "message.outcome", { key });

async function outcomes(queryOutcome, queueId, count) {
    const found = [];
    for (let part = 0; part < count; ++part) found.push(await partOutcome(queryOutcome, queueId, part));
    return found;
}

/** The outcome of the newest attempt at one part; a part that failed without anything sent may be retried. */
async function partOutcome(queryOutcome, queueId, part) {
    for (let attempt = 0; attempt < MAX_TRIES; ++attempt) {
        const key = `openclaw:${queueId}:${part}${attempt > 0 ? `:${attempt}` : ""}`;
        const { state, messageIds = [], error } = await queryOutcome(key);
        if (state !== "failed" || error?.possiblySent !== false) return { key, state, messageIds };
    }
    throw new BridgeError("failed", `This message failed ${MAX_TRIES} times; it is not tried again.`, { data: { possiblySent: false } });
}

/** How many sends the Gateway makes of a delivery: one for each medium (the text is the first one's caption), else one for the whole text. */
function partsOf(payloads) {
    return payloads.reduce((sum, { text = "", mediaUrls, mediaUrl }) => {
        const media = mediaUrls?.length ?? (mediaUrl ? 1 : 0);
        return sum + (media || (text === "" ? 0 : 1));
    }, 0);
}

/**
 * A repetition under the same keys sends only what was not sent, so “not sent” is safe if the companion is certain of every part. Uncertain
 * parts are never sent again.
 * @returns {{status: "sent", messageId: string, receipt: any} | {status: "not_sent"} | {status: "unresolved", error: string, retryable: boolean}}
 */
function verdict(parts, to) {
    if (parts.some(({ state }) => state === "uncertain")) return { status: "unresolved", error: "Zalo may have sent it: look into the chat.", retryable: false };
    if (!parts.every(({ state }) => state === "sent")) return { status: "not_sent" };
    return { status: "sent", ...receiptOf(parts.flatMap(({ key, messageIds }) => (messageIds.length > 0 ? messageIds : [key])), to) };
}
