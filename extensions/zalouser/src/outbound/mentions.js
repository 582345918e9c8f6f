// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { request } from "../bridge/one-shot.js";
import { shownName } from "../foreign-text.js";
import { timing } from "../timing.js";
import { edited, spansOf, styledText } from "./spans.js";

const PAGE_SIZE = 500;
/** Zalo's largest groups have so many members. */
const MAX_MEMBERS = 2000;

/** Where `zca` looks for a name (ZCA.md), and what may follow one. */
const SIGN = /(?<=^|[\s([{<",;:])@(?=\S)/g;
const END = /^($|[\s,;:!?)\]}>"]|\.($|[\s,;:!?)\]}>"]))/;

/**
 * Marks whom a text to a group mentions: `@` and the whole name of one member, or the id, which two who share a name need. Any other `@`
 * mentions nobody, and neither does a name that two share. Without the list of members nobody is mentioned, and the text goes all the same.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{profile: string}} account
 * @param {import("../types.d.ts").Target} target
 * @param {import("../types.d.ts").StyledText} words
 * @returns {Promise<import("../types.d.ts").StyledText>}
 */
export async function withMentions(cfg, account, { threadId, isGroup }, words) {
    if (!isGroup || words.text.search(SIGN) < 0) return words;
    const members = await membersOf(cfg, account, threadId).catch(() => []);
    const named = namesIn(members);
    const edits = [];
    for (const { index } of words.text.matchAll(SIGN)) {
        const found = memberAt(words.text, index + 1, members);
        if (!found) continue;
        const { member, length } = found;
        // An id is no name for people; where the name is this member's alone, it stands there instead.
        const name = named.get(key(member.displayName)) === 1 ? member.displayName : words.text.slice(index + 1, index + 1 + length);
        edits.push({ at: index, remove: length + 1, insert: `@${name}`, span: { start: index, end: index + length + 1, style: "mention" } });
    }
    if (edits.length === 0) return words;
    return styledText(edited(spansOf(words), edits));
}

/** The only member whose name or id is the longest that stands there. */
function memberAt(text, start, members) {
    /** @type {{member: {userId: string, displayName: string}, length: number}[]} */
    let found = [];
    for (const member of members) {
        // The agent knows a name as it is shown to it; Zalo knows the whole of it.
        for (const label of new Set([member.userId, member.displayName, shownName(member.displayName)])) {
            if (label === "" || key(text.slice(start, start + label.length)) !== key(label) || !END.test(text.slice(start + label.length, start + label.length + 2))) continue;
            const best = found[0]?.length ?? 0;
            if (label.length < best) continue;
            found = [...(label.length === best ? found : []), { member, length: label.length }];
        }
    }
    return new Set(found.map(({ member }) => member.userId)).size === 1 ? found[0] : undefined;
}

/** How many members have each name. */
function namesIn(members) {
    const count = new Map();
    for (const { displayName } of members) count.set(key(displayName), (count.get(key(displayName)) ?? 0) + 1);
    return count;
}

const key = (name) => name.toLowerCase();

async function membersOf(cfg, account, groupId) {
    const members = [];
    let cursor;
    do {
        const page = await request(cfg, account, "groups.members", { groupId, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }, { timeoutMs: timing.requestTimeoutMs });
        members.push(...page.items.map(({ userId, displayName }) => ({ userId: String(userId), displayName: String(displayName ?? "").trim() })));
        cursor = page.items.length > 0 ? page.nextCursor : undefined;
    } while (cursor && members.length < MAX_MEMBERS);
    return members;
}
