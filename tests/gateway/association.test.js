// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who may come in. First as it is seen from `openclaw` command lines: no Gateway runs there, only the plugin in short-lived processes. Each
// message that a user may meet comes from a command once; other checks run the plugin's code in this process. Then with a Gateway that runs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { FakeCompanion } from "../plugin/support/fake-companion.js";
import { INVITATIONS, Squatter } from "../plugin/support/squatter.js";
import { Gateway } from "./gateway.js";
import { lookups } from "./lookups.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const SELF = ["directory", "self", "--channel", "zalouser"];
/** Nobody is logged in here, and only who was let in learns so. */
const LET_IN = /Nobody is logged in/;
const NO_KEY = /does not hold this Gateway's key/;
const NOT_KNOWN = /What listens on \S+ does not know this Gateway, which Zalo Companion let in before: nothing was sent/;

const keyFile = (gateway) => path.join(gateway.folder, "zalouser/gateway.json");
const identity = (gateway) => JSON.parse(fs.readFileSync(keyFile(gateway), "utf8"));
const socketOf = (world) => path.join(world.terminal.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock");

describe("association", () => {
    let world;
    let second;

    before(async () => {
        world = new World();
        await world.prepare();
        await world.companion.start();
        // A second Gateway of the same user: another state folder, and an id of the first kind, which may begin with a dash.
        const home = path.join(world.root, "home2");
        fs.cpSync(world.terminal.HOME, home, { recursive: true, filter: (file) => !file.endsWith("gateway.json") });
        second = new Gateway(world.programs, { ...world.terminal, HOME: home });
        fs.mkdirSync(path.dirname(keyFile(second)), { recursive: true, mode: 0o700 });
        fs.writeFileSync(keyFile(second), JSON.stringify({ version: 1, gatewayId: "-A9_v-Kq2wXlN0yTzRb4gQ", key: crypto.randomBytes(32).toString("base64") }), { mode: 0o600 });
    });
    after(() => world.close());

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
        const { gatewayId } = identity(second);
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

    test("the socket may be named in the environment, by a name of the plugin's own", async () => {
        const elsewhere = new Gateway(world.programs, { ...world.terminal, XDG_RUNTIME_DIR: path.join(world.root, "tmp"), OPENCLAW_ZALOUSER_SOCKET: socketOf(world) });
        assert.match((await elsewhere.run(...SELF)).output, LET_IN);
    });

    test("the association survives a restart of the companion", async () => {
        await world.companion.stop();
        await world.companion.start();
        await letIn(world);
    });

    test("a squatter and a foreign version on the socket's path are refused with a reason", async () => {
        await world.companion.stop();
        const { gatewayId } = identity(world.gateway);
        const squatter = await new FakeCompanion(socketOf(world)).listen();
        try {
            squatter.gateways.set(gatewayId, { key: crypto.randomBytes(32), approved: true });
            await assert.rejects(lookups(world).self(), NO_KEY);
            squatter.protocol = "2.0";
            assert.match((await world.gateway.run(...SELF)).output, /protocol 2\.0, the plugin 1\.0: update the plugin zalouser/);
            // One that is only older does what it can, and is named for the rest.
            Object.assign(squatter, { protocol: "1.0", version: "0.0.9" });
            delete squatter.methods["message.react"];
            squatter.gateways.set(gatewayId, { key: Buffer.from(identity(world.gateway).key, "base64"), approved: true });
            const react = await world.gateway.run("message", "react", "--channel", "zalouser", "--target", "365", "--message-id", "77", "--emoji", "👍");
            assert.notEqual(react.status, 0);
            assert.match(react.output, /Zalo Companion 0\.0\.9 is older than the plugin zalouser and does not know message\.react; the rest works\./);
            await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", "365", "--message", "vẫn gửi được");
            assert.deepEqual(squatter.outbox.map(({ text }) => text), ["vẫn gửi được"]);
        } finally {
            await squatter.close();
        }
    });
});

describe("association of a Gateway that runs", () => {
    const THREAD = "391000000000000701";
    const QUEUED = "gửi khi nào được";
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
        world.first = identity(world.gateway);
    });
    after(() => world.close());

    const printed = (pattern) => waitFor(`${pattern}`, () => pattern.test(world.gateway.process.output), { seen: () => world.seen() });
    /** The command that `channels status --probe` names for beginning anew. */
    const startOverCommand = async () => {
        const { stdout } = await world.gateway.probe();
        assert.match(stdout, NOT_KNOWN);
        return /\brm \S+$/m.exec(stdout)[0];
    };

    test("a program that takes the companion's place hears nothing but hello, whatever there is to say", async () => {
        world.model.suspend();
        await world.sim.inject({ threadId: THREAD, content: "T-700 câu hỏi" });
        await waitFor("the model to be asked", () => world.model.asked.includes("T-700"), { seen: () => world.seen() });
        await world.companion.stop();
        const squatter = await new Squatter(socketOf(world), INVITATIONS.new.answer).listen();
        try {
            world.model.resume(); // now there is an answer to send
            await printed(NOT_KNOWN);
            const { status, output } = await world.gateway.run("message", "send", "--channel", "zalouser", "--target", THREAD, "--message", QUEUED);
            assert.notEqual(status, 0);
            assert.match(output, /The message is queued, not failed/);
            assert.equal(await startOverCommand(), `rm ${keyFile(world.gateway)}`);
            const { length } = squatter.asked;
            await waitFor("three further tries", () => squatter.asked.length >= length + 3, { seen: () => world.seen() });
        } finally {
            await squatter.close();
        }
        assert.deepEqual([...new Set(squatter.asked)], ["hello"]);
        const heard = squatter.heard.join("");
        for (const secret of [world.first.key, "T-700", QUEUED]) assert.ok(!heard.includes(secret), secret);
    });

    test("the companion comes back, and all goes on by itself", async () => {
        await world.companion.start();
        await world.answered(THREAD, "re: T-700");
        await world.gateway.stop();
        await world.gateway.start(); // what waits in the Gateway's own queue goes out at its start
        await world.answered(THREAD, QUEUED);
        const { gatewayId, key } = identity(world.gateway);
        assert.deepEqual([gatewayId, key], [world.first.gatewayId, world.first.key]);
    });

    test("a revoked Gateway asks for nothing until a person runs the command that its status names", async () => {
        assert.equal((await world.companion.command("gateways", "revoke", world.first.gatewayId)).status, 0);
        await printed(NOT_KNOWN);
        const command = await startOverCommand();
        assert.equal((await world.companion.status()).bridge.gateways.length, 0);
        execFileSync("sh", ["-c", command]);
        const asks = await waitFor("the Gateway to ask anew", async () => (await world.companion.status()).bridge.gateways[0], { seen: () => world.seen() });
        assert.notEqual(asks.id, world.first.gatewayId);
        assert.equal((await world.companion.command("gateways", "approve", asks.id)).status, 0);
        await world.sim.inject({ threadId: THREAD, content: "T-701 câu hỏi" });
        await world.answered(THREAD, "re: T-701");
    });
});

async function letIn(world, gateway) {
    await assert.rejects(lookups(world, gateway).self(), LET_IN);
}
