// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { parseTarget, resolveAccount } from "./account.js";
import { withCompanion } from "./client.js";

const PAGE = 500;
/** More than that nobody reads in a terminal; `--query` narrows. */
const MOST = 5000;

/** All items of a paged list, up to `limit`. */
export function listAll(cfg, account, method, { query, limit, ...params } = {}) {
    const wanted = limit > 0 ? Math.min(limit, MOST) : MOST;
    return withCompanion(cfg, async (call) => {
        const items = [];
        let cursor;
        do {
            const page = await call(method, {
                profile: account.profile,
                ...params,
                ...(query ? { query } : {}),
                limit: Math.min(PAGE, wanted - items.length),
                ...(cursor ? { cursor } : {}),
            });
            items.push(...(Array.isArray(page.items) ? page.items : []));
            cursor = page.items?.length > 0 ? page.nextCursor : undefined;
        } while (cursor && items.length < wanted);
        return items.slice(0, wanted);
    });
}

const user = (entry) => ({ kind: "user", id: String(entry.userId), name: entry.displayName || undefined, avatarUrl: entry.avatar || undefined, raw: entry });
const group = (entry) => ({ kind: "group", id: `group:${entry.groupId}`, name: entry.name || undefined, avatarUrl: entry.avatar || undefined, raw: entry });

export const directory = {
    self: async ({ cfg, accountId }) => {
        const account = resolveAccount(cfg, accountId);
        return user(await withCompanion(cfg, (call) => call("me.get", { profile: account.profile })));
    },
    listPeers: async ({ cfg, accountId, query, limit }) => (await listAll(cfg, resolveAccount(cfg, accountId), "friends.list", { query, limit })).map(user),
    listGroups: async ({ cfg, accountId, query, limit }) => (await listAll(cfg, resolveAccount(cfg, accountId), "groups.list", { query, limit })).map(group),
    listGroupMembers: async ({ cfg, accountId, groupId, limit }) =>
        (await listAll(cfg, resolveAccount(cfg, accountId), "groups.members", { groupId: parseTarget(groupId).threadId, limit })).map(user),
};
