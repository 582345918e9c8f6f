// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import { test } from "node:test";
import { isBytes32, isGatewayId, majorOf, makeNonce, proof, proofMatches } from "../../../extensions/zalouser/src/bridge/handshake.js";
import { parseLine } from "../../../extensions/zalouser/src/bridge/rpc.js";
import { socketPath } from "../../../extensions/zalouser/src/bridge/socket-path.js";

const vectors = (name) => JSON.parse(fs.readFileSync(new URL(`../../data/bridge/${name}.json`, import.meta.url), "utf8"));

for (const entry of vectors("socket-path").cases) {
    test(`socket path: ${entry.name}`, () => {
        const exists = (folder) => (folder === entry.env.XDG_RUNTIME_DIR ? entry.runtimeDirExists !== false : entry.runUserIsOurs);
        const at = { env: { HOME: entry.home, ...entry.env }, uid: entry.uid, configured: entry.pluginConfig, ownerOf: (folder) => (exists(folder) ? entry.uid : undefined) };
        if (entry.plugin.path) assert.equal(socketPath(at), entry.plugin.path);
        else assert.throws(() => socketPath(at), { kind: entry.plugin.error });
    });
}

for (const entry of vectors("handshake").handshakes) {
    test(`handshake: ${entry.name}`, () => {
        const key = Buffer.from(entry.key, "base64");
        assert.equal(proof(key, "server", entry), entry.serverProof);
        assert.equal(proof(key, "client", entry), entry.clientProof);
        assert.equal(crypto.createHash("sha256").update(key).digest("hex"), entry.fingerprint);
        assert.ok(proofMatches(entry.serverProof, proof(key, "server", entry)));
        assert.ok(!proofMatches(entry.clientProof, proof(key, "server", entry)), "a mirrored proof is wrong");
    });
}

for (const entry of vectors("rpc-lines").cases) {
    test(`line: ${entry.name}`, () => {
        const read = parseLine(entry.lineHex ? Buffer.from(entry.lineHex, "hex") : Buffer.from(entry.line, "utf8"));
        if (entry.expect.type !== "error") return assert.deepEqual(read, entry.expect);
        const { code, message, kind } = entry.expect.error;
        assert.equal(read.type, "error");
        assert.equal(read.id, entry.expect.id);
        assert.deepEqual([read.error.code, read.error.message, read.error.data?.kind ?? ""], [code, message, kind]);
    });
}

test("keys, Gateway ids and versions are validated", () => {
    const { bytes32, gatewayIds, protocols } = vectors("handshake");
    for (const { text, valid, name } of bytes32) assert.equal(isBytes32(text), valid, name);
    for (const { id, valid } of gatewayIds) assert.equal(isGatewayId(id), valid, JSON.stringify(id));
    for (const { protocol, result } of protocols) assert.equal(majorOf(protocol) === 1 ? "ok" : Number.isNaN(majorOf(protocol)) ? "bad" : "foreign", result, protocol);
});

test("a nonce has 32 bytes and is unique", () => {
    assert.ok(isBytes32(makeNonce()));
    assert.notEqual(makeNonce(), makeNonce());
});
