// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { parseTarget, resolveAccount } from "./account.js";
import { TEXT_LIMIT, chunkText } from "./chunk.js";
import { ask } from "./client.js";
import { BridgeError, CODE } from "./errors.js";
import { CHANNEL } from "./host.js";
import { withMedia } from "./media.js";

/** Until then the companion must have begun: somebody waits at a terminal. */
export const SEND_DEADLINE_MS = 30000;
/** Nobody waits for a reply so: it keeps the account's pace, behind all the others. The longest that PROTOCOL.md allows. */
export const REPLY_DEADLINE_MS = 600000;
/** What zca may take once it began, with a margin. */
const SENDING_MS = 65000;

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

/** How long to wait for the answer to such a message. */
export const sendOptions = ({ deadlineMs }) => ({ timeoutMs: deadlineMs + SENDING_MS });

/**
 * Sends, once more where the connection ended meanwhile (a config change restarts the account): the key makes it the same send, and
 * the companion answers what became of it.
 */
export async function send(cfg, account, message) {
    try {
        return await ask(cfg, account, "message.send", message, sendOptions(message));
    } catch (error) {
        if (!(error instanceof BridgeError) || !["closed", "superseded"].includes(error.kind)) throw error;
        return await ask(cfg, account, "message.send", message, sendOptions(message));
    }
}

/** The Gateway's own delivery id where it has one: then a retry after a crash is the same send. */
export function deliveryKey(ctx) {
    return ctx.deliveryQueueId ? `openclaw:${ctx.deliveryQueueId}:${ctx.deliveryPartIndex ?? 0}` : `once:${crypto.randomUUID()}`;
}

export const outbound = {
    // The companion orders, paces and deduplicates; a way through the Gateway would add a process that may be down.
    deliveryMode: "direct",
    chunker: (text, limit) => chunkText(text, limit),
    chunkerMode: "text",
    textChunkLimit: TEXT_LIMIT,
    sendText: async (ctx) => {
        const message = textMessage(parseTarget(ctx.to), ctx.text, deliveryKey(ctx));
        return receipt(await deliver(ctx, message), message);
    },
    sendMedia: async (ctx) => {
        const target = parseTarget(ctx.to);
        const handOver = async (media) => {
            const message = mediaMessage(target, media, ctx.text, deliveryKey(ctx));
            return receipt(await deliver(ctx, message), message);
        };
        try {
            return await withMedia(ctx.cfg, resolveAccount(ctx.cfg, ctx.accountId), ctx, handOver);
        } catch (error) {
            throw await notDispatched(error);
        }
    },
};

async function deliver(ctx, message) {
    ctx.signal?.throwIfAborted();
    ctx.assertDirectAdapterHandoff?.();
    await ctx.onPlatformSendDispatch?.();
    try {
        return await send(ctx.cfg, resolveAccount(ctx.cfg, ctx.accountId), message);
    } catch (error) {
        throw await notDispatched(error);
    }
}

/** What provably was not sent is marked so: the Gateway may then try again without the danger of a second message. */
async function notDispatched(error) {
    const nothingDone = ["notRunning", "notInstalled", "untrusted", "protocol", "timedOut", "cancelled", "params", "threadUnknown", "notLoggedIn", "expired", "kicked", "duplicate", "nativeChannel", "zcaMissing", "zcaBroken", "paused", "rateLimited", "approvalNeeded"];
    if (!nothingDone.includes(error?.kind)) return error;
    const { PlatformMessageNotDispatchedError } = await import("openclaw/plugin-sdk/error-runtime");
    return new PlatformMessageNotDispatchedError(error.message, { cause: error });
}

function receipt(answer, { threadId }) {
    return { channel: CHANNEL, messageId: String(answer.messageId ?? ""), conversationId: threadId };
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
