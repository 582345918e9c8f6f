// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Whom a text to a group mentions.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { withMentions } from "../../../extensions/zalouser/src/outbound/mentions.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";

const MEMBERS = [
    { userId: "512345678901234567", displayName: "Nguyễn Minh Anh" },
    { userId: "365000000000000001", displayName: "Lan" },
    { userId: "365000000000000002", displayName: "Lan Anh" },
    { userId: "365000000000000003", displayName: "Bảo" },
    { userId: "365000000000000004", displayName: "Bảo" },
    { userId: "365000000000000005", displayName: "" },
];
const GROUP = { threadId: "772", isGroup: true };

/** A companion that knows the group's members, two on a page; the calls that it got. */
function companion(members = MEMBERS) {
    const calls = [];
    const call = async (method, params) => {
        calls.push([method, params.groupId]);
        const from = Number(params.cursor ?? 0);
        return { items: members.slice(from, from + 2), total: members.length, ...(from + 2 < members.length ? { nextCursor: String(from + 2) } : {}) };
    };
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call }) });
    return calls;
}
afterEach(() => (shared.connectionManager = undefined));

const mentioned = async (text, styles) => {
    const words = await withMentions(/** @type {any} */ ({}), { profile: "default" }, GROUP, { text, ...(styles ? { styles } : {}) });
    return [words.text, ...(words.styles ?? []).filter(({ style }) => style === "mention").map(({ start, length }) => words.text.slice(start, start + length))];
};

for (const [what, text, expected] of /** @type {[string, string, string[]][]} */ ([
    ["a name", "chào @Lan nhé", ["chào @Lan nhé", "@Lan"]],
    ["the longest name", "@Lan Anh, chị ơi", ["@Lan Anh, chị ơi", "@Lan Anh"]],
    ["a name in other letters", "@nguyễn minh anh.", ["@Nguyễn Minh Anh.", "@Nguyễn Minh Anh"]],
    ["two names", "(@Lan) @Lan Anh!", ["(@Lan) @Lan Anh!", "@Lan", "@Lan Anh"]],
    ["nobody's name", "@Mai @all @Lanh", ["@Mai @all @Lanh"]],
    ["a name that two share", "@Bảo ơi", ["@Bảo ơi"]],
    ["the id of one of them", "@365000000000000004 ơi", ["@365000000000000004 ơi", "@365000000000000004"]],
    ["an id whose name is nobody else's", "@365000000000000001 ơi", ["@Lan ơi", "@Lan"]],
    ["an address", "lan@Lan.vn x/@Lan", ["lan@Lan.vn x/@Lan"]],
])) {
    test(what, async () => {
        companion();
        assert.deepEqual(await mentioned(text), expected);
    });
}

test("styles stay with their words", async () => {
    companion();
    const text = "@365000000000000001 rất vui";
    const { styles } = await withMentions(/** @type {any} */ ({}), { profile: "default" }, GROUP, { text, styles: [{ start: 20, length: 7, style: "bold" }] });
    assert.deepEqual(styles, [{ start: 0, length: 4, style: "mention" }, { start: 5, length: 7, style: "bold" }]);
});

test("nobody is asked without an @, and outside of groups", async () => {
    const calls = companion();
    await mentioned("chào cả nhà, a@b.vn");
    await withMentions(/** @type {any} */ ({}), { profile: "default" }, { threadId: "365", isGroup: false }, { text: "@Lan" });
    assert.deepEqual(calls, []);
});

test("without the members nobody is mentioned, and the text is sent", async () => {
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call: async () => Promise.reject(new Error("offline")) }) });
    assert.deepEqual(await mentioned("@Lan ơi"), ["@Lan ơi"]);
});
