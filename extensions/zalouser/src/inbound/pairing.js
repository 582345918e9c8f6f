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
 * The pairing requests of the companion. They use the Gateway's own RPC on loopback (`channels.pairing.*`), so that its rules and its
 * notification apply; if the Gateway refuses, the error names the command to run instead.
 */
export const pairingMethods = {
    "pairing.list": async () => {
        const { requests = [] } = await gateway("channels.pairing.list", { channel: CHANNEL }, "openclaw pairing list zalouser");
        return { requests: await Promise.all(requests.map(withCode)) };
    },
    "pairing.approve": async (params) => {
        const target = targetOf(params);
        await gateway("channels.pairing.approve", { channel: CHANNEL, ...target, notify: true }, "openclaw pairing approve zalouser CODE");
        return {};
    },
    "pairing.dismiss": async (params) => {
        await gateway("channels.pairing.dismiss", { channel: CHANNEL, ...targetOf(params) }, "openclaw pairing list zalouser");
        return {};
    },
};

function targetOf({ requestId, accountId }) {
    if (typeof requestId !== "string" || typeof accountId !== "string") throw new BridgeError("params", "requestId and accountId are needed.", { code: CODE.params });
    return { requestId, accountId };
}

/** Adds the code, which the Gateway's list leaves out, so that the companion can show it beside the name. */
async function withCode(request) {
    const { requestId, accountId, senderId, metadata, createdAt } = request;
    return { requestId, accountId, senderId, ...(metadata?.name ? { name: metadata.name } : {}), code: await codeOf(accountId, senderId), createdAt: Date.parse(createdAt) || null };
}

/** Upserting a pending request returns its code and changes nothing else. */
async function codeOf(accountId, senderId) {
    try {
        const { code } = await runtime().channel.pairing.upsertPairingRequest({ channel: CHANNEL, accountId, id: senderId });
        return code;
    } catch {
        return "";
    }
}

/** @returns {Promise<any>} */
async function gateway(method, params, command) {
    const { callGatewayFromCli } = await import("openclaw/plugin-sdk/gateway-runtime");
    try {
        return await callGatewayFromCli(method, { timeout: String(timing.gatewayCallTimeoutMs), json: true }, params, { progress: false, scopes: ["operator.pairing"] });
    } catch (error) {
        if (/no longer exists/.test(error.message)) throw new BridgeError("params", "This pairing request does not exist any more.", { code: CODE.params });
        throw new BridgeError("gatewayRefused", `The Gateway did not allow this from here. Run in a terminal: ${command}`, { data: { command }, cause: error });
    }
}
