// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** The methods of the companion that the plugin calls (PROTOCOL.md "Methods the companion answers"). */
export const USED_METHODS = [
    "friends.list",
    "groups.list",
    "groups.members",
    "inbound.outcome",
    "inbound.subscribe",
    "login.cancel",
    "login.start",
    "logout",
    "me.get",
    "message.edit",
    "message.history",
    "message.outcome",
    "message.react",
    "message.send",
    "message.sticker",
    "message.unsend",
    "status.get",
    "status.subscribe",
    "typing.send",
];

/**
 * What the plugin uses and a companion does not answer. A companion that names no features is older than this list and answers all methods
 * that stand in it.
 * @param {string[]} features as `hello` named them
 * @param {string[]} used
 */
export const missingMethods = (features, used = USED_METHODS) => (features.length === 0 ? [] : used.filter((method) => !features.includes(method)));

/**
 * One sentence about a companion that lacks something; undefined if it lacks nothing.
 * @param {{version?: string, missing?: string[]}} companion
 */
export function missingText({ version, missing = [] }) {
    if (missing.length === 0) return undefined;
    return `Zalo Companion${version ? ` ${version}` : ""} is older than the plugin zalouser and does not know ${missing.join(", ")}; the rest works. Update Zalo Companion.`;
}
