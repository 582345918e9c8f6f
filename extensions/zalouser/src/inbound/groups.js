// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { groupKey, nameKey, resolveAccount } from "../account/account.js";
import { idForName } from "./name-resolver.js";

/**
 * Under which key of `groups` the settings of a group stand: its id (also written `group:<id>`), or a name that resolves to it.
 * @param {Pick<import("../types.d.ts").Account, "accountId" | "config">} account
 * @param {string} groupId
 */
export function groupKeyOf({ accountId, config }, groupId) {
    const keys = Object.keys(config.groups ?? {}).filter((key) => key !== "*");
    return keys.find((one) => groupKey(one) === groupId) ?? keys.find((one) => idForName(accountId, "group", nameKey(one)) === groupId);
}

/**
 * The settings of one group, with those under `*` as fallback.
 * @param {import("../types.d.ts").Account} account
 * @param {string} groupId
 * @returns {{configured: boolean, listed: boolean, enabled: boolean, requireMention: boolean, tools?: object}} `configured`: any
 *   group is configured; `listed`: this one is
 */
export function groupOf(account, groupId) {
    const { "*": others, ...named } = account.config.groups ?? {};
    const key = groupKeyOf(account, groupId);
    const own = key === undefined ? undefined : named[key];
    return {
        configured: Object.keys(named).length > 0 || others !== undefined,
        listed: own !== undefined || others !== undefined,
        enabled: (own ?? others)?.enabled !== false,
        requireMention: own?.requireMention ?? others?.requireMention ?? true,
        tools: own?.tools ?? others?.tools,
    };
}

/** The groups adapter of the channel. */
/** @satisfies {import("../types.d.ts").ChannelPlugin["groups"]} */
export const groups = {
    resolveRequireMention: ({ cfg, accountId, groupId }) => groupOf(resolveAccount(cfg, accountId), groupKey(groupId)).requireMention,
    resolveToolPolicy: ({ cfg, accountId, groupId }) => groupOf(resolveAccount(cfg, accountId), groupKey(groupId)).tools,
};
