// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { DEFAULT_ACCOUNT, accountKey } from "./account.js";
import { CHANNEL } from "../runtime.js";

/**
 * What `openclaw channels add` and `channels remove` write, one account at a time. A single account is configured in the channel's own
 * section; several are configured under `accounts`, and the section then holds their common settings (`configPromotion: "preserve-root"`:
 * moving the section's policy into one account, the SDK's default, would change the policy of the others).
 */

const withSection = (cfg, section) => ({ ...cfg, channels: { ...cfg.channels, [CHANNEL]: section } });

function withAccount(cfg, accountId, patch) {
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
