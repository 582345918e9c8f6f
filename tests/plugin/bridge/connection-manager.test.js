// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { withCompanion } from "../../../extensions/zalouser/src/bridge/one-shot.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { ConnectionManager } from "../../../extensions/zalouser/src/bridge/connection-manager.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { tempFixture, until } from "../support/fixtures.js";

/** A connection manager with a fake companion; starting a real one is disabled. */
async function setUp(t) {
    const place = tempFixture(t);
    process.env.OPENCLAW_ZALOUSER_SOCKET = place.path;
    process.env.OPENCLAW_STATE_DIR = place.stateDir;
    shared.config = () => ({ plugins: { entries: { zalouser: { config: { startCompanion: false } } } } });
    const fake = await new FakeCompanion(place.path).listen();
    const manager = new ConnectionManager({ "gateway.info": () => ({ accounts: manager.accounts }) });
    shared.connectionManager = manager;
    t.after(async () => {
        shared.connectionManager = undefined;
        await fake.close();
    });
    const seen = { up: 0, down: [] };
    const entry = (profile = "default") => ({ profile, accept: () => ({ accepted: true }), onConnected: () => ++seen.up, onDisconnected: (error) => seen.down.push(error.kind) });
    return { place, fake, manager, seen, entry };
}

test("it reconnects after the companion went away, and subscribes again", async (t) => {
    const { fake, manager, seen, entry } = await setUp(t);
    const detach = manager.attach("default", entry());
    await until(() => fake.gateway);
    assert.deepEqual(fake.gateway.profiles, ["default"]);
    fake.drop();
    await until(() => seen.down.length === 1);
    await until(() => fake.gateway);
    assert.equal(seen.up, 2);
    detach();
    await until(() => fake.connections.size === 0);
});

test("a companion that starts later is found", async (t) => {
    const { fake, manager, seen, entry } = await setUp(t);
    await fake.close();
    const detach = manager.attach("default", entry());
    await until(() => seen.down.includes("notRunning"));
    assert.equal(manager.current(), undefined);
    await fake.listen();
    await manager.whenConnected(AbortSignal.timeout(10000));
    detach();
});

test("two accounts share one connection and one subscription", async (t) => {
    const { fake, manager, entry } = await setUp(t);
    const one = manager.attach("one", entry("a"));
    await until(() => fake.gateway);
    const two = manager.attach("two", entry("b"));
    await until(() => fake.gateway.profiles.length === 2);
    assert.equal(fake.connections.size, 1);
    assert.deepEqual((await fake.ask("gateway.info")).accounts, [{ accountId: "one", profile: "a" }, { accountId: "two", profile: "b" }]);
    one();
    assert.equal(manager.accountFor("a"), undefined);
    assert.ok(manager.accountFor("b"));
    await until(() => fake.gateway.profiles.length === 1); // the companion keeps what comes for the other one
    assert.deepEqual(fake.gateway.profiles, ["b"]);
    two();
    await until(() => fake.connections.size === 0);
});

test("the older of two processes with one key is superseded, with a reason", async (t) => {
    const { fake, manager, seen, entry } = await setUp(t);
    const detach = manager.attach("default", entry());
    await until(() => fake.gateway);
    const newer = new ConnectionManager({});
    const leave = newer.attach("default", { ...entry(), onConnected: () => {}, onDisconnected: () => {} });
    await until(() => seen.down.includes("superseded"));
    assert.match(manager.lastError.message, /Another process of this Gateway/);
    detach();
    leave();
});

test("commands use the live connection if there is one, else a short-lived one", async (t) => {
    const { fake, manager, entry } = await setUp(t);
    const roles = () => [...fake.connections].map(({ role }) => role).sort();
    await withCompanion({}, async (call) => {
        await call("me.get");
        assert.deepEqual(roles(), ["cli"]);
    });
    await until(() => fake.connections.size === 0);
    const detach = manager.attach("default", entry());
    await until(() => fake.gateway);
    await withCompanion({}, async (call) => {
        await call("me.get");
        assert.deepEqual(roles(), ["gateway"]);
    });
    detach();
});

test("a refused subscription is reported and retried", async (t) => {
    const { fake, manager, seen, entry } = await setUp(t);
    const subscribe = fake.methods["inbound.subscribe"];
    fake.methods["inbound.subscribe"] = () => {
        throw Object.assign(new Error(), { error: { code: -32000, message: "Profile default belongs to OpenClaw at shop-pc.", data: { kind: "profileInUse", gateway: "OpenClaw at shop-pc" } } });
    };
    const detach = manager.attach("default", entry());
    await until(() => seen.down.includes("profileInUse"));
    assert.match(manager.lastError.message, /shop-pc/);
    fake.methods["inbound.subscribe"] = subscribe;
    await until(() => fake.gateway);
    detach();
});

/** A manager whose back-off delays are recorded instead of waited for, attached until the test ends. */
function recorded(t, entry) {
    const delays = [];
    const manager = new ConnectionManager({}, { schedule: (run, ms) => (delays.push(ms), setTimeout(run, 1)) });
    const detach = manager.attach("default", entry);
    t.after(detach);
    return { delays, manager };
}

/** Whether `delays` double from 250 ms up to 10 s, each within the jitter of a quarter. */
function isBackOff(delays, from = 250) {
    return delays.every((delay, n) => {
        const expected = Math.min(from * 2 ** n, 10000);
        return delay >= expected * 0.75 && delay <= expected * 1.25;
    });
}

test("connection attempts back off to every 10 s", async (t) => {
    const { fake, entry } = await setUp(t);
    await fake.close();
    const { delays } = recorded(t, entry());
    await until(() => delays.length >= 8);
    assert.ok(isBackOff(delays), delays.join(" "));
    await fake.listen();
});

test("a flapping connection does not reset the back-off", async (t) => {
    const { fake, seen, entry } = await setUp(t);
    const subscribe = fake.methods["inbound.subscribe"];
    fake.methods["inbound.subscribe"] = (params, connection) => {
        setTimeout(() => fake.drop(), 10); // the connection is complete by then
        return subscribe(params, connection);
    };
    const { delays } = recorded(t, entry());
    await until(() => delays.length >= 7);
    assert.ok(seen.up >= 6, "it did connect");
    assert.ok(isBackOff(delays), delays.join(" "));
});

test("a superseded connection reconnects after the longest delay", async (t) => {
    const { fake, seen, entry } = await setUp(t);
    const { delays } = recorded(t, entry());
    await until(() => fake.gateway);
    const newer = new ConnectionManager({});
    const leave = newer.attach("default", { ...entry(), onConnected: () => {}, onDisconnected: () => {} });
    await until(() => seen.down.includes("superseded") && delays.length > 0);
    leave();
    assert.ok(delays[0] >= 7500, `${delays[0]} ms`);
});

/** A companion that counts its starts, accepts the start's check and one connection, and exits. */
function dyingCompanion(t, place) {
    const starts = path.join(place.root, "starts");
    const program = path.join(place.root, "dying");
    const script = `#!${process.execPath}
require("node:fs").appendFileSync(${JSON.stringify(starts)}, "x");
let met = 0;
const server = require("node:net").createServer((socket) => { socket.destroy(); if (++met === 2) process.exit(); });
server.listen(process.env.ZALO_COMPANION_SOCKET);
setTimeout(() => process.exit(), 5000);
`;
    fs.writeFileSync(program, script, { mode: 0o755 });
    process.env.OPENCLAW_ZALOUSER_COMPANION = program;
    t.after(() => delete process.env.OPENCLAW_ZALOUSER_COMPANION);
    shared.config = () => ({});
    return () => (fs.existsSync(starts) ? fs.readFileSync(starts, "utf8").length : 0);
}

test("a companion that keeps dying is started once a minute at most", async (t) => {
    const { place, fake, entry } = await setUp(t);
    await fake.close();
    const starts = dyingCompanion(t, place);
    const { delays } = recorded(t, entry());
    await until(() => delays.length >= 12);
    assert.equal(starts(), 1);
    await fake.listen();
});

test("a companion that has just ended is not started again at once: another may be taking over", async (t) => {
    t.mock.timers.enable({ apis: ["Date"] });
    const { place, fake, entry } = await setUp(t);
    const starts = dyingCompanion(t, place);
    const { delays } = recorded(t, entry());
    await until(() => fake.gateway);
    t.mock.timers.tick(120000);
    await fake.close();
    await until(() => delays.length >= 10);
    assert.equal(starts(), 0);
    t.mock.timers.tick(6000);
    await until(() => starts() === 1);
    await fake.listen();
});

test("it knows what the companion's zca can do, also after it was changed", async (t) => {
    const { fake, manager, entry } = await setUp(t);
    assert.equal(manager.can, undefined);
    const detach = manager.attach("default", entry());
    await until(() => fake.gateway);
    assert.deepEqual(manager.can, fake.can);
    const tell = (zca) => fake.gateway.notify("status.changed", { ...fake.snapshot(), zca });
    tell({ path: "", version: "", dialect: "", can: [] }); // it is looked for
    tell({ path: "/zca", version: "2", dialect: "openzca", can: ["reply"] });
    await until(() => manager.can?.length === 1);
    tell({ path: "/zca", version: "2", dialect: "openzca" }); // as an older companion says it
    await until(() => manager.can?.length === 0);
    detach();
});
