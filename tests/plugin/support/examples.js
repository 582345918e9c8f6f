// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";

const { fromPlugin, toPlugin } = JSON.parse(fs.readFileSync(new URL("../../data/bridge/messages.json", import.meta.url), "utf8"));

/**
 * An example that the companion's tests compare with PROTOCOL.md.
 * @param {string} message as in `pairing.list result`
 */
export function exampleOf(message) {
    const found = [...fromPlugin, ...toPlugin].find((example) => example.message === message);
    if (!found) throw new Error(`messages.json has no ${message}`);
    return found.value;
}

/** The names of all members, also of members of members, without those of further items of a list. */
export function namesOf(value, prefix = "") {
    if (Array.isArray(value)) return value.length > 0 ? namesOf(value[0], `${prefix}[]`) : [];
    if (value === null || typeof value !== "object") return [];
    return Object.keys(value).sort().flatMap((name) => [`${prefix}.${name}`, ...namesOf(value[name], `${prefix}.${name}`)]);
}
