// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { sessionOf } from "../outbound/session-route.js";
import { CHANNEL } from "../runtime.js";
import { kindOf } from "./policy.js";

/**
 * The agent and the session for a message.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {Pick<import("../types.d.ts").TurnContext, "core" | "cfg" | "account" | "sessions">} gateway
 */
export function routeOf(message, { core, cfg, account: { accountId }, sessions }) {
    const peer = { kind: kindOf(message), id: message.threadId };
    const keyIn = (dmScope) => core.channel.routing.resolveAgentRoute({ cfg, channel: CHANNEL, accountId, dmScope, peer });
    return sessionOf(cfg, { accountId, peer }, keyIn, sessions);
}

/**
 * Whether the Gateway itself resumes the turn of a message that an earlier process had begun: then the message's session is still marked as
 * running or as aborted. A turn that the Gateway began out of its own queue sends its reply itself, durably and under its own key; where the
 * session has changed since, that may have happened, and the message must not be answered a second time.
 * @param {number} [lateSince] when the Gateway took the message out of its own queue, in ms
 */
export function isResumed(message, gateway, lateSince) {
    const { agentId, sessionKey } = routeOf(message, gateway);
    const session = gateway.sessions.getSessionEntry({ agentId, sessionKey });
    return session?.status === "running" || session?.abortedLastRun === true || (session?.restartRecoveryRuns?.length ?? 0) > 0 || (lateSince !== undefined && (session?.updatedAt ?? 0) > lateSince);
}
