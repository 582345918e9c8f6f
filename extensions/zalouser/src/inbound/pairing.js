// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { normalizeEntry, requireAccount } from "../account/account.js";
import { BridgeError, CODE } from "../bridge/errors.js";
import { CHANNEL, runtime, shared } from "../runtime.js";
import { timing } from "../timing.js";
import { send, textMessage } from "../outbound/outbound.js";

const APPROVED = "Your pairing request has been approved. You can write now.";

/**
 * The pairing adapter of the channel: notifies senders of their approval.
 * @satisfies {import("../types.d.ts").ChannelPlugin["pairing"]}
 */
export const pairing = {
    idLabel: "zalouserUserId",
    normalizeAllowEntry: normalizeEntry,
    notifyApproval: async ({ cfg, id, accountId }) => {
        const sender = normalizeEntry(id);
        const account = requireAccount(cfg, accountId);
        const approvals = shared.approvals?.get(account.accountId);
        await notifyApproved(cfg, account, sender, approvals?.keyFor(sender) ?? `approved:${crypto.randomUUID()}`);
        approvals?.end(sender);
    },
};

/** Notifies a sender of the approval. */
export async function notifyApproved(cfg, account, sender, key) {
    await send(cfg, account, textMessage({ threadId: sender, isGroup: false }, APPROVED, key));
}

/**
 * The pairing requests of the companion. They use the Gateway's own RPC on loopback (`channels.pairing.*`), so that its rules apply; if the
 * Gateway refuses, the error names the command to run instead.
 */
export const pairingMethods = {
    "pairing.list": () => inTurn(async () => {
        const listed = [];
        for (const request of await requestsOf()) {
            const code = await codeOf(request);
            if (code !== undefined) listed.push(shown(request, code));
        }
        return { requests: listed };
    }),
    "pairing.approve": (params) => inTurn(async () => {
        const target = targetOf(params);
        const { senderId } = await gateway("channels.pairing.approve", { channel: CHANNEL, ...target }, "openclaw pairing approve zalouser CODE");
        tellLater(target.accountId, normalizeEntry(senderId));
        return {};
    }),
    "pairing.dismiss": (params) => inTurn(async () => {
        await gateway("channels.pairing.dismiss", { channel: CHANNEL, ...targetOf(params) }, "openclaw pairing list zalouser");
        return {};
    }),
};

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * One at a time: a code is asked for between two answers, never beside one.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
function inTurn(task) {
    const done = last.then(task, task);
    last = done;
    return done;
}

function targetOf({ requestId, accountId }) {
    if (typeof requestId !== "string" || typeof accountId !== "string") throw new BridgeError("params", "requestId and accountId are needed.", { code: CODE.params });
    return { requestId, accountId };
}

/** @returns {Promise<any[]>} */
async function requestsOf() {
    const { requests = [] } = await gateway("channels.pairing.list", { channel: CHANNEL }, "openclaw pairing list zalouser");
    return requests;
}

function shown({ requestId, accountId, senderId, metadata, createdAt }, code) {
    return { requestId, accountId, senderId, ...(metadata?.name ? { name: metadata.name } : {}), code, createdAt: Date.parse(createdAt) || null };
}

/**
 * The code of a request, which the Gateway's list leaves out. Asking again for somebody who waits gives it, and changes nothing but when the
 * request was last seen: with the same metadata, for a name that is left out there is lost.
 * @returns {Promise<string | undefined>} empty if it is not known; undefined if the request is gone
 */
async function codeOf({ accountId, senderId, metadata }) {
    try {
        const { code, created } = await runtime().channel.pairing.upsertPairingRequest({ channel: CHANNEL, accountId, id: senderId, meta: metadata ?? {} });
        if (!created) return code;
    } catch {
        return "";
    }
    // Somebody answered it since it was listed, and asking made a new one.
    await takeBack(accountId, senderId).catch(() => {}); // it ends by itself within an hour
    return undefined;
}

async function takeBack(accountId, senderId) {
    const made = (await requestsOf()).find((request) => request.accountId === accountId && request.senderId === senderId);
    if (made) await gateway("channels.pairing.dismiss", { channel: CHANNEL, accountId, requestId: made.requestId }, "openclaw pairing list zalouser");
}

/**
 * Has the sender told of the approval as soon as that can be sent. The Gateway's own notification would hold up its answer: while sending is
 * paused, longer than anybody waits for it.
 */
function tellLater(accountId, sender) {
    const approvals = shared.approvals?.get(accountId);
    if (approvals && !approvals.keyFor(sender)) approvals.begin(sender);
}

/** @returns {Promise<any>} */
async function gateway(method, params, command) {
    const { callGatewayFromCli } = await import("openclaw/plugin-sdk/gateway-runtime");
    try {
        return await callGatewayFromCli(method, { timeout: String(timing.gatewayCallTimeoutMs), json: true }, params, { progress: false, scopes: ["operator.pairing"] });
    } catch (error) {
        if (/no longer exists/.test(error.message)) throw new BridgeError("params", "This pairing request does not exist any more.", { code: CODE.params });
        if (/gateway (timeout|closed)/.test(error.message)) throw new BridgeError("uncertain", "The Gateway did not answer. Look at the list, then try again.", { code: CODE.uncertain, cause: error });
        throw new BridgeError("gatewayRefused", `The Gateway did not allow this from here. Run in a terminal: ${command}`, { data: { command }, cause: error });
    }
}
