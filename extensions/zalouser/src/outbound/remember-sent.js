// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { addressOf } from "../account/account.js";
import { CHANNEL, runtime } from "../runtime.js";
import { resolveOutboundSessionRoute, sessionStore } from "./session-route.js";

/**
 * Keeps in a chat's session what went there by itself, so that the agent knows what an answer to it is about. OpenClaw does this for what it
 * sends itself; the tool `zalouser` sends past it. The message is sent by now, so that nothing here may fail it.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{accountId: string}} account
 * @param {import("../types.d.ts").Target} target
 * @param {{text: string, mediaUrls?: string[]}} content as the agent wrote it
 * @param {string} key of the send: what is repeated under it is kept once
 * @returns {Promise<boolean>} whether it is kept
 */
export async function rememberSent(cfg, account, target, content, key) {
    try {
        return await append(cfg, account, target, content, key);
    } catch {
        return false;
    }
}

async function append(cfg, { accountId }, { threadId, isGroup }, content, key) {
    /** @type {{kind: "direct" | "group", id: string}} */
    const peer = { kind: isGroup ? "group" : "direct", id: threadId };
    // The agent that an answer will reach, whichever of them has sent.
    const { agentId } = runtime().channel.routing.resolveAgentRoute({ cfg, channel: CHANNEL, accountId, peer });
    const route = await resolveOutboundSessionRoute(/** @type {any} */ ({ cfg, agentId, accountId, target: `${isGroup ? "group" : "user"}:${threadId}` }));
    if (!route) return false;
    const { getSessionEntry, resolveStorePath, updateLastRoute } = await sessionStore();
    const { appendAssistantMirrorMessageByIdentity } = await import("openclaw/plugin-sdk/session-transcript-runtime");
    const { sessionKey } = route;
    const storePath = resolveStorePath(cfg.session?.store, { agentId });
    const to = addressOf(threadId, isGroup);
    const ctx = { From: to, To: to, SessionKey: sessionKey, AccountId: accountId, ChatType: peer.kind, Provider: CHANNEL, Surface: CHANNEL, OriginatingChannel: CHANNEL, OriginatingTo: to };
    await updateLastRoute({ storePath, sessionKey, createIfMissing: true, channel: CHANNEL, to, accountId, ctx });
    const { sessionId } = getSessionEntry({ agentId, sessionKey, storePath }) ?? {};
    const { ok } = await appendAssistantMirrorMessageByIdentity({ agentId, sessionKey, sessionId, storePath, ...content, idempotencyKey: key, config: cfg });
    return ok;
}
