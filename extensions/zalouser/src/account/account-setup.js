// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { DEFAULT_ACCOUNT, accountKey } from "./account.js";
import { CHANNEL } from "../runtime.js";

/**
 * What `openclaw channels add` and `channels remove` write, one account at a time: the only account stands in the channel's own section,
 * several stand under `accounts`, and the section then holds what is the same for all of them (`configPromotion: "preserve-root"`: moving
 * its policy into one account, as the SDK does otherwise, would change the policy of the others).
 */

const withSection = (cfg, section) => ({ ...cfg, channels: { ...cfg.channels, [CHANNEL]: section } });

function withAccount(cfg, accountId, patch) {
    const section = cfg.channels?.[CHANNEL];
    if ((accountId || DEFAULT_ACCOUNT) === DEFAULT_ACCOUNT && !section?.accounts) return withSection(cfg, { ...section, ...patch });
    // The account that was the only one so far stays one.
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
    // Without the last named account its neighbour would come back to life: the section itself, as the default account.
    return { ...cfg, channels };
}

/** Switches the channel on, and the account; `--name` is what people call it. */
export function applyAccountConfig({ cfg, accountId, input }) {
    const next = withAccount(cfg, accountId, { enabled: true, ...(input?.name?.trim() ? { name: input.name.trim() } : {}) });
    return withSection(next, { ...next.channels[CHANNEL], enabled: true });
}
