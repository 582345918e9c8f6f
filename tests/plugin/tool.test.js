// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { shared } from "../../extensions/zalouser/src/runtime.js";
import { createTool } from "../../extensions/zalouser/src/tool.js";
import { CFG, fakeCompanionAtDefault } from "./support/fixtures.js";
import { provideSdk } from "./support/sdk.js";

provideSdk();

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

test("the tool returns failures as results", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const call = async (params) => (await createTool().execute("1", params)).details;
    assert.equal((await call({ action: "me" })).displayName, "Nguyễn Minh Anh");
    assert.deepEqual(await call({ action: "friends", query: "do van" }), { friends: [{ userId: "365000000000000003", displayName: "Đỗ Văn Nguyên" }], total: 1 });
    assert.equal((await call({ action: "send", threadId: "group:772", message: "xin chào" })).success, true);
    assert.deepEqual([fake.outbox[0].threadId, fake.outbox[0].isGroup, fake.outbox[0].text], ["772", true, "xin chào"]);
    assert.equal((await call({ action: "link", threadId: "365", url: "https://example.org", isGroup: true })).success, true);
    assert.deepEqual([fake.outbox[1].url, fake.outbox[1].kind, fake.outbox[1].isGroup], ["https://example.org/", "link", true]);
    /** @type {[object, RegExp][]} */
    const refused = [
        [{ action: "send", threadId: "365" }, /send needs message/],
        [{ action: "send", threadId: "Lan", message: "x" }, /Nguyễn Thị Lan \(user:365000000000000001\)/],
        [{ action: "link", threadId: "365", url: "file:///etc/passwd" }, /http/],
        [{ action: "image", threadId: "365", url: "/etc/passwd" }, /http/],
        [{ action: "image", threadId: "365" }, /image needs url/],
        [{ action: "constructor" }, /Unknown action/],
    ];
    for (const [params, pattern] of refused) assert.match((await call(params)).error, pattern);
    fake.session = "NeedsLogin";
    assert.match((await call({ action: "friends" })).error, /channels login/);
});

test("friends and groups come in pages, with how many there are", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const asked = [];
    const list = fake.methods["friends.list"];
    fake.methods["friends.list"] = (params, connection) => (asked.push(params.limit), list(params, connection));
    const call = async (params) => (await createTool().execute("1", params)).details;
    const first = await call({ action: "friends", limit: 2 });
    assert.deepEqual([first.friends.length, first.total, first.cursor], [2, 3, "2"]);
    const last = await call({ action: "friends", limit: 2, cursor: first.cursor });
    assert.deepEqual([last.friends.map(({ displayName }) => displayName), last.total, last.cursor], [["Đỗ Văn Nguyên"], 3, undefined]);
    assert.deepEqual(await call({ action: "groups" }), { groups: [{ groupId: "772000000000000001", name: "Gia đình", memberCount: 5 }], total: 1 });
    for (const limit of [0, "9", 1e9]) await call({ action: "friends", limit });
    assert.deepEqual(asked, [2, 2, 50, 50, 500]);
});

test("the tool defaults to the agent's own conversation and account", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    shared.config = () => ({ ...CFG, channels: { zalouser: { accounts: { home: {}, shop: { profile: "ban-hang" }, old: { profile: "old", enabled: false } }, defaultAccount: "home" } } });
    const inGroup = { messageChannel: "zalouser", agentAccountId: "shop", deliveryContext: { channel: "zalouser", to: "zalouser:group:772", accountId: "shop" } };
    const call = async (context, params) => {
        const { details } = await createTool(context).execute("1", { action: "send", message: "x", ...params });
        const { profile, threadId, isGroup } = fake.outbox.at(-1) ?? {};
        return details.error ?? [profile, threadId, isGroup];
    };
    assert.deepEqual(await call(inGroup), ["ban-hang", "772", true]);
    assert.deepEqual(await call(inGroup, { threadId: "772", isGroup: false }), ["ban-hang", "772", true]);
    assert.deepEqual(await call(inGroup, { threadId: "zlu:user:365" }), ["ban-hang", "365", false]);
    assert.deepEqual(await call(inGroup, { threadId: "zalouser:group:773", isGroup: false }), ["ban-hang", "773", true]);
    assert.deepEqual(await call(inGroup, { threadId: "365", profile: "home" }), ["home", "365", false]);
    // For another account the thread's id may name somebody else, so the target is required.
    assert.match(await call(inGroup, { profile: "home" }), /send needs threadId/);
    for (const profile of ["old", "nobody"]) assert.match(await call(inGroup, { profile }), /No account of this Gateway has the profile .* There are: home, ban-hang\./);
    const elsewhere = { messageChannel: "telegram", agentAccountId: "shop", deliveryContext: { channel: "telegram", to: "365", accountId: "shop" } };
    assert.match(await call(elsewhere), /send needs threadId/);
    assert.deepEqual(await call(elsewhere, { threadId: "365" }), ["home", "365", false]);
    assert.deepEqual(await call(undefined, { threadId: "365" }), ["home", "365", false]);
});

test("the same text may be sent twice, but a call repeated with its idempotency key sends once", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const send = async (callId) => {
        const { details } = await createTool().execute(callId, { action: "send", threadId: "365", message: "x" });
        assert.equal(details.success, true);
        return fake.outbox.length;
    };
    // Models number their calls freely; without a caller's key the id is only the time.
    const counts = [];
    for (const id of ["call_0", "call_0", "http-direct-operator-1795330293610", "http-direct-operator-1795330293610", "http-direct-operator-order-7", "http-direct-operator-order-7", "rpc-direct-operator-order-7"]) counts.push(await send(id));
    assert.deepEqual(counts, [1, 2, 3, 4, 5, 5, 6]);
});
