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
 * running or as aborted.
 * @param {(query: {agentId: string, sessionKey: string}) => {status?: string, abortedLastRun?: boolean, restartRecoveryRuns?: unknown[]} | undefined} sessionOf `getSessionEntry` of the SDK
 */
export function isResumed(message, gateway, sessionOf) {
    const { agentId, sessionKey } = routeOf(message, gateway);
    const session = sessionOf({ agentId, sessionKey });
    return session?.status === "running" || session?.abortedLastRun === true || (session?.restartRecoveryRuns?.length ?? 0) > 0;
}

/** One session per direct chat, even if the configuration has the shared default: strangers must not share a context. */
function dmScope(cfg) {
    const scope = cfg.session?.dmScope;
    return !scope || scope === "main" ? "per-channel-peer" : scope;
}
