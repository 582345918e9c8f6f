// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { DEFAULT_ACCOUNT, accountKey } from "./account.js";
import { CHANNEL } from "../runtime.js";

/**
 * What `openclaw channels add` and `channels remove` write, one account at a time. A single account is configured in the channel's own
 * section; several are configured under `accounts`, and the section then holds their common settings (`configPromotion: "preserve-root"`:
 * moving the section's policy into one account, the SDK's default, would change the policy of the others).
 */

/** What `channels add` of any channel may say. */
const COMMON_INPUT = ["name"];

const withSection = (cfg, section) => ({ ...cfg, channels: { ...cfg.channels, [CHANNEL]: section } });

/**
 * Writes settings of one account; a setting that is undefined is taken away.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {string | null | undefined} accountId
 * @param {import("../types.d.ts").AccountConfig} patch
 * @returns {any}
 */
export function withAccount(cfg, accountId, patch) {
    const section = cfg.channels?.[CHANNEL];
    if ((accountId || DEFAULT_ACCOUNT) === DEFAULT_ACCOUNT && !section?.accounts) return withSection(cfg, { ...section, ...patch });
    // The account that used to be the only one is kept.
    const before = section?.accounts ?? (section && section.enabled !== false ? { [DEFAULT_ACCOUNT]: {} } : {});
    const key = accountKey(before, accountId || DEFAULT_ACCOUNT);
    return withSection(cfg, { ...section, accounts: { ...before, [key]: { ...before[key], ...patch } } });
}

export const setAccountEnabled = ({ cfg, accountId, enabled }) => withAccount(cfg, accountId, { enabled });

export function deleteAccount({ cfg, accountId }) {
    const { [CHANNEL]: section, ...channels } = cfg.channels ?? {};
    if (!section) return cfg;
    const { accounts = {}, ...rest } = section;
    const { [accountKey(accounts, accountId || DEFAULT_ACCOUNT)]: _, ...left } = accounts;
    if (Object.keys(left).length > 0) return withSection(cfg, { ...rest, accounts: left });
    // Deleting only the last named account would revive the section itself as the default account.
    return { ...cfg, channels };
}

/** Switches the channel on, and the account; `--name` is what people call it. */
export function applyAccountConfig({ cfg, accountId, input }) {
    const next = withAccount(cfg, accountId, { enabled: true, ...(input?.name?.trim() ? { name: input.name.trim() } : {}) });
    return withSection(next, { ...next.channels[CHANNEL], enabled: true });
}

/** Refuses the options of other channels: this one has no token, and takes no other secret either. */
export function validateInput({ input }) {
    const foreign = Object.keys(input ?? {}).filter((key) => !COMMON_INPUT.includes(key) && input[key] !== undefined);
    if (foreign.length === 0) return null;
    const flags = foreign.map((key) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
    return `The channel zalouser has no ${flags.join(", ")}. Log in with a QR code: openclaw channels login --channel zalouser. Everything else is asked by: openclaw channels add --channel zalouser`;
}
