// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { groupPolicyOf, isListName, nameKey, normalizeEntry } from "../account/account.js";
import { groupOf } from "./groups.js";
import { ingressResolver } from "../host-differences.js";
import { CHANNEL } from "../runtime.js";
import { idForName } from "./name-resolver.js";
import { reasonOf } from "./reasons.js";

/** The uid of a mention of everybody in a group. */
const ALL = "-1";

/** @returns {"group" | "direct"} */
export const kindOf = ({ isGroup }) => (isGroup ? "group" : "direct");

/**
 * The Gateway's decision on one message; with a `contextBinding` it also admits the message to the agent's context.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {Pick<import("../types.d.ts").TurnContext, "core" | "cfg" | "account" | "selfId" | "agentId">} gateway
 * @param {object} [contextBinding]
 */
export async function decide(message, gateway, contextBinding) {
    const { core, cfg, account, selfId } = gateway;
    const { config, accountId } = account;
    const text = commandText(message, selfId);
    const resolve = await ingressResolver(core);
    return await resolve({
        channelId: CHANNEL,
        accountId,
        cfg,
        identity: { normalize: (value) => normalizeEntry(value) || null, sensitivity: "pii", entryIdPrefix: "zalouser-entry" },
        readStoreAllowFrom: async () => await core.channel.pairing.readAllowFromStore({ channel: CHANNEL, accountId }),
        subject: { stableId: message.senderId },
        conversation: { kind: kindOf(message), id: message.threadId },
        event: { kind: "message", authMode: "inbound", mayPair: !message.isGroup },
        contextBinding,
        dmPolicy: config.dmPolicy ?? "pairing",
        groupPolicy: "disabled",
        allowFrom: idsOf(accountId, config.allowFrom),
        groupAllowFrom: idsOf(accountId, config.groupAllowFrom),
        ...(message.isGroup ? groupGates(message, gateway) : {}),
        command: core.channel.commands.shouldComputeCommandAuthorized(text, cfg)
            ? { directGroupAllowFrom: "effective", commandGroupAllowFromFallbackToAllowFrom: true, allowTextCommands: true, hasControlCommand: core.channel.text.hasControlCommand(text, cfg) }
            : undefined,
    });
}

/** Replaces names by their ids; an unresolved name stays and matches nobody. */
const idsOf = (accountId, entries = []) => entries.map((entry) => (isListName(entry) && idForName(accountId, "user", nameKey(entry))) || String(entry));

function groupGates(message, gateway) {
    const { cfg, account } = gateway;
    const { config } = account;
    const policy = groupPolicyOf(cfg, config);
    const group = groupOf(account, message.threadId);
    const isForAll = !config.groupAllowFrom?.length && (policy === "open" || group.listed);
    return {
        ...(policy === "disabled" ? { groupPolicy: policy } : { groupPolicy: isForAll ? "open" : "allowlist", route: routeOf(policy, group) }),
        policy: { groupAllowFromFallbackToAllowFrom: false, activation: { requireMention: group.requireMention, allowTextCommands: true } },
        mentionFacts: mentionFacts(message, gateway),
    };
}

function routeOf(policy, { configured, listed, enabled }) {
    if (listed && !enabled) return { id: "group", kind: "group", enabled: false, blockReason: "group_disabled" };
    if (policy === "allowlist" && configured && !listed) return { id: "group", kind: "group", allowed: false, blockReason: "group_not_listed" };
    return undefined;
}

/** The mentions of this account in a group message; stickers carry a false mention without a length. */
const ownMentions = (/** @type {Pick<import("../types.d.ts").InboundMessage, "mentions">} */ { mentions = [] }, selfId) => mentions.filter(({ uid, len }) => len > 0 && (uid === selfId || uid === ALL));

/**
 * Whether a group message addresses this account: by a mention, by what `messages.groupChat.mentionPatterns` or the agent's own say (by themselves its
 * name). A reply to one of its messages counts, as on the Gateway's other channels.
 * @param {Pick<import("../types.d.ts").InboundMessage, "text" | "mentions" | "quote">} message
 * @param {Pick<import("../types.d.ts").TurnContext, "core" | "cfg" | "selfId" | "agentId">} gateway
 */
export function mentionFacts(message, { core, cfg, selfId, agentId }) {
    const quoted = selfId !== undefined && message.quote?.senderId === selfId && cfg.channels?.defaults?.implicitMentions?.quotedBot !== false;
    const { buildMentionRegexes, matchesMentionPatterns } = core.channel.mentions;
    const called = matchesMentionPatterns(message.text, buildMentionRegexes(cfg, agentId));
    return { canDetectMention: true, wasMentioned: called || ownMentions(message, selfId).length > 0, implicitMentionKinds: quoted ? ["quoted_bot"] : [] };
}

/** The text without mentions of this account, for commands: `@Lan /status` becomes `/status`. */
export function commandText(message, selfId) {
    const spans = ownMentions(message, selfId).toSorted((a, b) => b.pos - a.pos);
    return spans.reduce((text, { pos, len }) => text.slice(0, pos) + text.slice(pos + len), message.text).trim();
}

/** Whether a group message is only not addressed to the agent: everything else would let it in. */
export const isUnaddressed = ({ ingress, senderAccess, routeAccess }) => senderAccess.decision === "allow" && (routeAccess?.reason ?? ingress.reasonCode) === "activation_skipped";

/**
 * The reason for which a message is dropped; undefined if it is admitted.
 * @returns {import("./reasons.js").Reason | undefined}
 */
export function refusalOf({ ingress, senderAccess, routeAccess }) {
    if (ingress.admission === "dispatch" && senderAccess.decision === "allow") return undefined;
    if (senderAccess.decision === "pairing") return reasonOf("pairingPending");
    const rule = routeAccess?.reason ?? ingress.reasonCode ?? senderAccess.reasonCode;
    const code = RULES[rule];
    return code ? reasonOf(code) : { code: "otherRule", reason: rule, detail: rule };
}

/** What OpenClaw and routeOf() call their rules. @type {Record<string, import("./reasons.js").Code>} */
const RULES = {
    dm_policy_disabled: "directOff",
    dm_policy_not_allowlisted: "senderNotAllowed",
    group_policy_disabled: "groupsOff",
    group_policy_empty_allowlist: "noGroupAllowed",
    group_policy_not_allowlisted: "groupSenderNotAllowed",
    group_not_listed: "groupNotAllowed",
    group_disabled: "groupDisabled",
    activation_skipped: "noMention",
    control_command_unauthorized: "commandNotAllowed",
};
