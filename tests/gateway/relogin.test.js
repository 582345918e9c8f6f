// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// After a logout: whoever logs in, from wherever, brings the channel back; and an account that is named nowhere is an error.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { connectToCompanion } from "../../extensions/zalouser/src/bridge/connect.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const STRANGER = "391000000000000051";

describe("logout and login on a real Gateway", { concurrency: 1 }, () => {
    let world;
    let bridge;
    const steps = []; // of a login that is carried out there

    before(async () => {
        world = new World();
        await world.running(OPEN);
        // As Zalo Companion's window: nobody of the Gateway takes part in what is done here.
        bridge = (await connectToCompanion({ path: `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`, stateDir: world.gateway.folder, role: "cli", plugin: "test", onNotification: (method, params) => method === "login.changed" && steps.push(params.step) })).channel;
    });
    after(async () => {
        bridge?.close();
        await world.close();
    });

    const account = async () => (await world.gateway.call("channels.status", {})).channelAccounts.zalouser[0];
    const until = (what, condition) => waitFor(what, async () => condition(await account()), { seen: () => world.gateway.process.output.slice(-3000) });

    test("an account that is named nowhere is an error", async () => {
        const { status, output } = await world.gateway.run("directory", "self", "--channel", "zalouser", "--account", "shopp");
        assert.notEqual(status, 0);
        assert.match(output, /There is no account shopp under channels\.zalouser\.accounts; add it there first\. There are: default\./);
        assert.equal(await world.gateway.accepts("channels.logout", { channel: "zalouser", accountId: "shopp" }), false);
        assert.equal((await account()).linked, true);
    });

    test("after channels logout nobody is linked, and the account waits for its next login", async () => {
        const before = world.gateway.process.output.split("connected to Zalo Companion").length;
        await world.gateway.call("channels.logout", { channel: "zalouser" });
        await waitFor("the connection", () => world.gateway.process.output.split("connected to Zalo Companion").length > before, { seen: () => world.gateway.process.output.slice(-3000) });
        await until("not linked", ({ linked, stateReason }) => linked === false && stateReason === "nobody is logged in");
    });

    test("a login in the window brings the channel back by itself", async () => {
        await bridge.call("login.start", { profile: "default" });
        await waitFor("the QR code", () => steps.includes("qr"));
        await world.sim.ctl("scan");
        await waitFor("the scan", () => steps.includes("scanned"));
        await world.sim.ctl("confirm");
        await world.sim.ctl("wait", "listener");
        await world.sim.inject({ threadId: STRANGER, content: "T-1 còn đó không?" });
        await world.answered(STRANGER, "re: T-1");
        await until("linked", ({ linked, running, connected }) => linked && running && connected);
    });

    test("a logout in the window is seen", async () => {
        await bridge.call("logout", { profile: "default" });
        await until("not linked", ({ linked }) => linked === false);
    });

    test("after another channels logout a login in a terminal brings it back, too", async () => {
        await world.gateway.call("channels.logout", { channel: "zalouser" });
        const login = world.gateway.begin("channels", "login", "--channel", "zalouser");
        await waitFor("the QR code", () => !login.running || login.stdout.includes("Scan this QR code"), { seen: () => login.output });
        await world.sim.ctl("scan");
        await waitFor("the scan", () => !login.running || login.stdout.includes("Scanned by"), { seen: () => login.output });
        await world.sim.ctl("confirm");
        const { status, output } = await login.ended;
        assert.equal(status, 0, output);
        await world.sim.ctl("wait", "listener");
        await world.sim.inject({ threadId: STRANGER, content: "T-2 còn đó không?" });
        await world.answered(STRANGER, "re: T-2");
    });
});
