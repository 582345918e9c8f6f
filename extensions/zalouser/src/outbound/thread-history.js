// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { request } from "../bridge/one-shot.js";
import { shownName, shownText } from "../foreign-text.js";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
/** So many pages are asked for, however little of them is to be read. */
const MAX_PAGES = 10;

/** Reasons for which the agent got no turn though its sender may write to it (reasons.js). What was turned away it does not read. */
const HARMLESS = ["noMention", "noText", "onlySticker", "onlyReaction", "onlyContact"];
/** The same in the words of messages that were dropped before there were codes. */
const HARMLESS_WORDS = /^(not mentioned|no text|a .+ starts no turn)$/;
const isForAgent = ({ own, outcome, code, reason }) => own === true || outcome !== "dropped" || (code ? HARMLESS.includes(code) : HARMLESS_WORDS.test(reason ?? ""));

/**
 * The conversation that an agent may read: the one that it is in. What others wrote elsewhere is not for whoever writes to it here.
 * @template T
 * @param {T | undefined} own the agent's conversation on this channel
 * @param {T | undefined} target the one that it asks for; `own` itself where it is the same
 */
export function requireOwn(own, target) {
    if (!own) throw new Error("read works in a Zalo conversation only, and for that one.");
    if (target !== own) throw new Error("read is for the conversation that you are in; leave its target out.");
    return own;
}

/**
 * The messages of one conversation that Zalo Companion keeps, newest first; `before` is where the next page begins.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {import("../types.d.ts").Account} account
 * @param {import("../types.d.ts").Target} target
 * @param {{limit?: unknown, before?: unknown}} page
 */
export async function threadHistory(cfg, account, target, { limit, before }) {
    const asked = Number(limit); // the command line hands over a text
    const wanted = Math.min(Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_LIMIT, MAX_LIMIT);
    const messages = [];
    let cursor = typeof before === "string" ? before : "";
    // A page can hold less than it was asked for: what only waits, has failed or was turned away is no message to read.
    for (let page = 0; page === 0 || (cursor && messages.length < wanted && page < MAX_PAGES); page++) {
        const { items, nextCursor = "" } = await request(cfg, account, "message.history", { ...target, limit: wanted - messages.length, ...(cursor ? { cursor } : {}) });
        messages.push(...items.filter(isForAgent).map(entryOf));
        cursor = nextCursor;
    }
    return { messages, ...(cursor ? { before: cursor } : {}) };
}

const entryOf = ({ messageId, own, senderId, senderName, text, medium, time }) => ({
    messageId,
    from: own ? "me" : shownName(senderName, senderId),
    senderId,
    time: new Date(time).toISOString(),
    text: shownText(text),
    ...(medium ? { medium } : {}),
});
