// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Names in the lists of an account: looked up once, never logged, refused if ambiguous.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createNameResolver, idForName } from "../../../extensions/zalouser/src/inbound/name-resolver.js";
import { openDatabase } from "../../../extensions/zalouser/src/inbound/queue.js";
import { tempFixture } from "../support/fixtures.js";

const FRIENDS = [
    ["365", "Nguyễn Thị Lan"],
    ["366", "Trần Quốc Bảo"],
    ["367", "Trần Quốc Bảo"],
    ["368", "Nguyễn Thị Lan Anh"],
].map(([userId, displayName]) => ({ userId, displayName }));
const GROUPS = [{ groupId: "772", name: "Gia đình" }];

/** An account of one Gateway; `at(config)` restarts it with another configuration. */
async function stage(t) {
    const { stateDir } = tempFixture(t);
    const db = await openDatabase(stateDir);
    t.after(() => db.close());
    const world = { friends: FRIENDS, asked: [], lines: [], fail: 0 };
    const log = Object.fromEntries(["info", "warn"].map((level) => [level, (line) => world.lines.push(`${level}: ${line}`)]));
    const call = async (method, params) => {
        world.asked.push([method, params.profile, params.query]);
        if (world.fail-- > 0) throw new Error("not now");
        return { items: method === "friends.list" ? world.friends : GROUPS };
    };
    world.at = (config, accountId = "default") => {
        const resolver = createNameResolver({ accountId, config, db, call, log });
        t.after(() => resolver.stop());
        return resolver;
    };
    world.started = async (config, owner = "512") => {
        const resolver = world.at(config);
        resolver.start(owner, "default");
        await resolver.ready();
        return resolver;
    };
    return world;
}

const NOBODY = "so it matches nobody. Write the id instead: openclaw directory peers list --channel zalouser";

test("an unambiguous name is resolved to an id, regardless of case, spaces and prefix", async (t) => {
    const world = await stage(t);
    const resolver = await world.started({ allowFrom: ["123", "zalouser:nguyễn  thị LAN", "*", "accessGroup:home"], groups: { "gia đình": {}, "*": {}, "group:999": {} } });
    assert.equal(resolver.idOf("user", "nguyễn thị lan"), "365");
    assert.equal(idForName("default", "group", "gia đình"), "772");
    assert.deepEqual(world.asked, [["friends.list", "default", "nguyễn thị lan"], ["groups.list", "default", "gia đình"]], "ids, the star and access groups are no names");
    assert.deepEqual(world.lines, ["info: [default] allowFrom, entry 2: a name was resolved to id 365", "info: [default] groups, entry 1: a name was resolved to id 772"]);
});

test("an ambiguous or unknown name matches nobody, and the log names its position only", async (t) => {
    const world = await stage(t);
    const resolver = await world.started({ allowFrom: ["Nguyen Thi Lan"], groupAllowFrom: ["365", "Trần Quốc Bảo"] });
    assert.deepEqual([resolver.idOf("user", "nguyen thi lan"), resolver.idOf("user", "trần quốc bảo")], [undefined, undefined]);
    assert.deepEqual(world.lines, [`warn: [default] allowFrom, entry 1: nothing in Zalo's list has this name, ${NOBODY}`, `warn: [default] groupAllowFrom, entry 2: 2 in Zalo's list share this name, ${NOBODY}`]);
});

test("a resolved id is pinned: whoever takes the name later does not match", async (t) => {
    const world = await stage(t);
    const config = { allowFrom: ["Nguyễn Thị Lan"] };
    await world.started(config);
    world.friends = [{ userId: "999", displayName: "Nguyễn Thị Lan" }];
    assert.equal((await world.started(config)).idOf("user", "nguyễn thị lan"), "365");
    assert.deepEqual([world.asked.length, world.lines.length], [1, 1]);
    assert.equal((await world.started({ ...config, dangerouslyAllowNameMatching: true })).idOf("user", "nguyễn thị lan"), "999", "unless the owner wants names to be followed");
    await world.started({});
    assert.equal((await world.started(config)).idOf("user", "nguyễn thị lan"), "999", "taken out and written again: looked up again");
});

test("another login resolves names among its own contacts", async (t) => {
    const world = await stage(t);
    const config = { allowFrom: ["Nguyễn Thị Lan"] };
    await world.started(config);
    world.friends = [];
    assert.equal((await world.started(config, "487")).idOf("user", "nguyễn thị lan"), undefined);
});

test("messages wait until names are looked up; without names they do not wait", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const world = await stage(t);
    await world.at({ allowFrom: ["365"] }, "ids").ready();
    world.fail = 2;
    const resolver = world.at({ allowFrom: ["Nguyễn Thị Lan"] });
    let ready = false;
    const waiting = resolver.ready().then(() => (ready = true));
    const gone = new AbortController();
    const stopped = resolver.ready(gone.signal);
    gone.abort(new Error("the account stops"));
    await assert.rejects(stopped, /the account stops/);
    resolver.start(undefined, "default");
    assert.deepEqual(world.asked, [], "nobody is logged in yet");
    resolver.start("512", "default");
    for (const tries of [1, 2]) {
        for (let i = 0; i < 50; ++i) await Promise.resolve();
        assert.deepEqual([world.asked.length, world.lines.length], [tries, 1]);
        assert.equal(ready, false);
        t.mock.timers.tick(10000);
    }
    await waiting;
    assert.equal(resolver.idOf("user", "nguyễn thị lan"), "365");
    assert.deepEqual(world.lines, ["warn: [default] The names in its lists cannot be looked up yet, so messages wait: not now", "info: [default] allowFrom, entry 1: a name was resolved to id 365"]);
});

test("a stopped account resolves no names", async (t) => {
    const world = await stage(t);
    const resolver = await world.started({ allowFrom: ["Nguyễn Thị Lan"] });
    resolver.stop();
    assert.equal(idForName("default", "user", "nguyễn thị lan"), undefined);
});
