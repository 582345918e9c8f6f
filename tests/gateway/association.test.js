// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who may come in, as it is seen from `openclaw` command lines: no Gateway runs here, only the plugin in short-lived processes. Each message
// that a user may meet comes from a command once; other checks run the plugin's code in this process.

import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { FakeCompanion } from "../plugin/support/fake-companion.js";
import { Gateway } from "./gateway.js";
import { lookups } from "./lookups.js";
import { World } from "./world.js";

const SELF = ["directory", "self", "--channel", "zalouser"];
/** Nobody is logged in here, and only who was let in learns so. */
const LET_IN = /Nobody is logged in/;
const NO_KEY = /does not hold this Gateway's key/;

describe("association", () => {
    let world;
    let second;

    before(async () => {
        world = new World();
        await world.prepare();
        await world.companion.start();
        // A second Gateway of the same user: another state folder.
        const home = path.join(world.root, "home2");
        fs.cpSync(world.terminal.HOME, home, { recursive: true, filter: (file) => !file.endsWith("gateway.json") });
        second = new Gateway(world.programs, { ...world.terminal, HOME: home });
    });
    after(() => world.close());

    const keyFile = (gateway) => path.join(gateway.folder, "zalouser/gateway.json");

    test("the first Gateway is trusted on first use, and its key is kept", async () => {
        const { status, output } = await world.gateway.run(...SELF);
        assert.notEqual(status, 0);
        assert.match(output, LET_IN);
        assert.equal(fs.statSync(keyFile(world.gateway)).mode & 0o777, 0o600);
    });

    test("a second Gateway waits for gateways approve", async () => {
        const refused = await second.run(...SELF);
        assert.notEqual(refused.status, 0);
        assert.match(refused.output, /approv/);
        const { gatewayId } = JSON.parse(fs.readFileSync(keyFile(second), "utf8"));
        assert.match((await world.companion.command("gateways")).stdout, new RegExp(gatewayId));
        assert.equal((await world.companion.command("gateways", "approve", gatewayId)).status, 0);
        await letIn(world, second);
    });

    test("a wrong key is refused on our side: the companion cannot prove itself to it", async () => {
        const good = fs.readFileSync(keyFile(second), "utf8");
        fs.writeFileSync(keyFile(second), JSON.stringify({ ...JSON.parse(good), key: crypto.randomBytes(32).toString("base64") }));
        await assert.rejects(lookups(world, second).self(), NO_KEY);
        fs.writeFileSync(keyFile(second), good);
    });

    test("the association survives a restart of the companion", async () => {
        await world.companion.stop();
        await world.companion.start();
        await letIn(world);
    });

    test("a squatter and a foreign version on the socket's path are refused with a reason", async () => {
        await world.companion.stop();
        const { gatewayId } = JSON.parse(fs.readFileSync(keyFile(world.gateway), "utf8"));
        const squatter = await new FakeCompanion(path.join(world.terminal.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock")).listen();
        try {
            squatter.gateways.set(gatewayId, { key: crypto.randomBytes(32), approved: true });
            await assert.rejects(lookups(world).self(), NO_KEY);
            squatter.protocol = "2.0";
            assert.match((await world.gateway.run(...SELF)).output, /protocol 2\.0, the plugin 1\.0: update the plugin zalouser/);
        } finally {
            await squatter.close();
        }
    });
});

async function letIn(world, gateway) {
    await assert.rejects(lookups(world, gateway).self(), LET_IN);
}
