// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { formatted } from "./formatting.js";
import { withMentions } from "./mentions.js";

/**
 * A text of an agent or a person as it is to be sent to `target`: its Markdown read, its mentions found.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {Pick<import("../types.d.ts").Account, "config" | "profile">} account
 * @param {import("../types.d.ts").Target} target
 * @param {string} markdown
 */
export async function composed(cfg, account, target, markdown) {
    return await withMentions(cfg, account, target, await formatted(account, markdown));
}
