// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { isGroupKeyName, isListName, nameKey } from "./account.js";

const PAGE_SIZE = 500;

/** The list of Zalo's in which each kind of name is looked up. */
const LISTS = {
    user: { method: "friends.list", id: "userId", name: "displayName", find: "openclaw directory peers list --channel zalouser" },
    group: { method: "groups.list", id: "groupId", name: "name", find: "openclaw directory groups list --channel zalouser" },
};

/** @typedef {{kind: "user" | "group", name: string, location: string}} ListName */

/**
 * The names in an account's lists, each once, with the place where it stands first.
 * @param {import("../types.d.ts").AccountConfig} config
 * @returns {ListName[]}
 */
export function namesIn({ allowFrom = [], groupAllowFrom = [], groups = {} }) {
    const seen = new Set();
    const of = (/** @type {"user" | "group"} */ kind, list, entries, isName) =>
        entries.flatMap((entry, index) => {
            const name = nameKey(entry);
            if (!isName(entry) || seen.has(`${kind}:${name}`)) return [];
            seen.add(`${kind}:${name}`);
            return [{ kind, name, location: `${list}, entry ${index + 1}` }];
        });
    return [...of("user", "allowFrom", allowFrom, isListName), ...of("user", "groupAllowFrom", groupAllowFrom, isListName), ...of("group", "groups", Object.keys(groups), isGroupKeyName)];
}

/**
 * The ids of all that bear a name now.
 * @param {import("../types.d.ts").Call} call
 * @param {string} profile
 * @param {Pick<ListName, "kind" | "name">} name
 * @returns {Promise<string[]>}
 */
export async function idsWithName(call, profile, { kind, name }) {
    const { method, id: idOf, name: nameOf } = LISTS[kind];
    const { items } = await call(method, { profile, query: name, limit: PAGE_SIZE });
    return [...new Set(items.filter((item) => nameKey(item[nameOf]) === name).map((item) => String(item[idOf])))];
}

/**
 * What is wrong with a name that not exactly one bears. It names the place in the list, never the name, for it goes to the Gateway's log.
 * @param {Pick<ListName, "kind" | "location">} name
 * @param {number} count how many bear it
 */
export function nameProblem({ kind, location }, count) {
    const who = count === 0 ? "nothing in Zalo's list has this name" : `${count} in Zalo's list share this name`;
    return `${location}: ${who}, so it matches nobody. Write the id instead: ${LISTS[kind].find}`;
}
