// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { directory } from "../../extensions/zalouser/src/directory.js";
import { shared } from "../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault } from "./support/fixtures.js";

/** @type {any} the Gateway's, which the directory does not use */
const RUNTIME = {};

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

test("the directory pages, and stops at the limit", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const asked = [];
    fake.methods["friends.list"] = ({ limit, cursor = "0" }) => {
        asked.push(limit);
        const from = Number(cursor);
        return { items: Array.from({ length: limit }, (_, i) => ({ userId: String(from + i), displayName: `n${from + i}` })), total: 100000, nextCursor: String(from + limit), refreshedAt: 1 };
    };
    const peers = await directory.listPeers({ cfg: CFG, runtime: RUNTIME, limit: 1200 });
    assert.equal(peers.length, 1200);
    assert.deepEqual(asked, [500, 500, 200]);
    assert.deepEqual(peers.at(-1), { kind: "user", id: "1199", name: "n1199", avatarUrl: undefined, raw: { userId: "1199", displayName: "n1199" } });
    assert.deepEqual((await directory.listGroups({ cfg: CFG, runtime: RUNTIME, query: "gia" })).map(({ id, name }) => [id, name]), [["group:772000000000000001", "Gia đình"]]);
});

test("an endless directory is read up to its limit, and an empty page ends it", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.methods["friends.list"] = ({ limit, cursor = "0" }) => ({ items: Array.from({ length: limit }, (_, i) => ({ userId: String(Number(cursor) + i) })), nextCursor: String(Number(cursor) + limit) });
    for (const limit of [undefined, 1e9]) assert.equal((await directory.listPeers({ cfg: CFG, runtime: RUNTIME, limit })).length, 5000);
    let asked = 0;
    fake.methods["friends.list"] = () => (++asked, { items: [], nextCursor: "1" });
    assert.deepEqual(await directory.listPeers({ cfg: CFG, runtime: RUNTIME }), []);
    assert.equal(asked, 1);
});
