// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { BridgeError, CODE } from "../bridge/errors.js";
import { CHANNEL } from "../runtime.js";

export const DEFAULT_ACCOUNT = "default";

const section = (cfg) => cfg?.channels?.[CHANNEL] ?? {};

/** An account's id as the Gateway writes it, whatever its key in the configuration looks like. */
const canonical = (id) =>
    String(id ?? "").trim().toLowerCase().replace(/[^a-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64) || DEFAULT_ACCOUNT;

/** The key under `accounts` that stands for an id; the id itself where there is none. */
export const accountKey = (accounts, id) => (Object.hasOwn(accounts ?? {}, id) ? id : (Object.keys(accounts ?? {}).find((key) => canonical(key) === canonical(id)) ?? id));

export function listAccountIds(cfg) {
    const ids = Object.keys(section(cfg).accounts ?? {}).map(canonical);
    return ids.length > 0 ? [...new Set(ids)] : [DEFAULT_ACCOUNT];
}

export function defaultAccountId(cfg) {
    const ids = listAccountIds(cfg);
    const named = section(cfg).defaultAccount;
    if (named && ids.includes(canonical(named))) return canonical(named);
    return ids.includes(DEFAULT_ACCOUNT) ? DEFAULT_ACCOUNT : ids[0];
}

/**
 * An account and its settings: `accounts.<id>` overrides the channel's own settings. The channel's `name` and `profile` belong to
 * its default account. An account's profile is the configured one, else ZALOUSER_PROFILE or ZCA_PROFILE (default account only), else the
 * account's id.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {string | null} [accountId]
 * @returns {import("../types.d.ts").Account}
 */
export function resolveAccount(cfg, accountId) {
    const id = accountId?.trim() ? canonical(accountId) : defaultAccountId(cfg);
    const { accounts, defaultAccount: _, ...shared } = section(cfg);
    const { name, profile, ...policy } = shared;
    // A profile is a login and belongs to one account; only the policy is shared.
    const config = { ...policy, ...(id === DEFAULT_ACCOUNT ? { name, profile } : {}), ...accounts?.[accountKey(accounts, id)] };
    const fromEnv = id === DEFAULT_ACCOUNT ? process.env.ZALOUSER_PROFILE?.trim() || process.env.ZCA_PROFILE?.trim() : undefined;
    return {
        accountId: id,
        name: config.name,
        enabled: section(cfg).enabled !== false && config.enabled !== false,
        profile: config.profile?.trim() || fromEnv || id,
        config,
    };
}

/**
 * The same, of an account that somebody named: one that is named nowhere would be sent from, logged in and asked about as if it existed.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {string | null} [accountId]
 * @throws BridgeError
 */
export function requireAccount(cfg, accountId) {
    const account = resolveAccount(cfg, accountId);
    const ids = listAccountIds(cfg);
    if (ids.includes(account.accountId)) return account;
    throw new BridgeError("params", `There is no account ${account.accountId} under channels.zalouser.accounts; add it there first. There are: ${ids.join(", ")}.`, { code: CODE.params, data: { possiblySent: false } });
}

/**
 * Where one of an account's settings stands in the configuration, or would: in the account, or in the channel's section that all share.
 * @returns {string[]} the keys on the way
 */
export function settingKeys(cfg, accountId, name) {
    const { accounts, ...shared } = section(cfg);
    const key = accountKey(accounts, accountId);
    const isOwn = Object.hasOwn(accounts ?? {}, key) && (Object.hasOwn(accounts[key], name) || !Object.hasOwn(shared, name));
    return ["channels", CHANNEL, ...(isOwn ? ["accounts", key] : []), name];
}

/** The same, as it is written in a sentence. */
export const settingPath = (cfg, accountId, name) => settingKeys(cfg, accountId, name).join(".");

/** What decides about groups: the account's setting, else the one for all channels. */
export const groupPolicyOf = (cfg, config) => config.groupPolicy ?? cfg.channels?.defaults?.groupPolicy ?? "allowlist";

export const isConfigured = (cfg) => Boolean(cfg?.channels?.[CHANNEL]);

/** Strips the prefixes `zalouser:` and `zlu:` that users of this channel write. */
export function stripChannel(raw) {
    return String(raw ?? "").trim().replace(/^(zalouser|zlu):/i, "").trim();
}

/**
 * `group:123`, `g:123`, `user:123`, `123` → {threadId, isGroup}.
 * @param {unknown} raw
 * @returns {import("../types.d.ts").Target}
 */
export function parseTarget(raw) {
    const text = stripChannel(raw);
    const match = /^(group|g|user|u|dm):(.+)$/i.exec(text);
    const threadId = (match ? match[2] : text).trim();
    if (!/^\d{1,32}$/.test(threadId)) {
        throw new BridgeError("threadUnknown", "A Zalo target is a number: a user's id, or group:<id>. Find it: openclaw directory peers list --channel zalouser --query NAME", { code: CODE.thread, data: { possiblySent: false } });
    }
    return { threadId, isGroup: /^g/i.test(match?.[1] ?? "") };
}

/** The address under which the Gateway stores a thread. */
export const addressOf = (threadId, isGroup) => (isGroup ? `${CHANNEL}:group:${threadId}` : `${CHANNEL}:${threadId}`);

/** Normalizes an allow list entry for comparison: the bare id. */
export const normalizeEntry = (raw) => stripChannel(raw).replace(/^(user|u|dm):/i, "").trim().toLowerCase();

/** Normalizes a key of `groups` for comparison: the bare id, name or `*`. */
export const groupKey = (raw) => stripChannel(raw).replace(/^(group|g):/i, "").trim();

const isId = (text) => /^\d{1,32}$/.test(text);

/** True for an entry of `allowFrom` or `groupAllowFrom` that is a name: no id, no `*`, no `accessGroup:<name>`. */
export const isListName = (raw) => !isId(normalizeEntry(raw)) && !/^(\*|accessgroup:.*|)$/is.test(normalizeEntry(raw));

/** The same for a key of `groups`. */
export const isGroupKeyName = (raw) => !isId(groupKey(raw)) && !["", "*"].includes(groupKey(raw));

/** Normalizes a name for comparison: case, white space and the Unicode form of accents do not matter. */
export const nameKey = (raw) => stripChannel(raw).replace(/^(user|u|dm|group|g):/i, "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
