// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { withCompanion } from "../../../extensions/zalouser/src/bridge/one-shot.js";
import { host } from "../../../extensions/zalouser/src/runtime.js";
import { Link } from "../../../extensions/zalouser/src/bridge/connection-manager.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { freshPlace, until } from "../support/place.js";

/** A link to a fake companion; nothing may start a real one. */
async function linked(t) {
    const place = freshPlace(t);
    process.env.ZALO_COMPANION_SOCKET = place.path;
    process.env.OPENCLAW_STATE_DIR = place.stateDir;
    host.config = () => ({ plugins: { entries: { zalouser: { config: { startCompanion: false } } } } });
    const fake = await new FakeCompanion(place.path).listen();
    const link = new Link({ "gateway.info": () => ({ accounts: link.accounts }) });
    host.link = link;
    t.after(async () => {
        host.link = undefined;
        await fake.close();
    });
    const seen = { up: 0, down: [] };
    const entry = (profile = "default") => ({ profile, take: () => ({ taken: true }), up: () => ++seen.up, down: (error) => seen.down.push(error.kind) });
    return { place, fake, link, seen, entry };
}

test("it reconnects after the companion went away, and subscribes again", async (t) => {
    const { fake, link, seen, entry } = await linked(t);
    const detach = link.attach("default", entry());
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
    const { fake, link, seen, entry } = await linked(t);
    await fake.close();
    const detach = link.attach("default", entry());
    await until(() => seen.down.includes("notRunning"));
    assert.equal(link.current(), undefined);
    await fake.listen();
    await link.whenConnected(AbortSignal.timeout(10000));
    detach();
});

test("two accounts share one connection and one subscription", async (t) => {
    const { fake, link, entry } = await linked(t);
    const one = link.attach("one", entry("a"));
    await until(() => fake.gateway);
    const two = link.attach("two", entry("b"));
    await until(() => fake.gateway.profiles.length === 2);
    assert.equal(fake.connections.size, 1);
    assert.deepEqual((await fake.ask("gateway.info")).accounts, [{ accountId: "one", profile: "a" }, { accountId: "two", profile: "b" }]);
    one();
    assert.equal(link.takerOf("a"), undefined);
    assert.ok(link.takerOf("b"));
    await until(() => fake.gateway.profiles.length === 1); // the companion keeps what comes for the other one
    assert.deepEqual(fake.gateway.profiles, ["b"]);
    two();
    await until(() => fake.connections.size === 0);
});

test("the older of two processes with one key is superseded, in words", async (t) => {
    const { fake, link, seen, entry } = await linked(t);
    const detach = link.attach("default", entry());
    await until(() => fake.gateway);
    const newer = new Link({});
    const leave = newer.attach("default", { ...entry(), up: () => {}, down: () => {} });
    await until(() => seen.down.includes("superseded"));
    assert.match(link.lastError.message, /Another process of this Gateway/);
    detach();
    leave();
});

test("commands use the live connection where there is one, else a brief one", async (t) => {
    const { fake, link, entry } = await linked(t);
    const roles = () => [...fake.connections].map(({ role }) => role).sort();
    await withCompanion({}, async (call) => {
        await call("me.get");
        assert.deepEqual(roles(), ["cli"]);
    });
    await until(() => fake.connections.size === 0);
    const detach = link.attach("default", entry());
    await until(() => fake.gateway);
    await withCompanion({}, async (call) => {
        await call("me.get");
        assert.deepEqual(roles(), ["gateway"]);
    });
    detach();
});

test("a refused subscription is told, and tried again later", async (t) => {
    const { fake, link, seen, entry } = await linked(t);
    const subscribe = fake.methods["inbound.subscribe"];
    fake.methods["inbound.subscribe"] = () => {
        throw Object.assign(new Error(), { error: { code: -32000, message: "Profile default belongs to OpenClaw at shop-pc.", data: { kind: "profileTaken", gateway: "OpenClaw at shop-pc" } } });
    };
    const detach = link.attach("default", entry());
    await until(() => seen.down.includes("profileTaken"));
    assert.match(link.lastError.message, /shop-pc/);
    fake.methods["inbound.subscribe"] = subscribe;
    await until(() => fake.gateway);
    detach();
});
