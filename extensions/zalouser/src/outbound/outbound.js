// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { parseTarget, resolveAccount } from "../account/account.js";
import { request } from "../bridge/one-shot.js";
import { deliveryKey, durableFinal } from "./delivery-key.js";
import { BridgeError, CODE } from "../bridge/errors.js";
import { CHANNEL } from "../runtime.js";
import { withMedia } from "./media.js";
import { receiptOf } from "./receipt.js";

/** Until then the companion must have begun: somebody waits at a terminal. */
export const SEND_DEADLINE_MS = 30000;
/** Nobody waits for a reply so: it keeps the account's pace, behind all the others. The longest that PROTOCOL.md allows. */
export const REPLY_DEADLINE_MS = 600000;
/** What zca may take once it began, with a margin; a file goes over whatever line its owner has. */
const SEND_TIMEOUT_MS = 65000;
const UPLOAD_TIMEOUT_MS = 190000;
/** Each message of a long text but the last has at least so many UTF-16 units: about half of what Zalo takes. */
const SHORTEST_PART = 900;

/** The parameters of `message.send` for one text. */
export function textMessage(target, text, key) {
    return { ...target, text, key, deadlineMs: SEND_DEADLINE_MS };
}

/** A link is sent as what it is; the companion knows how zca wants it. */
export function linkMessage(target, url, caption, key) {
    return { ...target, url: webAddress(url), kind: "link", ...(caption ? { caption } : {}), key, deadlineMs: SEND_DEADLINE_MS };
}

/** A file that withMedia() brought. */
export function mediaMessage(target, { path, kind }, caption, key) {
    return { ...target, path, kind, ...(caption?.trim() ? { caption } : {}), key, deadlineMs: SEND_DEADLINE_MS };
}

/**
 * How long to wait for the answer to such a message. The companion sends a long text in several messages one after another; each of them may
 * take its time.
 */
export function sendOptions({ deadlineMs, path, text = "", caption = "" }) {
    const messages = Math.max(1, Math.ceil((text.length + caption.length) / SHORTEST_PART));
    return { timeoutMs: deadlineMs + (path ? UPLOAD_TIMEOUT_MS : 0) + messages * SEND_TIMEOUT_MS };
}

/**
 * Sends, once more where the connection ended meanwhile (a config change restarts the account): the key makes it the same send, and
 * the companion answers what became of it.
 */
export async function send(cfg, account, message) {
    try {
        return await request(cfg, account, "message.send", message, sendOptions(message));
    } catch (error) {
        if (!(error instanceof BridgeError) || !["closed", "superseded"].includes(error.kind)) throw error;
        return await request(cfg, account, "message.send", message, sendOptions(message));
    }
}

/** @satisfies {import("../types.d.ts").ChannelPlugin["outbound"]} */
export const outbound = {
    // The companion orders, paces and deduplicates; a way through the Gateway would add a process that may be down.
    deliveryMode: "direct",
    // Without a chunker the Gateway hands over whole texts; the companion splits them, where Zalo has a limit.
    chunker: null,
    sendText: async (/** @type {import("../types.d.ts").SendContext} */ ctx) => {
        const target = parseTarget(ctx.to);
        return await markUndispatched(deliver(ctx, (key) => textMessage(target, ctx.text, key)));
    },
    sendMedia: async (/** @type {import("../types.d.ts").SendContext & Partial<import("../types.d.ts").MediaSource>} */ ctx) => {
        const target = parseTarget(ctx.to);
        const { mediaUrl } = ctx;
        if (!mediaUrl) throw new BridgeError("params", "There is no attachment to send.", { code: CODE.params });
        const handOver = (media) => deliver(ctx, (key) => mediaMessage(target, media, ctx.text, key));
        return await markUndispatched(withMedia(ctx.cfg, resolveAccount(ctx.cfg, ctx.accountId), { ...ctx, mediaUrl }, handOver));
    },
};

/** The same as the SDK's newer contract has it; only this one is asked after a crash what became of a send. */
export const message = { id: CHANNEL, send: { text: outbound.sendText, media: outbound.sendMedia }, durableFinal };

/** Sends what `content` makes of the delivery's key, and gives the receipt. */
async function deliver(ctx, content) {
    ctx.signal?.throwIfAborted();
    const message = content(await deliveryKey(ctx));
    ctx.assertDirectAdapterHandoff?.();
    await ctx.onPlatformSendDispatch?.();
    return receipt(await send(ctx.cfg, resolveAccount(ctx.cfg, ctx.accountId), message), message);
}

/** What provably was not sent is marked so: the Gateway may then try again without the danger of a second message. */
async function markUndispatched(sending) {
    try {
        return await sending;
    } catch (error) {
        throw await toUndispatched(error);
    }
}

async function toUndispatched(error) {
    const nothingDone = ["notRunning", "notInstalled", "untrustedPeer", "protocol", "timedOut", "cancelled", "params", "threadUnknown", "notLoggedIn", "expired", "kicked", "duplicate", "nativeChannel", "zcaMissing", "zcaBroken", "paused", "rateLimited", "approvalNeeded"];
    if (!nothingDone.includes(error?.kind)) return error;
    const { PlatformMessageNotDispatchedError } = await import("openclaw/plugin-sdk/error-runtime");
    return new PlatformMessageNotDispatchedError(error.message, { cause: error });
}

/** zca-cli's dialect tells no id of a message; without any the Gateway would take it for not sent, so its key stands in. */
function receipt({ messageIds = [] }, { threadId, key }) {
    return { channel: CHANNEL, conversationId: threadId, ...receiptOf(messageIds.length > 0 ? messageIds : [key], threadId) };
}

/** @throws BridgeError for anything but http and https */
export function webAddress(url) {
    let parsed;
    try {
        parsed = new URL(url);
    } catch {
        parsed = undefined;
    }
    if (parsed?.protocol !== "http:" && parsed?.protocol !== "https:") throw new BridgeError("params", "The link must begin with http:// or https://.", { code: CODE.params });
    return parsed.href;
}
