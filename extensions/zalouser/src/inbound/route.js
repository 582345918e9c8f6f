// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { CHANNEL } from "../runtime.js";
import { kindOf } from "./policy.js";

/** The agent and the session for a message. */
export function routeOf(message, { core, cfg, account }) {
    const peer = { kind: kindOf(message), id: message.threadId };
    return core.channel.routing.resolveAgentRoute({ cfg, channel: CHANNEL, accountId: account.accountId, dmScope: dmScope(cfg), peer });
}

/**
 * Whether the Gateway itself resumes the turn of a message that an earlier process had begun: then the message's session is still marked as
 * running or as aborted. A turn that the Gateway began out of its own queue sends its reply itself, durably and under its own key; where the
 * session has changed since, that may have happened, and the message must not be answered a second time.
 * @param {(query: {agentId: string, sessionKey: string}) => {status?: string, abortedLastRun?: boolean, restartRecoveryRuns?: unknown[], updatedAt?: number} | undefined} sessionOf `getSessionEntry` of the SDK
 * @param {number} [lateSince] when the Gateway took the message out of its own queue, in ms
 */
export function isResumed(message, gateway, sessionOf, lateSince) {
    const { agentId, sessionKey } = routeOf(message, gateway);
    const session = sessionOf({ agentId, sessionKey });
    return session?.status === "running" || session?.abortedLastRun === true || (session?.restartRecoveryRuns?.length ?? 0) > 0 || (lateSince !== undefined && (session?.updatedAt ?? 0) > lateSince);
}

/** One session per direct chat, even if the configuration has the shared default: strangers must not share a context. */
function dmScope(cfg) {
    const scope = cfg.session?.dmScope;
    return !scope || scope === "main" ? "per-channel-peer" : scope;
}
