// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { createApprovals } from "../../../extensions/zalouser/src/inbound/approvals.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { pairing } from "../../../extensions/zalouser/src/inbound/pairing.js";
import { openDatabase } from "../../../extensions/zalouser/src/inbound/queue.js";
import { CFG, setTiming, tempFixture, until, fakeCompanionAtDefault } from "../support/fixtures.js";

async function approvalsAt(t, /** @type {any} */ more = {}) {
    setTiming(t, { approvalPollMs: 5 });
    const db = more.db ?? (await openDatabase(tempFixture(t).stateDir));
    const world = { db, allowed: [], looks: 0, notified: [] };
    world.approvals = createApprovals({
        db,
        accountId: "default",
        readAllowed: async () => {
            ++world.looks;
            return world.allowed;
        },
        notify: async (sender, key) => void world.notified.push({ sender, key }),
        ...more,
    });
    t.after(() => world.approvals.stop());
    return world;
}

test("only a sender with a code is notified of the approval, once", async (t) => {
    const world = await approvalsAt(t);
    world.approvals.begin("365");
    world.approvals.begin("366");
    await until(() => world.looks > 1);
    assert.deepEqual(world.notified, []);
    world.allowed = ["zalouser:365", "999"];
    await until(() => world.notified.length > 0);
    const { looks } = world;
    await until(() => world.looks > looks + 2);
    assert.deepEqual(world.notified.map(({ sender }) => sender), ["365"]);
});

test("the list is not polled without an open code, nor for an expired one", async (t) => {
    const day = 86400000;
    let now = 1000;
    const world = await approvalsAt(t, { now: () => now });
    assert.equal(world.looks, 0);
    world.approvals.begin("365");
    await until(() => world.looks > 0);
    now += day;
    world.allowed = ["365"];
    assert.equal(world.approvals.keyFor("365"), undefined);
    const next = await approvalsAt(t, { db: world.db, now: () => now });
    next.approvals.begin("366");
    await until(() => next.looks > 1);
    assert.deepEqual([...world.notified, ...next.notified], []);
});

test("an approval while the Gateway was down is notified later, and retried under the same key", async (t) => {
    const first = await approvalsAt(t);
    first.approvals.begin("365");
    first.approvals.stop();
    const keys = [];
    const next = await approvalsAt(t, {
        db: first.db,
        notify: async (sender, key) => {
            keys.push(key);
            if (keys.length === 1) throw new Error("not running");
        },
    });
    next.allowed = ["365"];
    await until(() => keys.length === 2);
    assert.equal(keys[0], keys[1]);
    assert.deepEqual(first.notified, []);
});

test("a failed notification holds up no other, is logged once, and is dropped when its code expires", async (t) => {
    const lines = [];
    let tries = 0;
    let now = 1000;
    const notified = [];
    const world = await approvalsAt(t, {
        now: () => now,
        log: { warn: (line) => lines.push(line) },
        notify: async (sender) => {
            if (sender !== "365") return void notified.push(sender);
            ++tries;
            throw new Error("Zalo refused it");
        },
    });
    world.approvals.begin("365");
    world.approvals.begin("366");
    world.allowed = ["365", "366"];
    await until(() => tries > 2 && notified.length > 0);
    assert.deepEqual(notified, ["366"]);
    assert.equal(lines.length, 1, lines.join("\n"));
    now += 86400000;
    world.approvals.begin("367");
    assert.deepEqual(world.db.prepare("SELECT sender FROM challenges").all().map(({ sender }) => sender), ["367"]);
});

test("an approval that the Gateway notifies itself is not notified twice", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    shared.connectionManager = undefined;
    const world = await approvalsAt(t);
    shared.approvals = new Map([["default", world.approvals]]);
    t.after(() => (shared.approvals = undefined));
    world.approvals.begin("365333052772575247");
    const key = world.approvals.keyFor("365333052772575247");
    await pairing.notifyApproval({ cfg: CFG, accountId: undefined, id: "365333052772575247" });
    assert.deepEqual(fake.outbox.map((one) => one.key), [key]);
    world.allowed = ["365333052772575247"];
    world.approvals.begin("366");
    const { looks } = world;
    await until(() => world.looks > looks + 1);
    assert.deepEqual(world.notified, []);
});

test("every approval has its own key, even for the same sender", async (t) => {
    let now = 1000;
    const world = await approvalsAt(t, { now: () => now });
    world.allowed = ["365", "366"];
    for (const sender of ["365", "366", "365"]) {
        ++now;
        const { length } = world.notified;
        world.approvals.begin(sender);
        await until(() => world.notified.length > length);
    }
    const keys = world.notified.map(({ key }) => key);
    assert.equal(new Set(keys).size, 3, keys.join(" "));
});
