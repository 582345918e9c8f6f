// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { parseTarget, requireAccount } from "./account/account.js";
import { withCompanion } from "./bridge/one-shot.js";
import { shownName, shownRecord } from "./foreign-text.js";
import { timing } from "./timing.js";

const PAGE_SIZE = 500;
/** More entries are unreadable in a terminal; `--query` narrows the list. */
const MAX_ITEMS = 5000;

/**
 * Collects the items of a paged list, up to `limit`.
 * @param {import("./types.d.ts").OpenClawConfig} cfg
 * @param {{profile: string}} account
 * @param {string} method
 * @param {{query?: string | null, limit?: number | null, groupId?: string}} [options]
 * @returns {Promise<any[]>}
 */
export function listAll(cfg, account, method, { query, limit, ...params } = {}) {
    const wanted = limit && limit > 0 ? Math.min(limit, MAX_ITEMS) : MAX_ITEMS;
    const deadline = Date.now() + timing.listTimeoutMs;
    return withCompanion(cfg, async (call) => {
        /** @type {any[]} */
        const items = [];
        let cursor;
        do {
            const limit = Math.min(PAGE_SIZE, wanted - items.length);
            const asked = { profile: account.profile, ...params, ...(query ? { query } : {}), limit, ...(cursor ? { cursor } : {}) };
            const page = await call(method, asked, { timeoutMs: Math.max(1, Math.min(timing.requestTimeoutMs, deadline - Date.now())) });
            items.push(...page.items.slice(0, limit));
            cursor = page.items.length > 0 ? page.nextCursor : undefined;
        } while (cursor && items.length < wanted);
        return items;
    });
}

/**
 * One page of a list, as the companion gives it.
 * @param {import("./types.d.ts").OpenClawConfig} cfg
 * @param {{profile: string}} account
 * @param {string} method
 * @param {{query?: string, limit: number, cursor?: string}} asked
 * @returns {Promise<{items: any[], total?: number, nextCursor?: string}>}
 */
export function listPage(cfg, account, method, { query, limit, cursor }) {
    const asked = { profile: account.profile, ...(query ? { query } : {}), limit: Math.min(limit, PAGE_SIZE), ...(cursor ? { cursor } : {}) };
    return withCompanion(cfg, (call) => call(method, asked));
}

/** @returns {import("./types.d.ts").DirectoryEntry} */
const user = (entry) => ({ kind: "user", id: String(entry.userId), name: shownName(entry.displayName) || undefined, avatarUrl: entry.avatar || undefined, raw: shownRecord(entry) });
/** @returns {import("./types.d.ts").DirectoryEntry} */
const group = (entry) => ({ kind: "group", id: `group:${entry.groupId}`, name: shownName(entry.name) || undefined, avatarUrl: entry.avatar || undefined, raw: shownRecord(entry) });

/** @satisfies {import("./types.d.ts").ChannelPlugin["directory"]} */
export const directory = {
    self: async ({ cfg, accountId }) => {
        const account = requireAccount(cfg, accountId);
        return user(await withCompanion(cfg, (call) => call("me.get", { profile: account.profile })));
    },
    listPeers: async ({ cfg, accountId, query, limit }) => (await listAll(cfg, requireAccount(cfg, accountId), "friends.list", { query, limit })).map(user),
    listGroups: async ({ cfg, accountId, query, limit }) => (await listAll(cfg, requireAccount(cfg, accountId), "groups.list", { query, limit })).map(group),
    listGroupMembers: async ({ cfg, accountId, groupId, limit }) =>
        (await listAll(cfg, requireAccount(cfg, accountId), "groups.members", { groupId: parseTarget(groupId).threadId, limit })).map(user),
};
