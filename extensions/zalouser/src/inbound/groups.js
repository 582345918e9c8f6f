// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { groupKey, nameKey, resolveAccount } from "../account/account.js";
import { idForName } from "./name-resolver.js";

/**
 * The settings of one group: those under its id (also written `group:<id>`) or under a name that resolves to it, with the settings under `*`
 * as fallback.
 * @param {import("../types.d.ts").Account} account
 * @param {string} groupId
 * @returns {{configured: boolean, listed: boolean, enabled: boolean, requireMention: boolean, tools?: object}} `configured`: any
 *   group is configured; `listed`: this one is
 */
export function groupOf({ accountId, config }, groupId) {
    const { "*": others, ...named } = config.groups ?? {};
    const keys = Object.keys(named);
    const key = keys.find((one) => groupKey(one) === groupId) ?? keys.find((one) => idForName(accountId, "group", nameKey(one)) === groupId);
    const own = key === undefined ? undefined : named[key];
    return {
        configured: keys.length > 0 || others !== undefined,
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
