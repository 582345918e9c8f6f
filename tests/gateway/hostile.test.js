// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Whatever listens where the companion should: the Gateway lives, and who asks it gets one line in time.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { HOSTILES, Hostile } from "./hostile.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

/** Shorter than what people get (tests/plugin/timing.test.js), in ms. */
const TIMING = { handshakeTimeoutMs: 2000, requestTimeoutMs: 2500, probeTimeoutMs: 4000, maxBackoffMs: 1000 };
/** What an answer may take beyond its deadline: the machine is busy. */
const GRACE_MS = 5000;
const TO = "391000000000000901";
const MIB = 1024 * 1024;
const OURS = /Zalo Companion/;

describe("a hostile companion", () => {
    let world;
    let hostile;
    let atRest;

    before(async () => {
        world = new World();
        await world.prepare();
        world.gateway.setTiming(TIMING);
        hostile = new Hostile(path.join(world.terminal.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock"));
        await world.gateway.start();
        // The first answers load what the Gateway itself needs for them.
        await asks("nobody", 7000, "me", "status", "send");
        await world.gateway.probe();
        atRest = memory();
    });
    after(async () => {
        await hostile.close();
        await world.close();
    });

    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${world.gateway.process.child.pid}/status`, "utf8"))[1]) * 1024;
    /** How much the Gateway has printed so far. */
    const printed = () => ({ stdout: world.gateway.process.stdout.length, stderr: world.gateway.process.stderr.length });
    /** What its log says about the account from there on, without dates. */
    const lines = ({ stdout, stderr }) => {
        const { process } = world.gateway;
        const all = `${process.stdout.slice(stdout)}\n${process.stderr.slice(stderr)}`.split("\n");
        return all.filter((line) => line.includes("[zalouser] [default] ")).map((line) => line.slice(line.indexOf("[default] ")));
    };
    const lives = async (what) => {
        assert.ok(world.gateway.process.running && (await world.gateway.isReady()), `${what}: ${world.gateway.process.output.slice(-3000)}`);
        assert.doesNotMatch(world.gateway.process.output, /uncaught|unhandled|TypeError|RangeError|\n\s+at /i, what);
        // OpenClaw itself takes half a gigabyte for a while, and gives it back; what a stranger makes it keep stays.
        await waitFor("the memory to come back", () => memory() - atRest < 256 * MIB, { seconds: 300, seen: () => `${what}: ${Math.round((memory() - atRest) / MIB)} MiB more` });
    };
    const onceEach = (from) => {
        const all = lines(from);
        assert.deepEqual(all, [...new Set(all)], "one line for each trouble, not for each try");
        return all;
    };

    /** Asks through the Gateway's own process; each action has `deadlineMs` of the plugin. */
    const asks = async (what, deadlineMs, ...actions) => {
        const started = Date.now();
        for (const { error } of await Promise.all(actions.map((action) => world.gateway.tool({ action, threadId: TO, message: "chào" })))) {
            assert.match(error ?? "no error", OURS, what);
            assert.doesNotMatch(error, /\n|is not a function|undefined/, what);
        }
        assert.ok(Date.now() - started < deadlineMs + GRACE_MS, `${what} took ${Date.now() - started} ms`);
    };

    const fails = async (args) => {
        const { status, signal, output } = await world.gateway.run(...args);
        assert.ok(status > 0, `${args.join(" ")}: ${status ?? signal} ${output}`);
        assert.match(output, OURS);
        assert.doesNotMatch(output, /TypeError|RangeError|\n\s+at /);
        assert.equal(output.trim().split("\n").length, 1, output);
    };
    /** Asks in a terminal; `pattern` is what the status says. A command itself takes OpenClaw ten seconds, on a busy machine more. */
    const commandsFail = async (what, pattern) => {
        const started = Date.now();
        const [{ line }] = await Promise.all([
            world.gateway.probe(),
            fails(["directory", "self", "--channel", "zalouser"]),
            fails(["message", "send", "--channel", "zalouser", "--target", TO, "--message", "chào"]),
        ]);
        assert.match(line, pattern, what);
        assert.ok(Date.now() - started < 60000, `${what} took ${Date.now() - started} ms`);
    };

    test("strangers: each is named once in the log, and who asks is answered in time", async () => {
        const from = printed();
        for (const name of Object.keys(HOSTILES)) {
            await hostile.become(name);
            const { met } = hostile;
            await asks(name, TIMING.handshakeTimeoutMs, "me", "status", "send");
            assert.ok(hostile.met >= met + 3, name);
            await lives(name);
        }
        assert.match(onceEach(from).join("\n"), /Zalo Companion (did not answer|closed|speaks)|does not speak its protocol/);
    });

    test("strangers: commands in a terminal end with one line", async () => {
        for (const [name, pattern] of [["silence", /did not answer hello/], ["a line of 5 MiB", /does not speak its protocol/], ["another protocol", /speaks protocol 9\.0.*update the plugin/]]) {
            await hostile.become(name);
            await commandsFail(name, pattern);
            await lives(name);
        }
    });

    test("one that completes the handshake and is silent then", async () => {
        await hostile.know((fake) => {
            for (const method of Object.keys(fake.methods)) fake.methods[method] = () => new Promise(() => {});
        });
        await asks("silent then", TIMING.requestTimeoutMs, "me", "status");
        await commandsFail("silent then", /does not answer|did not answer/);
        await lives("silent then");
    });

    test("one that completes the handshake and talks nonsense then", async () => {
        await hostile.know((fake) => {
            const { "inbound.subscribe": subscribe } = fake.methods;
            for (const method of Object.keys(fake.methods)) fake.methods[method] = () => ({ profiles: [{ profile: 7 }], items: { length: 5 }, nextCursor: "1", messageIds: "x", state: 7, userId: ["x"] });
            fake.methods["inbound.subscribe"] = subscribe;
        });
        await asks("nonsense", TIMING.handshakeTimeoutMs, "me", "status", "friends", "groups", "send");
        await commandsFail("nonsense", /cannot be read/);
        await lives("nonsense");
    });

    test("one that floods, and breaks in turns", async () => {
        const from = printed();
        let turns = 0;
        await hostile.know((fake) => {
            const { "inbound.subscribe": subscribe } = fake.methods;
            fake.methods["inbound.subscribe"] = (params, connection) => {
                const { socket } = connection;
                const changed = `${JSON.stringify({ jsonrpc: "2.0", method: "status.changed", params: fake.snapshot() })}\n`;
                socket.write(changed.repeat(5000));
                socket.write('{"jsonrpc":"2.0","method":"unheard.of"}\n[]\n'.repeat(20000));
                for (let id = 0; id < 3000; ++id) socket.write(`{"jsonrpc":"2.0","id":"f${id}","method":"inbound.deliver","params":{"profile":"default","msgId":{}}}\n`);
                turns += 1;
                socket.end('{"jsonrpc":"2.0","method":"status.changed","params":{"profiles":{}}}\n');
                return subscribe(params, connection);
            };
        });
        await waitFor("four turns", () => turns >= 4, { seen: () => world.gateway.process.output.slice(-3000) });
        await lives("floods");
        const all = onceEach(from);
        assert.ok(all.includes("[default] connected to Zalo Companion") && all.length > 1, all.join("\n"));
    });

    test("the real companion comes back, and everything works", async () => {
        await hostile.close();
        // A stranger was let in first; a person chooses the real one.
        fs.rmSync(path.join(world.gateway.folder, "zalouser/gateway.json"));
        await world.online();
        await waitFor("the account", async () => / connected,.*works/.test((await world.gateway.probe()).line), { seen: () => world.seen() });
        assert.equal((await world.gateway.tool({ action: "send", threadId: TO, message: "chào lại" })).success, true);
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", TO, "--message", "và nữa");
        // OpenClaw may take up what failed before: the companion knows that it was not sent.
        assert.deepEqual((await world.sim.textsTo(TO)).filter((text) => text !== "chào"), ["chào lại", "và nữa"]);
        await lives("the end");
    });
});
