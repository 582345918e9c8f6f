// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { loadIdentity, markVerified, renewIdentity, wasVerified } from "../../../extensions/zalouser/src/bridge/key-file.js";
import { tempFixture } from "../support/fixtures.js";

const run = promisify(execFile);
const MODULE = path.resolve(import.meta.dirname, "../../../extensions/zalouser/src/bridge/key-file.js");

test("an identity is created once and private", (t) => {
    const { stateDir } = tempFixture(t);
    const made = loadIdentity(stateDir);
    assert.equal(made.key.length, 32);
    assert.match(made.gatewayId, /^[A-Za-z0-9_-]{16,64}$/);
    assert.equal(fs.statSync(made.file).mode & 0o777, 0o600);
    assert.equal(fs.statSync(path.dirname(made.file)).mode & 0o777, 0o700);
    assert.deepEqual(loadIdentity(stateDir), made);
    assert.deepEqual(fs.readdirSync(path.dirname(made.file)), ["gateway.json"]);
});

test("concurrent processes agree on one key", async (t) => {
    const { stateDir } = tempFixture(t);
    const script = `import(${JSON.stringify(MODULE)}).then(({ loadIdentity }) => console.log(loadIdentity(${JSON.stringify(stateDir)}).fingerprint))`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, ["-e", script])));
    assert.equal(new Set(answers.map(({ stdout }) => stdout.trim())).size, 1);
});

test("a readable or damaged key file is refused without quoting the key", (t) => {
    const { stateDir } = tempFixture(t);
    const { file, key } = loadIdentity(stateDir);
    fs.chmodSync(file, 0o644);
    assert.throws(() => loadIdentity(stateDir), (/** @type {any} */ error) => error.kind === "keyFile" && /chmod 600/.test(error.message) && !error.message.includes(key.toString("base64")));
    fs.chmodSync(file, 0o600);
    for (const content of ["", "{", "[]", '{"gatewayId":"short","key":"AAAA"}', `{"gatewayId":"aaaaaaaaaaaaaaaa","key":"${key.toString("base64").slice(4)}"}`]) {
        fs.writeFileSync(file, content);
        assert.throws(() => loadIdentity(stateDir), { kind: "keyFile" }, content);
    }
});

test("a verified key is recorded as such, a new one is not", async (t) => {
    const { stateDir } = tempFixture(t);
    const old = loadIdentity(stateDir);
    assert.equal(wasVerified(old), false);
    markVerified(old);
    markVerified(old);
    assert.equal(wasVerified(loadIdentity(stateDir)), true);
    const renewed = await renewIdentity(old, stateDir);
    assert.notEqual(renewed.gatewayId, old.gatewayId);
    assert.equal(wasVerified(renewed), false);
});

test("concurrent renewals leave one new key", async (t) => {
    const { stateDir } = tempFixture(t);
    const old = loadIdentity(stateDir);
    const renewed = await Promise.all([renewIdentity(old, stateDir), renewIdentity(old, stateDir), renewIdentity(old, stateDir)]);
    assert.equal(new Set(renewed.map(({ fingerprint }) => fingerprint)).size, 1);
    assert.notEqual(renewed[0].fingerprint, old.fingerprint);
    assert.deepEqual(loadIdentity(stateDir), renewed[0]);
});

test("an open folder is made private before the key is written", (t) => {
    const { stateDir } = tempFixture(t);
    fs.mkdirSync(path.join(stateDir, "zalouser"), { mode: 0o755 });
    fs.chmodSync(path.join(stateDir, "zalouser"), 0o777);
    loadIdentity(stateDir);
    assert.equal(fs.statSync(path.join(stateDir, "zalouser")).mode & 0o777, 0o700);
});

test("a symbolic link in place of the key file or its folder is refused", (t) => {
    const { root, stateDir } = tempFixture(t);
    const { file } = loadIdentity(stateDir);
    fs.renameSync(file, path.join(root, "elsewhere.json"));
    fs.symlinkSync(path.join(root, "elsewhere.json"), file);
    assert.throws(() => loadIdentity(stateDir), { kind: "keyFile", message: /not a file of yours/ });
    const other = path.join(root, "other");
    fs.mkdirSync(other);
    fs.symlinkSync(path.join(stateDir, "zalouser"), path.join(other, "zalouser"));
    assert.throws(() => loadIdentity(other), { kind: "keyFile", message: /not a folder of yours/ });
});

test("a key file that only a group could read is refused, too", (t) => {
    const { stateDir } = tempFixture(t);
    const { file } = loadIdentity(stateDir);
    for (const mode of [0o640, 0o620, 0o604]) {
        fs.chmodSync(file, mode);
        assert.throws(() => loadIdentity(stateDir), { kind: "keyFile", message: /chmod 600/ }, mode.toString(8));
    }
});
