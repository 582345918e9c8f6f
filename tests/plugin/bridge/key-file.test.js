// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import crypto from "node:crypto";
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { loadIdentity, markProved, reread } from "../../../extensions/zalouser/src/bridge/key-file.js";
import { tempFixture } from "../support/fixtures.js";

const run = promisify(execFile);
const MODULE = path.resolve(import.meta.dirname, "../../../extensions/zalouser/src/bridge/key-file.js");

test("an identity is created once and private", (t) => {
    const { stateDir } = tempFixture(t);
    const made = loadIdentity(stateDir);
    assert.equal(made.key.length, 32);
    assert.match(made.gatewayId, /^[0-9a-f]{32}$/);
    assert.equal(fs.statSync(made.file).mode & 0o777, 0o600);
    assert.equal(fs.statSync(path.dirname(made.file)).mode & 0o777, 0o700);
    assert.deepEqual(loadIdentity(stateDir), made);
    assert.deepEqual(fs.readdirSync(path.dirname(made.file)), ["gateway.json"]);
});

test("concurrent processes agree on one key", async (t) => {
    const { stateDir } = tempFixture(t);
    const script = `import(${JSON.stringify(MODULE)}).then(({ loadIdentity }) => console.log(loadIdentity(${JSON.stringify(stateDir)}).gatewayId))`;
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

const stored = ({ file }) => JSON.parse(fs.readFileSync(file, "utf8"));

test("that a companion holds the key is noted in its file, once, whole and privately", (t) => {
    const { stateDir } = tempFixture(t);
    const fresh = loadIdentity(stateDir);
    assert.equal(fresh.isProved, false);
    const before = Date.now();
    markProved(fresh);
    const { provedAt, ...rest } = stored(fresh);
    assert.ok(provedAt >= before && provedAt <= Date.now());
    assert.deepEqual(rest, { version: 1, gatewayId: fresh.gatewayId, key: fresh.key.toString("base64") });
    assert.equal(fs.statSync(fresh.file).mode & 0o777, 0o600);
    assert.deepEqual(loadIdentity(stateDir), { ...fresh, isProved: true });
    const { ino } = fs.statSync(fresh.file);
    markProved(fresh);
    assert.equal(fs.statSync(fresh.file).ino, ino, "it is not written again");
    assert.deepEqual(fs.readdirSync(path.dirname(fresh.file)), ["gateway.json"], "and leaves nothing beside it");
});

test("the note of an earlier plugin, in a file of its own, counts and is taken over", (t) => {
    const { stateDir } = tempFixture(t);
    const fresh = loadIdentity(stateDir);
    const fingerprint = crypto.createHash("sha256").update(fresh.key).digest("hex").slice(0, 16);
    fs.writeFileSync(`${fresh.file}.${fingerprint}.proved`, "", { mode: 0o600 });
    assert.equal(loadIdentity(stateDir).isProved, true);
    markProved(fresh);
    assert.ok(stored(fresh).provedAt > 0);
    assert.deepEqual(fs.readdirSync(path.dirname(fresh.file)), ["gateway.json"]);
});

test("whatever stands where the note stands counts as one", (t) => {
    const { stateDir } = tempFixture(t);
    const { file } = loadIdentity(stateDir);
    for (const provedAt of [0, null, "", false, "yesterday"]) {
        fs.writeFileSync(file, JSON.stringify({ ...stored({ file }), provedAt }));
        assert.equal(loadIdentity(stateDir).isProved, true, JSON.stringify(provedAt));
    }
});

test("a file that a person took away meanwhile stays away, and the next one is not the old one's", (t) => {
    const { stateDir } = tempFixture(t);
    const old = loadIdentity(stateDir);
    fs.rmSync(old.file);
    markProved(old);
    assert.equal(reread(old), undefined);
    const next = loadIdentity(stateDir);
    assert.notEqual(next.gatewayId, old.gatewayId);
    markProved(old);
    assert.deepEqual(reread(next), next);
});

test("a note that cannot be written is an error, for what is not noted does not hold; nothing is left of it", (t) => {
    const { stateDir } = tempFixture(t);
    const fresh = loadIdentity(stateDir);
    for (const step of /** @type {const} */ (["writeFileSync", "renameSync", "fsyncSync"])) {
        const full = t.mock.method(fs, step, () => {
            throw Object.assign(new Error("no"), { code: "ENOSPC" });
        });
        assert.throws(() => markProved(fresh), { kind: "keyFile", message: /cannot be written \(ENOSPC\)/ }, step);
        full.mock.restore();
        assert.deepEqual(fs.readdirSync(path.dirname(fresh.file)), ["gateway.json"], step);
    }
    markProved(fresh);
    assert.equal(reread(fresh)?.isProved, true);
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
