// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who and what can be written to, looked up in a terminal. The Gateway itself does not run: these commands ask the companion. Each kind of
// command runs once; further variants of its answer are looked up in this process.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lookups } from "./lookups.js";
import { World } from "./world.js";

const FAMILY = "772797855570859122";

describe("openclaw directory", () => {
    let world;
    let look;

    before(async () => {
        world = new World();
        await world.prepare();
        await world.online();
        look = lookups(world);
    });
    after(() => world.close());

    const directory = (...args) => world.gateway.run("directory", ...args, "--channel", "zalouser");
    const list = async (...args) => {
        const { status, stdout, output } = await directory(...args, "--json");
        assert.equal(status, 0, output);
        return JSON.parse(stdout);
    };

    test("self", async () => {
        const { kind, id, name } = await list("self");
        assert.deepEqual([kind, id, name], ["user", "512345678901234567", "Nguyễn Minh Anh"]);
    });

    test("peers list: all of them, and at most as many as wanted", async () => {
        assert.equal((await list("peers", "list")).length, 250);
        const three = await look.listPeers({ limit: 3 });
        assert.equal(three.length, 3);
        for (const { kind, id } of three) assert.match(`${kind} ${id}`, /^user \d+$/);
    });

    test("groups list: by a part of the name, without accents; the id is a target as it stands", async () => {
        assert.deepEqual((await list("groups", "list", "--query", "gia dinh")).map(({ id, name }) => [id, name]), [[`group:${FAMILY}`, "Gia đình"]]);
        assert.equal((await look.listGroups({ limit: 2 })).length, 2);
        assert.deepEqual(await look.listGroups({ query: "không có nhóm này" }), []);
    });

    test("groups members, by either way to write the id", async () => {
        const members = await look.listGroupMembers({ groupId: FAMILY });
        assert.deepEqual(members.map(({ id }) => id), (await list("groups", "members", "--group-id", `group:${FAMILY}`, "--limit", "50")).map(({ id }) => id));
        assert.ok(members.some(({ id, name }) => id === "512345678901234567" && name === "Nguyễn Minh Anh"), JSON.stringify(members));
    });

    test("a group that is not there, and an id that is none, are said in one line", async () => {
        const { status, output } = await directory("groups", "members", "--group-id", "999999999999999999");
        assert.notEqual(status, 0, output);
        assert.match(output, /There is no such friend or group/);
        assert.doesNotMatch(output, /TypeError|at async/);
        await assert.rejects(look.listGroupMembers({ groupId: "Gia đình" }), ({ message }) => /^A Zalo target is a number[^\n]*$/.test(message));
    });
});
