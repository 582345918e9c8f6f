// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { requireAccount, resolveAccount } from "../account/account.js";
import { request } from "../bridge/one-shot.js";
import { deliveryKey, durableFinal } from "./delivery-key.js";
import { BridgeError, CODE, isPossiblySent, isTransient } from "../bridge/errors.js";
import { CHANNEL } from "../runtime.js";
import { timing } from "../timing.js";
import { composed } from "./compose.js";
import { withMedia } from "./media.js";
import { checkQueued, forgetQueued, markQueued } from "./queued.js";
import { receiptOf } from "./receipt.js";
import { resolveTarget } from "./targets.js";

/** Each message of a long text but the last has at least so many UTF-16 units: about half of what Zalo takes. */
const MIN_PART_UNITS = 900;

/** @typedef {string | import("../types.d.ts").StyledText} Words a string is shown as it is */

/** The message that is answered, as `message.send` takes it; other ids than Zalo's name no message of a chat. */
const answering = (/** @type {string | null | undefined} */ replyTo) => (/^\d{1,30}$/.test(replyTo ?? "") ? { replyTo: String(replyTo) } : {});

/**
 * The parameters of `message.send` for one text.
 * @param {import("../types.d.ts").Target} target
 * @param {Words} words
 * @param {string} key
 * @param {string | null} [replyTo] the id of the message that it answers
 * @returns {import("../types.d.ts").OutboundMessage}
 */
export function textMessage(target, words, key, replyTo) {
    return { ...target, ...styled(words), ...answering(replyTo), key, deadlineMs: timing.sendDeadlineMs };
}

/** The parameters of `message.send` for one link; the companion maps it to zca's commands. */
export function linkMessage(target, url, /** @type {Words | undefined} */ caption, key) {
    return { ...target, url: webAddress(url), kind: "link", ...captioned(caption), key, deadlineMs: timing.sendDeadlineMs };
}

/** The parameters of `message.send` for a file of withMedia(); `replyTo` as of textMessage(). */
export function mediaMessage(target, { path, kind }, /** @type {Words | undefined} */ caption, key, replyTo = /** @type {string | null | undefined} */ (undefined)) {
    return { ...target, path, kind, ...captioned(caption), ...answering(replyTo), key, deadlineMs: timing.sendDeadlineMs };
}

const styled = (/** @type {Words} */ words) => (typeof words === "string" ? { text: words } : words);

function captioned(/** @type {Words} */ words = "") {
    const { text, ...styles } = styled(words);
    return text.trim() ? { caption: text, ...styles } : {};
}

/**
 * The client-side timeout for such a message. The companion sends a long text as several messages in sequence, each with its own limit.
 */
export function sendOptions(/** @type {Pick<import("../types.d.ts").OutboundMessage, "deadlineMs" | "path" | "text" | "caption">} */ { deadlineMs, path, text = "", caption = "" }) {
    const messages = Math.max(1, Math.ceil((text.length + caption.length) / MIN_PART_UNITS));
    return { timeoutMs: deadlineMs + (path ? timing.uploadTimeoutMs : 0) + messages * timing.sendTimeoutMs };
}

/**
 * Sends a message, and repeats the request once if the connection ended meanwhile (a configuration change restarts the account): the key
 * makes it the same send, and the companion returns its result. `method` is another one of its kin (PROTOCOL.md).
 */
export async function send(cfg, account, message, method = "message.send") {
    try {
        return await request(cfg, account, method, message, sendOptions(message));
    } catch (error) {
        if (!(error instanceof BridgeError) || error.precedesRequests || !["closed", "superseded"].includes(error.kind)) throw inWords(error);
        return await sendAgain(cfg, account, message, method).catch((again) => Promise.reject(inWords(again)));
    }
}

/** What may have been sent is said to be that, in the companion's words for it. No cause: OpenClaw prints its codes behind the sentence. */
function inWords(error) {
    if (!(error instanceof BridgeError) || !isPossiblySent(error) || error.kind === "uncertain") return error;
    const text = `It is not certain whether the message was sent (${error.message.replace(/\.$/, "")}). Look in Zalo before you send it again.`;
    return new BridgeError(error.kind, text, { code: error.wireCode, data: { ...error.data, possiblySent: true } });
}

/** Repeats a request that the companion may have received: an error that precedes the repetition says nothing about the first one. */
async function sendAgain(cfg, account, message, method) {
    try {
        return await request(cfg, account, method, message, sendOptions(message));
    } catch (error) {
        const isDecided = !error.precedesRequests && error.data?.possiblySent === false;
        if (!(error instanceof BridgeError) || isPossiblySent(error) || isDecided) throw error;
        throw new BridgeError(error.kind, error.message, { code: error.wireCode, data: { ...error.data, possiblySent: true }, cause: error });
    }
}

/** @satisfies {import("../types.d.ts").ChannelPlugin["outbound"]} */
export const outbound = {
    // The companion orders, paces and deduplicates; sending through the Gateway would add a process that may be down.
    deliveryMode: "direct",
    // Without a chunker the Gateway hands over whole texts; the companion splits them, where Zalo has a limit.
    chunker: null,
    sendText: async (/** @type {import("../types.d.ts").SendContext} */ ctx) => {
        return await toldToGateway(ctx, async () => {
            const account = requireAccount(ctx.cfg, ctx.accountId);
            const target = await resolveTarget(ctx.cfg, account, ctx.to);
            const words = await composed(ctx.cfg, account, target, ctx.text);
            return await deliver(ctx, (key) => textMessage(target, words, key, ctx.replyToId));
        });
    },
    sendMedia: async (/** @type {import("../types.d.ts").SendContext & Partial<import("../types.d.ts").MediaSource>} */ ctx) => {
        return await toldToGateway(ctx, async () => {
            const account = requireAccount(ctx.cfg, ctx.accountId);
            const target = await resolveTarget(ctx.cfg, account, ctx.to);
            const { mediaUrl } = ctx;
            if (!mediaUrl) throw new BridgeError("params", "There is no attachment to send.", { code: CODE.params });
            const caption = await composed(ctx.cfg, account, target, ctx.text ?? "");
            const handOver = (media) => deliver(ctx, (key) => mediaMessage(target, media, caption, key, ctx.replyToId));
            return await withMedia(ctx.cfg, account, { ...ctx, mediaUrl }, handOver);
        });
    },
};

/** The SDK's newer contract for the same functions; only this one reconciles unknown sends after a crash. */
export const message = { id: CHANNEL, send: { text: outbound.sendText, media: outbound.sendMedia }, durableFinal };

/** Sends `content(key)` under the delivery's key and returns the receipt. */
async function deliver(ctx, content) {
    ctx.signal?.throwIfAborted();
    const account = requireAccount(ctx.cfg, ctx.accountId);
    if (ctx.deliveryQueueId) await checkQueued(ctx.cfg, account, ctx.deliveryQueueId);
    const message = content(await deliveryKey(ctx));
    ctx.assertDirectAdapterHandoff?.();
    await ctx.onPlatformSendDispatch?.();
    return receipt(await send(ctx.cfg, account, message), message);
}

/**
 * Tells the Gateway what became of a send that failed, because its own queue acts on it: what is uncertain is left as it is and never sent
 * again, what is permanent leaves the queue, and what passes by itself stays in it, which the caller is told.
 */
async function toldToGateway(/** @type {import("../types.d.ts").SendContext} */ { cfg, accountId, deliveryQueueId }, send) {
    try {
        const sent = await send();
        if (deliveryQueueId) await forgetQueued(deliveryQueueId);
        return sent;
    } catch (error) {
        if (isPossiblySent(error)) throw error;
        const { PlatformMessageNotDispatchedError } = await import("openclaw/plugin-sdk/error-runtime");
        // Without an entry in the Gateway's queue nobody would try again.
        const retryable = deliveryQueueId !== undefined && isTransient(error);
        if (retryable) await markQueued(cfg, resolveAccount(cfg, accountId), deliveryQueueId);
        else if (deliveryQueueId) await forgetQueued(deliveryQueueId);
        // No cause and no code: OpenClaw prints both behind the sentence.
        throw Object.assign(new PlatformMessageNotDispatchedError(retryable ? queuedText(error) : error.message, { cause: undefined, retryable }), { code: undefined });
    }
}

/** One sentence for a person who would otherwise send the message a second time. */
const queuedText = ({ message }) => `The message is queued, not failed: the Gateway sends it as soon as it can, so do not send it again (${message.replace(/\.$/, "")}).`;

/** The zca-cli dialect returns no message ids; the key stands in, because the Gateway takes a receipt without ids for not sent. */
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
