// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Whom an address means.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { resolveTarget, resolver, targetResolver } from "../../../extensions/zalouser/src/outbound/targets.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";

const FRIENDS = [
    { userId: "365000000000000001", displayName: "Đỗ Văn Lan" },
    { userId: "365000000000000002", displayName: "Bảo" },
    { userId: "365000000000000003", displayName: "Bảo" },
    { userId: "365000000000000004", displayName: "Quán" },
];
const GROUPS = [
    { groupId: "772000000000000001", name: "Gia đình" },
    { groupId: "772000000000000002", name: "Quán" },
];
const CFG = /** @type {any} */ ({ channels: { zalouser: {} } });
const ACCOUNT = { profile: "default" };

/** As the companion finds them: a part of a name or an id, accents or not. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
const find = (entries, query) => entries.filter((entry) => Object.values(entry).some((value) => fold(value).includes(fold(query))));

beforeEach(() => {
    const call = async (method, { query }) => ({ items: find(method === "groups.list" ? GROUPS : FRIENDS, query), total: 0 });
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call }) });
});
afterEach(() => {
    shared.connectionManager = undefined;
    shared.knownIds = undefined;
});

for (const [raw, threadId, isGroup] of /** @type {[string, string, boolean][]} */ ([
    ["365000000000000001", "365000000000000001", false],
    ["391", "391", false],
    ["772000000000000001", "772000000000000001", true],
    ["zalouser:772000000000000001", "772000000000000001", true],
    ["user:772000000000000001", "772000000000000001", false],
    ["group:779", "779", true],
    ["Đỗ Văn Lan", "365000000000000001", false],
    ["do van lan", "365000000000000001", false],
    ["zlu:group:gia đình", "772000000000000001", true],
    ["Gia Dinh", "772000000000000001", true],
    ["group:Quán", "772000000000000002", true],
    ["user:Quán", "365000000000000004", false],
])) {
    test(`${raw} is ${isGroup ? "the group" : "the person"} ${threadId}`, async () => {
        const found = await resolveTarget(CFG, ACCOUNT, raw);
        assert.deepEqual([found.threadId, found.isGroup], [threadId, isGroup]);
    });
}

for (const [raw, words] of [
    ["Bảo", /2 have the name “Bảo”\. Write the id of the one you mean: Bảo \(user:365000000000000002\), Bảo \(user:365000000000000003\)\./],
    ["Quán", /2 have the name “Quán”.*Quán \(user:365000000000000004\), Quán \(group:772000000000000002\)/],
    ["Lan", /Nobody and no group has the name “Lan”\. Write the id of the one you mean: Đỗ Văn Lan \(user:365000000000000001\)\./],
    ["Mai", /Nobody and no group has the name “Mai”\. Look the id up/],
    ["", /A Zalo target is a number/],
]) {
    test(`“${raw}” is refused`, async () => {
        await assert.rejects(resolveTarget(CFG, ACCOUNT, /** @type {string} */ (raw)), (error) => error instanceof BridgeError && error.kind === "threadUnknown" && /** @type {RegExp} */ (words).test(error.message));
    });
}

test("the Gateway gets an address that says what it is", async () => {
    const of = (input) => targetResolver.resolveTarget(/** @type {any} */ ({ cfg: CFG, input, normalized: input }));
    assert.deepEqual(await of("772000000000000001"), { to: "group:772000000000000001", kind: "group", display: "Gia đình" });
    assert.deepEqual(await of("Đỗ Văn Lan"), { to: "365000000000000001", kind: "user", display: "Đỗ Văn Lan" });
});

test("an id is taken as it is while nobody can be asked", async () => {
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call: async () => Promise.reject(new BridgeError("closed", "closed")) }) });
    assert.equal(await targetResolver.resolveTarget(/** @type {any} */ ({ cfg: CFG, input: "391" })), null);
    await assert.rejects(targetResolver.resolveTarget(/** @type {any} */ ({ cfg: CFG, input: "Lan" })), /closed/);
});

test("a list that cannot be had keeps no message from a person", async () => {
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call: async () => Promise.reject(new BridgeError("storage", "the disk is full")) }) });
    assert.deepEqual(await resolveTarget(CFG, ACCOUNT, "391"), { threadId: "391", isGroup: false });
});

test("channels resolve: each input by itself, with what is wrong", async () => {
    const results = await resolver.resolveTargets(/** @type {any} */ ({ cfg: CFG, inputs: ["Gia đình", "772000000000000002", "Bảo"], kind: "group" }));
    assert.deepEqual(results.slice(0, 2), [
        { input: "Gia đình", resolved: true, id: "772000000000000001", name: "Gia đình" },
        { input: "772000000000000002", resolved: true, id: "772000000000000002" },
    ]);
    assert.equal(results[2].resolved, false);
    assert.match(results[2].note ?? "", /Nobody and no group/);
});
