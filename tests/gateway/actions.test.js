// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What is done with messages besides sending and answering texts.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { connectToCompanion } from "../../extensions/zalouser/src/bridge/connect.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const LAN = "391000000000000071";

describe("actions", () => {
    let world;
    let bridge;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
        /** @type {Parameters<typeof connectToCompanion>[0]} */
        const options = { path: `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`, stateDir: world.gateway.folder, role: "cli", plugin: "test" };
        bridge = (await connectToCompanion(options)).channel;
    });
    after(async () => {
        bridge?.close();
        await world.close();
    });

    test("stickers and contact cards start no turn, and the activity says why", async () => {
        await world.sim.inject({ threadId: LAN, kind: "sticker" });
        await world.sim.inject({ threadId: LAN, kind: "contact", content: "Vũ Thị Mai" });
        await world.sim.inject({ threadId: LAN, content: "T-5 xong" });
        await world.answered(LAN, "re: T-5");
        assert.deepEqual(world.model.asked, ["T-5"]);
        const reasons = async () => (await bridge.call("activity.list", { limit: 20 })).items.map(({ reason }) => reason);
        for (const reason of ["a sticker starts no turn", "a contact card starts no turn"]) await waitFor(reason, async () => (await reasons()).includes(reason), { seen: () => world.seen() });
    });

    test("the agent's tool lists friends and groups in pages", async () => {
        const first = await world.gateway.tool({ action: "friends", limit: 200 });
        assert.deepEqual([first.friends.length, first.total], [200, 250]);
        const last = await world.gateway.tool({ action: "friends", limit: 200, cursor: first.cursor });
        assert.deepEqual([last.friends.length, last.total, last.cursor], [50, 250, undefined]);
        assert.equal(new Set([...first.friends, ...last.friends].map(({ userId }) => userId)).size, 250);
        assert.equal((await world.gateway.tool({ action: "groups", limit: 5 })).total, 12);
    });
});
