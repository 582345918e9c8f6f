// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { addressOf, parseTarget, resolveAccount } from "../account/account.js";
import { CHANNEL, runtime } from "../runtime.js";
import { resolveTarget } from "./targets.js";

/** The functions of the SDK that read the Gateway's sessions. */
export const sessionStore = () => import("openclaw/plugin-sdk/session-store-runtime");

/**
 * The agent's session for a chat: the one that the configuration says (`session.dmScope`), else one for each person and account. OpenClaw's own
 * default is one for everybody, in which strangers would read each other's questions.
 *
 * Versions before this one had one session for a person's chats with all accounts. Such a session is continued by the account that used it
 * last, and by no other one: there is nothing to move, and nobody loses a conversation.
 *
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{accountId: string, peer: {kind: "direct" | "group", id: string}}} chat
 * @param {(dmScope: any) => {agentId: string, sessionKey: string}} keyIn the chat's session in a scope
 * @param {import("../types.d.ts").SessionStore} store
 * @returns {{agentId: string, sessionKey: string, dmScope: string}}
 */
export function sessionOf(cfg, { accountId, peer }, keyIn, { getSessionEntry, deliveryContextFromSession }) {
    const configured = configuredScope(cfg);
    if (configured) return { ...keyIn(configured), dmScope: configured };
    if (peer.kind === "direct") {
        const earlier = keyIn("per-channel-peer");
        const entry = getSessionEntry({ agentId: earlier.agentId, sessionKey: earlier.sessionKey });
        if (entry && resolveAccount(cfg, deliveryContextFromSession(entry)?.accountId).accountId === accountId) return { ...earlier, dmScope: "per-channel-peer" };
    }
    return { ...keyIn(OWN_SCOPE), dmScope: OWN_SCOPE };
}

const OWN_SCOPE = "per-account-channel-peer";

/** The scope that somebody chose; `main` is OpenClaw's default and counts as none. */
function configuredScope(cfg) {
    const scope = cfg.session?.dmScope;
    return scope === "main" ? undefined : scope;
}

/** The scope of a person's session, for those who look at the Gateway's safety. */
export const dmScopeOf = (cfg) => configuredScope(cfg) ?? OWN_SCOPE;

/**
 * Where a message that goes out by itself (`message send`, the tool, a heartbeat) is remembered: in the session of the chat that gets it, not in
 * the owner's. (docs: plugins/sdk-channel-plugins)
 * @type {NonNullable<NonNullable<import("../types.d.ts").ChannelPlugin["messaging"]>["resolveOutboundSessionRoute"]>}
 */
export async function resolveOutboundSessionRoute({ cfg, agentId, accountId, target }) {
    const account = resolveAccount(cfg, accountId);
    // While nobody can be asked, the address says it: the message waits in the Gateway's queue then.
    const { threadId, isGroup } = await resolveTarget(cfg, account, target).catch(() => parseTarget(target));
    /** @type {{kind: "direct" | "group", id: string}} */
    const peer = { kind: isGroup ? "group" : "direct", id: threadId };
    const keyIn = (dmScope) => ({
        agentId,
        sessionKey: runtime().channel.routing.buildAgentSessionKey({ agentId, channel: CHANNEL, accountId: account.accountId, peer, dmScope, mainKey: cfg.session?.mainKey, groupScope: cfg.session?.groupScope, identityLinks: cfg.session?.identityLinks }),
    });
    const { sessionKey } = sessionOf(cfg, { accountId: account.accountId, peer }, keyIn, await sessionStore());
    const address = addressOf(threadId, isGroup);
    // A scope of the channel's own is not what the configuration says, and the Gateway must not take it for that.
    const recipientSessionExact = isGroup || configuredScope(cfg) !== undefined ? true : "delivery-identity";
    return { sessionKey, baseSessionKey: sessionKey, recipientSessionExact, peer, chatType: peer.kind, from: address, to: address };
}
