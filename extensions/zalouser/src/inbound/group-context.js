// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { shownName } from "../foreign-text.js";
import { CHANNEL, shared } from "../runtime.js";
import { timing } from "../timing.js";

/** The Gateway's own number for its other channels. */
const DEFAULT_LIMIT = 50;
/** So many groups are remembered at a time, those that were heard of last. */
const MAX_GROUPS = 500;
/** A prompt names so many members. */
const MAX_NAMES = 50;

/**
 * What was said in groups since the agent's last turn there, for its next one. Only messages that would have been let in had they been addressed
 * to the agent are kept, and only in this process.
 * @returns {Map<string, import("../types.d.ts").HistoryEntry[]>}
 */
const histories = () => (shared.groupHistories ??= new Map());

/** A group is another one for each account that is in it: none learns what another one was told. */
const keyOf = (/** @type {import("../types.d.ts").InboundMessage} */ message, /** @type {Pick<import("../types.d.ts").TurnContext, "account" | "selfId">} */ { account, selfId }) =>
    `${account.accountId}:${message.account ?? selfId}:${message.threadId}`;

const limitOf = ({ account, cfg }) => account.config.historyLimit ?? cfg.messages?.groupChat?.historyLimit ?? DEFAULT_LIMIT;

/**
 * Keeps a message of a group that was not addressed to the agent. One that comes again is kept once.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {Pick<import("../types.d.ts").TurnContext, "account" | "cfg" | "selfId">} gateway
 */
export function remember(message, gateway) {
    const limit = limitOf(gateway);
    const key = keyOf(message, gateway);
    const entries = histories().get(key) ?? [];
    if (limit === 0 || entries.some(({ messageId }) => messageId === message.msgId)) return;
    const kinds = (message.media ?? []).map(({ kind }) => `[${kind}]`);
    const entry = { sender: shownName(message.senderName, message.senderId), body: [message.text.trim(), ...kinds].filter(Boolean).join("\n"), timestamp: message.timestamp, messageId: message.msgId };
    histories().delete(key); // the one that was heard of last stands last
    histories().set(key, [...entries, entry].slice(-limit));
    for (const oldest of histories().keys()) {
        if (histories().size <= MAX_GROUPS) break;
        histories().delete(oldest);
    }
}

/**
 * What is kept of the message's group, oldest first.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {Pick<import("../types.d.ts").TurnContext, "account" | "cfg" | "selfId">} gateway
 */
export function pending(message, gateway) {
    const limit = limitOf(gateway);
    return message.isGroup && limit > 0 ? (histories().get(keyOf(message, gateway)) ?? []).slice(-limit) : [];
}

/**
 * The same as a part of the prompt: of the messages' list alone the Gateway shows the last 20, whatever the configuration says.
 * @param {import("../types.d.ts").HistoryEntry[]} entries
 */
export const chatWindow = (entries) => ({
    label: "Chat history since last reply",
    source: CHANNEL,
    type: "chat_window",
    payload: {
        order: "chronological",
        relation: "before_current_message",
        messages: entries.map(({ messageId, sender, timestamp, body }) => ({ message_id: messageId, sender, timestamp_ms: timestamp, body })),
    },
});

/** The agent has read these: its session has them from now on. */
export function forget(message, gateway, entries) {
    const key = keyOf(message, gateway);
    const left = (histories().get(key) ?? []).filter((entry) => !entries.includes(entry));
    if (left.length > 0) histories().set(key, left);
    else histories().delete(key);
}

/**
 * The names of a group's members for the agent, with the ids that tell those apart who share one; undefined where they are not known in time: the
 * companion asks Zalo for a group that it does not know yet, which takes seconds.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {Pick<import("../types.d.ts").TurnContext, "connection">} gateway
 */
export async function memberNames({ profile, threadId, isGroup }, { connection }) {
    if (!isGroup) return undefined;
    try {
        const { items, total } = await connection.call("groups.members", { profile, groupId: threadId, limit: MAX_NAMES }, { timeoutMs: timing.memberNamesTimeoutMs });
        const names = items.map(({ userId, displayName }) => `${shownName(displayName, "?")} (${userId})`);
        return [...names, ...(total > names.length ? [`and ${total - names.length} more`] : [])].join(", ") || undefined;
    } catch {
        return undefined;
    }
}
