// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { groupPolicyOf, settingPath } from "./account.js";

/**
 * @typedef {object} PolicyWarning what is open, or closed, further than somebody may have meant
 * @property {"dm.open" | "dm.openWithoutStar" | "dm.empty" | "groups.open" | "groups.empty" | "ids.rounded"} check
 * @property {string} text
 * @property {string} fix
 */

/**
 * What stands out in an account's settings, without asking anybody.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {import("../types.d.ts").Account} account
 * @returns {PolicyWarning[]}
 */
export function policyWarnings(cfg, { accountId, config }) {
    const at = (name) => settingPath(cfg, accountId, name);
    return [...aboutDirect(config, at), ...aboutGroups(groupPolicyOf(cfg, config), config, at), ...aboutRoundedIds(config, at)];
}

const hasEntries = (list = []) => list.some((entry) => String(entry).trim() !== "");
const hasStar = (list = []) => list.some((entry) => String(entry).trim() === "*");

/** @returns {PolicyWarning[]} */
function aboutDirect(/** @type {import("../types.d.ts").AccountConfig} */ { dmPolicy, allowFrom }, at) {
    if (dmPolicy === "open" && hasStar(allowFrom)) {
        return [{ check: "dm.open", text: `${at("dmPolicy")} is open: everybody on Zalo may use the agent.`, fix: `Set ${at("dmPolicy")} to pairing or allowlist` }];
    }
    if (dmPolicy === "open") {
        return [{ check: "dm.openWithoutStar", text: `${at("dmPolicy")} is open, but ${at("allowFrom")} lacks "*": only who stands there may write.`, fix: `Set ${at("dmPolicy")} to allowlist, or add "*" to ${at("allowFrom")}` }];
    }
    if (dmPolicy === "allowlist" && !hasEntries(allowFrom)) {
        return [{ check: "dm.empty", text: `${at("dmPolicy")} is allowlist, but ${at("allowFrom")} is empty: nobody may write.`, fix: `Add Zalo user ids to ${at("allowFrom")}, or set ${at("dmPolicy")} to pairing` }];
    }
    return [];
}

/** @returns {PolicyWarning[]} */
function aboutGroups(policy, /** @type {import("../types.d.ts").AccountConfig} */ { groupPolicy, groupAllowFrom, groups = {} }, at) {
    if (policy === "disabled") return [];
    const isOpen = policy === "open" || (groups["*"] !== undefined && groups["*"].enabled !== false);
    if (isOpen && (!hasEntries(groupAllowFrom) || hasStar(groupAllowFrom))) {
        const cause = policy === "open" ? `${at("groupPolicy")} is open` : `${at("groups")} has "*"`;
        return [{ check: "groups.open", text: `${cause}: everybody in every group of this account may use the agent.`, fix: `Name the groups in ${at("groups")}, or the people in ${at("groupAllowFrom")}` }];
    }
    // Without a word about groups, that none is answered is what the page promises.
    if (groupPolicy === "allowlist" && Object.keys(groups).length === 0 && !hasEntries(groupAllowFrom)) {
        return [{ check: "groups.empty", text: `${at("groupPolicy")} is allowlist, but ${at("groups")} is empty: no group is answered.`, fix: `Add group ids to ${at("groups")}, or set ${at("groupPolicy")} to disabled` }];
    }
    return [];
}

/** Zalo's ids have more digits than a number keeps: without quotes an id becomes another one. */
function aboutRoundedIds(config, at) {
    return ["allowFrom", "groupAllowFrom"].flatMap((name) =>
        (config[name] ?? []).flatMap((/** @type {string | number} */ entry, index) =>
            typeof entry !== "number" || Number.isSafeInteger(entry) ? [] : [{ check: /** @type {const} */ ("ids.rounded"), text: `${at(name)}, entry ${index + 1} is a number that lost digits, so it matches nobody.`, fix: "Write the id in quotes" }],
        ),
    );
}
