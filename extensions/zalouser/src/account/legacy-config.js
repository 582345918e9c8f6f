// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { CHANNEL } from "../runtime.js";

/**
 * Keys that the channel accepted when it drove `zca` by itself (until 2026.3.1) and that its schema refuses today. OpenClaw asks for them while
 * the configuration is still invalid, so this works on what anybody may have written, and loads nothing else. (docs: plugins/manifest, `doctorContract`)
 */

const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isLegacyGroup = (group) => isRecord(group) && Object.hasOwn(group, "allow");
const hasLegacyGroups = (groups) => isRecord(groups) && Object.values(groups).some(isLegacyGroup);

/** What `openclaw doctor` says of such a configuration, and the Gateway when it refuses to start with it. */
export const legacyConfigRules = [
    {
        path: ["channels", CHANNEL, "groups"],
        message: `channels.${CHANNEL}.groups.<id>.allow is called enabled now. Run: openclaw doctor --fix`,
        match: hasLegacyGroups,
    },
    {
        path: ["channels", CHANNEL, "accounts"],
        message: `channels.${CHANNEL}.accounts.<account>.groups.<id>.allow is called enabled now. Run: openclaw doctor --fix`,
        match: (accounts) => isRecord(accounts) && Object.values(accounts).some((account) => isRecord(account) && hasLegacyGroups(account.groups)),
    },
];

/**
 * Moves them (`openclaw doctor --fix`).
 * @param {{cfg: any}} options
 * @returns {{config: any, changes: string[]}}
 */
export function normalizeCompatibilityConfig({ cfg }) {
    const section = cfg?.channels?.[CHANNEL];
    /** @type {string[]} */
    const changes = [];
    if (!isRecord(section)) return { config: cfg, changes };
    const moved = withoutAllow(section, `channels.${CHANNEL}`, changes);
    if (isRecord(section.accounts)) {
        moved.accounts = mapValues(section.accounts, (account, id) => (isRecord(account) ? withoutAllow(account, `channels.${CHANNEL}.accounts.${id}`, changes) : account));
    }
    return changes.length === 0 ? { config: cfg, changes } : { config: { ...cfg, channels: { ...cfg.channels, [CHANNEL]: moved } }, changes };
}

/** A group was let in only where neither key said no, so both must agree to `enabled: true`. */
function withoutAllow(section, path, changes) {
    if (!hasLegacyGroups(section.groups)) return { ...section };
    const groups = mapValues(section.groups, (group, id) => {
        if (!isLegacyGroup(group)) return group;
        const { allow, ...rest } = group;
        const enabled = allow !== false && rest.enabled !== false;
        changes.push(`Moved ${path}.groups.${id}.allow → ${path}.groups.${id}.enabled (${enabled}).`);
        return { ...rest, enabled };
    });
    return { ...section, groups };
}

const mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
