// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { findCompanion, startCompanion } from "../../../extensions/zalouser/src/bridge/start-companion.js";
import { socketPath } from "../../../extensions/zalouser/src/bridge/socket-path.js";
import { tempFixture } from "../support/fixtures.js";

const CAUSE = new BridgeError("notRunning", "cause");

/** A fake program that listens on its socket, records its environment and process group, and exits after a while. */
function program(root) {
    const file = path.join(root, "bin/zalo-companion");
    fs.mkdirSync(path.dirname(file));
    const script = `#!${process.execPath}
const fs = require("node:fs"), net = require("node:net"), path = require("node:path");
const socket = process.env.ZALO_COMPANION_SOCKET ?? path.join(process.env.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock");
fs.mkdirSync(path.dirname(socket), { recursive: true });
const group = fs.readFileSync("/proc/self/stat", "utf8").replace(/^.*\\) /s, "").split(" ")[2];
fs.writeFileSync(${JSON.stringify(path.join(root, "seen.json"))}, JSON.stringify({ args: process.argv.slice(2), env: process.env, group, pid: process.pid }));
net.createServer((socket) => socket.destroy()).listen(socket);
setTimeout(() => process.exit(), 5000);
`;
    fs.writeFileSync(file, script, { mode: 0o755 });
    return file;
}

test("it starts headless, in its own process group, without the Gateway's secrets", async (t) => {
    const { root, path: socket } = tempFixture(t);
    const env = { HOME: root, PATH: path.dirname(program(root)), OPENCLAW_GATEWAY_TOKEN: "secret", OPENAI_API_KEY: "secret", ZALO_BOT_TOKEN: "secret", XDG_STATE_HOME: path.join(root, "st") };
    await startCompanion(socket, { allowed: true, cause: CAUSE, env });
    const seen = JSON.parse(fs.readFileSync(path.join(root, "seen.json"), "utf8"));
    t.after(() => process.kill(seen.pid));
    assert.deepEqual(seen.args, ["--headless"]);
    assert.equal(seen.group, String(seen.pid), "it leads its own group");
    assert.equal(seen.env.ZALO_COMPANION_SOCKET, socket);
    assert.ok(!JSON.stringify(seen.env).includes("secret"));
});

test("a companion that finds the address by itself is not tied to it", async (t) => {
    const { root } = tempFixture(t);
    const run = path.join(root, "run");
    fs.mkdirSync(run);
    const env = { HOME: root, PATH: path.dirname(program(root)), XDG_RUNTIME_DIR: run };
    const socket = socketPath({ env });
    await startCompanion(socket, { allowed: true, cause: CAUSE, env });
    const seen = JSON.parse(fs.readFileSync(path.join(root, "seen.json"), "utf8"));
    t.after(() => process.kill(seen.pid));
    assert.equal(seen.env.ZALO_COMPANION_SOCKET, undefined);
});

test("the program that the configuration or the environment names is started, the environment's first", async (t) => {
    const { root, path: socket } = tempFixture(t);
    const named = program(root);
    const env = { HOME: root, PATH: "/nonexistent" };
    await startCompanion(socket, { allowed: true, cause: CAUSE, program: "/nowhere", env: { ...env, OPENCLAW_ZALOUSER_COMPANION: named } });
    const { pid } = JSON.parse(fs.readFileSync(path.join(root, "seen.json"), "utf8"));
    t.after(() => process.kill(pid));
    await assert.rejects(startCompanion(socket, { allowed: true, cause: CAUSE, program: "/nowhere", env }), { kind: "notInstalled" });
});

test("the plugin reads no variable that begins with ZALO_: in the Gateway's environment they are settings of another channel", () => {
    const sources = path.resolve(import.meta.dirname, "../../../extensions/zalouser");
    const reads = fs.readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).filter((file) => /\benv(\.|\[["'`])ZALO_/.test(fs.readFileSync(path.join(sources, file), "utf8")));
    assert.deepEqual(reads, []);
});

test("it does not start where it must not, and names the next step", async (t) => {
    const { root, path: socket } = tempFixture(t);
    const env = { HOME: root, PATH: "/nonexistent" };
    await assert.rejects(startCompanion(socket, { allowed: false, cause: CAUSE, env }), CAUSE);
    await assert.rejects(startCompanion(socket, { allowed: true, cause: CAUSE, program: path.join(root, "nothing"), env }), { kind: "notInstalled", message: /Install it, then start it: zalo-companion --headless/ });
    program(root);
    fs.mkdirSync(path.join(root, ".local/state/zalo-companion"), { recursive: true });
    fs.writeFileSync(path.join(root, ".local/state/zalo-companion/quit-by-user"), "");
    await assert.rejects(startCompanion(socket, { allowed: true, cause: CAUSE, env: { ...env, PATH: path.join(root, "bin") } }), /was quit by its user/);
    assert.ok(!fs.existsSync(path.join(root, "seen.json")));
});

test("with a minimal PATH the usual folders are searched", (t) => {
    const { root } = tempFixture(t);
    const usual = path.join(root, ".local/bin/zalo-companion");
    fs.mkdirSync(path.dirname(usual), { recursive: true });
    fs.writeFileSync(usual, "", { mode: 0o644 });
    const env = { HOME: root, PATH: "bin:.:" };
    assert.notEqual(findCompanion(env), usual, "it is not executable");
    fs.chmodSync(usual, 0o755);
    assert.equal(findCompanion(env), usual);
});

test("a program in the current folder is never taken for the companion", (t) => {
    const { root } = tempFixture(t);
    fs.writeFileSync(path.join(root, "zalo-companion"), "", { mode: 0o755 });
    const before = process.cwd();
    process.chdir(root);
    t.after(() => process.chdir(before));
    for (const PATH of ["", ".", "./", ":", "..:bin"]) {
        const found = findCompanion({ HOME: path.join(root, "home"), PATH });
        assert.ok(found === undefined || path.isAbsolute(found), `${JSON.stringify(PATH)}: ${found}`);
    }
});
